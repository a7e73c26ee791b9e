using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Features.Codici;
using CigHub.Tests.Features.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.ListaAttesa;
using CigHub.Web.Features.Affidamenti.Malfunzionamenti;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Affidamenti.SceltaDelFornitore;
using CigHub.Web.Features.Codici.Errori;
using CigHub.Web.Features.Codici.Importazione;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Codici.Percorso;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.Features.Cruscotto.Amministratore;
using CigHub.Web.Features.Cruscotto.Responsabile;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.Features.Persone.Importazione;
using CigHub.Web.Features.Persone.NuovoRup;
using CigHub.Web.Features.Persone.RichiesteDiAccesso;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.Features.Rilievi.Calcolo;
using CigHub.Web.Features.Rilievi.Elenco;
using CigHub.Web.Features.Spesa.Avvisi;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Dettaglio;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Movimenti;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Relazione;
using CigHub.Web.Features.Spesa.Riconciliazione;
using CigHub.Web.Features.Spesa.Riepiloghi;
using CigHub.Web.Features.Spesa.Scadenze;
using CigHub.Web.UseCases;
using static CigHub.Tests.UseCases.TivoliAndVelletri;

namespace CigHub.Tests.UseCases;

internal static partial class AskedQueries
{
    private const string TheCatalogueIsEverybodys = "Convenzioni, Lotti and their totals are everybody's; the Affidamenti behind the totals are not in them";
    private const string OfTheOffice = "code lists and the portal's path are the office's, the same for all Enti";

    /// <summary>The actors who see the data of Enti and people: the Amministratore, who keeps them, and the Auditor of all Enti.</summary>
    private static IReadOnlyList<Actor> Office(TivoliAndVelletri t) => [t.Amministratore, t.Auditor];

    private static IReadOnlyList<Actor> Keeper(TivoliAndVelletri t) => [t.Amministratore];

    private static IEnumerable<AskedQuery> OfPeople() =>
    [
        AskedQuery.SeenBy<ListaEnti, ListPage<EnteRow>>(
            Office,
            t => [$"{t.Tivoli}", "Comune di Tivoli"],
            async (q, _, actor) => await q.Run(new AnagrafeFilter(), 1, 100, actor)),
        AskedQuery.SeenBy<ListaPersone, ListPage<PersonaRow>>(
            Office,
            t => [$"{t.Rup.PersonaId}", "Ferrantini", "Comune di Tivoli"],
            async (q, _, actor) => await q.Run(new AnagrafeFilter(), 1, 100, actor)),
        AskedQuery.SeenBy<DettaglioEnte, EnteDetails>(
            Office,
            t => [$"{t.Tivoli}", "Comune di Tivoli", "Ferrantini", "Serrani"],
            (q, t, actor) => q.Run(t.Tivoli, actor)),
        AskedQuery.SeenBy<DettaglioPersona, PersonaDetails>(
            Office,
            t => [$"{t.Rup.PersonaId}", "Ferrantini", "Comune di Tivoli"],
            (q, t, actor) => q.Run(t.Rup.PersonaId, actor)),
        AskedQuery.SeenBy<ChiAvevaIlRuolo, IReadOnlyList<NelRuolo>>(
            Office,
            t => [$"{t.Rup.PersonaId}", "Ferrantini"],
            (q, t, actor) => q.Run(t.Tivoli, new DateOnly(2026, 11, 24), actor)),
        AskedQuery.SeenBy<AuditorConAltriRuoli, IReadOnlyList<DoppioRuolo>>(
            t => [t.Rup, t.Responsabile, .. Office(t)],
            t => [$"{t.Responsabile.PersonaId}", "Collevento", "Auditor (Comune di Tivoli)"],
            async (q, _, actor) => await q.Run(actor)),
        AskedQuery.SeenBy<RegistrazioniDellaPersona, IReadOnlyList<RegistrazioneAllEnte>>(
            Office,
            t => [$"{t.Rup.PersonaId}", $"{t.Tivoli}", "Comune di Tivoli"],
            async (q, t, actor) => await q.Run(t.Rup.PersonaId, actor)),
        AskedQuery.SeenBy<MiaRegistrazione, RegistrazioneDetails>(
            Rup,
            t => [$"{t.Rup.PersonaId}", "Ferrantini", "Comune di Tivoli"],
            (q, _, actor) => q.Run(actor)),
        AskedQuery.SeenBy<LavoroCheResta, IReadOnlyList<LavoroAllEnte>>(
            Keeper,
            _ => ["Comune di Tivoli", "Collevento"],
            async (q, t, _) => await q.Run(t.Rup.PersonaId)),
        AskedQuery.SeenBy<ListaRichiesteDiAccesso, ListPage<RichiestaDiAccessoRow>>(
            Keeper,
            t => [$"{t.AccessRequest}", "Nuovarrivo", "Comune di Tivoli"],
            async (q, _, _) => await q.Run(false, 1, 100)),
        AskedQuery.SeenBy<DettaglioRichiestaDiAccesso, RichiestaDiAccessoDetails>(
            Keeper,
            t => [$"{t.AccessRequest}", "Nuovarrivo", $"{t.Tivoli}"],
            (q, t, actor) => q.Run(t.AccessRequest, actor)),
        AskedQuery.SeenBy<EntiSenzaRup, ListPage<EnteScoperto>>(
            Keeper,
            _ => ["Comune di Forano"],
            async (q, _, _) => await q.Run()),
        AskedQuery.SeenBy<PrimiPassi, IReadOnlyList<PassoDiAvvio>>(
            Keeper,
            _ => ["Un secondo Amministratore"],
            (q, _, _) => q.Run()),
        AskedQuery.SeenBy<PersoneInScadenza, ListPage<TitolareInScadenza>>(
            Keeper,
            t => [$"{t.EndingRole}"],
            async (q, _, _) => await q.Run()),
        AskedQuery.SeenBy<PreparaRup, EntePerRup>(
            Keeper,
            t => [$"{t.Tivoli}", "Comune di Tivoli", "Ferrantini"],
            (q, t, _) => q.Run(t.Tivoli)),
        AskedQuery.SeenBy<AnteprimaEnti, AnteprimaAnagrafe>(
            Keeper,
            _ => ["Nuovo Ente"],
            (q, _, _) => q.Run([SampleRows.Ente(977)])),
        AskedQuery.SeenBy<AnteprimaPersone, AnteprimaAnagrafe>(
            Keeper,
            _ => ["C'è già"],
            (q, t, actor) => q.Run([SampleRows.Persona(t.TivoliCode)], actor)),
    ];

    private static IEnumerable<AskedQuery> OfCatalogue() =>
    [
        AskedQuery.Public<ListaConvenzioni, IReadOnlyList<ConvenzioneRow>>(
            TheCatalogueIsEverybodys,
            t => t.Rup,
            t => [$"{t.Convenzione}", $"{t.Lotto}"],
            async (q, _, _) => await q.Run()),
        AskedQuery.Public<DettaglioConvenzione, ConvenzioneRow>(
            TheCatalogueIsEverybodys,
            t => t.Rup,
            t => [$"{t.Convenzione}", $"{t.Lotto}"],
            (q, t, _) => q.Run(t.Convenzione)),
        AskedQuery.Public<QuadroSpesa, QuadroSpesaView>(
            TheCatalogueIsEverybodys,
            t => t.Rup,
            t => [$"{t.Convenzione}", $"{t.Lotto}"],
            async (q, _, _) => await q.Run(new SpesaFilter(), false)),
        AskedQuery.Public<AvvisiAttuali, AvvisiView>(
            TheCatalogueIsEverybodys,
            t => t.Bench.ActorOf("amministratore"),
            _ => ["Silenziati"],
            async (q, _, _) => await q.Run()),
        AskedQuery.Public<ConsumoNelTempo, ConsumoView>(
            TheCatalogueIsEverybodys,
            t => t.Rup,
            _ => ["SenzaInCorso"],
            async (q, t, _) => await q.Run(new SpesaFilter { LottoId = t.Lotto })),
        AskedQuery.SeenBy<RiepilogoSpesa, RiepilogoView>(
            Readers,
            t => [$"{t.Tivoli}"],
            async (q, t, _) => await q.Run(new SpesaFilter { LottoId = t.Lotto }, DimensioneSpesa.Ente)),
        AskedQuery.SeenBy<MovimentiSpesa, MovimentiSpesaView>(
            Readers,
            t => [$"{t.Acquired}", t.AcquiredNumber, t.AcquiredCig, "Comune di Tivoli"],
            async (q, t, _) => await q.Run(new SpesaFilter { LottoId = t.Lotto, Voce = ComponenteCapienza.Aderito }, 1)),
        AskedQuery.Public<RichiesteInCorso, InCorsoView>(
            "who sees one Ente has the requests of the others as one sum",
            t => t.Bench.RupOfAnotherEnte,
            _ => ["AltriEnti"],
            async (q, _, _) => await q.Run(new SpesaFilter())),
        AskedQuery.Public<InAttesaDiCapienza, InAttesaView>(
            "who sees one Ente has the number of those of the others that wait",
            t => t.Bench.RupOfAnotherEnte,
            _ => ["\"AltriEnti\":1"],
            async (q, _, _) => await q.Run(new SpesaFilter())),
        AskedQuery.SeenBy<PostoInLista, PostoDellaLista>(
            Readers,
            _ => ["\"Posto\":1"],
            async (q, t, _) => await q.Run(t.Waiting)),
        AskedQuery.SeenBy<PostiLiberati, PostiLiberatiView>(
            t => [t.Rup],
            t => [$"{t.Waiting}"],
            async (q, t, _) => await q.Run(t.Rup.PersonaId)),
        AskedQuery.SeenBy<CalcoloRilievi, RilieviTrovati>(
            t => [t.Responsabile, t.Auditor],
            t => [$"{t.Draft}"],
            async (q, _, _) => await q.Run()),
        AskedQuery.SeenBy<ListaRilievi, RilieviView>(
            t => [t.Responsabile, t.Auditor],
            t => [$"{t.Acquired}", t.AcquiredNumber],
            async (q, _, _) => await q.Run(new RilieviFilter(), false)),
        AskedQuery.SeenBy<ListaScostamenti, RilieviView>(
            t => [t.Auditor],
            t => [$"{t.Draft}", t.Number, TivoliAndVelletri.Subject],
            async (q, _, _) => await q.Run(new RilieviFilter())),
        AskedQuery.SeenBy<RelazioneSpesa, RelazioneView>(
            t => [t.Rup],
            t => [$"{t.Acquired}"],
            async (q, _, _) => await q.Run(new DateOnly(2026, 11, 24))),
        AskedQuery.SeenBy<EsaminaOpenData, Result<OpenDataEsaminato>>(
            t => [t.Responsabile],
            t => [$"{t.Acquired}", t.AcquiredCig],
            async (q, t, _) => await q.Run(t.OpenData, new Progress<int>()),
            r => r.Value.Differenze),
        AskedQuery.SeenBy<ListaDifferenze, DifferenzeView>(
            t => [t.Responsabile, t.Auditor],
            t => [$"{t.Acquired}", t.AcquiredNumber, t.AcquiredCig],
            async (q, _, _) => await q.Run(new DifferenzeFilter())),
        AskedQuery.SeenBy<AdesioniDaRiprendere, DaRiprendereView>(
            t => [t.Rup, t.Bench.ActorOf("istruttore.tivoli")],
            t => [TivoliAndVelletri.PublishedCig],
            async (q, _, _) => await q.Run()),
        AskedQuery.SeenBy<AdesioniDaContare, IReadOnlyList<CigFuoriDaCigHub>>(
            t => [t.Bench.ActorOf("amministratore")],
            t => [TivoliAndVelletri.CommunicatedCig],
            async (q, t, _) => await q.Run(t.Bench.Catalogo.Lotti[0].Id)),
        AskedQuery.SeenBy<SollecitiRicevuti, SollecitiView>(
            t => [t.Rup],
            t => [$"{t.Draft}", t.Number],
            async (q, t, _) => await q.Run(t.Rup.PersonaId)),
        AskedQuery.SeenBy<ScadenzeSpesa, ScadenzeView>(
            Readers,
            t => [$"{t.Draft}", TivoliAndVelletri.Subject],
            async (q, _, _) => await q.Run(180, ScadenzeSpesa.PerPagina)),
        AskedQuery.Public<QuoteDeiFornitori, QuoteDelLotto>(
            TheCatalogueIsEverybodys,
            t => t.Rup,
            t => [$"{t.LottoWithSeveralSuppliers.Fornitori[0].IdPartecipante}"],
            (q, t, _) => q.Run(t.LottoWithSeveralSuppliers.Id)),
        AskedQuery.Public<ConvenzioniDaGuardare, IReadOnlyList<ConvenzioneDaGuardareRow>>(
            TheCatalogueIsEverybodys,
            t => t.Rup,
            t => [$"{t.Convenzione}"],
            async (q, _, _) => await q.PerResiduo()),
        AskedQuery.SeenBy<DettaglioLotto, LottoDetails>(
            Readers,
            t => [$"{t.Acquired}", t.AcquiredNumber, t.AcquiredCig],
            (q, t, _) => q.Run(t.Lotto)),
        AskedQuery.Public<TutteLeListe, QuadroListe>(
            OfTheOffice,
            t => t.Auditor,
            _ => ["CPV"],
            (q, _, _) => q.Run()),
        AskedQuery.Public<CercaNellaLista, VociTrovate>(
            OfTheOffice,
            t => t.Auditor,
            _ => ["30197630"],
            (q, _, _) => q.Run(ListeAnac.Cpv.IdTipologica, "30197630", false)),
        AskedQuery.Public<AnteprimaListe, Piano>(
            OfTheOffice,
            t => t.Amministratore,
            _ => ["ruoloOE.json"],
            (q, _, _) => q.Run([SampleListe.SenzaIlRuolo("14")]),
            piano => piano.DaCambiare.Select(f => f.File.Nome)),
        AskedQuery.Public<ListaAiuti, IReadOnlyList<AiutoErrore>>(
            OfTheOffice,
            t => t.Rup,
            _ => ["ERR98"],
            async (q, _, _) => await q.Run()),
        AskedQuery.Public<DettaglioAiuto, AiutoDaModificare>(
            OfTheOffice,
            t => t.Rup,
            _ => ["ERR98"],
            async (q, _, _) => await q.Run("ERR98")),
        AskedQuery.Public<StoriaPercorso, IReadOnlyList<VersionePercorso>>(
            OfTheOffice,
            t => t.Auditor,
            _ => ["Richiedi CIG"],
            async (q, _, _) => await q.Run()),
        AskedQuery.Public<StoriaMalfunzionamenti, ListPage<MalfunzionamentoRow>>(
            "a malfunction is the portal's and no Ente's: everybody sees who reported it, and when",
            t => t.Rup,
            _ => [Malfunction, "Tranquillini"],
            async (q, _, _) => await q.Run()),
    ];
}
