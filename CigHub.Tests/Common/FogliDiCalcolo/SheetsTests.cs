using System.IO.Compression;
using System.Text;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Web.Common.FogliDiCalcolo;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MiniExcelLibs;

namespace CigHub.Tests.Common.FogliDiCalcolo;

/// <summary>
/// Checks that an uploaded .xlsx file is examined before it is opened, and that a file which the app writes holds no formula.
/// </summary>
public sealed class SheetsTests
{
    private static readonly ExpectedColumn[] Colonne = [new("CIG", true), new("Importo", true), new("Data", false, IsDate: true)];

    [Theory]
    [InlineData("", "foglio.vuoto")]
    [InlineData("<html><table></table></html>", "foglio.tipo")]
    [InlineData("%PDF-1.7", "foglio.tipo")]
    [InlineData("CIG;Importo\nB61107E182;1", "foglio.tipo")]
    [InlineData("PK\u0003\u0004 and then nothing of a zip", "foglio.illeggibile")]
    public void Un_file_che_non_e_un_foglio_e_rifiutato(string contenuto, string codice) =>
        Assert.Equal(codice, XlsxCheck.Examine(Encoding.Latin1.GetBytes(contenuto)).Errors[0].Code);

    [Fact]
    public void Il_vecchio_xls_e_riconosciuto_dai_primi_byte() =>
        Assert.Contains(".xls:", XlsxCheck.Examine(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0, 0 }).Errors[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Un_file_troppo_grande_e_rifiutato() =>
        Assert.Equal("foglio.troppo-grande", XlsxCheck.Examine(new byte[XlsxCheck.MaxFile + 1]).Errors[0].Code);

    [Fact]
    public void Un_archivio_che_non_e_un_foglio_e_rifiutato() => Assert.Equal("foglio.tipo", XlsxCheck.Examine(Zip(("a.txt", 10))).Errors[0].Code);

    [Fact]
    public void Una_bomba_e_rifiutata_senza_aprirla()
    {
        var bomba = Zip(("xl/workbook.xml", 10), ("xl/worksheets/sheet1.xml", 30_000_000));
        Assert.True(bomba.Length < 100_000, $"{bomba.Length} bytes");
        Assert.Equal("foglio.bomba", XlsxCheck.Examine(bomba).Errors[0].Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"B61107E182\">]>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")]
    public void Un_foglio_con_una_DTD_non_si_legge_e_le_sue_entita_non_si_aprono(string dtd)
    {
        var file = new MemoryStream();
        file.Write(Sheet(new Dictionary<string, object?> { ["CIG"] = "segnaposto", ["Importo"] = 1 }));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var voce = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string testo;
            using (var lettore = new StreamReader(voce.Open()))
            {
                testo = lettore.ReadToEnd();
            }

            Assert.Contains("segnaposto", testo, StringComparison.Ordinal);
            voce.Delete();
            using var scrittore = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            var radice = testo.IndexOf("<x:worksheet", StringComparison.Ordinal);
            Assert.True(radice > 0);
            scrittore.Write(testo.Insert(radice, dtd).Replace("segnaposto", "&e;", StringComparison.Ordinal));
        }

        Assert.Equal("foglio.illeggibile", XlsxReader.Read(file.ToArray(), Colonne, 10).Errors[0].Code);
    }

    [Fact]
    public void Troppe_voci_sono_una_bomba() =>
        Assert.Equal("foglio.bomba", XlsxCheck.Examine(
            Zip([("xl/workbook.xml", 10), .. Enumerable.Range(0, XlsxCheck.MaxEntries).Select(i => ($"v{i}", 1))])).Errors[0].Code);

    [Fact]
    public void Una_directory_che_mente_sulle_misure_non_inganna_il_lettore()
    {
        var bugiardo = Zip(("xl/workbook.xml", 10), ("xl/worksheets/sheet1.xml", 60_000_000));
        var riferimento = BitConverter.GetBytes(60_000_000);
        for (var i = bugiardo.AsSpan().IndexOf(riferimento); i >= 0; i = bugiardo.AsSpan().IndexOf(riferimento))
        {
            BitConverter.GetBytes(500_000).CopyTo(bugiardo, i);
        }

        Assert.True(XlsxCheck.Examine(bugiardo).IsSuccess);
        Assert.Contains(XlsxReader.Read(bugiardo, Colonne, 10).Errors[0].Code, (string[])["foglio.bomba", "foglio.illeggibile"]);
    }

    [Fact]
    public void Le_celle_si_leggono_come_testi_e_un_numero_si_riconosce()
    {
        var file = Sheet(
            new() { ["Importo"] = 1234.5, ["cig"] = "0123456789", ["Data"] = new DateTime(2026, 11, 24) },
            new() { ["Importo"] = "1.234,565", ["cig"] = 1234567E12, ["Data"] = 46350d },
            new() { ["Importo"] = 0.1 + 0.2, ["cig"] = 123456789d, ["Data"] = "24/11/2026" });
        var righe = XlsxReader.Read(file, Colonne, 10).Value.Rows;
        Assert.Equal([2, 3, 4], righe.Select(r => r.Number));
        Assert.Equal(["1234,5", "1.234,565", "0,3"], righe.Select(r => r["Importo"].Text));
        Assert.Equal(["0123456789", "1,234567E+18", "123456789"], righe.Select(r => r["CIG"].Text));
        Assert.Equal([TipoCella.Testo, TipoCella.Numero, TipoCella.Numero], righe.Select(r => r["CIG"].Kind));
        Assert.All(righe, r => Assert.Equal("24/11/2026", r["Data"].Text));
    }

    [Fact]
    public void Le_colonne_che_mancano_sono_nominate()
    {
        var errore = XlsxReader.Read(Sheet(new Dictionary<string, object?> { ["Altro"] = "x", ["Data"] = "y" }), Colonne, 10).Errors[0];
        Assert.Equal("foglio.colonne", errore.Code);
        Assert.Contains("«CIG», «Importo»", errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_foglio_senza_righe_e_uno_con_troppe_lo_dicono()
    {
        var riga = new Dictionary<string, object?> { ["CIG"] = "x", ["Importo"] = "1" };
        Assert.Equal("foglio.senza-righe",
            XlsxReader.Read(Sheet(new Dictionary<string, object?> { ["CIG"] = null, ["Importo"] = "" }), Colonne, 2).Errors[0].Code);
        Assert.Equal("foglio.troppe-righe", XlsxReader.Read(Sheet(riga, riga, riga), Colonne, 2).Errors[0].Code);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+39", "'+39")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("1=1", "1=1")]
    [InlineData("", "")]
    public void Un_testo_che_comincia_come_una_formula_resta_un_testo(string testo, string atteso) => Assert.Equal(atteso, XlsxWriter.Harmless(testo));

    [Fact]
    public void Le_celle_scritte_hanno_il_loro_tipo_e_l_intestazione_e_in_grassetto()
    {
        WrittenColumn<(string Nome, decimal Importo, DateOnly? Data)>[] colonne =
        [
            new("Nome", WrittenCellKind.Text, 20, r => r.Nome), new("Importo", WrittenCellKind.Importo, 12, r => r.Importo),
            new("Data", WrittenCellKind.Date, 12, r => r.Data),
        ];
        var file = XlsxWriter.Write("Dati", colonne, [("=cmd|' /C calc'!A0 \u0001<b>", 1234.5m, new DateOnly(2026, 11, 24)), ("0123456789", 2m, null)]);
        var righe = new MemoryStream(file).Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["'=cmd|' /C calc'!A0 <b>", 1234.5, new DateTime(2026, 11, 24)], righe[0].Values);
        Assert.Equal(["0123456789", 2.0, null], righe[1].Values);

        using var zip = new ZipArchive(new MemoryStream(file));
        var (stili, foglio) = (Text(zip, "xl/styles.xml"), Text(zip, "xl/worksheets/sheet1.xml"));
        Assert.Contains("<font><b/>", stili, StringComparison.Ordinal);
        Assert.Contains("formatCode=\"#,##0.00\"", stili, StringComparison.Ordinal);
        Assert.Contains("formatCode=\"dd/mm/yyyy\"", stili, StringComparison.Ordinal);
        Assert.Contains("ySplit=\"1\"", foglio, StringComparison.Ordinal);
        Assert.Contains("state=\"frozen\"", foglio, StringComparison.Ordinal);
        Assert.Matches("<col min=\"1\" max=\"1\" width=\"20\\.71", foglio);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_000)]
    public async Task Su_carta_un_foglio_e_un_A4_orizzontale_con_tutte_le_colonne_e_le_intestazioni_su_ogni_pagina(int quante)
    {
        WrittenColumn<int>[] colonne = [new("Nome", WrittenCellKind.Text, 20, r => $"Riga {r}"), new("Data", WrittenCellKind.Date, 12, _ => null)];
        using var file = new MemoryStream();
        Assert.Equal(quante, await XlsxWriter.WriteAsync(
            file, "L'elenco", colonne, Enumerable.Range(1, quante).ToAsyncEnumerable(), default, [["Sopra"], ["Ancora sopra", 1234.5m]]));
        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        var foglio = Text(zip, "xl/worksheets/sheet1.xml");
        Assert.Contains("fitToPage=\"1\"", foglio, StringComparison.Ordinal);
        Assert.Contains("<pageSetup paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\" orientation=\"landscape\"/>", foglio, StringComparison.Ordinal);
        Assert.Contains("'L''elenco'!$A:$A,'L''elenco'!$3:$3", Text(zip, "xl/workbook.xml"), StringComparison.Ordinal);
        Assert.Contains("ySplit=\"3\"", foglio, StringComparison.Ordinal);
        var righe = new MemoryStream(file.ToArray()).Query().Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal((quante + 3, (object?)1234.5), (righe.Count, righe[1]["B"]));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => e.Description));
    }

    [Fact]
    public async Task Molte_righe_sopra_le_intestazioni_non_si_bloccano_sullo_schermo()
    {
        WrittenColumn<int>[] colonne = [new("Nome", WrittenCellKind.Text, 20, r => $"Riga {r}")];
        using var file = new MemoryStream();
        await XlsxWriter.WriteAsync(file, "Dati", colonne, AsyncEnumerable.Range(1, 3), default, [.. Enumerable.Range(1, 9).Select(n => new object?[] { n })]);
        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        Assert.DoesNotContain("frozen", Text(zip, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("$10:$10", Text(zip, "xl/workbook.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Senza_righe_ci_sono_le_intestazioni()
    {
        WrittenColumn<string>[] colonne = [new("Nome", WrittenCellKind.Text, 20, r => r), new("Data", WrittenCellKind.Date, 12, _ => null)];
        var file = new MemoryStream(XlsxWriter.Write("Adesioni", colonne, []));
        Assert.Equal(["Adesioni"], file.GetSheetNames());
        Assert.Equal(["Nome", "Data"], file.Query().Cast<IDictionary<string, object?>>().Single().Values);
    }

    private static string Text(ZipArchive zip, string voce)
    {
        using var lettore = new StreamReader(zip.GetEntry(voce)!.Open());
        return lettore.ReadToEnd();
    }

    private static byte[] Sheet(params Dictionary<string, object?>[] righe)
    {
        using var file = new MemoryStream();
        file.SaveAs(righe);
        return file.ToArray();
    }

    private static byte[] Zip(params (string Nome, int Byte)[] voci)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nome, quanti) in voci)
            {
                using var voce = zip.CreateEntry(nome).Open();
                voce.Write(new byte[quanti]);
            }
        }

        return file.ToArray();
    }
}
