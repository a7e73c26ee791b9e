using CigHub.Domain.Affidamenti;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Browser;

/// <summary>Lists the addresses of the pages that the accessibility check opens. Each page shows data of the demonstration.</summary>
internal static class PagesToCheck
{
    /// <summary>The Lotto whose pages are opened. Its supplier is a raggruppamento, which has the most fields.</summary>
    private const string Lotto = "Pulizia e sanificazione – Castelli romani";

    /// <summary>
    /// The routes of the pages with css or markup of their own for a telephone or for the dark theme, each with the selector of an element
    /// that a rich state of the page has. All are among the pages of the RUP.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> Changing = new Dictionary<string, string>
    {
        [AppRoutes.Cruscotto] = "main .gruppo a",
        [AppRoutes.Affidamenti] = "main tbody tr",
        [AppRoutes.Lotto] = "main .capienza",
        [AppRoutes.StampaScheda] = "h1",
        [AppRoutes.Scheda] = "[data-tutti-i-campi]",
        [AppRoutes.RichiestaCig] = "main .passo-attuale",
        [AppRoutes.Pannello] = ".tappa",
        [AppRoutes.Fascicolo] = "main .voce-dati :text('CIG Derivato')",
        [AppRoutes.DopoIlCig] = "main #modulo-Importo",
        [AppRoutes.ElencoPortale] = "#elenco-portale",
        [AppRoutes.AzioniCorrettive] = "h1",
    };

    public static async Task<IReadOnlyList<string>> PagineDelCatalogo(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var lotto = await db.Lotti.SingleAsync(l => l.Oggetto == Lotto);
        return
        [
            AppRoutes.Convenzioni,
            AppRoutes.NuovaConvenzione,
            AppRoutes.ConvenzioneDi(lotto.ConvenzioneId),
            AppRoutes.ConvenzioneDi(Guid.Empty),
            AppRoutes.ModificaConvenzioneDi(lotto.ConvenzioneId),
            AppRoutes.NuovoLottoDi(lotto.ConvenzioneId),
            AppRoutes.LottoDi(lotto.Id),
            AppRoutes.ModificaLottoDi(lotto.Id),
        ];
    }

    public static async Task<IReadOnlyList<string>> PagineDelRup(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var tivoli = await db.Enti.Where(e => e.Denominazione == "Comune di Tivoli").Select(e => e.Id).SingleAsync();
        async Task<Guid> In(StatoAffidamento stato) => await db.Affidamenti.Where(a => a.Stato == stato && a.EnteId == tivoli).Select(a => a.Id).FirstAsync();
        var lotto = await db.Lotti.Where(l => l.Oggetto == Lotto).Select(l => l.Id).SingleAsync();
        var conMotivo = await db.Lotti
            .Where(l => db.Convenzioni.Any(c => c.Id == l.ConvenzioneId && c.DataBando > CigHub.Domain.Convenzioni.Convenzione.UltimoBandoDescrittoPerAd4))
            .Select(l => l.Id).FirstAsync();
        return
        [
            AppRoutes.Cruscotto,
            AppRoutes.Affidamenti,
            AppRoutes.AffidamentiInStato(nameof(StatoAffidamento.Eliminato)),
            $"{AppRoutes.Affidamenti}?cigPadre=A3A&ordine=Importo",
            AppRoutes.AdesioniPregresse,
            AppRoutes.Deleghe,
            AppRoutes.Convenzioni,
            AppRoutes.LottoDi(lotto),
            AppRoutes.NuovoAffidamentoSu(lotto),
            AppRoutes.NuovoAffidamentoSu(conMotivo),
            AppRoutes.QualeScheda,
            AppRoutes.ImportaScheda,
            AppRoutes.ElencoPortale,
            AppRoutes.AffidamentiInSerieDi(await db.Lotti.Where(l => l.Id == lotto).Select(l => l.ConvenzioneId).SingleAsync()),
            AppRoutes.StampaSchedaDi(await In(StatoAffidamento.InLavorazione)),
            AppRoutes.QualeScheda + "?Adesione=si&Confronto=no&Bando=01%2F02%2F2024",
            AppRoutes.QualeScheda + "?Adesione=no&Importo=3.000,00",
            AppRoutes.SchedaDi(await In(StatoAffidamento.InLavorazione)),
            AppRoutes.SchedaDi(await In(StatoAffidamento.ProntoPerIlPortale)),
            AppRoutes.SchedaDi(await In(StatoAffidamento.CigAcquisito)),
            AppRoutes.RichiestaDi(await In(StatoAffidamento.CigInRichiesta)),
            AppRoutes.RichiestaDi(await In(StatoAffidamento.EsitoDaVerificare)),
            AppRoutes.RichiestaDi(await In(StatoAffidamento.CigAcquisito)),
            AppRoutes.PannelloDi(await In(StatoAffidamento.CigInRichiesta)),
            AppRoutes.PannelloDi(await In(StatoAffidamento.ProntoPerIlPortale)),
            AppRoutes.PannelloDi(await In(StatoAffidamento.CigAcquisito)),
            AppRoutes.RichiesteInSerie,
            AppRoutes.Malfunzionamenti,
            AppRoutes.Spesa,
            AppRoutes.SpesaLottoDi(lotto),
            AppRoutes.SpesaPerEnte,
            AppRoutes.SpesaMovimenti,
            AppRoutes.SpesaInCorso,
            AppRoutes.SpesaScadenze,
            AppRoutes.SpesaAvvisi,
            AppRoutes.SpesaRelazione,
            AppRoutes.Accessibilita,
            AppRoutes.LottoDi(Guid.Empty),
            AppRoutes.FascicoloDi(await In(StatoAffidamento.CigAcquisito)),
            AppRoutes.FascicoloDi(await In(StatoAffidamento.InLavorazione)),
            AppRoutes.FascicoloDi(Guid.Empty),
            AppRoutes.DopoIlCigDi(await In(StatoAffidamento.CigAcquisito), "errore"),
            AppRoutes.DopoIlCigDi(await In(StatoAffidamento.CigInRichiesta), "rup"),
            AppRoutes.DopoIlCigDi(await In(StatoAffidamento.CigAcquisito), "secondo-cig"),
            AppRoutes.Errori,
            AppRoutes.DopoIlCigDi(await In(StatoAffidamento.InLavorazione)),
            AppRoutes.AzioniCorrettive,
            AppRoutes.RegistrazionePortale,
            AppRoutes.PassaggioConsegne,
            AppRoutes.PassaggioConsegneDi(await db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync()),
        ];
    }

    public static async Task<IReadOnlyList<string>> PagineDellAnagrafe(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var ente = await db.Enti.OrderBy(e => e.Denominazione).Select(e => e.Id).FirstAsync();
        var persona = await db.Persone.Where(p => p.NomeUtente == "rup2.tivoli").Select(p => p.Id).SingleAsync();
        return
        [
            AppRoutes.CodiciEPercorsi,
            AppRoutes.PercorsoPortale,
            AppRoutes.NuovoPercorso,
            AppRoutes.Errori,
            AppRoutes.ErroreDi("ERR98"),
            AppRoutes.ErroreDi("nuovo"),
            AppRoutes.ListaDi("CPV", "strade"),
            AppRoutes.ListaDi("ruoloOE", "zzz"),
            AppRoutes.PersoneEdEnti,
            AppRoutes.PersoneEdEnti + "?vista=persone",
            AppRoutes.PersoneEdEnti + "?cerca=zzz",
            AppRoutes.PersoneIn("ruolo-in-scadenza"),
            AppRoutes.EnteDi(ente),
            AppRoutes.EnteDi(ente) + "?il=01%2F09%2F2026",
            AppRoutes.ModificaEnteDi(ente),
            AppRoutes.NuovoEnte,
            AppRoutes.NuovoRupDi(ente),
            AppRoutes.NuovoRupDi(Guid.Empty),
            AppRoutes.ImportaAnagrafe,
            AppRoutes.PersonaDi(persona),
            AppRoutes.ModificaPersonaDi(persona),
            AppRoutes.NuovaPersona,
            AppRoutes.Conservazione,
            AppRoutes.RichiesteDiAccesso,
            AppRoutes.RichiesteDiAccesso + "?vista=decise",
            AppRoutes.RichiestaDiAccessoDi(await app.Services.ChiedeDiEntrare()),
        ];
    }

    /// <summary>Returns the pages of the users who are neither that RUP nor at the catalogue and the people; null is a visitor.</summary>
    public static async Task<IReadOnlyList<(string? Person, string? Role, IReadOnlyList<string> Pages)>> PagesOfTheOthers(TestApp app)
    {
        var daApprovare = await ReadyAffidamenti.Query(
            app.Services, db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.InApprovazione).Select(a => a.Id).FirstAsync());
        return
        [
            (null, null,
            [
                AppRoutes.Accedi,
                AppRoutes.NonAbilitato,
                AppRoutes.AccessoNonRiuscitoCon("0A1B2C3D"),
                AppRoutes.Uscita,
                AppRoutes.SessioneFinitaPer("RuoloTolto", AppRoutes.Spesa),
            ]),
            ("rup2.tivoli", "Rup", [AppRoutes.Ruolo, AppRoutes.Sessioni]),
            ("responsabile", null, [AppRoutes.Cruscotto, AppRoutes.SchedaDi(daApprovare), AppRoutes.SpesaDaVerificare, AppRoutes.SpesaRiconciliazione]),
            ("auditor", null,
            [
                AppRoutes.Cruscotto, AppRoutes.RegistroEventi, $"{AppRoutes.RegistroEventi}?Testo=affidamento", AppRoutes.Attestazioni,
                AppRoutes.EventoDi(8), AppRoutes.EventoDi(999), AppRoutes.IterDi(daApprovare), AppRoutes.RuoliNelTempo, AppRoutes.ModificheAiControlli,
                AppRoutes.Requisiti, AppRoutes.Scostamenti, AppRoutes.Audit,
            ]),
            ("amministratore", null, [AppRoutes.Cruscotto, AppRoutes.ChiPuoFareCosa, AppRoutes.Salute, AppRoutes.Esci]),
        ];
    }
}
