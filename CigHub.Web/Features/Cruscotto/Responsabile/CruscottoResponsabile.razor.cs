using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.Features.Spesa.Avvisi;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Responsabile;

/// <summary>
/// The Cruscotto of a Responsabile: the Affidamenti that wait for approval or on the portal, the alerts about Lotti, and the Residuo and the
/// last day of the Convenzioni.
/// </summary>
public sealed partial class CruscottoResponsabile
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    private GruppoDiLavoro? Attese { get; set; }

    private GruppoDiLavoro? DaApprovare { get; set; }

    private GruppoDiLavoro? Conferme { get; set; }

    private AvvisiView? Avvisi { get; set; }

    private IReadOnlyList<ConvenzioneDaGuardareRow> PerResiduo { get; set; } = [];

    private ListPage<ConvenzioneInScadenzaRow> PerScadenza { get; set; } = new([], 0);

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => Clock.Today();

    protected override async Task LoadAsync()
    {
        PerResiduo = await Read<ConvenzioniDaGuardare, IReadOnlyList<ConvenzioneDaGuardareRow>>(async q => await q.PerResiduo()) ?? [];
        PerScadenza = await Read<ConvenzioniDaGuardare, ListPage<ConvenzioneInScadenzaRow>>(async q => await q.PerScadenza(StatoCatalogo.Aperte))
            ?? PerScadenza;
        Avvisi = await Read<AvvisiAttuali, AvvisiView>(async q => await q.Run());
        DaApprovare = await Read<ListaDiLavoro, GruppoDiLavoro>(async q => await q.One(Attesa.DaApprovare, User!.Actor));
        Conferme = await Read<ListaDiLavoro, GruppoDiLavoro>(async q => await q.One(Attesa.ConfermaInScadenza, User!.Actor));
        Attese = await Read<ListaDiLavoro, GruppoDiLavoro>(async q => await q.One(Attesa.SulPortale, User!.Actor));
    }

    private static string Percentage(ConvenzioneDaGuardareRow voce)
    {
        var misure = new CapienzaMeasures(voce.Massimale, voce.Aderito, voce.Riservato, voce.AltreAdesioni);
        return misure.Percentage(misure.Residuo);
    }
}
