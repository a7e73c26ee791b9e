using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>
/// Checks fields of the AD4 that do not apply. Such a field must not be shown, checked or sent, and its value must stay in the draft.
/// </summary>
public class ApplicabilitaTests
{
    [Theory]
    [InlineData("acquisizioneCup", "false", "cupLotto/0", Cup)]
    [InlineData("datiBase/oggettoContratto", "services", "categoriaScorporabile/0", "OG 1")]
    [InlineData("datiBase/oggettoContratto", "services", "docFAP", "true")]
    [InlineData("partecipanti/0/avvalimento", "false", "partecipanti/0/tipologiaAvvalimento", "1")]
    [InlineData("datiBaseAccessibilita/accessibilita", "inc", "datiBaseAccessibilita/giustificazione", "Perché sì")]
    [InlineData("afferenteInvestimentiPNRR", "false", "paritaDiGenereGenerazionale/misurePremiali/0", "13")]
    [InlineData("afferenteInvestimentiPNRR", "false", "paritaDiGenereGenerazionale/derogaAQ", "true")]
    public void Cio_che_non_si_applica_resta_nella_bozza_e_non_si_manda(string domanda, string risposta, string campo, string valore)
    {
        var bozza = Completa.ConValori(PathOf(domanda), risposta).ConValori(PathOf(campo), valore);

        Assert.False(bozza.SiApplica(PathOf(campo)));
        Assert.Equal(valore, bozza.Testo(PathOf(campo)));
        Assert.Equal(Completa.ConValori(PathOf(domanda), risposta).Scheda.Json(), bozza.Scheda.Json());
    }

    [Fact]
    public void Cambiata_la_risposta_cio_che_era_scritto_torna()
    {
        var bozza = Completa.ConValori(PathOf("cupLotto/0"), Cup);
        Assert.Null(bozza.Scheda.AnacForm!.Aggiudicazioni![0].CupLotto);

        Assert.Equal([Cup], bozza.ConValori(PathOf("acquisizioneCup"), "true").Scheda.AnacForm!.Aggiudicazioni![0].CupLotto);
    }

    [Fact]
    public void Un_testo_sbagliato_in_un_campo_che_non_si_vede_non_ferma_nessuno()
    {
        Assert.Empty(CompletezzaAd4.Controlla(Completa.ConValori(PathOf("cupLotto/0"), "corto"), CigHub.Domain.Codici.ListeAnac.Fornite, Oggi));
        Assert.NotEmpty(CompletezzaAd4.Controlla(
            Completa.ConValori(PathOf("acquisizioneCup"), "true").ConValori(PathOf("cupLotto/0"), "corto"), CigHub.Domain.Codici.ListeAnac.Fornite, Oggi));
    }

    [Fact]
    public void Una_concessione_ha_il_suo_quadro_economico_e_solo_quello()
    {
        var bozza = Completa.ConValori(PercorsoAd4.TipoContratto, "concessione")
            .ConValori(PathOf("quadroEconomicoConcessioni/impServizi"), "40.000,00")
            .ConValori(PathOf("quadroEconomicoConcessioni/entrateUtenza"), "90.000,00");

        var a = bozza.Scheda.AnacForm!.Aggiudicazioni![0];
        Assert.Null(a.QuadroEconomicoStandard);
        Assert.Equal(40_000m, a.QuadroEconomicoConcessioni!.ImpServizi);
        Assert.Equal("40.000,00", ImportoAdesione.Calcola(bozza, 0, ErosioneMassimale.NettoConSicurezza).ToString());
        Assert.Equal("101.500,00", ImportoAdesione.Calcola(bozza.ConValori(PercorsoAd4.TipoContratto, "appalto"), 0, ErosioneMassimale.NettoConSicurezza)
            .ToString());
    }

    [Fact]
    public void Una_scheda_arrivata_con_il_solo_quadro_delle_concessioni_e_una_concessione()
    {
        var scheda = Completa.ConValori(PercorsoAd4.TipoContratto, "concessione").ConValori(PathOf("quadroEconomicoConcessioni/impServizi"), "1,00")
            .Scheda.Json();

        Assert.True(BozzaAd4.DaScheda(scheda).Concessione);
        Assert.False(Completa.Concessione);
        Assert.DoesNotContain("tipoContratto", scheda, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_altra_adesione_ha_tutto_della_prima_fuorche_importi_e_cup()
    {
        var bozza = Precompilazione.AltraAdesione(ConPnrr).Aggregate(ConPnrr, (b, m) => b.ConValori(m.Percorso, m.Testo));

        var (prima, altra) = (bozza.Scheda.AnacForm!.Aggiudicazioni![0], bozza.Scheda.AnacForm.Aggiudicazioni[1]);
        Assert.Equal("LOT-0002", altra.LotIdentifier);
        Assert.Equal((prima.Ccnl, prima.CodIstat, prima.DatiBase), (altra.Ccnl, altra.CodIstat, altra.DatiBase));
        Assert.Equal(prima.Partecipanti![0] with { Importo = null }, altra.Partecipanti![0]);
        Assert.Null(altra.QuadroEconomicoStandard);
        Assert.Null(altra.CupLotto);
        Assert.Equal(Importo.Zero, ImportoAdesione.Calcola(bozza, 1, ErosioneMassimale.NettoConSicurezza));
    }
}
