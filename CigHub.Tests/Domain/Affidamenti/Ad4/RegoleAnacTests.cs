using CigHub.Domain.Affidamenti.Ad4;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>Checks ANAC's rules: one test for each sentence of the decision table, and further tests for its edge cases.</summary>
public class RegoleAnacTests
{
    private const string Parita = "paritaDiGenereGenerazionale/";

    private static string[] Codici(BozzaAd4 bozza) => [.. RegoleAnac.Controlla(bozza.Scheda).Select(r => r.Codice).Distinct()];

    private static string[] Codici(string aggiudicazione) =>
        [.. RegoleAnac.Controlla(SchedaAd4.DaJson($$$"""{"anacForm":{"aggiudicazioni":[{{{aggiudicazione}}}]}}""")).Select(r => r.Codice)
            .Distinct().Where(c => c != "REG78")];

    private static BozzaAd4 ConQuote(string risposta, string? donne, string? giovani) => ConPnrr
        .ConValori(PathOf(Parita + "quota30PerCento"), risposta)
        .ConValori(PathOf(Parita + "quotaInferioreOccupFemminile"), donne)
        .ConValori(PathOf(Parita + "quotaInferioreOccupGiovanile"), giovani)
        .ConValori(PathOf(Parita + "motivoDeroga/0"), "9");

    [Fact]
    public void Una_scheda_completa_non_viola_nessuna_regola()
    {
        Assert.Empty(Codici(Completa));
        Assert.Empty(Codici(ConPnrr));
        Assert.Empty(Codici(Raggruppamento));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    public void REG18_con_fondi_pnrr_il_cup_si_acquisisce(string risposta) =>
        Assert.Contains("REG18", Codici(ConPnrr.ConValori(PathOf("acquisizioneCup"), risposta)));

    [Fact]
    public void REG18_senza_fondi_pnrr_il_cup_puo_non_servire() => Assert.Empty(Codici(Completa.ConValori(PathOf("acquisizioneCup"), "")));

    [Fact]
    public void REG19_se_il_cup_si_acquisisce_ce_ne_vuole_almeno_uno()
    {
        Assert.Equal(["REG19"], Codici(ConPnrr.ConValori(PathOf("cupLotto/0"), "")));
        Assert.Equal(["REG19"], Codici("""{"acquisizioneCup":true,"cupLotto":[]}"""));
        Assert.Equal(["REG19"], Codici(Completa.ConValori(PathOf("acquisizioneCup"), "true").AggiungiRiga(PathOf("cupLotto"))));
        Assert.Empty(Codici("""{"acquisizioneCup":false}"""));
    }

    [Fact]
    public void REG21_con_fondi_pnrr_la_sezione_sulla_parita_ci_vuole()
    {
        var senza = ConPnrr.ConValori(PathOf(Parita + "quota30PerCento"), "").ConValori(PathOf(Parita + "misurePremiali/0"), "");

        Assert.Equal(["REG21"], Codici(senza));
    }

    [Fact]
    public void REG22_e_REG28_nella_sezione_ci_vogliono_la_quota_e_le_misure_premiali()
    {
        Assert.Equal(["REG22"], Codici(ConPnrr.ConValori(PathOf(Parita + "quota30PerCento"), "")));
        Assert.Equal(["REG28"], Codici(ConPnrr.ConValori(PathOf(Parita + "misurePremiali/0"), "")));
        Assert.Empty(Codici("""{"afferenteInvestimentiPNRR":false,"paritaDiGenereGenerazionale":{}}"""));
    }

    [Fact]
    public void REG23_una_quota_inferiore_non_e_zero_per_entrambe()
    {
        Assert.Contains("REG23", Codici(ConQuote("SI_QUOTA_INFERIORE", "0", "0")));
        Assert.Empty(Codici(ConQuote("SI_QUOTA_INFERIORE", "0", "10")));
        Assert.Empty(Codici(ConQuote("SI", "0", "0")));
    }

    [Fact]
    public void REG23_una_quota_che_non_ce_non_e_zero()
    {
        Assert.Empty(Codici(ConQuote("SI_QUOTA_INFERIORE", null, null)));
        Assert.Empty(Codici(ConQuote("SI_QUOTA_INFERIORE", "0", null)));
    }

    [Fact]
    public void REG24_almeno_una_quota_e_sotto_il_trenta_per_cento()
    {
        Assert.Contains("REG24", Codici(ConQuote("SI_QUOTA_INFERIORE", "30", "30")));
        Assert.Contains("REG24", Codici("""{"paritaDiGenereGenerazionale":{"quotaInferioreOccupFemminile":30,"quotaInferioreOccupGiovanile":100}}"""));
        Assert.Empty(Codici(ConQuote("SI_QUOTA_INFERIORE", "30", "29,99")));
        Assert.Empty(Codici(ConQuote("SI_QUOTA_INFERIORE", "30", null)));
    }

    [Theory]
    [InlineData("NO")]
    [InlineData("SI_QUOTA_INFERIORE")]
    public void REG27_senza_la_quota_piena_ci_vuole_il_motivo(string risposta)
    {
        Assert.Contains("REG27", Codici($$$"""{"paritaDiGenereGenerazionale":{"quota30PerCento":"{{{risposta}}}"}}"""));
        Assert.Empty(Codici(
            $$$"""{"paritaDiGenereGenerazionale":{"quota30PerCento":"{{{risposta}}}","motivoDeroga":[{"idTipologica":"motivoDeroga","codice":"9"}]}}"""));
    }

    [Fact]
    public void REG27_e_REG28_prendono_un_elenco_vuoto_come_dato()
    {
        Assert.Empty(Codici("""{"paritaDiGenereGenerazionale":{"quota30PerCento":"NO","motivoDeroga":[]}}"""));
        Assert.Equal(["REG18", "REG22", "REG32"], Codici("""{"afferenteInvestimentiPNRR":true,"paritaDiGenereGenerazionale":{"misurePremiali":[]}}"""));
    }

    [Fact]
    public void Una_riga_lasciata_in_bianco_non_vale_come_elenco_dato() =>
        Assert.Contains("REG28", Codici(ConPnrr.ConValori(PathOf(Parita + "misurePremiali/0"), "").AggiungiRiga(PathOf(Parita + "misurePremiali"))));

    [Theory]
    [InlineData("n-inc")]
    [InlineData("")]
    public void REG32_con_fondi_pnrr_l_accessibilita_e_compresa(string risposta) =>
        Assert.Equal(["REG32"], Codici(ConPnrr.ConValori(PathOf("datiBaseAccessibilita/accessibilita"), risposta)));

    [Theory]
    [InlineData("\"testo\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void REG32_vale_anche_se_i_dati_di_accessibilita_sono_di_un_altro_tipo(string dati) =>
        Assert.Contains("REG32", Codici($$"""{"afferenteInvestimentiPNRR":true,"datiBaseAccessibilita":{{dati}}}"""));

    [Fact]
    public void REG33_la_giustificazione_annunciata_ci_vuole_ma_uno_spazio_basta()
    {
        var annunciata = Completa.ConValori(PathOf("datiBaseAccessibilita/accessibilita"), "n-inc-just");

        Assert.Equal(["REG33"], Codici(annunciata));
        Assert.Equal(["REG33"], Codici("""{"datiBaseAccessibilita":{"accessibilita":{"codice":"n-inc-just"},"giustificazione":""}}"""));
        Assert.Empty(Codici(annunciata.ConValori(PathOf("datiBaseAccessibilita/giustificazione"), " ")));
    }

    [Fact]
    public void REG52_chi_non_e_mandante_ha_un_importo()
    {
        Assert.Equal(["REG52"], Codici(Completa.ConValori(PathOf("partecipanti/0/importo"), "0")));
        Assert.Equal(["REG52"], Codici("""{"partecipanti":[{"importo":-1}]}"""));
        Assert.Empty(Codici(Raggruppamento.ConValori(PathOf("partecipanti/1/ruoloOE"), "12")));
    }

    [Fact]
    public void REG52_un_importo_che_non_ce_non_e_zero() => Assert.Empty(Codici(Completa.ConValori(PathOf("partecipanti/0/importo"), "")));

    [Theory]
    [InlineData("10")]
    [InlineData("12")]
    public void REG53_un_mandante_non_ha_importo(string ruolo) =>
        Assert.Equal(["REG53"], Codici(Raggruppamento.ConValori(PathOf("partecipanti/1/ruoloOE"), ruolo).ConValori(PathOf("partecipanti/1/importo"), "0,01")));

    [Fact]
    public void REG78_ci_vuole_almeno_un_partecipante()
    {
        Assert.Equal(["REG78"], Codici(Completa.RimuoviRiga(PathOf("partecipanti"), 0)));
        Assert.Equal(["REG78"], RegoleAnac.Controlla(SchedaAd4.DaJson("""{"anacForm":{"aggiudicazioni":[{"partecipanti":[]}]}}""")).Select(r => r.Codice));
    }

    [Fact]
    public void REG100_un_adesione_ha_un_solo_partecipante()
    {
        var violate = RegoleAnac.Controlla(Raggruppamento.ConValori(PathOf("partecipanti/1/idPartecipante"), "0a1b2c3d-7dec-11d0-a765-00a0c91e6bf6").Scheda);

        Assert.Equal("REG100", Assert.Single(violate).Codice);
        Assert.Equal(PathOf("partecipanti/1/idPartecipante"), violate[0].Percorso);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"anacForm":{"aggiudicazioni":[]}}""")]
    public void REG112_ci_vuole_almeno_un_aggiudicazione(string json) =>
        Assert.Equal(["REG112"], RegoleAnac.Controlla(SchedaAd4.DaJson(json)).Select(r => r.Codice));

    [Fact]
    public void Le_regole_guardano_ogni_aggiudicazione_e_dicono_quale()
    {
        var bozza = ConAggiudicazioni(3).ConValori("anacForm/aggiudicazioni/2/partecipanti/0/importo", "0");

        Assert.Equal("anacForm/aggiudicazioni/2/partecipanti/0/importo", Assert.Single(RegoleAnac.Controlla(bozza.Scheda)).Percorso);
    }

    [Fact]
    public void Il_percorso_di_ogni_regola_e_quello_di_un_campo_della_maschera()
    {
        var tutte = RegoleAnac.Controlla(SchedaAd4.DaJson("""
            {"anacForm":{"aggiudicazioni":[
              {"afferenteInvestimentiPNRR":true,"acquisizioneCup":true,"paritaDiGenereGenerazionale":{},"partecipanti":[]},
              {"afferenteInvestimentiPNRR":true,"partecipanti":[{"importo":0,"idPartecipante":"a"},{"ruoloOE":{"codice":"10"},"importo":1,"idPartecipante":"b"}]},
              {"paritaDiGenereGenerazionale":{"quota30PerCento":"SI_QUOTA_INFERIORE","quotaInferioreOccupFemminile":0,"quotaInferioreOccupGiovanile":0}},
              {"paritaDiGenereGenerazionale":{"quotaInferioreOccupFemminile":30,"quotaInferioreOccupGiovanile":30}},
              {"datiBaseAccessibilita":{"accessibilita":{"codice":"n-inc-just"}}}]}}
            """)).Concat(RegoleAnac.Controlla(new SchedaAd4())).ToList();

        Assert.Equal(15, tutte.Select(r => r.Codice).Distinct().Count());
        Assert.All(tutte, r => Assert.True(CatalogoAd4.Trova(r.Percorso)?.NellaMaschera, r.Percorso));
        Assert.All(tutte, r => Assert.True(r.Messaggio.Length > 30, r.Codice));
    }
}
