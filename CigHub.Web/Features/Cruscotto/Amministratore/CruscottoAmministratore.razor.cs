using CigHub.Web.Common;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Cruscotto.Responsabile;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.Features.Persone.RichiesteDiAccesso;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Amministratore;

/// <summary>
/// The Cruscotto of an Amministratore: the first steps that are missing, the open richieste di accesso, and the
/// Enti, roles, Convenzioni and Lotti that need attention. It never
/// shows an Affidamento.
/// </summary>
public sealed partial class CruscottoAmministratore
{
    private const int QuanteRichieste = 8;

    [Inject]
    public required TimeProvider Clock { get; init; }

    private ListPage<RichiestaDiAccessoRow> Richieste { get; set; } = new([], 0);

    private ListPage<EnteScoperto>? SenzaRup { get; set; }

    private ListPage<TitolareInScadenza> RuoliInScadenza { get; set; } = new([], 0);

    private ListPage<ConvenzioneInScadenzaRow> InScadenza { get; set; } = new([], 0);

    private ListPage<LottoDaGuardareRow> Esauriti { get; set; } = new([], 0);

    private ListPage<LottoDaGuardareRow> SenzaComunicazioni { get; set; } = new([], 0);

    private DateOnly Today => Clock.Today();

    protected override async Task LoadAsync()
    {
        Richieste = await Read<ListaRichiesteDiAccesso, ListPage<RichiestaDiAccessoRow>>(async q => await q.Run(false, 1, QuanteRichieste)) ?? Richieste;
        RuoliInScadenza = await Read<PersoneInScadenza, ListPage<TitolareInScadenza>>(async q => await q.Run()) ?? RuoliInScadenza;
        InScadenza = await Read<ConvenzioniDaGuardare, ListPage<ConvenzioneInScadenzaRow>>(
            async q => await q.PerScadenza(StatoCatalogo.InScadenza)) ?? InScadenza;
        Esauriti = await Read<ConvenzioniDaGuardare, ListPage<LottoDaGuardareRow>>(async q => await q.Lotti(CondizioneLotto.Esauriti)) ?? Esauriti;
        SenzaComunicazioni = await Read<ConvenzioniDaGuardare, ListPage<LottoDaGuardareRow>>(
            async q => await q.Lotti(CondizioneLotto.SenzaComunicazioni)) ?? SenzaComunicazioni;
        SenzaRup = await Read<EntiSenzaRup, ListPage<EnteScoperto>>(async q => await q.Run());
    }
}
