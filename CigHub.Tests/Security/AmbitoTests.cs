using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Affidamenti.ElencoPortale;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.Affidamenti.Serie;
using CigHub.Web.Features.Codici;
using CigHub.Web.Features.Codici.Percorso;
using CigHub.Web.Features.Convenzioni;
using CigHub.Web.Features.Cruscotto;
using CigHub.Web.Features.Malfunzionamenti;
using CigHub.Web.Features.Persone;
using CigHub.Web.Features.Persone.Registrazione;
using CigHub.Web.Features.Persone.Richieste;
using CigHub.Web.Features.RegistroEventi;
using CigHub.Web.Features.Spesa;
using CigHub.Web.Features.VaiA;
using CigHub.Web.Security;

namespace CigHub.Tests.Security;

/// <summary>Every query, asked by somebody of another Ente, says nothing of the first one's.</summary>
public sealed class AmbitoTests : ConBanco
{
    private const string Segreto = "Oggetto che solo Tivoli conosce";

    /// <summary>The office's catalogue of Enti and people.</summary>
    private static readonly string[] DelCatalogo = [nameof(ElencoEnti), nameof(ElencoPersone), nameof(DettaglioEnte), nameof(DettaglioPersona), nameof(ChiAvevaIlRuolo)];

    /// <summary>Tivoli and its RUP, of the workbench under test.</summary>
    private static readonly AsyncLocal<(Guid Ente, Guid Rup)> Tivoli = new();

    /// <summary>The Convenzione and the exported scheda of Tivoli's Affidamento.</summary>
    private static readonly AsyncLocal<Guid> Convenzione = new();
    private static readonly AsyncLocal<string?> SchedaDiTivoli = new();

    /// <summary>The portal's list of Tivoli's Affidamento.</summary>
    private static readonly AsyncLocal<byte[]?> ElencoDiTivoli = new();

    /// <summary>How each query is asked about the first Ente's Affidamento; a query that is missing here fails the test below.</summary>
    private static readonly Dictionary<Type, Func<Lettore, Actor, Guid, Guid, Task<object?>>> Domande = new()
    {
        [typeof(CercaAffidamenti)] = async (l, a, _, _) => (await l.Leggi<CercaAffidamenti, RigheTrovate>(a, async q => await q.Esegui(FiltroAffidamenti.Tutti, a.PersonaId, 1, 100))) is { IsSuccess: true } r ? r.Value.Righe : null,
        [typeof(AnteprimaPregresse)] = async (l, a, _, _) => (await l.Leggi<AnteprimaPregresse, Anteprima>(a, q => q.Esegui([new ModuloPregresso()], a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(PreparaPregresse)] = async (l, a, _, _) => (await l.Leggi<PreparaPregresse, DatiPerPregresse>(a, q => q.Esegui(a))) is { IsSuccess: true } r ? r.Value.Rup : null,
        [typeof(DettaglioAffidamento)] = async (l, a, id, _) => (await l.Leggi<DettaglioAffidamento, SchedaAffidamento>(a, q => q.Esegui(id))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(PreparaNuovo)] = async (l, a, _, lotto) => (await l.Leggi<PreparaNuovo, DatiPerNuovo>(a, q => q.Esegui(lotto, a))) is { IsSuccess: true } r ? r.Value.Rup : null,
        [typeof(ElencoConvenzioni)] = async (l, a, _, _) => (await l.Leggi<ElencoConvenzioni, IReadOnlyList<VoceConvenzione>>(a, async q => await q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(DettaglioConvenzione)] = async (l, a, _, lotto) => (await l.Leggi<ElencoConvenzioni, IReadOnlyList<VoceConvenzione>>(a, async q => await q.Esegui())) is { IsSuccess: true } r ? (await l.Leggi<DettaglioConvenzione, VoceConvenzione>(a, q => q.Esegui(r.Value.Single(c => c.Lotti.Any(v => v.Lotto.Id == lotto)).Convenzione.Id))).Value : null,
        [typeof(DettaglioLotto)] = async (l, a, _, lotto) => (await l.Leggi<DettaglioLotto, SchedaLotto>(a, q => q.Esegui(lotto))) is { IsSuccess: true } r ? r.Value.Movimenti : null,
        [typeof(SpesaPerConvenzione)] = async (l, a, _, _) => (await l.Leggi<SpesaPerConvenzione, IReadOnlyList<VoceSpesa>>(a, async q => await q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ElencoEventi)] = async (l, a, _, _) => (await l.Leggi<ElencoEventi, Web.Features.Pagina<VoceEvento>>(a, async q => await q.Esegui(new FiltroEventi(), 1, 1000))) is { IsSuccess: true } r ? r.Value.Voci : null,
        [typeof(DettaglioEvento)] = async (l, a, _, _) => (await l.Leggi<DettaglioEvento, SchedaEvento>(a, q => q.Esegui(3))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(CercaDestinazioni)] = async (l, a, _, _) => (await l.Leggi<CercaDestinazioni, IReadOnlyList<Web.Components.Layout.Destinazione>>(a, q => q.Esegui("oggetto"))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(VerificaIntegrita)] = async (l, a, _, _) => (await l.Leggi<VerificaIntegrita, Domain.Registro.EsitoVerifica>(a, q => q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ElencoEnti)] = async (l, a, _, _) => (await l.Leggi<ElencoEnti, Web.Features.Pagina<VoceEnte>>(a, async q => await q.Esegui(new FiltroAnagrafe(), 1, 100, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ElencoPersone)] = async (l, a, _, _) => (await l.Leggi<ElencoPersone, Web.Features.Pagina<VocePersona>>(a, async q => await q.Esegui(new FiltroAnagrafe(), 1, 100, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(DettaglioEnte)] = async (l, a, _, _) => (await l.Leggi<DettaglioEnte, SchedaEnte>(a, q => q.Esegui(Tivoli.Value.Ente, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(DettaglioPersona)] = async (l, a, _, _) => (await l.Leggi<DettaglioPersona, SchedaPersona>(a, q => q.Esegui(Tivoli.Value.Rup, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(DettaglioFascicolo)] = async (l, a, id, _) => (await l.Leggi<DettaglioFascicolo, SchedaFascicolo>(a, q => q.Esegui(id))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(DettaglioDopoIlCig)] = async (l, a, id, _) => (await l.Leggi<DettaglioDopoIlCig, SchedaDopoIlCig>(a, q => q.Esegui(id))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ChiPuoProcedere)] = async (l, a, id, _) => (await l.Leggi<ChiPuoProcedere, Procedibilita>(a, q => q.Esegui(id, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(CronologiaAffidamento)] = async (l, a, id, _) => (await l.Leggi<CronologiaAffidamento, Cronologia>(a, q => q.Esegui(id, 100))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ContenutoAllegato)] = async (l, a, id, _) => (await l.Leggi<ContenutoAllegato, AllegatoDaDare>(a, q => q.Esegui(id, id))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ListaDiLavoro)] = async (l, a, _, _) => (await l.Leggi<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(a, async q => await q.Esegui(a, false))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ConvenzioniDaGuardare)] = async (l, a, _, _) => (await l.Leggi<ConvenzioniDaGuardare, IReadOnlyList<VoceConvenzioneDaGuardare>>(a, async q => await q.PerResiduo())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(RiepilogoRegistro)] = async (l, a, _, _) => (await l.Leggi<RiepilogoRegistro, Riepilogo>(a, q => q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ElencoListe)] = async (l, a, _, _) => (await l.Leggi<ElencoListe, QuadroListe>(a, q => q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(CercaNellaLista)] = async (l, a, _, _) => (await l.Leggi<CercaNellaLista, PaginaDiLista>(a, q => q.Esegui("CPV", "carta", false))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(AnteprimaListe)] = async (l, a, _, _) => (await l.Leggi<AnteprimaListe, Piano>(a, q => q.Esegui([]))) is { IsSuccess: true } r ? r.Value.File : null,
        [typeof(PreparaSerie)] = async (l, a, _, lotto) => (await l.Leggi<PreparaSerie, Domain.Affidamenti.Serie.ContestoSerie>(a, async q => await q.Esegui(Convenzione.Value, a))) is { IsSuccess: true } r ? (r.Value.Rup, r.Value.Ultima?.Json()) : null,
        [typeof(AnteprimaSerie)] = async (l, a, _, lotto) => (await l.Leggi<AnteprimaSerie, SerieControllata>(a, async q => await q.Esegui(Convenzione.Value, [], a))) is { IsSuccess: true } r ? r.Value.GetType().Name : null,
        [typeof(SchedeDaEsportare)] = async (l, a, id, _) => (await l.Leggi<SchedeDaEsportare, IReadOnlyList<(Guid Id, NumeroAffidamento Numero, BozzaAd4 Bozza)>>(a, q => q.Esegui([id]))) is { IsSuccess: true } r ? r.Value.Select(s => s.Bozza.Json()).ToList() : null,
        [typeof(EsaminaScheda)] = async (l, a, _, _) => (await l.Leggi<EsaminaScheda, Domain.Common.Result<SchedaEsaminata>>(a, q => q.Esegui(SchedaDiTivoli.Value!, a))) is { IsSuccess: true } r ? r.Value.Errors : null,
        [typeof(VociDiSerie)] = async (l, a, id, _) => (await l.Leggi<VociDiSerie, IReadOnlyDictionary<Guid, AffidamentoInSerie>>(a, async q => await q.Esegui([id]))) is { IsSuccess: true } r ? r.Value.Values : null,
        [typeof(StoriaMalfunzionamenti)] = async (l, a, _, _) => (await l.Leggi<StoriaMalfunzionamenti, IReadOnlyList<VoceMalfunzionamento>>(a, async q => await q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(VersioniPercorso)] = async (l, a, _, _) => (await l.Leggi<VersioniPercorso, IReadOnlyList<VersionePercorso>>(a, async q => await q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(AnteprimaElenco)] = async (l, a, _, _) => (await l.Leggi<AnteprimaElenco, Domain.Common.Result<AnteprimaDelPortale>>(a, q => q.Esegui(ElencoDiTivoli.Value!, a))) is { IsSuccess: true } r ? (r.Value.Value.Confronto.Righe[0].Esito, r.Value.Value.Confronto.Righe[0].Candidati.Select(c => c.Affidamento.Numero.ToString()), r.Value.Value.Confronto.NonRisultano) : null,
        [typeof(ElenchiCaricati)] = async (l, a, _, _) => (await l.Leggi<ElenchiCaricati, IReadOnlyList<VoceElencoCaricato>>(a, q => q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ContenutoElenco)] = async (l, a, id, _) => (await l.Leggi<ContenutoElenco, AllegatoDaDare>(a, q => q.Esegui(id))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(MiaRegistrazione)] = async (l, a, _, _) => (await l.Leggi<MiaRegistrazione, SchedaRegistrazione>(a, q => q.Esegui(a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(RegistrazioneDelRup)] = async (l, a, id, _) => (await l.Leggi<RegistrazioneDelRup, RupNonRegistrato>(a, q => q.Esegui(id, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(RegistrazioniDellaPersona)] = async (l, a, _, _) => (await l.Leggi<RegistrazioniDellaPersona, IReadOnlyList<RegistrazioneAllEnte>>(a, async q => await q.Esegui(Tivoli.Value.Rup, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ChiAvevaIlRuolo)] = async (l, a, _, _) => (await l.Leggi<ChiAvevaIlRuolo, IReadOnlyList<NelRuolo>>(a, q => q.Esegui(Tivoli.Value.Ente, new DateOnly(2026, 11, 24), a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(LavoroCheResta)] = async (l, a, _, _) => (await l.Leggi<LavoroCheResta, IReadOnlyList<LavoroAllEnte>>(a, async q => await q.Esegui(Tivoli.Value.Rup))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(LavoroSenzaRup)] = async (l, a, _, _) => (await l.Leggi<LavoroSenzaRup, IReadOnlyList<LavoroDi>>(a, async q => await q.Tutti(a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(LavoroDaPassare)] = async (l, a, _, _) => (await l.Leggi<LavoroDaPassare, SchedaConsegne>(a, q => q.Esegui(Tivoli.Value.Rup, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(LeggiPassaggi)] = async (l, a, id, _) => (await l.Leggi<LeggiPassaggi, PassaggiDelRup>(a, q => q.Esegui(id, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(ElencoRichiesteDiAccesso)] = async (l, a, _, _) => (await l.Leggi<ElencoRichiesteDiAccesso, Web.Features.Pagina<VoceRichiesta>>(a, async q => await q.Esegui(false, 1, 100))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(DettaglioRichiestaDiAccesso)] = async (l, a, id, _) => (await l.Leggi<DettaglioRichiestaDiAccesso, SchedaRichiesta>(a, q => q.Esegui(id, a))) is { IsSuccess: true } r ? r.Value : null,
        [typeof(EntiSenzaRup)] = async (l, a, _, _) => (await l.Leggi<EntiSenzaRup, Web.Features.Pagina<EnteSenzaRup>>(a, async q => await q.Esegui())) is { IsSuccess: true } r ? r.Value : null,
    };

    public static TheoryData<string> Nomi => new(SecuritySetup.Queries(typeof(SecuritySetup).Assembly).Select(t => t.Name));

    [Theory]
    [MemberData(nameof(Nomi))]
    public async Task Chi_e_di_un_altro_Ente_non_vede_nulla_del_primo(string nome)
    {
        var (id, numero) = await AffidamentoDiTivoli();
        Tivoli.Value = (Banco.Rup.EnteId!.Value, Banco.Rup.PersonaId);
        Convenzione.Value = Banco.Catalogo.Lotti[0].ConvenzioneId;
        SchedaDiTivoli.Value = (await Banco.Rileggi(id)).Bozza.Scheda.Json();
        ElencoDiTivoli.Value = ElenchiDiProva.Utf8(ElenchiDiProva.Html([ElenchiDiProva.Riga((await Banco.Rileggi(id)).TitoloDocumento, null, "", "")]));
        var domanda = Domande.Single(d => d.Key.Name == nome).Value;
        foreach (var altro in new[] { Banco.RupDiUnAltroEnte, Banco.Come("istruttore.velletri"), Banco.Come("amministratore"), Banco.Come("auditor") with { EnteId = Banco.RupDiUnAltroEnte.EnteId } })
        {
            var risposta = await domanda(Banco.Lettore, altro, id, Banco.Catalogo.Lotti[0].Id);
            var testo = System.Text.Json.JsonSerializer.Serialize(risposta);
            Assert.DoesNotContain(id.ToString(), testo, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(numero, testo, StringComparison.Ordinal);
            Assert.DoesNotContain(Segreto, testo, StringComparison.Ordinal);

            // The office's own catalogue names people on purpose, to those who keep it or audit it and to nobody else.
            if (!DelCatalogo.Contains(nome) || !altro.Ruolo.Ammette(Permission.LeggiAnagrafe) || altro.EnteId is not null)
            {
                Assert.DoesNotContain("Ferrantini", testo, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nomi))]
    public async Task Chi_non_ha_il_ruolo_nel_token_non_legge_nulla(string nome)
    {
        var (id, _) = await AffidamentoDiTivoli();
        Tivoli.Value = (Banco.Rup.EnteId!.Value, Banco.Rup.PersonaId);
        Convenzione.Value = Banco.Catalogo.Lotti[0].ConvenzioneId;
        SchedaDiTivoli.Value = (await Banco.Rileggi(id)).Bozza.Scheda.Json();
        ElencoDiTivoli.Value = ElenchiDiProva.Utf8(ElenchiDiProva.Html([ElenchiDiProva.Riga((await Banco.Rileggi(id)).TitoloDocumento, null, "", "")]));
        var domanda = Domande.Single(d => d.Key.Name == nome).Value;
        Assert.Null(await domanda(Banco.Lettore, Banco.Rup with { RuoliToken = [] }, id, Banco.Catalogo.Lotti[0].Id));
    }

    [Fact]
    public async Task Chi_e_dello_stesso_Ente_lo_vede()
    {
        var (id, _) = await AffidamentoDiTivoli();
        var scheda = await Banco.Lettore.Leggi<DettaglioAffidamento, SchedaAffidamento>(Banco.Rup, q => q.Esegui(id));
        Assert.Equal(Segreto, scheda.Value.Affidamento.Oggetto);
    }

    private async Task<(Guid Id, string Numero)> AffidamentoDiTivoli()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Riesce(new SalvaBozza(id, [new Domain.Affidamenti.Ad4.ModificaCampo(PercorsoAd4.Oggetto, Segreto, (await Banco.Rileggi(id)).Oggetto)]));
        return (id, (await Banco.Rileggi(id)).Numero.ToString());
    }
}
