using CigHub.Domain.Affidamenti.Ad4;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

public class RaccoltaValoriPortaleTests
{
    private const string P = "anacForm/aggiudicazioni/*/partecipanti/*/";

    private static string[] Valori(BozzaAd4 bozza, params string[] percorsi) =>
        [.. RaccoltaValoriPortale.DaiPercorsi(bozza, percorsi, CigHub.Domain.Codici.ListeAnac.Fornite).Select(v => v.Valore)];

    [Fact]
    public void Ogni_valore_ha_la_forma_che_il_portale_prende() => Assert.Equal(
        ["Pulizia degli uffici comunali", CigPadre, "20/11/2026", "100000,00", "14 – Operatore Economico", "No"],
        Valori(Completa,
            "anacForm/appalto/datiBase/oggetto", "anacForm/appalto/cig", "anacForm/appalto/dataAdesione",
            PathOf("quadroEconomicoStandard/impServizi"), PathOf("partecipanti/0/ruoloOE"), PathOf("partecipanti/0/avvalimento")));

    [Fact]
    public void Una_scelta_senza_elenco_di_anac_ha_la_sua_risposta_accanto() =>
        Assert.Equal(["SI – Sì"], Valori(ConPnrr, PathOf("paritaDiGenereGenerazionale/quota30PerCento")));

    [Fact]
    public void L_ordine_e_quello_dato_e_cio_che_manca_o_non_esiste_si_salta() => Assert.Equal(
        [CigPadre, "Pulizia degli uffici comunali"],
        Valori(Completa, "anacForm/appalto/cig", PathOf("cupLotto/0"), "campo/di/domani", "anacForm/appalto/datiBase/oggetto"));

    [Fact]
    public void Le_righe_si_seguono_intere_e_sono_numerate_quando_sono_piu_d_una()
    {
        var valori = RaccoltaValoriPortale.DaiPercorsi(Raggruppamento, [P + "denominazione", P + "importo", "anacForm/appalto/cig"],
            CigHub.Domain.Codici.ListeAnac.Fornite);

        Assert.Equal(["Lucidi & Splendenti S.r.l.", "101500,00", "Ramazza Cooperativa sociale", "0,00", CigPadre], valori.Select(v => v.Valore));
        Assert.Equal(["Denominazione OE (1)", "Importo dell'adesione (1)", "Denominazione OE (2)", "Importo dell'adesione (2)", "CIG Padre"],
            valori.Select(v => v.Etichetta));
        Assert.Equal("Denominazione OE", RaccoltaValoriPortale.DaiPercorsi(Completa, [P + "denominazione"], CigHub.Domain.Codici.ListeAnac.Fornite).Single()
            .Etichetta);
    }

    [Fact]
    public void Tutto_il_catalogo_si_puo_chiedere_e_da_ogni_valore_una_volta()
    {
        var valori = RaccoltaValoriPortale.DaiPercorsi(ConPnrr, CatalogoAd4.Campi.Select(c => c.Percorso), CigHub.Domain.Codici.ListeAnac.Fornite);

        Assert.Equal(valori.Count, valori.Select(v => v.Percorso).Distinct().Count());
        Assert.Contains(valori, v => v.Percorso == PathOf("cupLotto/0") && v.Valore == Cup);
    }
}
