using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>The page beside the scheda: acts and their files, amounts, contract, the portal's data, and everything that happened.</summary>
public sealed partial class PaginaFascicolo
{
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The number of events of the cronologia to show. Without it, the page shows the first hundred.</summary>
    [SupplyParameterFromQuery]
    public int? Eventi { get; set; }

    private FascicoloDetails? Scheda { get; set; }

    private Cronologia? Cronologia { get; set; }

    private int Quanti => Math.Clamp(Eventi ?? 0, CronologiaAffidamento.Passo, 100 * CronologiaAffidamento.Passo);

    protected override async Task Carica()
    {
        Scheda = await Leggi<DettaglioFascicolo, FascicoloDetails>(q => q.Esegui(Id));
        Cronologia = Scheda is null ? null : await Leggi<CronologiaAffidamento, Cronologia>(q => q.Esegui(Id, Quanti));
    }
}
