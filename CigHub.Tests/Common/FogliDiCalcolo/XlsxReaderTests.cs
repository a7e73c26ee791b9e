using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using static CigHub.Tests.Common.FogliDiCalcolo.HandmadeWorkbook;

namespace CigHub.Tests.Common.FogliDiCalcolo;

/// <summary>
/// Checks that a sheet is read as its user sees it, whatever wrote it: which sheet, from which row, and what each cell holds. Nothing may be
/// left out without a word.
/// </summary>
public sealed class XlsxReaderTests
{
    private static readonly ExpectedColumn[] _columns = [new("CIG", true), new("Importo", true), new("Data", false, IsDate: true)];

    private static readonly string[] _captions = [Text("CIG"), Text("Importo"), Text("Data")];

    private static Result<ReadSheet> Read(HandmadeWorkbook book, int max = 100) => XlsxReader.Read(book.Write(), _columns, max);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void Le_intestazioni_possono_stare_in_ciascuna_delle_prime_venti_righe(int captions)
    {
        var sheet = Read(new HandmadeWorkbook().Sheet(
            "Adesioni",
            captions == 1 ? "" : Row(1, Text("Adesioni del Comune"), Text("Importo")),
            Row(captions, _captions),
            Row(captions + 5, Text("B61107E182"), Number(1234.5)))).Value;
        Assert.Equal(("Adesioni", captions), (sheet.Name, sheet.CaptionRow));
        var row = Assert.Single(sheet.Rows);
        Assert.Equal((captions + 5, $"A{captions + 5}", $"B{captions + 5}"), (row.Number, row["CIG"].Address, row["Importo"].Address));
        Assert.Contains($"riga {captions + 5} del foglio «Adesioni», con le intestazioni alla riga {captions}", sheet.Where, StringComparison.Ordinal);
        Assert.Empty(sheet.Notes);
    }

    [Fact]
    public void Oltre_la_ventesima_riga_non_si_cerca_e_il_rifiuto_dice_dove_si_e_cercato()
    {
        var error = Read(new HandmadeWorkbook().Sheet("Uno", Row(21, _captions), Row(22, Text("x"))).Sheet("Due")).Errors[0];
        Assert.Equal("foglio.colonne", error.Code);
        Assert.Contains("prime 20 righe dei fogli visibili «Uno», «Due»", error.Message, StringComparison.Ordinal);
        Assert.Contains("nessuna di queste intestazioni: «CIG», «Importo».", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Il_rifiuto_nomina_il_foglio_la_riga_e_le_colonne_che_mancano_nel_posto_piu_vicino()
    {
        var error = Read(new HandmadeWorkbook().Sheet("Note", Row(1, Text("ciao"))).Sheet("Gennaio", Row(4, Text("Data"), Text("importo *")))).Errors[0];
        Assert.Contains("Nel foglio «Gennaio», alla riga 4, manca la colonna «CIG».", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void Si_legge_il_primo_foglio_visibile_con_le_intestazioni_e_degli_altri_si_dice(string state)
    {
        var sheet = Read(new HandmadeWorkbook()
            .SheetIn(state, "Vecchio", Row(1, _captions), Row(2, Text("nascosto"), Number(1)))
            .Sheet("Note", Row(1, Text("Istruzioni")))
            .Sheet("Gennaio", Row(2, _captions), Row(3, Text("uno"), Number(1)))
            .Sheet("Febbraio", Row(1, _captions), Row(2, Text("due"), Number(2)))).Value;
        Assert.Equal(("Gennaio", "uno"), (sheet.Name, Assert.Single(sheet.Rows)["CIG"].Text));
        Assert.Collection(
            sheet.Notes,
            n => Assert.Contains("Anche il foglio «Vecchio», che è nascosto, ha le stesse intestazioni e non è stato letto", n, StringComparison.Ordinal),
            n => Assert.Contains("Anche il foglio «Febbraio» ha le stesse intestazioni e non è stato letto", n, StringComparison.Ordinal));
    }

    [Fact]
    public void Un_foglio_visibile_con_le_sole_intestazioni_non_ferma_quello_con_le_righe()
    {
        var sheet = Read(new HandmadeWorkbook().Sheet("Modello", Row(1, _captions)).Sheet("Pieno", Row(1, _captions), Row(2, Text("uno"), Number(1)))).Value;
        Assert.Equal(("Pieno", 0), (sheet.Name, sheet.Notes.Count));
        Assert.Contains("Nel foglio «Modello» non c'è nessuna riga",
            Read(new HandmadeWorkbook().Sheet("Modello", Row(1, _captions))).Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Se_le_intestazioni_sono_solo_in_un_foglio_nascosto_il_rifiuto_chiede_di_mostrarlo()
    {
        var error = Read(new HandmadeWorkbook().Sheet("Altro", Row(1, Text("x"))).SheetIn("hidden", "Dati", Row(1, _captions))).Errors[0];
        Assert.Equal("foglio.colonne", error.Code);
        Assert.Contains("«Dati», che è nascosto: mostralo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Le_righe_nascoste_o_filtrate_si_leggono_e_si_dicono()
    {
        var sheet = Read(new HandmadeWorkbook().Sheet(
            "Foglio",
            [
                Row(1, _captions),
                .. Enumerable.Range(2, 9).Select(i => Row(i, hidden: i is 3 or 5 or 6 or 7, Text($"c{i}"), Number(i))),
            ])).Value;
        Assert.Equal(9, sheet.Rows.Count);
        Assert.Contains("Le righe 3, 5–7 del foglio «Foglio» sono nascoste", Assert.Single(sheet.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Dopo_un_vuoto_di_migliaia_di_righe_si_legge_ancora()
    {
        var sheet = Read(new HandmadeWorkbook().Sheet(
            "Foglio",
            [Row(1, _captions), .. Enumerable.Range(2, 3_000).Select(i => Row(i, "<c s=\"1\"/>")), Row(1_048_576, Text("in fondo"), Number(1))]), max: 2).Value;
        Assert.Equal((1_048_576, "A1048576"), (Assert.Single(sheet.Rows).Number, sheet.Rows[0]["CIG"].Address));
    }

    [Fact]
    public void Troppe_righe_si_contano_tutte_anche_dopo_un_vuoto()
    {
        var error = Read(new HandmadeWorkbook().Sheet(
            "Foglio", [Row(1, _captions), .. new[] { 2, 3, 90, 4_000 }.Select(i => Row(i, Text("x"), Number(1)))]), max: 2).Errors[0];
        Assert.Equal("foglio.troppe-righe", error.Code);
        Assert.Contains("«Foglio» ha 4 righe compilate, dalla 2 alla 4000, e se ne leggono al massimo 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Una_riga_con_qualcosa_solo_fuori_dalle_colonne_si_dice()
    {
        var sheet = Read(new HandmadeWorkbook().Sheet("Foglio", Row(1, _captions), Row(2, Text("x"), Number(1)), Row(4, "", "", "", "", Text("totale")))).Value;
        Assert.Equal(2, Assert.Single(sheet.Rows).Number);
        Assert.Contains("La riga 4 del foglio «Foglio» è stata saltata", Assert.Single(sheet.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Una_colonna_scritta_due_volte_ferma_il_foglio_e_si_dice_dove()
    {
        var error = Read(new HandmadeWorkbook().Sheet("Foglio", Row(3, [.. _captions, Text("importo")]), Row(4, Text("x"), Number(1)))).Errors[0];
        Assert.Equal("foglio.colonna-ripetuta", error.Code);
        Assert.Contains("«Importo» c'è due volte, in B3 e in D3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Righe_e_celle_senza_posizione_seguono_quelle_di_prima_anche_se_altre_la_hanno()
    {
        var sheet = Read(new HandmadeWorkbook().Sheet(
            "Foglio",
            Row(null, Text("Comune")),
            Row(null, _captions),
            Row(5, Text("uno"), Number(1)),
            Row(null, Text("due"), "<c r=\"B6\"><v>2</v></c>", Number(46_350)),
            Row(null, Text("tre"), "<c r=\"C7\"><v>46350</v></c>"))).Value;
        Assert.Equal([5, 6, 7], sheet.Rows.Select(r => r.Number));
        Assert.Equal(["1", "2", ""], sheet.Rows.Select(r => r["Importo"].Text));
        Assert.Equal(["", "C6", "C7"], sheet.Rows.Select(r => r["Data"].Address));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Le_date_si_leggono_dal_primo_giorno_della_cartella(bool from1904)
    {
        // 24/11/2026, as a day counted from 1900 and from 1904.
        var day = from1904 ? 44_888 : 46_350;
        var sheet = Read(new HandmadeWorkbook { From1904 = from1904 }.Sheet(
            "Foglio",
            [Row(1, _captions), .. new[] { General, Date, CustomDate, HandmadeWorkbook.DateTime }.Select((s, i) =>
                Row(i + 2, Text("x"), Number(1), Number(day + (s == HandmadeWorkbook.DateTime ? 0.44 : 0), s)))])).Value;
        Assert.All(sheet.Rows, r => Assert.Equal(("24/11/2026", TipoCella.Data), (r["Data"].Text, r["Data"].Kind)));
    }

    [Fact]
    public void Una_percentuale_e_una_percentuale()
    {
        var sheet = Read(new HandmadeWorkbook().Sheet(
            "Foglio", Row(1, _captions), Row(2, Text("x"), Number(0.22, Percent)), Row(3, Text("y"), Number(0.07, CustomPercent)))).Value;
        Assert.Equal([("22%", TipoCella.Percentuale), ("7%", TipoCella.Percentuale)], sheet.Rows.Select(r => (r["Importo"].Text, r["Importo"].Kind)));
    }

    [Theory]
    [InlineData("#N/A", "#N/D")]
    [InlineData("#REF!", "#RIF!")]
    [InlineData("#DIV/0!", "#DIV/0!")]
    [InlineData("#VALUE!", "#VALORE!")]
    public void L_errore_di_una_formula_si_dice_con_il_nome_che_si_vede(string written, string shown)
    {
        var sheet = Read(new HandmadeWorkbook().Sheet("Foglio", Row(1, _captions), Row(2, Text(written), Error(written)))).Value;
        Assert.All(new[] { "CIG", "Importo" }, c => Assert.Equal((shown, TipoCella.Errore), (sheet.Rows[0][c].Text, sheet.Rows[0][c].Kind)));
        Assert.Contains(shown, sheet.Rows[0]["Importo"].Cella.SenzaValore!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Una_formula_senza_risultato_si_dice_e_una_che_da_un_testo_vuoto_e_una_cella_vuota()
    {
        var sheet = Read(new HandmadeWorkbook().Sheet(
            "Foglio",
            Row(1, _captions),
            Row(2, Text("x"), Formula(null)),
            Row(3, Text("x"), Formula("")),
            Row(4, Text("x"), Formula("", "str")),
            Row(5, Text("x"), Formula("1220")),
            Row(6, Formula(null, "str"), Number(1)))).Value;
        TipoCella[] kinds = [TipoCella.FormulaSenzaValore, TipoCella.FormulaSenzaValore, TipoCella.Testo, TipoCella.Numero, TipoCella.Numero];
        Assert.Equal(kinds, sheet.Rows.Select(r => r["Importo"].Kind));
        Assert.Equal(("", "1220"), (sheet.Rows[2]["Importo"].Text, sheet.Rows[3]["Importo"].Text));
        Assert.Equal("cella.formula-senza-valore", sheet.Rows[4]["CIG"].Cella.SenzaValore?.Code);
    }

    [Fact]
    public void Testi_condivisi_con_formati_ed_escape_si_leggono_interi()
    {
        var book = new HandmadeWorkbook();
        var sheet = Read(book.Sheet(
            "Foglio",
            Row(1, _captions),
            Row(2, book.Shared("Città & «Dintorni»"), "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t> b</t></r><rPh><t>no</t></rPh></is></c>"),
            Row(3, book.Shared("a_x0041_b"), Text(" \u00A0x ")))).Value;
        Assert.Equal(["Città & «Dintorni»", "aAb"], sheet.Rows.Select(r => r["CIG"].Text));
        Assert.Equal(["a b", "x"], sheet.Rows.Select(r => r["Importo"].Text));
    }

    [Fact]
    public void Le_righe_si_leggono_una_alla_volta_e_non_si_apre_piu_di_quanto_si_legge()
    {
        using var book = new XlsxBook(new HandmadeWorkbook().Sheet(
            "Foglio", [Row(1, _captions), .. Enumerable.Range(2, 50_000).Select(i => Row(i, Text($"adesione {i}"), Number(i), Number(46_350, Date)))]).Write());
        Assert.Equal(20, book.Rows(book.Sheets[0]).Take(20).Count());
        Assert.InRange(book.Inflated, 1, 100_000);
        Assert.Equal(50_001, book.Rows(book.Sheets[0]).Count());
        Assert.InRange(book.Inflated, 5_000_000, XlsxCheck.MaxInflated);
    }

    [Theory]
    [InlineData("content.xml", ".ods")]
    [InlineData("xl/workbook.bin", ".xlsb")]
    public void Un_foglio_in_un_altro_formato_dice_quale_e_che_cosa_fare(string part, string named)
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part);
        }

        var error = XlsxReader.Read(file.ToArray(), _columns, 10).Errors[0];
        Assert.Equal("foglio.tipo", error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_foglio_con_la_password_dice_di_toglierla()
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0, 0, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage"), 0, 0];
        Assert.Contains("password", XlsxReader.Read(file, _columns, 10).Errors[0].Message, StringComparison.Ordinal);
    }
}
