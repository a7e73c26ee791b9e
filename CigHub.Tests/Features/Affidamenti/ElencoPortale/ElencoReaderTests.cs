using System.Text;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Tests.Common.FogliDiCalcolo;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CsCheck;
using static CigHub.Tests.Features.Affidamenti.ElencoPortale.SampleElenchi;

namespace CigHub.Tests.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Checks that the elenco del portale is read in both its file formats, whatever the order of its captions, its encoding and its file name.
/// </summary>
public sealed class ElencoReaderTests
{
    private static readonly string Uno = Cig(0x100001).Valore, Due = Cig(0x100002).Valore;

    private static readonly Dictionary<string, string>[] DueRighe =
    [
        Row("CH-2026-00001 – Città & «Dintorni»", Uno, PadreDiProva.Valore, "1.234,56", "Società Èlite S.r.l."),
        Row("CH-2026-00002 – Scuole", null, PadreDiProva.Valore, "20,00"),
    ];

    [Fact]
    public void Una_pagina_HTML_con_tabelle_annidate_si_legge()
    {
        var letto = ElencoPortaleReader.Read(Utf8(Html(DueRighe))).Value;
        Assert.Equal([2, 3], letto.Righe.Select(r => r.Numero));
        var (prima, seconda) = (letto.Righe[0], letto.Righe[1]);
        Assert.Equal(("CH-2026-00001 – Città & «Dintorni»", Importo.DaCentesimi(123_456), PadreDiProva, Uno),
            (prima.Titolo, prima.ImportoAppalto, prima.CigPadre, prima.CigDerivato?.Valore));
        Assert.Equal(("PI000123-26", new DateOnly(2026, 11, 20), "Inviato", "CigRecuperati"),
            (prima.Portale.RegistroDiSistema, prima.Portale.DataInvio, prima.Portale.Stato, prima.Portale.StatoAffidamento));
        Assert.Equal("Società Èlite S.r.l.", prima.DenominazioneOe);
        Assert.Null(seconda.CigDerivato);
        Assert.All(letto.Righe, r => Assert.Empty(r.Errori));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 con BOM")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    public void La_codifica_si_riconosce_dai_byte(string codifica)
    {
        var pagina = "\r\n" + Html(DueRighe).Replace("&#224;", "à", StringComparison.Ordinal).Replace("&#200;", "È", StringComparison.Ordinal)
            .Replace("&#171;", "«", StringComparison.Ordinal).Replace("&#187;", "»", StringComparison.Ordinal);
        byte[] file = codifica switch
        {
            "utf-8" => Utf8(pagina),
            "utf-8 con BOM" => [0xEF, 0xBB, 0xBF, .. Utf8(pagina)],
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(pagina.TrimStart())],
            _ => Win1252(pagina),
        };
        var righe = ElencoPortaleReader.Read(file).Value.Righe;
        Assert.Equal("CH-2026-00001 – Città & «Dintorni»", righe[0].Titolo);
        Assert.Equal("Società Èlite S.r.l.", righe[0].DenominazioneOe);
    }

    [Fact]
    public void Le_colonne_possono_stare_in_ogni_ordine_e_quelle_estranee_si_saltano()
    {
        var attese = ElencoPortaleReader.Read(Utf8(Html(DueRighe))).Value.Righe;
        Gen.Shuffle(Colonne.Concat(["Fornitore estero", "Selezione"]).ToArray()).Sample(
            colonne =>
            {
                var righe = ElencoPortaleReader.Read(Utf8(Html(DueRighe, colonne))).Value.Righe;
                Assert.Equal(attese.Select(r => r with { Errori = [], Vicini = [] }).Select(r => r.ToString()),
                    righe.Select(r => (r with { Errori = [], Vicini = [] }).ToString()));
            },
            iter: 50);
    }

    [Fact]
    public void Le_didascalie_si_riconoscono_comunque_siano_scritte()
    {
        var pagina = Html(DueRighe).Replace("CIG Derivato", "Cig  DERIVATO", StringComparison.Ordinal)
            .Replace("Titolo documento", "&nbsp;Titolo Documento&nbsp;*", StringComparison.Ordinal);
        Assert.Equal(Uno, ElencoPortaleReader.Read(Utf8(pagina)).Value.Righe[0].CigDerivato?.Valore);
    }

    [Fact]
    public void Una_cella_vuota_con_lo_spazio_unificatore_e_vuota_e_un_CIG_di_sole_cifre_resta_intero()
    {
        var righe = ElencoPortaleReader.Read(Utf8(Html([Row("CH-2026-00001", "9676289649", PadreDiProva.Valore, "1,00")]))).Value.Righe;
        Assert.Equal("9676289649", righe[0].CigDerivato?.Valore);
    }

    [Theory]
    [InlineData(Derivato, "elenco.colonne")]
    [InlineData(Titolo, null)]
    [InlineData(ImportoAppalto, null)]
    public void Una_colonna_che_manca_si_dice_solo_se_serve(string colonna, string? codice)
    {
        var letto = ElencoPortaleReader.Read(Utf8(Html(DueRighe, [.. Colonne.Where(c => c != colonna)])));
        Assert.Equal(codice, letto.Errors.Select(e => e.Code).SingleOrDefault());
    }

    [Fact]
    public void Senza_nulla_da_cui_riconoscere_il_rifiuto_nomina_le_colonne_trovate()
    {
        var errore = ElencoPortaleReader.Read(Utf8(Html(DueRighe, ["Apri", Derivato, Oe, Stato]))).Errors[0];
        Assert.Equal("elenco.colonne", errore.Code);
        Assert.Contains("«Apri», «CIG Derivato», «Denominazione OE», «Stato»", errore.Message, StringComparison.Ordinal);
        Assert.Equal("elenco.senza-intestazioni", ElencoPortaleReader.Read("<html><table><tr><td>Nome</td><td>Cognome</td></tr></table>"u8.ToArray())
            .Errors[0].Code);
        Assert.Equal("elenco.senza-righe", ElencoPortaleReader.Read(Utf8(Html([]))).Errors[0].Code);
    }

    [Fact]
    public void Un_foglio_xlsx_si_legge_con_numeri_date_e_testi()
    {
        var righe = ElencoPortaleReader.Read(Xlsx(
        [
            new Dictionary<string, object?> { [Derivato] = Uno, [Titolo] = "CH-2026-00001", [ImportoAppalto] = 1234.56,
                [Invio] = new DateTime(2026, 11, 20, 10, 32, 0), [Padre] = PadreDiProva.Valore },
            new Dictionary<string, object?> { [Derivato] = "", [Titolo] = "CH-2026-00002", [ImportoAppalto] = "1.234,56",
                [Invio] = "20/11/2026", [Padre] = null },
        ])).Value.Righe;
        Assert.All(righe, r => Assert.Equal((Importo.DaCentesimi(123_456), new DateOnly(2026, 11, 20)), (r.ImportoAppalto!.Value, r.Portale.DataInvio!.Value)));
        Assert.Equal([2, 3], righe.Select(r => r.Numero));
        Assert.Equal([Uno, null], righe.Select(r => r.CigDerivato?.Valore));
    }

    [Fact]
    public void Un_CIG_che_il_foglio_ha_preso_per_un_numero_lo_dice_e_un_numero_intero_resta_buono()
    {
        Dictionary<string, object?> Con(object cig) => new() { [Derivato] = cig, [Titolo] = "CH-2026-00001" };
        var conZero = Enumerable.Range(100_000, 900_000).Select(n => $"{n:D7}{n * 211L % 4091:X3}").First(c => c.All(char.IsAsciiDigit));
        var righe = ElencoPortaleReader.Read(
            Xlsx([Con(double.Parse(conZero, System.Globalization.CultureInfo.InvariantCulture)), Con(9676289649d), Con(1.234567E18)])).Value.Righe;
        var errore = Assert.Single(righe[0].Errori);
        Assert.Equal(("cig.numero-di-foglio", "CIG Derivato"), (errore.Code, errore.Field));
        Assert.Contains($"forse era {conZero}", errore.Message, StringComparison.Ordinal);
        Assert.Equal(conZero, righe[0].Vicini[0].Valore);
        Assert.Equal("9676289649", righe[1].CigDerivato?.Valore);
        Assert.Equal("cig.numero-di-foglio", Assert.Single(righe[2].Errori).Code);
    }

    [Fact]
    public void Un_foglio_altrui_si_legge_dalle_sue_intestazioni_con_le_righe_nascoste_e_le_date_del_1904()
    {
        var letto = ElencoPortaleReader.Read(new HandmadeWorkbook { From1904 = true }
            .SheetIn("hidden", "Dati", HandmadeWorkbook.Row(1, HandmadeWorkbook.Text(Titolo), HandmadeWorkbook.Text(Derivato), HandmadeWorkbook.Text(Stato)))
            .Sheet("Nota", HandmadeWorkbook.Row(1, HandmadeWorkbook.Text("Elenco di novembre")))
            .Sheet(
                "Foglio1",
                HandmadeWorkbook.Row(2, HandmadeWorkbook.Text("Affidamenti diretti su Accordo Quadro")),
                HandmadeWorkbook.Row(6, [.. new[] { Titolo, Derivato, Invio, ImportoAppalto }.Select(HandmadeWorkbook.Text)]),
                HandmadeWorkbook.Row(7, hidden: true, HandmadeWorkbook.Text("CH-2026-00001"), HandmadeWorkbook.Text(Uno), HandmadeWorkbook.Number(44_888)),
                HandmadeWorkbook.Row(9_000, HandmadeWorkbook.Text("CH-2026-00002"), HandmadeWorkbook.Formula(null), "", HandmadeWorkbook.Error("#N/A")))
            .Write()).Value;
        Assert.Equal([7, 9_000], letto.Righe.Select(r => r.Numero));
        Assert.Equal((Uno, new DateOnly(2026, 11, 24)), (letto.Righe[0].CigDerivato!.Valore, letto.Righe[0].Portale.DataInvio!.Value));
        Assert.Equal(
            [("cella.formula-senza-valore", Derivato), ("cella.errore-di-formula", ImportoAppalto)],
            letto.Righe[1].Errori.Select(e => (e.Code, e.Field!)));
        Assert.Contains("La riga 7 del foglio «Foglio1» è nascosta", Assert.Single(letto.Note), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_foglio_senza_l_elenco_dice_in_quali_fogli_e_righe_si_e_cercato()
    {
        var errore = ElencoPortaleReader.Read(new HandmadeWorkbook()
            .Sheet("Uno", HandmadeWorkbook.Row(1, HandmadeWorkbook.Text("x")))
            .Sheet("Due", HandmadeWorkbook.Row(30, HandmadeWorkbook.Text(Titolo))).Write()).Errors[0];
        Assert.Equal("elenco.senza-intestazioni", errore.Code);
        Assert.Contains("nelle prime 20 righe dei fogli visibili «Uno», «Due»", errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Una_riga_che_non_si_legge_dice_perche_e_le_altre_vanno_avanti()
    {
        var rovinato = Uno[..9] + (Uno[9] == '0' ? '1' : '0');
        var righe = ElencoPortaleReader.Read(Utf8(Html(
        [
            Row("uno", rovinato, PadreDiProva.Valore, "1,00"),
            Row("due", Due, PadreDiProva.Valore, "mille"),
            new(Row("tre", null, PadreDiProva.Valore, "1,00")) { [Invio] = "31/02/2026" },
            Row("quattro", PadreDiProva.Valore, PadreDiProva.Valore, "1,00"),
            Row("cinque", $"{Uno} {Due}", PadreDiProva.Valore, "1,00"),
            new(Row("sei", null, PadreDiProva.Valore, "1,00")) { [Stato] = new string('x', 101) },
            Row("sette", "0000000000", PadreDiProva.Valore, "1,00"),
        ]))).Value.Righe;
        Assert.Equal(
            ["cig.cifra-di-controllo", "importo.formato", "data.formato", "cig.e-il-padre", "elenco.piu-cig", "elenco.troppo-lungo", null],
            righe.Select(r => r.Errori.SingleOrDefault()?.Code));
        Assert.Contains(Uno, righe[0].Vicini.Select(v => v.Valore));
        Assert.Equal("elenco.riga-monca", ElencoPortaleReader.Read(Utf8(Html(DueRighe).Replace("</table></td></tr><tr><td>Numero",
            "<tr><td>uno</td><td>due</td></tr></table></td></tr><tr><td>Numero", StringComparison.Ordinal))).Value.Righe[2].Errori[0].Code);
    }

    [Fact]
    public void Il_CIG_Padre_si_trova_anche_nella_sua_descrizione() =>
        Assert.Equal(PadreDiProva, ElencoPortaleReader.Read(
            Utf8(Html([new(Row("uno", Uno, "", "1,00")) { [DescrizionePadre] = $"Lotto 1 ({PadreDiProva})" }]))).Value.Righe[0].CigPadre);

    [Fact]
    public async Task I_due_file_della_palestra_dicono_le_stesse_righe()
    {
        PalestraRow[] righe =
        [
            new("PI000123-26", "CH-2026-00001 – Città", "Pulizia <degli> uffici", Importo.DaCentesimi(123_456),
                new DateTime(2026, 11, 20, 23, 30, 0, DateTimeKind.Utc), "Inviato", PadreDiProva.Valore, "Lotto 1", Uno, "Società & C.", "Inviato"),
            new("", "=CH-2026-00002", "", null, null, "In lavorazione", "9676289649", "", "", "", ""),
        ];
        var html = ElencoPortaleReader.Read(PalestraFiles.Xls([], righe)).Value;
        var xlsx = ElencoPortaleReader.Read(await PalestraFiles.Xlsx([], righe, DateTime.UnixEpoch)).Value;
        Assert.Equal(11, html.Colonne.Count);
        Assert.Equal(html.Colonne, xlsx.Colonne);
        Assert.Equal(html.Righe.Select(r => (r with { Errori = [], Vicini = [] }).ToString()),
            xlsx.Righe.Select(r => (r with { Errori = [], Vicini = [] }).ToString()));
        Assert.All(html.Righe.Concat(xlsx.Righe), r => Assert.Empty(r.Errori));
        Assert.Equal((new DateOnly(2026, 11, 21), Uno, "9676289649"),
            (html.Righe[0].Portale.DataInvio!.Value, html.Righe[0].CigDerivato!.Valore, html.Righe[1].CigPadre!.Valore));
    }

    [Fact]
    public void Conta_il_contenuto_e_mai_il_nome()
    {
        Assert.Contains(".xlsx", ElencoPortaleReader.Read(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0, 0 }).Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal("elenco.tipo", ElencoPortaleReader.Read("%PDF-1.7"u8.ToArray()).Errors[0].Code);
        Assert.Equal("elenco.tipo", ElencoPortaleReader.Read("CIG;Importo"u8.ToArray()).Errors[0].Code);
        Assert.Equal("elenco.vuoto", ElencoPortaleReader.Read(Array.Empty<byte>()).Errors[0].Code);
        Assert.Equal("foglio.troppo-grande", ElencoPortaleReader.Read(new byte[XlsxCheck.MaxFile + 1]).Errors[0].Code);
        Assert.Equal("foglio.illeggibile", ElencoPortaleReader.Read("PK\u0003\u0004 and nothing of a zip"u8.ToArray()).Errors[0].Code);
    }

    [Fact]
    public void Una_pagina_fatta_per_nuocere_costa_quanto_e_lunga()
    {
        var profonda = "<table><tr><td>" + string.Concat(Enumerable.Repeat("<table><tr><td>", 100_000));
        Assert.Equal("elenco.illeggibile", ElencoPortaleReader.Read(Utf8(profonda)).Errors[0].Code);
        var annidata = "<table>" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<b a{i % 50}={i}><p>"));
        Assert.Equal("elenco.senza-intestazioni", ElencoPortaleReader.Read(Utf8(annidata)).Errors[0].Code);
        var larga = "<table><tr>" + string.Concat(Enumerable.Repeat("<td colspan=999999999>x", 10_000));
        Assert.Equal("elenco.senza-intestazioni", ElencoPortaleReader.Read(Utf8(larga)).Errors[0].Code);
        var lunga = "<table>" + string.Concat(Enumerable.Repeat("<tr>", 100_000));
        Assert.Equal("elenco.troppe-righe", ElencoPortaleReader.Read(Utf8(lunga)).Errors[0].Code);
    }

    [Fact]
    public void Un_elenco_puo_avere_ventimila_righe_e_non_una_di_piu()
    {
        string Pagina(int quante) =>
            $"<table><tr><th>{Titolo}</th><th>{Derivato}</th></tr>{string.Concat(Enumerable.Repeat("<tr><td>uno</td><td></td></tr>", quante))}</table>";
        Assert.Equal(ElencoReader.MaxRighe, ElencoPortaleReader.Read(Utf8(Pagina(ElencoReader.MaxRighe))).Value.Righe.Count);
        Assert.Equal("elenco.troppe-righe", ElencoPortaleReader.Read(Utf8(Pagina(ElencoReader.MaxRighe + 1))).Errors[0].Code);
    }
}
