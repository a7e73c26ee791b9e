using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>
/// Checks the controls of a draft, which say in advance what ANAC or the Convenzione would object to. An error stops the Affidamento, and
/// an avviso asks for a reason.
/// </summary>
public class ControlliAffidamentoTests
{
    private static readonly DateTime _utc = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Su_una_scheda_in_regola_non_c_e_niente_da_dire() => Assert.Empty(Of(Completa));

    [Theory]
    [InlineData(EsitoPadre.NonAggiudicato, "ad4.padre-non-aggiudicato", TipoSegnalazione.Errato)]
    [InlineData(EsitoPadre.NonConvenzione, "ad4.padre-non-convenzione", TipoSegnalazione.Errato)]
    [InlineData(EsitoPadre.DaVerificare, "ad4.padre-da-verificare", TipoSegnalazione.Avviso)]
    public void Un_padre_che_ANAC_non_accetterebbe_ferma_e_uno_mai_guardato_avvisa(EsitoPadre esito, string codice, TipoSegnalazione tipo) =>
        Solo(Of(Completa, padre: esito), codice, tipo, PercorsoAd4.CigPadre);

    [Theory]
    [InlineData("codiceAusa", "0000999999", "ad4.ausa-sconosciuto")]
    [InlineData("codiceCentroCosto", "1A2B3C4D-0000-4000-8000-00000000000F", "ad4.centro-di-costo-sconosciuto")]
    public void AUSA_e_centro_di_costo_sono_quelli_dell_Ente(string campo, string testo, string codice) =>
        Solo(Of(Completa.ConValori($"anacForm/stazioniAppaltanti/0/{campo}", testo)), codice, TipoSegnalazione.Errato,
            $"anacForm/stazioniAppaltanti/0/{campo}");

    [Fact]
    public void Di_un_altra_stazione_appaltante_non_si_conosce_il_centro_di_costo()
    {
        var due = Completa.ConValori("anacForm/stazioniAppaltanti/1/codiceFiscale", "00399810589")
            .ConValori("anacForm/stazioniAppaltanti/1/codiceAusa", "0000246017")
            .ConValori("anacForm/stazioniAppaltanti/1/codiceCentroCosto", "2558").ConValori("anacForm/stazioniAppaltanti/1/saTitolare", "false");

        Assert.DoesNotContain(Of(due), s => s.Codice.Contains("centro", StringComparison.Ordinal));
        Solo(Of(due.ConValori("anacForm/stazioniAppaltanti/1/saTitolare", "true")).Where(s => s.Tipo == TipoSegnalazione.Avviso), "ad4.titolari",
            TipoSegnalazione.Avviso, "anacForm/stazioniAppaltanti/0/saTitolare");
    }

    [Fact]
    public void L_Ente_e_una_delle_stazioni_appaltanti() =>
        Solo(Of(Completa.ConValori("anacForm/stazioniAppaltanti/0/codiceFiscale", "00399810589")), "ad4.ente-assente", TipoSegnalazione.Errato,
            "anacForm/stazioniAppaltanti/0/codiceFiscale");

    [Fact]
    public void I_membri_di_un_raggruppamento_hanno_un_solo_importo()
    {
        var secondo = PathOf("partecipanti/1/importo");
        var diversi = Raggruppamento.ConValori(PathOf("partecipanti/1/ruoloOE"), Raggruppamento.Testo(PathOf("partecipanti/0/ruoloOE")))
            .ConValori(secondo, "10,00");

        Assert.Contains(Of(diversi), s => (s.Codice, s.Percorso, s.Ferma) == ("ad4.importi-diversi", secondo, true));
        Assert.DoesNotContain(Of(Raggruppamento), s => s.Codice == "ad4.importi-diversi");
    }

    /// <summary>The finanziamenti of the sample cover services, security and somme a disposizione: 123.830,00 € in all.</summary>
    [Theory]
    [InlineData("123.829,99", true)]
    [InlineData("101.500,00", true)]
    [InlineData("123.830,00", false)]
    [InlineData("200.000,00", false)]
    public void I_finanziamenti_coprono_tutto_il_quadro_economico_con_IVA_e_somme_a_disposizione_e_possono_superarlo(string importo, bool avvisa)
    {
        var trovate = Of(Completa.ConValori(PathOf("finanziamenti/0/importo"), importo));
        if (!avvisa)
        {
            Assert.Empty(trovate);
            return;
        }

        Solo(trovate, "ad4.finanziamenti-non-tornano", TipoSegnalazione.Avviso, PathOf("finanziamenti/0/importo"));
        Assert.Equal([(PathOf("finanziamenti/0/importo"), "123.830,00")], trovate[0].Proposta);
        Assert.Contains("Opzioni non ancora finanziate", trovate[0].MotiviProposti);
    }

    [Fact]
    public void Le_opzioni_sono_nel_quadro_economico_da_finanziare_e_piu_fonti_si_sommano()
    {
        var conOpzioni = Completa.ConValori(PathOf("quadroEconomicoStandard/sommeOpzioniRinnovi"), "10.000,00");
        Solo(Of(conOpzioni), "ad4.finanziamenti-non-tornano", TipoSegnalazione.Avviso, PathOf("finanziamenti/0/importo"));
        Assert.Empty(Of(conOpzioni.ConValori(PathOf("finanziamenti/1/tipoFinanziamento"), "A").ConValori(PathOf("finanziamenti/1/importo"), "10.000,00")));
    }

    [Fact]
    public void Il_solo_finanziamento_segue_il_totale_del_quadro_economico()
    {
        var prima = Completa;
        var dopo = prima.ConValori(PathOf("quadroEconomicoStandard/sommeADisposizione"), "30.000,00");
        Assert.Equal("131.500,00", ValoriDerivati.Aggiorna(prima, dopo, ErosioneMassimale.NettoConSicurezza).Testo(PathOf("finanziamenti/0/importo")));
    }

    [Theory]
    [InlineData("25/11/2026", "18/11/2026", "ad4.adesione-futura")]
    [InlineData("24/11/2026", "18/11/2026", null)]
    [InlineData("17/11/2026", "18/11/2026", "ad4.adesione-prima-della-scelta")]
    [InlineData("18/11/2026", "18/11/2026", null)]
    public void Date_che_si_contraddicono_chiedono_un_motivo(string adesione, string scelta, string? codice)
    {
        var trovate = Of(Completa.ConValori(PercorsoAd4.DataAdesione, adesione).ConValori(PercorsoAd4.DataAggiudicazione(0), scelta));
        Assert.Equal(codice is null ? [] : [(codice, true)], trovate.Select(s => (s.Codice, s.VuoleMotivo)));
    }

    [Fact]
    public void Un_adesione_non_precede_l_aggiudicazione_del_Lotto_ne_segue_il_contratto()
    {
        var contesto = Context();
        var lotto = new Lotto(contesto.Lotto.Id, contesto.Convenzione.Id, new DatiLotto(
            1, "Pulizie", contesto.Lotto.CigPadre, contesto.Lotto.Caratteristiche with { DataAggiudicazione = new(2026, 11, 21) },
            [.. contesto.Lotto.Fornitori])
        { EsitoPadre = EsitoPadre.AggiudicatoComeConvenzione, PadreVerificatoIl = new DateOnly(2026, 11, 22) });
        Solo(ControlliAffidamento.Segnalazioni(Completa, contesto with { Lotto = lotto }), "ad4.adesione-prima-del-lotto", TipoSegnalazione.Avviso,
            PercorsoAd4.DataAdesione);
        Solo(ControlliAffidamento.Segnalazioni(Completa, contesto with { ContrattoDal = new(2026, 11, 19) }), "ad4.contratto-prima-dell-adesione",
            TipoSegnalazione.Avviso, PercorsoAd4.DataAdesione);
        Assert.Empty(ControlliAffidamento.Segnalazioni(Completa, contesto with { ContrattoDal = new(2026, 11, 20) }));
    }

    [Fact]
    public void Al_CUP_si_pensa_prima_del_CIG()
    {
        Solo(Of(Completa.ConValori(PathOf("acquisizioneCup"), "")), "ad4.cup-non-considerato", TipoSegnalazione.Avviso, PathOf("acquisizioneCup"));
        Assert.Empty(Of(Completa.ConValori(PathOf("acquisizioneCup"), "false")));
    }

    [Fact]
    public void Con_il_PNRR_su_una_Convenzione_anteriore_alle_linee_guida_si_propone_la_deroga()
    {
        var avviso = Assert.Single(Of(ConPnrr, bando: new(2021, 12, 29)), s => s.Tipo == TipoSegnalazione.Avviso);
        Assert.Equal("ad4.deroga-convenzione-anteriore", avviso.Codice);

        var accettata = avviso.Proposta.Aggregate(ConPnrr, (b, p) => b.ConValori(p.Percorso, p.Testo));
        Assert.Empty(Of(accettata, bando: new(2021, 12, 29)));
        Assert.DoesNotContain(Of(ConPnrr, bando: new(2021, 12, 30)), s => s.Codice == avviso.Codice);
    }

    [Theory]
    [InlineData("datiBaseCPV/cpvPrevalente", "30197630", "ad4.cpv-diverso")]
    [InlineData("codIstat", "005046001", "ad4.luoghi-discordi")]
    public void CPV_e_luogo_sono_quelli_del_Lotto_o_si_dice_perche_no(string campo, string testo, string codice) =>
        Solo(Of(Completa.ConValori(PathOf(campo), testo)).Where(s => s.Tipo == TipoSegnalazione.Avviso), codice, TipoSegnalazione.Avviso, PathOf(campo));

    [Fact]
    public void Oltre_il_residuo_si_avvisa() =>
        Solo(Of(Completa, massimale: "101.499,99"), "capienza.insufficiente", TipoSegnalazione.Avviso, PathOf("quadroEconomicoStandard/impServizi"));

    [Fact]
    public void Porta_al_residuo_riduce_la_voce_maggiore_di_quanto_non_ci_sta()
    {
        var avviso = Assert.Single(Of(Completa, massimale: "101.499,99"));
        var portata = avviso.Proposta.Aggregate(Completa, (b, p) => b.ConValori(p.Percorso, p.Testo));
        Assert.Equal(Importo.Parse("101.499,99", null), ImportoAdesione.Totale(portata, Context(massimale: "101.499,99").Convenzione.Erosione));
        Assert.DoesNotContain(Of(portata, massimale: "101.499,99"), s => s.Codice == avviso.Codice);
        Assert.Empty(Assert.Single(Of(Completa, massimale: "0,01")).Proposta);
    }

    /// <summary>
    /// An amount over the residuo must not ask for a reason, because no reason would let the request pass. The draft may still be declared
    /// ready.
    /// </summary>
    [Fact]
    public void Oltre_il_residuo_non_si_chiede_un_motivo()
    {
        var contesto = Context(massimale: "101.499,99");
        var avviso = Assert.Single(ControlliAffidamento.Segnalazioni(Completa, contesto));
        Assert.Equal((false, false), (avviso.Ferma, avviso.VuoleMotivo));
        Assert.DoesNotContain("motivo", avviso.Messaggio, StringComparison.Ordinal);
        var affidamento = Nuovo(contesto);
        Assert.Empty(affidamento.SegnaPronto(contesto, new Dictionary<string, string>(), _utc).Value);
        Assert.Equal(StatoAffidamento.ProntoPerIlPortale, affidamento.Stato);
    }

    [Fact]
    public void Un_avviso_si_supera_solo_con_un_motivo_e_un_errore_mai()
    {
        var contesto = Context(padre: EsitoPadre.DaVerificare);
        var affidamento = Nuovo(contesto);

        Assert.Equal([Affidamento.CodiceSenzaMotivo], affidamento.SegnaPronto(contesto, new Dictionary<string, string>(), _utc).Errors.Select(e => e.Code));
        Assert.Equal([Affidamento.CodiceSenzaMotivo], affidamento.SegnaPronto(contesto, Motivi("   "), _utc).Errors.Select(e => e.Code));
        Assert.Equal(["ad4.padre-da-verificare"],
            affidamento.SegnaPronto(contesto, Motivi("Verificato per telefono con la CMRC."), _utc).Value.Select(s => s.Codice));
        Assert.Equal(StatoAffidamento.ProntoPerIlPortale, affidamento.Stato);

        var no = Context(padre: EsitoPadre.NonAggiudicato);
        Assert.Equal(["ad4.padre-non-aggiudicato"], Nuovo(no).SegnaPronto(no,
            new Dictionary<string, string> { [$"ad4.padre-non-aggiudicato {PercorsoAd4.CigPadre}"] = "Perché sì" }, _utc).Errors.Select(e => e.Code));

        static Dictionary<string, string> Motivi(string motivo) => new() { [$"ad4.padre-da-verificare {PercorsoAd4.CigPadre}"] = motivo };
    }

    private static void Solo(IEnumerable<Segnalazione> segnalazioni, string codice, TipoSegnalazione tipo, string percorso)
    {
        var sola = Assert.Single(segnalazioni);
        Assert.Equal((codice, tipo, percorso), (sola.Codice, sola.Tipo, sola.Percorso));
    }

    internal static IReadOnlyList<Segnalazione> Of(
        BozzaAd4 bozza, EsitoPadre padre = EsitoPadre.AggiudicatoComeConvenzione, DateOnly? bando = null, string massimale = "1.000.000,00") =>
        ControlliAffidamento.Segnalazioni(bozza, Context(padre, bando, massimale));

    private static Affidamento Nuovo(ContestoControlli contesto) => Affidamento.Nuovo(
        Guid.CreateVersion7(), new NumeroAffidamento(2026, 1), contesto.Ente.Id, contesto.Lotto, contesto.Convenzione, Guid.NewGuid(),
        Guid.NewGuid(), null, Completa, _utc).Value;

    private static ContestoControlli Context(
        EsitoPadre padre = EsitoPadre.AggiudicatoComeConvenzione, DateOnly? bando = null, string massimale = "1.000.000,00")
    {
        var dal = bando ?? new DateOnly(2023, 10, 2);
        var disciplina = dal < Convenzione.PrimoBandoDelDlgs36 ? DisciplinaApplicabile.Dlgs50Del2016 : DisciplinaApplicabile.Dlgs36Del2023;
        var convenzione = new Convenzione(Guid.CreateVersion7(),
            new DatiConvenzione("Pulizie", disciplina, dal, new(2024, 1, 1), new(2027, 12, 31), false, ErosioneMassimale.NettoConSicurezza));
        var fornitore = new Fornitore(Guid.Parse(IdPartecipante), "Operatore 1 S.r.l.", CodiceFiscale.Parse(PartitaIvaFornitore, null), "1", "1");
        var caratteristiche = new CaratteristicheLotto(
            "services", Cpv.Parse(Completa.Testo(PathOf("datiBaseCPV/cpvPrevalente"))!, null), "NA", "FS", CodNuts.Parse("ITI43", null), new(2023, 12, 1));
        var lotto = new Lotto(Guid.CreateVersion7(), convenzione.Id, new DatiLotto(1, "Pulizie", Cig.Parse(CigPadre, null), caratteristiche, [fornitore])
        {
            EsitoPadre = padre,
            PadreVerificatoIl = padre == EsitoPadre.DaVerificare ? null : new DateOnly(2024, 1, 8),
        });
        var capienza = new Capienza(lotto.Id);
        capienza.Apri(Importo.Leggi(massimale).Value, "Contratto", DateOnly.FromDateTime(_utc), _utc);
        return new ContestoControlli(convenzione, lotto, capienza, EnteDiProva(), ListeAnac.Fornite, Oggi);
    }

    private static Ente EnteDiProva() => new(Guid.CreateVersion7(), new DatiEnte(
        "Comune di prova", CodiceFiscale.Parse(CodiceFiscaleEnte, null), null, "pec@esempio.it", new Sede("Via Roma 1", "00100", "Roma", "RM"), "c_x000",
        "0000123456", CodIstat.Parse("012058049", null),
        [new CentroDiCosto("1A2B3C4D-0000-4000-8000-000000000001", "Ufficio gare")], []));
}
