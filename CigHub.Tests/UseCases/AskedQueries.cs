using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Iter;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.Affidamenti.Serie;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.Attestazioni.Dossier;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Cruscotto.Auditor;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Controlli;
using CigHub.Web.Features.RegistroEventi.Dettaglio;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.Features.RegistroEventi.Ruoli;
using CigHub.Web.Features.Salute;
using CigHub.Web.Features.VaiA;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.Extensions.DependencyInjection;
using static CigHub.Tests.UseCases.TivoliAndVelletri;

namespace CigHub.Tests.UseCases;

/// <summary>
/// The table of all queries of the app, with an example of each. A query that is missing in the table fails the test. This part of the
/// class holds the queries about Affidamenti and the registro.
/// </summary>
internal static partial class AskedQueries
{
    public static IReadOnlyList<AskedQuery> All { get; } =
        [.. OfAffidamenti(), .. OfRegistro(), .. OfPeople(), .. OfCatalogue(), .. OfAudits(), .. OfDueDiligence()];

    private static IReadOnlyList<Actor> Rup(TivoliAndVelletri t) => [t.Rup];

    private static IReadOnlyList<Actor> Readers(TivoliAndVelletri t) => [t.Rup, t.Responsabile, t.Auditor];

    private static IEnumerable<AskedQuery> OfAffidamenti() =>
    [
        AskedQuery.SeenBy<ListaAffidamenti, FoundAffidamenti>(
            Readers,
            t => [$"{t.Draft}", t.Number, Subject, "Ferrantini", t.AcquiredCig],
            async (q, _, actor) => await q.Run(AffidamentiFilter.Tutti, actor.PersonaId, 1, 100)),
        AskedQuery.SeenBy<DettaglioAffidamento, AffidamentoDetails>(
            Readers,
            t => [$"{t.Draft}", t.Number, Subject, "Ferrantini"],
            (q, t, _) => q.Run(t.Draft)),
        AskedQuery.SeenBy<PrimaDiApprovare, QuadroDiApprovazione>(
            Readers,
            t => ["Ferrantini", $"{t.Acquired}", t.AcquiredNumber],
            (q, t, _) => q.Run(t.Draft)),
        AskedQuery.SeenBy<DettaglioFascicolo, FascicoloDetails>(
            Readers,
            t => [$"{t.Draft}", Subject, "Ferrantini", ActFile],
            (q, t, _) => q.Run(t.Draft)),
        AskedQuery.SeenBy<ContenutoAllegato, AllegatoDaDare>(
            Readers,
            _ => [ActFile],
            (q, t, _) => q.Run(t.Draft, t.Act)),
        AskedQuery.SeenBy<CronologiaAffidamento, Cronologia>(
            Readers,
            _ => ["Ferrantini", ActFile],
            (q, t, _) => q.Run(t.Draft, 100)),
        AskedQuery.SeenBy<IterAffidamento, IterView>(
            t => [t.Responsabile, t.Auditor],
            t => [$"{t.Draft}", t.Number, Subject, "Ferrantini", ActFile],
            (q, t, actor) => q.Run(t.Draft, actor)),
        AskedQuery.SeenBy<IterDaPortareVia, string>(
            t => [t.Responsabile, t.Auditor],
            t => [t.Number, Subject, "Ferrantini", ActFile],
            async (q, t, actor) => await q.Count(t.Draft, new CurrentUser(actor, "", "", "")) == 0 ? null : await InWords(q)),
        AskedQuery.SeenBy<DettaglioDopoIlCig, DopoIlCigDetails>(
            Readers,
            t => [$"{t.Acquired}", t.AcquiredNumber, t.AcquiredCig, "Ferrantini", "Collevento"],
            (q, t, _) => q.Run(t.Acquired)),
        AskedQuery.SeenBy<ChiPuoProcedere, Procedibilita>(
            Readers,
            _ => ["Collevento"],
            (q, t, actor) => q.Run(t.Draft, actor)),
        AskedQuery.SeenBy<DelegheDellaPersona, DelegheRicevuteEConferite>(
            Rup,
            t => [DelegaProtocol, "Serrani", t.Number],
            async (q, _, actor) => await q.Run(actor)),
        AskedQuery.SeenBy<OpzioniDellaDelega, DelegaOptions>(
            Rup,
            t => [$"{t.Draft}", t.Number, "Serrani"],
            (q, t, actor) => q.Run(actor, t.Draft)),
        AskedQuery.SeenBy<ConflittiDaDecidere, IReadOnlyList<ConflittoRow>>(
            t => [t.Responsabile],
            t => [$"{t.Draft}", t.Number],
            async (q, _, actor) => await q.Run(actor)),
        AskedQuery.SeenBy<RegistrazioneDelRup, RupNonRegistrato>(
            Readers,
            _ => ["Sorgenti"],
            (q, t, actor) => q.Run(t.Unregistered, actor)),
        AskedQuery.SeenBy<LeggiPassaggi, PassaggiDelRup>(
            Rup,
            _ => ["Collevento"],
            (q, t, actor) => q.Run(t.Draft, actor)),
        AskedQuery.SeenBy<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(
            Rup,
            t => [$"{t.Draft}", t.Number, "Ferrantini", t.AcquiredCig],
            async (q, _, actor) => await q.Run(actor, false)),
        AskedQuery.SeenBy<CercaDestinazioni, IReadOnlyList<Destination>>(
            Readers,
            t => [$"{t.Draft}", t.Number],
            (q, _, _) => q.Run(Subject)),
        AskedQuery.SeenBy<RichiesteDellaSerie, IReadOnlyDictionary<Guid, AffidamentoInSerie>>(
            Rup,
            t => [$"{t.Draft}", t.Number, Subject],
            async (q, t, _) => await q.Run([t.Draft])),
        AskedQuery.SeenBy<EliminazionePrevista, AnteprimaSelezione>(
            Rup,
            t => [$"{t.Draft}", t.Number],
            (q, t, _) => q.Run([t.Draft])),
        AskedQuery.SeenBy<SeriePrevista, AnteprimaSelezione>(
            Rup,
            t => [$"{t.Draft}", t.Number],
            (q, t, actor) => q.Run([t.Draft], actor)),
        AskedQuery.SeenBy<SchedeDaEsportare, IReadOnlyList<(Guid Id, NumeroAffidamento Numero, BozzaAd4 Bozza)>>(
            Readers,
            t => [$"{t.Draft}", t.Number, Subject],
            async (q, t, _) => await q.Each([t.Draft]).ToListAsync()),
        AskedQuery.SeenBy<EsaminaScheda, Result<SchedaEsaminata>>(
            Rup,
            _ => [Subject, "Ferrantini"],
            (q, t, actor) => q.Run(t.DraftJson, actor),
            esito => esito.TryGet(out var esaminata) ? (esaminata.Scheda.Bozza, esaminata.Rup) : esito.Errors),
        AskedQuery.SeenBy<LottiUsati, IReadOnlyDictionary<Guid, int>>(
            Rup,
            t => [$"{t.Lotto} used often"],
            async (q, _, actor) => await q.Run(actor),
            uses => uses.Select(u => $"{u.Key} {(u.Value > 1 ? "used often" : "used once")}")),
        AskedQuery.SeenBy<PreparaNuovo, DatiPerNuovo>(
            Rup,
            t => ["Ferrantini", "Collevento", $"{t.Rup.PersonaId}"],
            (q, t, actor) => q.Run(t.Lotto, actor)),
        AskedQuery.SeenBy<PreparaSerie, ContestoSerie>(
            Rup,
            t => ["Ferrantini", "Collevento", Subject, $"{t.Tivoli}"],
            (q, t, actor) => q.Run(t.Convenzione, actor),
            contesto => (contesto.Rup, contesto.Ultima, contesto.Ente)),
        AskedQuery.SeenBy<AnteprimaSerie, SerieControllata>(
            Rup,
            t => [$"{t.Rup.PersonaId}", t.Bench.Catalogo.Enti[0].CodiceFiscale.Valore],
            (q, t, actor) => q.Run(t.Convenzione, [RowOfLotto(t)], actor),
            serie => serie.Righe.Select(r => (r.Errori, r.RupId, r.Bozza))),
        AskedQuery.SeenBy<PreparaPregresse, DatiPerPregresse>(
            Rup,
            t => ["Ferrantini", "rup.tivoli", $"{t.Rup.PersonaId}"],
            (q, _, actor) => q.Run(actor)),
        AskedQuery.Public<AnteprimaPregresse, Anteprima>(
            "it judges rows that the asker brings along; of a CIG that somebody has it never tells who",
            t => t.Rup,
            _ => ["cig.gia-usato"],
            (q, t, actor) => q.Run([AdhesionWithTakenCig(t)], actor),
            anteprima => (anteprima.Errors.Select(e => e.Select(x => (x.Code, x.Message, x.Field))), anteprima.Avvisi)),
        AskedQuery.SeenBy<AnteprimaElencoPortale, Result<AnteprimaDelPortale>>(
            Rup,
            t => [$"{t.Draft}", t.Number],
            (q, t, actor) => q.Run(t.ListOfDraft, actor),
            esito => (esito.Value.Confronto.Righe[0].Candidati.Select(c => (c.Affidamento.Id, c.Affidamento.Numero)), esito.Value.Confronto.NonRisultano)),
        AskedQuery.SeenBy<ElenchiCaricati, ListPage<ElencoCaricatoRow>>(
            Readers,
            t => [$"{t.List}", ListFile, "Ferrantini"],
            (q, _, _) => q.Run()),
        AskedQuery.SeenBy<ContenutoElenco, AllegatoDaDare>(
            Readers,
            _ => [ListFile],
            (q, t, _) => q.Run(t.List)),
        AskedQuery.SeenBy<LavoroSenzaRup, IReadOnlyList<LavoroDiUnRup>>(
            t => [t.Rup, t.Responsabile],
            t => ["Ferrantini", "Sorgenti", $"{t.Rup.PersonaId}"],
            async (q, _, actor) => await q.All(actor)),
        AskedQuery.SeenBy<LavoroDaPassare, ConsegneDetails>(
            t => [t.Rup, t.Responsabile],
            t => [$"{t.Draft}", t.Number, Subject, "Ferrantini", "Collevento"],
            (q, t, actor) => q.Run(t.Rup.PersonaId, actor)),
    ];

    private static IEnumerable<AskedQuery> OfRegistro() =>
    [
        AskedQuery.SeenBy<ListaEventi, EventiView>(
            t => [t.Auditor],
            t => [$"{t.Draft}", t.Number, Subject, "Ferrantini"],
            async (q, _, _) => await q.Run(new EventiFilter(), 1, 1000)),
        AskedQuery.SeenBy<EventiDaEsportare, IReadOnlyList<EventoRow>>(
            t => [t.Auditor],
            t => [$"{t.Draft}", t.Number, Subject],
            async (q, t, _) => await q.Each(new EventiFilter(Oggetto: $"{t.Draft}"), 1000).ToListAsync()),
        AskedQuery.SeenBy<RuoliNelTempo, RuoliView>(
            t => [t.Auditor],
            t => ["Ferrantini", $"{t.Rup.PersonaId}", "Collevento"],
            async (q, _, actor) => await q.Run(new RuoliFilter(), 1, 1000, actor)),
        AskedQuery.SeenBy<ModificheAiControlli, ListPage<ModificaRow>>(
            t => [t.Auditor],
            _ => ["Ferrantini", DelegaProtocol],
            async (q, _, _) => await q.Run(new ControlliFilter(), 1, 100)),
        AskedQuery.SeenBy<DettaglioEvento, EventoDetails>(
            t => [t.Auditor],
            t => [$"{t.Draft}", "Ferrantini"],
            (q, t, _) => q.Run(t.DraftEvent)),
        AskedQuery.SeenBy<RiepilogoRegistro, Riepilogo>(
            t => [t.Auditor],
            _ => [Web.UseCases.Azioni.AttoAggiunto, Web.UseCases.Azioni.ElencoPortaleRegistrato],
            (q, _, _) => q.Run()),
        AskedQuery.SeenBy<UltimoConfronto, ConfrontoRegistrato>(
            t => [t.Auditor],
            _ => ["\"DaSpiegare\""],
            (q, _, _) => q.Run()),
        AskedQuery.SeenBy<ConfrontoConIDati, Concordanza>(
            t => [t.Auditor],
            _ => ["\"Discordanze\""],
            (q, _, _) => q.Run(null)),
        AskedQuery.Public<VerificaIntegrita, CigHub.Domain.Registro.EsitoVerifica>(
            "whether the registro is whole is one answer for all Enti; it holds no event",
            t => t.Auditor,
            _ => ["\"Integro\":true"],
            (q, _, _) => q.Run()),
        AskedQuery.Public<SaluteInstallazione, IReadOnlyList<ControlloSalute>>(
            "the installation is one for all Enti; no business data is shown",
            t => t.Auditor,
            _ => ["Protezioni del registro"],
            (q, _, _) => q.Run()),
        AskedQuery.Public<ListaAttestazioni, AttestazioniView>(
            "an attestazione says how many events there are, and holds none",
            t => t.Auditor,
            _ => ["cighub.registro/"],
            (q, _, _) => q.Run(1, 50)),
        AskedQuery.Public<ConfrontaAttestazione, AttestazioneVerdict>(
            "the verdict is one for all Enti; it holds no event",
            t => t.Auditor,
            _ => ["\"Messaggio\""],
            (q, _, _) => q.Run("nessuna")),
        AskedQuery.Public<ProvaDiCoerenza, ProofFile>(
            "a proof holds hashes, and no event",
            t => t.Auditor,
            _ => ["coerenza-"],
            (q, t, _) =>
            {
                t.Bench.Services.GetRequiredService<Attestatore>().MakeIfGrown(MotivoAttestazione.Oraria);
                return q.Run(1, t.Bench.Services.GetRequiredService<AttestazioniStore>().Last);
            }),
        AskedQuery.Public<ContenutoDossier, DossierSummary>(
            "the summary is two numbers; what the file holds for whom is a test of its own",
            t => t.Auditor,
            _ => ["\"Attestazione\":1"],
            async (q, _, _) => await q.Run(new MemoryStream(), 1, false, new Progress<ConfrontoProgress>(), default)),
        AskedQuery.SeenBy<ProvaDiInclusione, InclusionFile>(
            t => [t.Auditor],
            _ => ["tlog-proof"],
            (q, t, _) => q.Run(t.DraftEvent)),
    ];

    /// <summary>Returns the names and the texts of the files, with the page as a browser shows it.</summary>
    private static async Task<string> InWords(IterDaPortareVia query) => string.Join(
        '\n', await query.Each().Select(f => f.Name + System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(f.Bytes))).ToListAsync());

    private static RigaSerie RowOfLotto(TivoliAndVelletri t) =>
        new(Guid.CreateVersion7(), 2, new Dictionary<string, CellaSerie> { [ColonneDelFoglioSerie.Lotto] = new(t.Bench.Catalogo.Lotti[0].CigPadre.Valore) });

    private static PregressaForm AdhesionWithTakenCig(TivoliAndVelletri t) => new()
    {
        CigPadre = t.Bench.Catalogo.Lotti[0].CigPadre.Valore,
        CigDerivato = t.AcquiredCig,
        Oggetto = "Pulizie 2025",
        Importo = "1.000,00",
        DataAdesione = "01/03/2026",
    };
}
