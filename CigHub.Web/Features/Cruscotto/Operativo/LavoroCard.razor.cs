using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>One Affidamento in the worklist, with the link or button of its next action.</summary>
public sealed partial class LavoroCard
{
    [Inject]
    public required RichiesteSenzaEsito Richieste { get; init; }

    [Parameter, EditorRequired]
    public required LavoroRow Voce { get; set; }

    [Parameter, EditorRequired]
    public Attesa Attesa { get; set; }

    [Parameter, EditorRequired]
    public DateTime Now { get; set; }

    [Parameter]
    public bool ShowsEnte { get; set; }

    private (string Parole, string Indirizzo) Azione => Voce.Azione(Attesa);

    /// <summary>
    /// Says whether the request has been open for as many days as the office allows, so that the card asks for its outcome.
    /// </summary>
    private bool SenzaEsito => Attesa is Attesa.InRichiesta or Attesa.SulPortale or Attesa.SenzaEsito && Voce.RichiestoIl is { } dal && Richieste.Contains(dal);

    /// <summary>The time since the request of the CIG began, in words. Null when no request is open.</summary>
    private string? Eta =>
        Attesa is Attesa.InRichiesta or Attesa.EsitoDaVerificare or Attesa.SulPortale or Attesa.SenzaEsito && Voce.RichiestoIl is { } dal
            ? AttesaWords.From(Now - dal)
            : null;
}
