using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto;

/// <summary>For an Auditor: what changed, and what stands out.</summary>
public sealed partial class CruscottoAuditor
{
    /// <summary>A request that waits longer than this wants somebody to ask.</summary>
    private const int GiorniSenzaEsito = 3;

    [Inject]
    public required TimeProvider Clock { get; init; }

    private Riepilogo? Riepilogo { get; set; }

    private Pagina<VoceLottoDaGuardare> Sforamenti { get; set; } = new([], 0);

    private GruppoDiLavoro Ferme { get; set; } = new(Attesa.InRichiesta, [], 0);

    private DateTime Adesso => Clock.GetUtcNow().UtcDateTime;

    protected override async Task Carica()
    {
        Sforamenti = await Leggi<ConvenzioniDaGuardare, Pagina<VoceLottoDaGuardare>>(async q => await q.Sforamenti()) ?? Sforamenti;
        Ferme = await Leggi<ListaDiLavoro, GruppoDiLavoro>(async q => await q.SulPortale(Utente!.Attore, Adesso.AddDays(-GiorniSenzaEsito))) ?? Ferme;
        Riepilogo = await Leggi<RiepilogoRegistro, Riepilogo>(q => q.Esegui());
    }
}
