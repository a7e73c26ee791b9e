using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Operativo;

/// <summary>One item of the worklist, with its one next action.</summary>
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

    /// <summary>Says whether the request has been open so long that the user must state its outcome.</summary>
    private bool SenzaEsito => Attesa is Attesa.InRichiesta or Attesa.SulPortale or Attesa.SenzaEsito && Voce.RichiestoIl is { } dal && Richieste.Contains(dal);

    /// <summary>The time since the request began, so that a CIG that does not arrive is not forgotten. Null when no request is open.</summary>
    private string? Eta =>
        Attesa is Attesa.InRichiesta or Attesa.EsitoDaVerificare or Attesa.SulPortale or Attesa.SenzaEsito && Voce.RichiestoIl is { } dal
            ? AttesaWords.From(Now - dal)
            : null;
}
