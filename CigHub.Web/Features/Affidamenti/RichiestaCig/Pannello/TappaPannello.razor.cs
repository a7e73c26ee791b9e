using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;

/// <summary>Shows the present tappa of a request in the panel: what to do on the portal now, and the button to press next.</summary>
public sealed partial class TappaPannello
{
    [Parameter, EditorRequired]
    public required GuidaPortale Guida { get; set; }

    [Parameter, EditorRequired]
    public int Passo { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<string> Copied { get; set; }

    [Parameter, EditorRequired]
    public required AffidamentoDetails Details { get; set; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    [Parameter, EditorRequired]
    public required string Address { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<int> GoTo { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Done { get; set; }

    private bool Rilegge => User.May<ConfermaRilettura>();

    private bool RegistraEsito => User.Actor.ActsForRupOf(Details.Affidamento, AttoDelegabile.RegistrareEsito);

    private Tappa Tappa => Guida.TappaDi(Passo);

    private Tappa? Previous => Guida.Tappe.TakeWhile(t => t != Tappa).LastOrDefault();

    private IReadOnlyList<ValoreDaCopiare> Valori => Guida.Valori(Tappa.Ultimo);

    private IReadOnlyList<ValoreDaCopiare> Altri => Guida.NonCollocati;

    private int Restano => Valori.Count(v => !Copied.Contains(v.Chiave));
}
