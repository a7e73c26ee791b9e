using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;

/// <summary>Shows what to do on the portal now, and the one thing to press next.</summary>
public sealed partial class TappaPannello
{
    [Parameter, EditorRequired]
    public required GuidaPortale Guida { get; set; }

    [Parameter, EditorRequired]
    public int Passo { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<string> Copiati { get; set; }

    [Parameter, EditorRequired]
    public required AffidamentoDetails Scheda { get; set; }

    [Parameter, EditorRequired]
    public required CurrentUser Utente { get; set; }

    [Parameter, EditorRequired]
    public required string Indirizzo { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<int> VaiA { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Fatto { get; set; }

    private Tappa Tappa => Guida.TappaDi(Passo);

    private Tappa? Precedente => Guida.Tappe.TakeWhile(t => t != Tappa).LastOrDefault();

    private IReadOnlyList<ValoreDaCopiare> Valori => Guida.Valori(Tappa.Ultimo);

    private IReadOnlyList<ValoreDaCopiare> Altri => Guida.NonCollocati;

    private int Restano => Valori.Count(v => !Copiati.Contains(v.Chiave));
}
