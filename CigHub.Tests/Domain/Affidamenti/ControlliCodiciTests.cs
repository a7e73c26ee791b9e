using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;
using static CigHub.Tests.Domain.Affidamenti.ControlliAffidamentoTests;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>Checks the controls on the codes of a scheda: repetitions, suppliers, CUP, and codes copied with something around them.</summary>
public sealed class ControlliCodiciTests
{
    private const string UnCup = CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede.Cup;

    private static readonly string Codice = PathOf("partecipanti/0/codiceFiscale");

    [Theory]
    [InlineData("09876543217", "09876543217")]
    [InlineData("DE123456789", "de 123.456.789")]
    [InlineData("RSSMRA80A01H501U", "{rssmra80a01h501u}")]
    public void Lo_stesso_codice_fiscale_due_volte_fra_i_partecipanti_e_un_errore(string primo, string secondo)
    {
        var dopo = PathOf("partecipanti/1/codiceFiscale");
        var ripetuto = Raggruppamento.ConValori(Codice, primo).ConValori(dopo, secondo);

        var errore = Assert.Single(Of(ripetuto), s => s.Codice == "ad4.partecipante-ripetuto");
        Assert.Equal((dopo, true), (errore.Percorso, errore.Ferma));
        Assert.Contains("ERR74", CompletezzaAd4.Errore(ripetuto, dopo, ListeAnac.Fornite, Oggi)!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Raggruppamento), s => s.Codice == "ad4.partecipante-ripetuto");
    }

    [Fact]
    public void Lo_stesso_fornitore_puo_stare_in_due_adesioni_della_scheda()
    {
        var due = CigHub.Domain.Affidamenti.Precompilazione.AltraAdesione(Completa).Aggregate(Completa, (b, v) => b.ConValori(v.Percorso, v.Testo));
        Assert.DoesNotContain(Of(due), s => s.Codice.EndsWith("ripetuto", StringComparison.Ordinal));

        var stesso = due.ConValori("anacForm/aggiudicazioni/1/lotIdentifier", "lot-0001");
        Assert.Contains(Of(stesso), s => (s.Codice, s.Percorso) == ("ad4.lotto-ripetuto", "anacForm/aggiudicazioni/1/lotIdentifier"));
    }

    [Theory]
    [InlineData("cupLotto", "F81B26000010006", "f81b26000010006")]
    [InlineData("datiBaseCPV/cpvSecondarie", "30197630", "30197630-1")]
    public void Un_doppio_in_un_elenco_e_un_errore_alla_seconda_riga(string elenco, string uno, string altro)
    {
        var ripetuto = Completa.ConValori(PathOf("acquisizioneCup"), "true").ConValori(PathOf("cupLotto/0"), UnCup)
            .ConValori(PathOf(elenco + "/0"), uno).ConValori(PathOf(elenco + "/1"), altro);

        var errore = Assert.Single(Of(ripetuto), s => s.Codice == "ad4.ripetuto");
        Assert.Equal((PathOf(elenco + "/1"), TipoSegnalazione.Errato), (errore.Percorso, errore.Tipo));
    }

    [Fact]
    public void La_stessa_stazione_appaltante_con_lo_stesso_centro_di_costo_e_un_errore()
    {
        const string Seconda = "anacForm/stazioniAppaltanti/1/";
        var due = Completa.ConValori(Seconda + "codiceFiscale", CodiceFiscaleEnte).ConValori(Seconda + "codiceAusa", "0000123456")
            .ConValori(Seconda + "codiceCentroCosto", "{1a2b3c4d-0000-4000-8000-000000000001}").ConValori(Seconda + "saTitolare", "false");
        Assert.Contains(Of(due), s => (s.Codice, s.Percorso) == ("ad4.stazione-ripetuta", Seconda + "codiceFiscale"));
    }

    [Fact]
    public void Da_dieci_CUP_in_su_si_avvisa()
    {
        var nove = Enumerable.Range(0, 9).Aggregate(
            Completa.ConValori(PathOf("acquisizioneCup"), "true"), (b, i) => b.ConValori(PathOf($"cupLotto/{i}"), $"F81B260000{i}0006"));
        Assert.DoesNotContain(Of(nove), s => s.Codice == "ad4.molti-cup");

        var avviso = Assert.Single(Of(nove.ConValori(PathOf("cupLotto/9"), "F81B26000090007")));
        Assert.Equal(("ad4.molti-cup", true), (avviso.Codice, avviso.VuoleMotivo));
    }

    [Theory]
    [InlineData("US 12-3456789", "USA", "ad4.operatore-non-riconosciuto")]
    [InlineData("VA12345", "VAT", "ad4.operatore-non-riconosciuto")]
    [InlineData("DE12345678", "DEU", "ad4.operatore-non-riconosciuto")]
    [InlineData("SM12345", "SMR", null)]
    [InlineData("CHE-123.456.789", "CHE", null)]
    public void Un_fornitore_estero_di_forma_sconosciuta_chiede_un_motivo_e_non_e_un_errore(string codice, string paese, string? avviso)
    {
        var segnalazioni = Of(Completa.ConValori(Codice, codice).ConValori(PathOf("partecipanti/0/paeseOperatoreEconomico"), paese));
        Assert.Equal(avviso is null ? [] : new[] { avviso }, segnalazioni.Select(s => s.Codice));
        Assert.All(segnalazioni, s => Assert.True(s.VuoleMotivo));
    }

    [Fact]
    public void Il_paese_di_un_fornitore_estero_e_quello_del_suo_identificativo()
    {
        var avviso = Assert.Single(Of(Completa.ConValori(Codice, "SM12345")));
        Assert.Equal("ad4.paese-discorde", avviso.Codice);
        Assert.Empty(Of(avviso.Proposta.Aggregate(Completa.ConValori(Codice, "SM12345"), (b, p) => b.ConValori(p.Percorso, p.Testo))));
    }

    [Theory]
    [InlineData("Officina di Mario Rossi", PartitaIvaFornitore, true)]
    [InlineData("Officina di Mario Rossi", "RSSMRA80A01H501U", false)]
    [InlineData("Officine Rossi S.r.l.", PartitaIvaFornitore, false)]
    public void Di_una_ditta_individuale_ANAC_vuole_il_codice_della_persona(string nome, string codice, bool avvisa)
    {
        var segnalazioni = Of(Completa.ConValori(PathOf("partecipanti/0/denominazione"), nome).ConValori(Codice, codice));
        Assert.Equal(avvisa ? ["ad4.partita-iva-di-persona"] : [], segnalazioni.Select(s => s.Codice));
    }

    [Theory]
    [InlineData("1234567897", PartitaIvaFornitore, CodiceFiscale.ZeroIniziale)]
    [InlineData("CHE/123.456.789", "CHE123456789", IdentificativoOperatore.Barra)]
    public void Un_codice_rovinato_si_corregge_con_un_clic(string scritto, string giusto, string errore)
    {
        var rovinata = Completa.ConValori(Codice, scritto);
        var trovato = Assert.Single(Of(rovinata), s => s.Codice == errore);
        Assert.Equal([(Codice, giusto)], trovato.Proposta);
    }

    [Theory]
    [InlineData("codiceAusa", "{0000123456}")]
    [InlineData("codiceCentroCosto", " {1a2b3c4d-0000-4000-8000-000000000001}")]
    [InlineData("codiceFiscale", "{80000000002}")]
    public void Un_codice_copiato_con_le_graffe_e_lo_stesso_codice(string campo, string testo)
    {
        var copiata = Completa.ConValori($"anacForm/stazioniAppaltanti/0/{campo}", testo);
        Assert.Empty(Of(copiata));
        Assert.DoesNotContain('{', copiata.Testo($"anacForm/stazioniAppaltanti/0/{campo}")!);
    }

    [Fact]
    public void Uno_SmartCIG_non_e_un_CIG_Padre()
    {
        Assert.Equal("lotto.padre-smartcig", Lotto.AmmetteCigPadre(Cig.Parse("Z9500000F1", null)).Errors[0].Code);
        Assert.True(Lotto.AmmetteCigPadre(Cig.Parse("9914876E7F", null)).IsSuccess);
        Assert.True(Lotto.AmmetteCigPadre(Cig.Parse(CigPadre, null)).IsSuccess);
    }

    [Fact]
    public void Una_scheda_importata_ha_i_codici_come_li_scrive_ANAC()
    {
        var json = Completa.ConValori(PathOf("acquisizioneCup"), "true").ConValori(PathOf("cupLotto/0"), UnCup).Scheda.Json()
            .Replace(CigPadre, CigPadre.ToLowerInvariant(), StringComparison.Ordinal)
            .Replace(UnCup, $"{UnCup};{AltroCup.ToLowerInvariant()}", StringComparison.Ordinal)
            .Replace("1A2B3C4D-0000-4000-8000-000000000001", "{1a2b3c4d-0000-4000-8000-000000000001}", StringComparison.Ordinal)
            .Replace("\"0000123456\"", "\" 0000123456\"", StringComparison.Ordinal)
            .Replace(PartitaIvaFornitore, "CHE-123.456.789", StringComparison.Ordinal);

        var letta = ImportazioneAd4.Leggi(json).Value.Bozza;

        Assert.Equal(CigPadre, letta.Scheda.AnacForm!.Appalto!.Cig);
        Assert.Equal([UnCup, AltroCup], letta.Scheda.AnacForm.Aggiudicazioni![0].CupLotto);
        Assert.Equal("1A2B3C4D-0000-4000-8000-000000000001", letta.Testo("anacForm/stazioniAppaltanti/0/codiceCentroCosto"));
        Assert.Equal("0000123456", letta.Testo("anacForm/stazioniAppaltanti/0/codiceAusa"));
        Assert.Equal("CHE123456789", letta.Testo(Codice));
    }
}
