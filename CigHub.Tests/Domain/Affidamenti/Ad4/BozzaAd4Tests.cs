using CigHub.Domain.Affidamenti.Ad4;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

public class BozzaAd4Tests
{
    private const string Servizi = "anacForm/aggiudicazioni/0/quadroEconomicoStandard/impServizi";
    private const string Adesione = "anacForm/appalto/dataAdesione";

    [Theory]
    [InlineData(Servizi, "1234,5", "1.234,50")]
    [InlineData(Servizi, "1.234,50 €", "1.234,50")]
    [InlineData(Servizi, "0", "0,00")]
    [InlineData(Adesione, "24/11/2026", "24/11/2026")]
    [InlineData(Adesione, "4-1-2026", "04/01/2026")]
    [InlineData(Adesione, "2026-11-24", "24/11/2026")]
    [InlineData("anacForm/appalto/opereUrbanizzazioneScomputo", "sì", "true")]
    [InlineData("anacForm/appalto/opereUrbanizzazioneScomputo", "No", "false")]
    [InlineData("anacForm/appalto/cig", " b1234abc7c ", CigPadre)]
    [InlineData("anacForm/aggiudicazioni/0/cupLotto/0", "f81b26000010006", Cup)]
    [InlineData("anacForm/aggiudicazioni/0/partecipanti/0/ruoloOE", "14", "14")]
    [InlineData("anacForm/aggiudicazioni/0/partecipanti/0/codiceFiscale", "DE123456789", "DE123456789")]
    [InlineData("anacForm/aggiudicazioni/0/paritaDiGenereGenerazionale/quota30PerCento", "NO", "NO")]
    [InlineData("anacForm/aggiudicazioni/0/paritaDiGenereGenerazionale/quotaInferioreOccupGiovanile", "12,50 %", "12,5")]
    [InlineData("anacForm/appalto/datiBase/oggetto", "  due  spazi\ne a capo ", "  due  spazi\ne a capo ")]
    [InlineData("titoloDocumento", "CH-2026-00123 – Pulizia", "CH-2026-00123 – Pulizia")]
    public void Cio_che_si_scrive_si_rivede_in_forma_italiana(string percorso, string scritto, string mostrato)
    {
        var bozza = BozzaAd4.Vuota.ConValori(percorso, scritto);

        Assert.Equal(mostrato, bozza.Testo(percorso));
        Assert.Null(bozza.Errore(percorso));
        Assert.Empty(bozza.TestiNonLeggibili);
        Assert.Same(bozza, bozza.ConValori(percorso, mostrato));
    }

    [Theory]
    [InlineData(Servizi, "12,3a", "importo.formato")]
    [InlineData(Servizi, "-1", "importo.negativo")]
    [InlineData(Adesione, "31/02/2026", "data.inesistente")]
    [InlineData(Adesione, "24/11", "data.formato")]
    [InlineData(Adesione, "24/11/2926", "data.fuori-limite")]
    [InlineData("anacForm/appalto/opereUrbanizzazioneScomputo", "forse", "sino.formato")]
    [InlineData("anacForm/appalto/codiceAppalto", "corto", "testo.troppo-corto")]
    [InlineData("anacForm/aggiudicazioni/0/paritaDiGenereGenerazionale/quota30PerCento", "FORSE", "scelta.sconosciuta")]
    [InlineData("anacForm/aggiudicazioni/0/paritaDiGenereGenerazionale/quotaInferioreOccupGiovanile", "101", "percentuale.fuori-limite")]
    [InlineData("anacForm/aggiudicazioni/0/paritaDiGenereGenerazionale/quotaInferioreOccupGiovanile", "1,2,3", "percentuale.formato")]
    [InlineData("anacForm/aggiudicazioni/0/partecipanti/0/idPartecipante", "non-un-uuid", "uuid.formato")]
    public void Cio_che_non_si_legge_resta_come_e_scritto_e_conta_come_sbagliato(string percorso, string scritto, string codice)
    {
        var bozza = BozzaAd4.Vuota.ConValori(percorso, scritto);

        Assert.Equal(scritto, bozza.Testo(percorso));
        Assert.Equal((codice, percorso), (bozza.Errore(percorso)!.Code, bozza.Errore(percorso)!.Field));
        Assert.Equal(scritto, bozza.TestiNonLeggibili[percorso]);
        Assert.Equal(bozza, BozzaAd4.DaJson(bozza.Json()));
        Assert.Null(bozza.ConValori(percorso, "").Testo(percorso));
        Assert.Empty(bozza.ConValori(percorso, "").TestiNonLeggibili);
    }

    [Fact]
    public void Due_graffe_senza_un_codice_dentro_non_sono_un_codice_vuoto() => Assert.All(
        CatalogoAd4.Campi.Where(c => c.Tipo is not (TipoCampo.Testo or TipoCampo.TestoLungo or TipoCampo.Paese)),
        campo =>
        {
            var percorso = campo.Percorso.Replace("*", "0", StringComparison.Ordinal);
            var bozza = BozzaAd4.Vuota.ConValori(percorso, "{ }");

            Assert.Equal("{ }", bozza.Testo(percorso));
            Assert.NotNull(bozza.Errore(percorso));
        });

    [Theory]
    [InlineData("anacForm/appalto/cig", "B1234ABC7D")]
    [InlineData("anacForm/aggiudicazioni/0/cupLotto/0", "F81B2600001000")]
    [InlineData("anacForm/aggiudicazioni/0/partecipanti/0/codiceFiscale", "1234567/A")]
    [InlineData("anacForm/aggiudicazioni/0/codIstat", "58049")]
    [InlineData("anacForm/aggiudicazioni/0/datiBaseContratto/codNUTS", "Roma")]
    [InlineData("anacForm/aggiudicazioni/0/datiBaseCPV/cpvPrevalente", "9091")]
    public void Un_codice_danneggiato_resta_come_e_scritto(string percorso, string scritto)
    {
        var bozza = BozzaAd4.Vuota.ConValori(percorso, scritto);

        Assert.Equal(scritto, bozza.Testo(percorso));
        Assert.NotNull(bozza.Errore(percorso));
    }

    [Fact]
    public void Un_testo_non_leggibile_prende_il_posto_del_valore_e_poi_gli_cede()
    {
        var sbagliata = Completa.ConValori(Servizi, "12,3a");
        Assert.Null(sbagliata.Scheda.AnacForm!.Aggiudicazioni![0].QuadroEconomicoStandard!.ImpServizi);

        var giusta = sbagliata.ConValori(Servizi, "12,30");
        Assert.Empty(giusta.TestiNonLeggibili);
        Assert.Equal(12.3m, giusta.Scheda.AnacForm!.Aggiudicazioni![0].QuadroEconomicoStandard!.ImpServizi);
        Assert.Equal(Completa, sbagliata.ConValori(Servizi, "100000"));
    }

    [Fact]
    public void Un_campo_svuotato_sparisce_con_gli_oggetti_rimasti_vuoti()
    {
        var bozza = BozzaAd4.Vuota.ConValori("anacForm/appalto/datiBase/oggetto", "Carta").ConValori("anacForm/appalto/datiBase/oggetto", "");

        Assert.Equal(BozzaAd4.Vuota, bozza);
        Assert.Equal("{}", bozza.Scheda.Json());
    }

    [Fact]
    public void La_scheda_ha_i_valori_nella_forma_di_anac() => Assert.Equal(
        """{"anacForm":{"appalto":{"dataAdesione":"2026-11-24T00:00:00Z","opereUrbanizzazioneScomputo":false},"aggiudicazioni":[{"codIstat":{"idTipologica":"codIstat","codice":"012058049"},"quadroEconomicoStandard":{"impServizi":1234.5}}]}}""",
        BozzaAd4.Vuota
            .ConValori("titoloDocumento", "non è un dato di ANAC")
            .ConValori(Adesione, "24/11/2026")
            .ConValori("anacForm/appalto/opereUrbanizzazioneScomputo", "false")
            .ConValori("anacForm/aggiudicazioni/0/codIstat", "012058049")
            .ConValori(Servizi, "1.234,50").Scheda.Json());

    [Theory]
    [InlineData("2026-11-23T23:00:00Z", "24/11/2026")]
    [InlineData("2026-07-31T22:00:00Z", "01/08/2026")]
    [InlineData("2026-07-31T21:59:59Z", "31/07/2026")]
    [InlineData("2026-11-24T00:00:00+01:00", "24/11/2026")]
    [InlineData("2026-03-29T00:59:59Z", "29/03/2026")]
    public void Una_data_arrivata_in_altra_forma_si_vede_nel_giorno_di_Roma_e_resta_com_era(string arrivata, string mostrata)
    {
        var bozza = BozzaAd4.DaScheda("""{"anacForm":{"appalto":{"dataAdesione":"?"}}}""".Replace("?", arrivata, StringComparison.Ordinal));

        Assert.Equal(mostrata, bozza.Testo(Adesione));
        Assert.Equal(arrivata, bozza.ConValori(Adesione, mostrata).Scheda.AnacForm!.Appalto!.DataAdesione);
    }

    [Theory]
    [InlineData("2026-11-24T23:30:00")]
    [InlineData("2026-11-24")]
    public void Una_data_senza_fuso_si_vede_e_si_riscrive_nella_forma_di_ANAC(string arrivata)
    {
        var bozza = BozzaAd4.DaScheda("""{"anacForm":{"appalto":{"dataAdesione":"?"}}}""".Replace("?", arrivata, StringComparison.Ordinal));

        Assert.Equal(("24/11/2026", "ad4.data-senza-ora"), (bozza.Testo(Adesione), bozza.Errore(Adesione)?.Code));
        var riscritta = bozza.ConValori(Adesione, "24/11/2026");
        Assert.Equal("2026-11-24T00:00:00Z", riscritta.Scheda.AnacForm!.Appalto!.DataAdesione);
        Assert.Null(riscritta.Errore(Adesione));
    }

    [Fact]
    public void Un_codice_con_il_nome_di_un_altra_lista_e_sbagliato_e_si_riscrive_con_il_suo()
    {
        var ruolo = PathOf("partecipanti/0/ruoloOE");
        var bozza = BozzaAd4.DaScheda("""{"anacForm":{"aggiudicazioni":[{"partecipanti":[{"ruoloOE":{"idTipologica":"tipoOE","codice":"14"}}]}]}}""");

        Assert.Equal(("14", "ad4.lista-diversa"), (bozza.Testo(ruolo), bozza.Errore(ruolo)?.Code));
        Assert.Contains(ConformitaAd4.Controlla(bozza), s => s.Percorso == ruolo);
        Assert.Null(bozza.ConValori(ruolo, "14").Errore(ruolo));
    }

    [Fact]
    public void Cio_che_ANAC_non_prevede_resta_nella_bozza_ma_non_parte()
    {
        const string Json = """{"anacForm":{"appalto":{"cig":"B1234ABC7C","novita":[1,null]},"altro":null},"espd":"x"}""";

        var bozza = BozzaAd4.DaJson(BozzaAd4.DaScheda(Json).ConValori("anacForm/appalto/cig", "").ConValori("anacForm/appalto/cig", CigPadre).Json());

        Assert.Equal("""{"anacForm":{"appalto":{"cig":"B1234ABC7C"}},"espd":"x"}""", bozza.Scheda.Json());
        Assert.Equal(["anacForm/altro", "anacForm/appalto/novita"], bozza.EsclusiDaAnac.Select(e => e.Percorso).Order(StringComparer.Ordinal));
        Assert.Contains("novita", bozza.Json(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anacForm/appalto/inventato")]
    [InlineData("anacForm/aggiudicazioni/*/cupLotto/*")]
    [InlineData("anacForm/aggiudicazioni/0")]
    [InlineData("../../etc")]
    [InlineData("")]
    public void Un_campo_sconosciuto_e_rifiutato(string percorso)
    {
        Assert.Equal("ad4.percorso-sconosciuto", BozzaAd4.Vuota.Prova(percorso, "x").Errors.Single().Code);
        Assert.Throws<ArgumentException>(() => BozzaAd4.Vuota.ConValori(percorso, "x"));
    }

    [Fact]
    public void Un_testo_piu_lungo_del_limite_e_rifiutato_e_il_messaggio_dice_il_limite()
    {
        var lungo = new string('x', LimitiAd4.TitoloDocumento);
        Assert.True(BozzaAd4.Vuota.Prova("titoloDocumento", lungo).IsSuccess);

        var errore = BozzaAd4.Vuota.Prova("titoloDocumento", lungo + "x").Errors.Single();
        Assert.Equal(("ad4.testo-troppo-lungo", "titoloDocumento"), (errore.Code, errore.Field));
        Assert.Contains($"{LimitiAd4.TitoloDocumento}", errore.Message, StringComparison.Ordinal);
        Assert.Equal("ad4.testo-troppo-lungo", BozzaAd4.Vuota.Prova(Servizi, new string('1', 1_000_000)).Errors.Single().Code);
    }

    [Fact]
    public void Una_riga_oltre_la_prima_libera_e_rifiutata() =>
        Assert.Equal("ad4.riga-assente", Completa.Prova(PathOf("partecipanti/2/denominazione"), "x").Errors.Single().Code);

    [Fact]
    public void Lo_stesso_contenuto_ha_lo_stesso_testo_comunque_ci_si_sia_arrivati()
    {
        var unModo = BozzaAd4.Vuota.ConValori(Servizi, "1,50").ConValori("anacForm/appalto/cig", CigPadre);
        var unAltro = BozzaAd4.DaScheda(
            $$$$"""{"anacForm":{"appalto":{"cig":"{{{{CigPadre}}}}"},"aggiudicazioni":[{"quadroEconomicoStandard":{"impServizi":1.500}}]}}""");

        Assert.Equal(unModo.Json(), unAltro.Json());
        Assert.Equal(unModo, unAltro);
        Assert.Equal(unModo.GetHashCode(), unAltro.GetHashCode());
        Assert.NotEqual(unModo, unAltro.ConValori(Servizi, "1,51"));
    }

    [Fact]
    public void Una_bozza_non_cambia_mai()
    {
        var prima = Completa.Json();

        _ = Completa.ConValori(Servizi, "1").AggiungiRiga(PathOf("partecipanti")).RimuoviRiga(PathOf("finanziamenti"), 0).Scheda;

        Assert.Equal(prima, Completa.Json());
    }
}
