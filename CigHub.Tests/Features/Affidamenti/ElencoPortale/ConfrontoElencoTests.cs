using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Codici;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CsCheck;
using static CigHub.Tests.Features.Affidamenti.ElencoPortale.SampleElenchi;

namespace CigHub.Tests.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Checks how a row of the elenco del portale is matched to an Affidamento. CigHub must record a certain match by itself, ask the user
/// about a doubt, and never record a contradiction.
/// </summary>
public sealed class ConfrontoElencoTests
{
    private static readonly Cig Uno = Cig(0x100001), Due = Cig(0x100002);
    private static readonly string Padre = PadreDiProva.Valore;

    private static ConfrontoElenco Compare(IEnumerable<Dictionary<string, string>> righe, IReadOnlyList<AffidamentoNoto> noti, Cig[]? diAltri = null,
        int[]? eliminati = null, string[]? colonne = null) =>
        ConfrontoElenco.Confronta(
            ElencoPortaleReader.Read(Utf8(Html(righe, colonne))).Value.Righe,
            new ContestoElenco(
                noti,
                (eliminati ?? []).Select(n => new NumeroAffidamento(2026, n)).ToHashSet(),
                new HashSet<Cig> { PadreDiProva },
                (diAltri ?? []).ToHashSet(),
                new RegoleCigDerivato(ammettePalestra: false)));

    private static RigaConfrontata One(Dictionary<string, string> riga, params AffidamentoNoto[] noti) => Compare([riga], noti).Righe[0];

    private static string? Codice(RigaConfrontata riga) => riga.Perche.Select(p => p.Code).FirstOrDefault();

    [Fact]
    public void Dal_titolo_intero()
    {
        var r = One(Row("  ch-2026-00001 - PULIZIA degli Uffici", Uno.Valore, Padre, "1.000,00"), Noto(1), Noto(2));
        Assert.Equal((EsitoConfronto.DaRegistrare, Riconosciuto.Titolo, Uno), (r.Esito, r.Come, r.DaFare!.Cig));
        Assert.Equal(["CIG Derivato", "Registro di Sistema", "Data Invio", "Stato", "Stato Affidamento"], r.DaFare.Cambia.Select(c => c.Nome));
    }

    [Fact]
    public void Dal_numero_se_sul_portale_il_resto_del_titolo_e_cambiato()
    {
        var r = One(Row("CH–2026–00001: pulizie scuole", Uno.Valore, Padre, "1.000,00"), Noto(1), Noto(2));
        Assert.Equal((EsitoConfronto.DaRegistrare, Riconosciuto.Numero), (r.Esito, r.Come));
        Assert.Equal(EsitoConfronto.SoloSulPortale, One(Row("CH-2026-000012 altro", Uno.Valore, "", "7,00"), Noto(1)).Esito);
    }

    [Theory]
    [InlineData("1.000,01", false)]
    [InlineData("1.000,00", true)]
    public void Se_CIG_Padre_o_importo_non_tornano_e_un_dubbio(string importo, bool altroPadre)
    {
        var padre = altroPadre ? Cig(0x700001, 'A').Valore : Padre;
        foreach (var titolo in (string[])["CH-2026-00001 – Pulizia degli uffici", "CH-2026-00001 – Altro"])
        {
            var r = One(Row(titolo, Uno.Valore, padre, importo), Noto(1));
            Assert.Equal((EsitoConfronto.Dubbio, "elenco.dati-diversi"), (r.Esito, Codice(r)));
            var candidato = Assert.Single(r.Candidati);
            Assert.Equal(altroPadre ? "CIG Padre" : "Importo Appalto",
                Assert.Single(candidato.Voci, v => v.Diverso && v.Nome is "CIG Padre" or "Importo Appalto" && v.Diverso).Nome);
            Assert.Equal(Uno, r.RegistrazioneDi(candidato.AggiudicazioneId)!.Cig);
            Assert.Null(r.RegistrazioneDi(Guid.NewGuid()));
        }
    }

    [Fact]
    public void Dal_CIG_gia_registrato_e_dal_Registro_di_Sistema_gia_tenuto()
    {
        var conCig = Noto(1, m => (m.Stato, m.Cig) = (StatoAffidamento.CigAcquisito, [Uno]));
        Assert.Equal((EsitoConfronto.DaRegistrare, Riconosciuto.CigDerivato), One(Row("Copia di qualcosa", Uno.Valore, Padre, "9,00"), conCig) is var r
            ? (r.Esito, r.Come!.Value) : default);
        var conRegistro = Noto(2, m => m.Portale = DatiPortale.Vuoti with { RegistroDiSistema = "pi000123-26" });
        Assert.Equal((EsitoConfronto.DaRegistrare, Riconosciuto.RegistroDiSistema),
            One(Row("Senza numero", Due.Valore, Padre, "1.000,00"), conRegistro, Noto(3)) is var s ? (s.Esito, s.Come!.Value) : default);
    }

    [Fact]
    public void Da_padre_importo_e_fornitore_solo_se_sono_gli_unici_da_una_parte_e_dall_altra()
    {
        Dictionary<string, string> Anonima(Cig cig, string oe = "NITIDA AMBIENTE SRL") => Row("Adesione", cig.Valore, Padre, "1.000,00", oe, registro: "");
        Assert.Equal((EsitoConfronto.DaRegistrare, Riconosciuto.PadreImportoFornitore), One(Anonima(Uno), Noto(1), Noto(2, m => m.Importi = [5m])) is var r
            ? (r.Esito, r.Come!.Value) : default);

        var due = One(Anonima(Uno), Noto(1), Noto(2));
        Assert.Equal((EsitoConfronto.Dubbio, "elenco.piu-candidati", 2), (due.Esito, Codice(due), due.Candidati.Count));
        Assert.All(Compare([Anonima(Uno), Anonima(Due)], [Noto(1)]).Righe, x => Assert.Equal((EsitoConfronto.Dubbio, 1), (x.Esito, x.Candidati.Count)));
        Assert.Equal(EsitoConfronto.Dubbio, One(Anonima(Uno, "Un altro fornitore"), Noto(1)).Esito);
        Assert.Equal(EsitoConfronto.SoloSulPortale, One(Anonima(Uno), Noto(1, m => (m.Cig, m.Stato) = ([Due], StatoAffidamento.CigAcquisito))).Esito);

        // An Affidamento that another row names cannot be taken by this row.
        var confronto = Compare([Anonima(Uno), Row("CH-2026-00001", Due.Valore, Padre, "1.000,00")], [Noto(1), Noto(2)]);
        Assert.Equal(Noto(2).Id, confronto.Righe[0].DaFare!.AffidamentoId);
    }

    [Fact]
    public void Uno_stesso_CIG_non_va_mai_a_due_affidamenti()
    {
        Assert.All(Compare([Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00"), Row("CH-2026-00002", Uno.Valore, Padre, "1.000,00")],
            [Noto(1), Noto(2)]).Righe, r => Assert.Equal((EsitoConfronto.NonLeggibile, "elenco.cig-ripetuto"), (r.Esito, Codice(r))));
        var diUnAltro = One(Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00"), Noto(1),
            Noto(2, m => (m.Cig, m.Stato) = ([Uno], StatoAffidamento.CigAcquisito)));
        Assert.Equal((EsitoConfronto.Contraddice, "elenco.cig-di-un-altro"), (diUnAltro.Esito, Codice(diUnAltro)));
        foreach (var noti in (AffidamentoNoto[][])[[Noto(1)], []])
        {
            var altrove = Compare([Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00")], noti, diAltri: [Uno]).Righe[0];
            Assert.Equal((EsitoConfronto.Contraddice, "cig.gia-usato"), (altrove.Esito, Codice(altrove)));
        }
    }

    [Theory]
    [InlineData("CH-2026-00001 – Pulizia degli uffici")]
    [InlineData("Un secondo documento")]
    public void Un_CIG_gia_registrato_come_in_piu_e_riconosciuto_e_non_si_adotta(string titolo)
    {
        var acquisito = Noto(1, m => (m.Cig, m.Stato) = ([Uno], StatoAffidamento.CigAcquisito)) with { CigInPiu = [Due] };
        var r = One(Row(titolo, Due.Valore, Padre, "1.000,00"), acquisito);
        Assert.Equal((EsitoConfronto.Uguale, ConfrontoElenco.CodiceCigInPiu), (r.Esito, Codice(r)));
        Assert.Null(r.DaFare);
    }

    [Fact]
    public void Il_perche_di_un_contrasto_resta_intero_anche_con_i_due_punti_dentro()
    {
        var acquisito = Noto(1, m => (m.Cig, m.Stato) = ([Uno], StatoAffidamento.CigAcquisito));
        var perche = Assert.Single(One(Row("CH-2026-00001", Due.Valore, "Lotto: il secondo", "1.000,00"), acquisito).Perche);
        Assert.Equal("elenco.dati-diversi", perche.Code);
        Assert.Contains(
            $"il CIG Padre è Lotto: il secondo sul portale e {Padre} in CigHub. CigHub non registra nulla", perche.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_altro_CIG_in_CigHub_non_si_sovrascrive()
    {
        var acquisito = Noto(1, m => (m.Cig, m.Stato) = ([Uno], StatoAffidamento.CigAcquisito));
        Assert.Equal((EsitoConfronto.Contraddice, "elenco.altro-cig"), One(Row("CH-2026-00001", Due.Valore, Padre, "1.000,00"), acquisito) is var r
            ? (r.Esito, Codice(r)) : default);
        Assert.Equal((EsitoConfronto.Contraddice, "elenco.cig-assente"), One(Row("CH-2026-00001", null, Padre, "1.000,00"), acquisito) is var s
            ? (s.Esito, Codice(s)) : default);
        Assert.Equal((EsitoConfronto.Contraddice, "cig.non-da-pcp"), One(Row("CH-2026-00001", "9676289649", Padre, "1.000,00"), Noto(1)) is var t
            ? (t.Esito, Codice(t)) : default);
        Assert.Equal((EsitoConfronto.NonLeggibile, "cig.di-palestra"),
            One(Row("CH-2026-00001", CigDiPalestra.Numero(0).Valore, Padre, "1.000,00"), Noto(1)) is var p ? (p.Esito, Codice(p)) : default);
        Assert.Equal((EsitoConfronto.NonLeggibile, "cig.e-il-padre"), One(Row("CH-2026-00001", Padre, "", "1.000,00"), Noto(1)) is var u
            ? (u.Esito, Codice(u)) : default);
    }

    [Fact]
    public void Fra_piu_adesioni_il_CIG_va_a_quella_dell_importo()
    {
        var due = Noto(1, m => m.Importi = [400m, 600m]);
        Assert.Equal(due.Aggiudicazioni[1].Id, One(Row("CH-2026-00001", Uno.Valore, Padre, "600,00"), due).DaFare!.AggiudicazioneId);
        Assert.Equal((EsitoConfronto.Dubbio, "elenco.quale-adesione"), One(Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00"), due) is var r
            ? (r.Esito, Codice(r)) : default);
        Assert.Equal(2, One(Row("CH-2026-00001", Uno.Valore, Padre, "500,00"), Noto(1, m => m.Importi = [500m, 500m])).Candidati.Count);
        Assert.All(Compare([Row("CH-2026-00001", Uno.Valore, Padre, "400,00"), Row("CH-2026-00001", Due.Valore, Padre, "600,00")], [due]).Righe,
            x => Assert.Equal(EsitoConfronto.DaRegistrare, x.Esito));
    }

    [Fact]
    public void Due_righe_con_un_CIG_ciascuna_per_lo_stesso_affidamento_sono_un_dubbio()
    {
        var confronto = Compare([Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00"), Row("CH-2026-00001", Due.Valore, Padre, "1.000,00")], [Noto(1)]);
        Assert.All(confronto.Righe, r => Assert.Equal((EsitoConfronto.Dubbio, "elenco.due-cig"), (r.Esito, Codice(r))));

        // A duplicate row with another amount gives way to the row that fits.
        var copia = Compare([Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00"), Row("CH-2026-00001", Due.Valore, Padre, "7,00")], [Noto(1)]);
        Assert.Equal([EsitoConfronto.DaRegistrare, EsitoConfronto.Contraddice], copia.Righe.Select(r => r.Esito));

        // The row of a first attempt, which has no CIG, gives way too.
        var tentativo = Compare([Row("CH-2026-00001", null, Padre, "1.000,00"), Row("CH-2026-00001", Due.Valore, Padre, "1.000,00")], [Noto(1)]);
        Assert.Equal([EsitoConfronto.Contraddice, EsitoConfronto.DaRegistrare], tentativo.Righe.Select(r => r.Esito));
        Assert.All(Compare([Row("CH-2026-00001", null, Padre, "1.000,00"), Row("CH-2026-00001", null, Padre, "1.000,00", registro: "PI2")],
            [Noto(1)]).Righe, r => Assert.Equal((EsitoConfronto.Dubbio, "elenco.riga-ripetuta"), (r.Esito, Codice(r))));
    }

    [Fact]
    public void Una_bozza_ancora_in_lavorazione_chiede_una_scelta_e_un_pronto_no()
    {
        Assert.Equal((EsitoConfronto.Dubbio, "elenco.in-lavorazione"), One(Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00"),
            Noto(1, m => m.Stato = StatoAffidamento.InLavorazione)) is var r ? (r.Esito, Codice(r)) : default);
        Assert.Equal(EsitoConfronto.DaRegistrare,
            One(Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00"), Noto(1, m => m.Stato = StatoAffidamento.ProntoPerIlPortale)).Esito);
        Assert.Equal(EsitoConfronto.Contraddice,
            One(Row("CH-2026-00001", Uno.Valore, Padre, ""), Noto(1, m => (m.Stato, m.Importi) = (StatoAffidamento.InLavorazione, [0m]))).Esito);
    }

    [Fact]
    public void Cio_che_in_CigHub_e_stato_eliminato_e_solo_sul_portale_e_lo_dice() =>
        Assert.Equal((EsitoConfronto.SoloSulPortale, "elenco.eliminato"),
            Compare([Row("CH-2026-00009", Uno.Valore, Padre, "1,00")], [], eliminati: [9]).Righe[0] is var r ? (r.Esito, Codice(r)) : default);

    [Fact]
    public void Chi_aspetta_il_CIG_e_non_e_nell_elenco_si_vede_e_chi_c_e_anche_rovinato_no()
    {
        var rovinato = Uno.Valore[..9] + (Uno.Valore[9] == '0' ? '1' : '0');
        var confronto = Compare(
            [Row("CH-2026-00001", rovinato, Padre, "1.000,00")],
            [Noto(1), Noto(2), Noto(3, m => m.Stato = StatoAffidamento.EsitoDaVerificare), Noto(4, m => m.Stato = StatoAffidamento.ProntoPerIlPortale),
                Noto(5, m => (m.Stato, m.Cig) = (StatoAffidamento.CigAcquisito, [Due]))]);
        Assert.Equal([2, 3], confronto.NonRisultano.Select(a => a.Numero.Progressivo));
        Assert.Contains(Uno, confronto.Righe[0].Riga.Vicini);
    }

    [Fact]
    public void Cio_che_l_elenco_non_dice_non_toglie_nulla()
    {
        var portale = new DatiPortale("PI000123-26", "FE9", new(2026, 11, 20), "Inviato", "CigRecuperati", "EsitoOK");
        var noto = Noto(1, m => (m.Cig, m.Stato, m.Portale) = ([Uno], StatoAffidamento.CigAcquisito, portale));
        Assert.Equal(EsitoConfronto.Uguale, One(Row("CH-2026-00001", Uno.Valore, Padre, "1.000,00"), noto).Esito);
        var vuota = Row("CH-2026-00001", Uno.Valore, "", "", "", "").ToDictionary(c => c.Key, c => c.Key is Titolo or Derivato ? c.Value : "");
        Assert.Equal(EsitoConfronto.Uguale, One(vuota, noto).Esito);
        Assert.Equal("CigRecuperati", One(new(vuota) { [StatoSulPortale] = "Annullato" }, noto).DaFare!.Cambia[0].Prima);
    }

    [Theory]
    [InlineData(12, 3, 2, "Registra 12 CIG e 3 aggiornamenti, adotta 2 adesioni", "Registrati 12 CIG e 3 aggiornamenti, adottate 2 adesioni.")]
    [InlineData(1, 0, 0, "Registra 1 CIG", "Registrato 1 CIG.")]
    [InlineData(0, 1, 1, "Registra 1 aggiornamento, adotta 1 adesione", "Registrato 1 aggiornamento, adottata 1 adesione.")]
    [InlineData(0, 0, 5, "Adotta 5 adesioni", "Adottate 5 adesioni.")]
    [InlineData(0, 0, 0, "Nulla da registrare", ".")]
    public void Il_pulsante_dice_quanto_si_registra(int cig, int aggiornamenti, int adottati, string bottone, string fatto) =>
        Assert.Equal((bottone, fatto), (new ConteggioPortale(cig, aggiornamenti, adottati).Bottone, new ConteggioPortale(cig, aggiornamenti, adottati).Fatto));

    /// <summary>
    /// The rules must hold for random lists: each adhesion gets at most one CIG, each CIG goes to at most one adhesion, no CIG is
    /// overwritten, and a certain match agrees in the amount.
    /// </summary>
    [Fact]
    public void Qualunque_elenco_lascia_intatte_le_regole()
    {
        var cig = Enumerable.Range(0x200000, 6).Select(n => Cig(n)).ToArray();
        StatoAffidamento[] stati = [StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta, StatoAffidamento.EsitoDaVerificare,
            StatoAffidamento.InLavorazione];
        var genNoto = Gen.Select(Gen.Int[0, 3].Select(i => stati[i]), Gen.Int[1, 3], Gen.Bool);
        var genRiga = Gen.Select(Gen.Int[0, 6], Gen.Int[-1, 5], Gen.Int[1, 3], Gen.Bool);
        Gen.Select(genNoto.Array[0, 5], genRiga.Array[0, 6]).Sample(
            (noti, righe) =>
            {
                var nostri = noti.Select((n, i) => Noto(i + 1, m =>
                    (m.Stato, m.Importi, m.Cig) = (n.Item3 ? StatoAffidamento.CigAcquisito : n.Item1, [n.Item2], n.Item3 ? [cig[i]] : []))).ToList();
                var lette = righe.Select(r => Row(r.Item1 == 0 ? "Senza titolo" : $"CH-2026-{r.Item1:00000}", r.Item2 < 0 ? null : cig[r.Item2].Valore,
                    r.Item4 ? Padre : "", $"{r.Item3},00", registro: "")).ToList();
                if (lette.Count == 0)
                {
                    return;
                }

                var confronto = Compare(lette, nostri);
                var fatte = confronto.Righe.Where(r => r.DaFare is not null).ToList();
                Assert.Equal(lette.Count, confronto.Righe.Count);
                Assert.All(fatte.Where(r => r.DaFare!.Cig is not null).GroupBy(r => r.DaFare!.AggiudicazioneId), g => Assert.Single(g));
                Assert.All(fatte.Where(r => r.DaFare!.Cig is not null).GroupBy(r => r.DaFare!.Cig), g => Assert.Single(g));
                Assert.All(fatte, r => Assert.Equal(EsitoConfronto.DaRegistrare, r.Esito));
                Assert.All(fatte.Where(r => r.DaFare!.Cig is not null), r =>
                {
                    var suo = nostri.Single(a => a.Id == r.DaFare!.AffidamentoId);
                    Assert.Null(suo.Aggiudicazioni[0].Cig);
                    Assert.DoesNotContain(nostri, a => a.Aggiudicazioni.Any(g => g.Cig == r.DaFare!.Cig));
                    Assert.Equal(r.Riga.ImportoAppalto, suo.Importo);
                });
                Assert.Equal(confronto.Impronta(), Compare(lette, nostri).Impronta());
            },
            iter: 500);
    }
}
