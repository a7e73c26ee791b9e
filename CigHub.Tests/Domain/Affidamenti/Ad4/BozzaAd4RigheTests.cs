using CigHub.Domain.Affidamenti.Ad4;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

public class BozzaAd4RigheTests
{
    private static readonly string _partecipanti = PathOf("partecipanti");
    private static readonly string _cup = PathOf("cupLotto");

    [Fact]
    public void Una_riga_si_aggiunge_in_fondo_e_si_conta()
    {
        var bozza = Raggruppamento.AggiungiRiga(_partecipanti);

        Assert.Equal(3, bozza.Righe(_partecipanti));
        Assert.Equal("{}", bozza.TestoRiga(_partecipanti, 2));
        Assert.Equal(1, BozzaAd4.Vuota.AggiungiRiga("anacForm/stazioniAppaltanti").Righe("anacForm/stazioniAppaltanti"));
        Assert.Equal(0, BozzaAd4.Vuota.Righe(_partecipanti));
    }

    [Fact]
    public void Una_riga_in_bianco_di_un_elenco_di_codici_si_conta_ma_non_entra_nella_scheda()
    {
        var bozza = BozzaAd4.Vuota.ConValori(PathOf("acquisizioneCup"), "true").ConValori(_cup + "/0", Cup).AggiungiRiga(_cup).AggiungiRiga(_cup)
            .ConValori(_cup + "/2", AltroCup);

        Assert.Equal(3, bozza.Righe(_cup));
        Assert.Equal([Cup, AltroCup], bozza.Scheda.AnacForm!.Aggiudicazioni![0].CupLotto);
    }

    [Fact]
    public void Svuotare_un_codice_in_mezzo_non_sposta_gli_altri_e_in_fondo_toglie_la_riga()
    {
        var bozza = BozzaAd4.Vuota.ConValori(_cup + "/0", Cup).ConValori(_cup + "/1", AltroCup);

        Assert.Equal((2, null, AltroCup),
            (bozza.ConValori(_cup + "/0", "").Righe(_cup), bozza.ConValori(_cup + "/0", "").Testo(_cup + "/0"), bozza.ConValori(_cup + "/0", "")
                .Testo(_cup + "/1")));
        Assert.Equal(1, bozza.ConValori(_cup + "/1", "").Righe(_cup));
        Assert.False(bozza.ConValori(_cup + "/0", "").ConValori(_cup + "/1", "").Contiene(_cup));
    }

    [Fact]
    public void Un_codice_non_leggibile_tiene_la_sua_riga()
    {
        var bozza = BozzaAd4.Vuota.ConValori(PathOf("acquisizioneCup"), "true").ConValori(_cup + "/0", "corto").ConValori(_cup + "/1", Cup);

        Assert.Equal(("corto", Cup, 2), (bozza.Testo(_cup + "/0"), bozza.Testo(_cup + "/1"), bozza.Righe(_cup)));
        Assert.Equal([Cup], bozza.Scheda.AnacForm!.Aggiudicazioni![0].CupLotto);
    }

    [Fact]
    public void Tolta_una_riga_le_altre_salgono_con_i_testi_scritti()
    {
        var bozza = Raggruppamento.AggiungiRiga(_partecipanti)
            .ConValori(_partecipanti + "/0/importo", "primo")
            .ConValori(_partecipanti + "/1/importo", "secondo")
            .ConValori(_partecipanti + "/2/importo", "terzo")
            .RimuoviRiga(_partecipanti, 1);

        Assert.Equal(2, bozza.Righe(_partecipanti));
        Assert.Equal("Lucidi & Splendenti S.r.l.", bozza.Testo(_partecipanti + "/0/denominazione"));
        Assert.Equal(("primo", "terzo"), (bozza.Testo(_partecipanti + "/0/importo"), bozza.Testo(_partecipanti + "/1/importo")));
        Assert.Equal(2, bozza.TestiNonLeggibili.Count);
    }

    [Fact]
    public void Tolta_un_aggiudicazione_salgono_anche_i_testi_delle_sue_liste()
    {
        var bozza = ConAggiudicazioni(3)
            .ConValori("anacForm/aggiudicazioni/2/cupLotto/0", "corto")
            .ConValori("anacForm/stazioniAppaltanti/0/saTitolare", "forse")
            .RimuoviRiga("anacForm/aggiudicazioni", 0);

        Assert.Equal("corto", bozza.TestiNonLeggibili["anacForm/aggiudicazioni/1/cupLotto/0"]);
        Assert.Equal("forse", bozza.TestiNonLeggibili["anacForm/stazioniAppaltanti/0/saTitolare"]);
        Assert.Equal("LOT-0003", bozza.Testo("anacForm/aggiudicazioni/1/lotIdentifier"));
    }

    [Fact]
    public void Tolta_l_ultima_riga_l_elenco_sparisce() =>
        Assert.False(Completa.RimuoviRiga(_partecipanti, 0).Contiene(_partecipanti));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Togliere_una_riga_che_non_ce_non_cambia_niente(int indice) =>
        Assert.Same(Completa, Completa.RimuoviRiga(_partecipanti, indice));

    [Fact]
    public void Il_testo_di_una_riga_cambia_con_ogni_suo_campo_leggibile_o_no()
    {
        var vista = Raggruppamento.TestoRiga(_partecipanti, 1);

        Assert.Equal(vista, Raggruppamento.ConValori(_partecipanti + "/0/importo", "5").TestoRiga(_partecipanti, 1));
        Assert.NotEqual(vista, Raggruppamento.ConValori(_partecipanti + "/1/importo", "5").TestoRiga(_partecipanti, 1));
        Assert.NotEqual(
            Raggruppamento.ConValori(_partecipanti + "/1/importo", "").TestoRiga(_partecipanti, 1),
            Raggruppamento.ConValori(_partecipanti + "/1/importo", "5a").TestoRiga(_partecipanti, 1));
        Assert.Equal("", Raggruppamento.TestoRiga(_partecipanti, 2));
    }

    [Theory]
    [InlineData("anacForm/appalto")]
    [InlineData("anacForm/aggiudicazioni/*/partecipanti")]
    [InlineData("anacForm/aggiudicazioni/7/partecipanti")]
    [InlineData("niente")]
    public void Una_riga_si_aggiunge_solo_a_un_elenco(string percorso) =>
        Assert.Throws<ArgumentException>(() => Completa.AggiungiRiga(percorso));
}
