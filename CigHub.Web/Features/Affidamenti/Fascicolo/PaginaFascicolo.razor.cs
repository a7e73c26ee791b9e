using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>What stands beside the scheda: acts and their files, money, contract, what the portal gave back, and all that happened.</summary>
public sealed partial class PaginaFascicolo
{
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>How many events of the cronologia to show; the first hundred without it.</summary>
    [SupplyParameterFromQuery]
    public int? Eventi { get; set; }

    private SchedaFascicolo? Scheda { get; set; }

    private Cronologia? Cronologia { get; set; }

    private int Quanti => Math.Clamp(Eventi ?? 0, CronologiaAffidamento.Passo, 100 * CronologiaAffidamento.Passo);

    protected override async Task Carica()
    {
        Scheda = await Leggi<DettaglioFascicolo, SchedaFascicolo>(q => q.Esegui(Id));
        Cronologia = Scheda is null ? null : await Leggi<CronologiaAffidamento, Cronologia>(q => q.Esegui(Id, Quanti));
    }

    private async Task Rileggi()
    {
        await Reload();
        StateHasChanged();
    }
}
