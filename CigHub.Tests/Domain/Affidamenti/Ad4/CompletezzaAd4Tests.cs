using CigHub.Domain.Affidamenti.Ad4;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

public class CompletezzaAd4Tests
{
    private static IReadOnlyList<Segnalazione> Check(BozzaAd4 bozza) => CompletezzaAd4.Controlla(bozza, CigHub.Domain.Codici.ListeAnac.Fornite, Oggi);

    [Fact]
    public void A_una_bozza_completa_non_manca_niente()
    {
        Assert.Empty(Check(Completa));
        Assert.Empty(Check(ConPnrr));
        Assert.Empty(Check(Raggruppamento));
    }

    [Fact]
    public void A_una_bozza_vuota_manca_ogni_campo_obbligatorio_della_prima_riga()
    {
        var mancanti = Check(BozzaAd4.Vuota).Where(s => s.Tipo == TipoSegnalazione.Mancante).Select(s => s.Percorso).ToList();

        var attesi = CatalogoAd4.Campi.Where(c => c.Obbligo == Obbligo.Sempre).Select(c => c.Percorso.Replace("*", "0", StringComparison.Ordinal));
        Assert.Equal(attesi, mancanti);
        Assert.Contains(Check(BozzaAd4.Vuota), s => s.Codice == "REG112");
    }

    [Fact]
    public void Ogni_campo_obbligatorio_tolto_e_segnalato_e_solo_quello()
    {
        foreach (var campo in CatalogoAd4.Campi.Where(c => c.Obbligo == Obbligo.Sempre))
        {
            var percorso = campo.Percorso.Replace("*", "0", StringComparison.Ordinal);
            var segnalazione = Assert.Single(Check(Completa.ConValori(percorso, "")));
            Assert.Equal((TipoSegnalazione.Mancante, percorso), (segnalazione.Tipo, segnalazione.Percorso));
            Assert.Contains(campo.Etichetta, segnalazione.Messaggio, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Uno_spazio_in_un_campo_obbligatorio_e_come_niente() =>
        Assert.Equal("ad4.mancante", Assert.Single(Check(Completa.ConValori(PathOf("datiBase/oggetto"), "  "))).Codice);

    [Theory]
    [InlineData("quadroEconomicoStandard/impServizi", "12,3a", "importo.formato")]
    [InlineData("datiBaseAggiudicazioneAppalto/dataAggiudicazione", "31/02/2026", "data.inesistente")]
    [InlineData("quadroEconomicoStandard/impServizi", "-5", "importo.negativo")]
    public void Cio_che_non_si_legge_e_segnalato_una_volta_nel_suo_campo(string campo, string testo, string codice)
    {
        var segnalazione = Assert.Single(Check(Completa.ConValori(PathOf(campo), testo)));

        Assert.Equal((TipoSegnalazione.Errato, codice, PathOf(campo)), (segnalazione.Tipo, segnalazione.Codice, segnalazione.Percorso));
    }

    [Fact]
    public void Un_cup_di_quattordici_caratteri_e_sbagliato_non_mancante()
    {
        var segnalazione = Assert.Single(Check(ConPnrr.ConValori(PathOf("cupLotto/0"), Cup[..14])));

        Assert.Equal((TipoSegnalazione.Errato, PathOf("cupLotto/0")), (segnalazione.Tipo, segnalazione.Percorso));
    }

    [Fact]
    public void Un_codice_cessato_e_segnalato_nel_suo_campo()
    {
        var segnalazione = Assert.Single(Check(Completa.ConValori(PathOf("partecipanti/0/ruoloOE"), "3")));

        Assert.Equal((TipoSegnalazione.Errato, "codice.non-valido-oggi", PathOf("partecipanti/0/ruoloOE")),
            (segnalazione.Tipo, segnalazione.Codice, segnalazione.Percorso));
    }

    [Fact]
    public void Un_codice_cessato_era_valido_il_giorno_prima() =>
        Assert.Empty(CompletezzaAd4.Controlla(
            Completa.ConValori(PathOf("partecipanti/0/ruoloOE"), "3"), CigHub.Domain.Codici.ListeAnac.Fornite, new DateOnly(2025, 7, 30)));

    [Fact]
    public void Un_codice_che_non_e_nell_elenco_e_segnalato() =>
        Assert.Equal("codice.sconosciuto", Assert.Single(Check(Completa.ConValori(PathOf("partecipanti/0/ruoloOE"), "99"))).Codice);

    [Fact]
    public void Un_luogo_all_estero_non_si_giudica_perche_il_suo_elenco_non_ce()
    {
        Assert.Empty(Check(Completa.ConValori(PathOf("datiBaseContratto/codNUTS"), "FR101")));
        Assert.Equal("codice.sconosciuto", Assert.Single(Check(Completa.ConValori(PathOf("datiBaseContratto/codNUTS"), "ITX99"))).Codice);
        Assert.Equal("cod-nuts.livello", Assert.Single(Check(Completa.ConValori(PathOf("datiBaseContratto/codNUTS"), "ITI4"))).Codice);
    }

    [Fact]
    public void Un_dato_importato_di_un_altro_tipo_e_segnalato()
    {
        var bozza = BozzaAd4.DaScheda("""{"anacForm":{"aggiudicazioni":[{"quadroEconomicoStandard":{"impServizi":true,"sommeADisposizione":0}}]}}""");

        Assert.Contains(Check(bozza), s => s.Codice == "ad4.tipo" && s.Percorso == PathOf("quadroEconomicoStandard/impServizi"));
    }

    [Fact]
    public void Le_somme_a_disposizione_ci_vogliono_solo_se_il_quadro_economico_ce()
    {
        var senza = Completa.ConValori(PathOf("quadroEconomicoStandard/sommeADisposizione"), "");
        Assert.Equal(PathOf("quadroEconomicoStandard/sommeADisposizione"), Assert.Single(Check(senza)).Percorso);

        Assert.Empty(Check(senza.ConValori(PathOf("quadroEconomicoStandard/impServizi"), "")
            .ConValori(PathOf("quadroEconomicoStandard/impTotaleSicurezza"), "")));
    }

    [Fact]
    public void Cio_che_chiede_una_regola_di_anac_e_detto_una_volta_con_il_suo_codice()
    {
        Assert.Equal(["REG18", "REG21", "ad4.mancante", "REG32"], Check(Completa.ConValori(PathOf("afferenteInvestimentiPNRR"), "true")).Select(s => s.Codice));
        Assert.Equal("REG19", Assert.Single(Check(Completa.ConValori(PathOf("acquisizioneCup"), "true"))).Codice);
    }

    [Fact]
    public void Ogni_segnalazione_porta_a_un_campo_della_maschera()
    {
        var bozze = new[] { BozzaAd4.Vuota, Completa.ConValori(PathOf("afferenteInvestimentiPNRR"), "true"), Completa.AggiungiRiga(PathOf("partecipanti")) };

        Assert.All(bozze.SelectMany(Check), s => Assert.True(CatalogoAd4.Trova(s.Percorso)?.NellaMaschera, s.Percorso));
    }

    [Fact]
    public void Una_riga_in_piu_va_compilata_e_le_righe_si_seguono_nell_ordine()
    {
        var segnalazioni = Check(Completa.AggiungiRiga(PathOf("partecipanti")).ConValori(PathOf("partecipanti/0/importo"), ""));

        Assert.Equal(PathOf("partecipanti/0/importo"), segnalazioni[0].Percorso);
        Assert.All(segnalazioni.Skip(1), s => Assert.StartsWith(PathOf("partecipanti/1/"), s.Percorso, StringComparison.Ordinal));
        Assert.Equal(9, segnalazioni.Count);
    }
}
