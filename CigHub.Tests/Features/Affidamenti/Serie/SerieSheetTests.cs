using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Features.Affidamenti.Serie;

namespace CigHub.Tests.Features.Affidamenti.Serie;

/// <summary>
/// Checks the sheet of a serie: the template as a spreadsheet program sees it, files that are not the template, and a file that another
/// program wrote.
/// </summary>
public sealed class SerieSheetTests : WithSerie
{
    private static readonly XNamespace _x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Le_colonne_hanno_nomi_diversi_e_un_aiuto()
    {
        Assert.Equal(ColonneDelFoglioSerie.Tutte.Count, ColonneDelFoglioSerie.Tutte.Select(c => c.Nome).Distinct().Count());
        Assert.All(ColonneDelFoglioSerie.Tutte, c => Assert.NotEmpty(c.Aiuto));
        Assert.Contains(ColonneDelFoglioSerie.Tutte, c => c.Percorso == ColonneDelFoglioSerie.CentroDiCosto);
    }

    [Fact]
    public async Task Il_modello_ha_gli_elenchi_nelle_celle_e_quello_delle_scelte_e_nascosto()
    {
        var contesto = await Context();
        using var zip = new ZipArchive(new MemoryStream(await SerieTemplate.Write(contesto)));
        var libro = Xml(zip, "xl/workbook.xml");
        Assert.Equal([("Affidamenti", null), ("Istruzioni", null), ("Elenchi", "hidden")],
            libro.Descendants(_x + "sheet").Select(s => ((string)s.Attribute("name")!, (string?)s.Attribute("state"))));
        var convalide = Xml(zip, "xl/worksheets/sheet1.xml").Descendants(_x + "dataValidation").ToList();
        Assert.Equal(ColonneDelFoglioSerie.Tutte.Count, convalide.Count);
        var elenchi = convalide.Where(c => (string?)c.Attribute("type") == "list").ToList();
        Assert.Equal(ColonneDelFoglioSerie.Tutte.Count(c => c.EUnaScelta), elenchi.Count);
        Assert.All(elenchi, c => Assert.Matches(@"^'?Elenchi'?!\$[A-Z]\$3:\$[A-Z]\$\d+$", c.Element(_x + "formula1")!.Value));
        Assert.DoesNotContain(Xml(zip, "xl/worksheets/sheet1.xml").Descendants(_x + "c"), c => c.Attribute("r") is null);
        Assert.All(convalide, c => Assert.Matches(@"^([A-Z])2:\k<1>501$", (string)c.Attribute("sqref")!));
        Assert.All(convalide, c => Assert.InRange(((string)c.Attribute("prompt")!).Length, 1, 255));
        Assert.Equal("foglio.senza-righe", SerieSheet.Read(await SerieTemplate.Write(contesto), contesto.Convenzione.Id).Errors[0].Code);
    }

    [Fact]
    public async Task Un_file_sbagliato_e_rifiutato_con_il_motivo()
    {
        var contesto = await Context();
        var qui = contesto.Convenzione.Id;
        var buono = await SerieTemplate.Write(contesto, [Buona(contesto, 0)]);
        Assert.True(SerieSheet.Read(buono, qui).IsSuccess);
        (string Codice, byte[] File)[] prove =
        [
            ("foglio.vuoto", []),
            ("foglio.tipo", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            ("foglio.tipo", Encoding.UTF8.GetBytes("Lotto;Oggetto\n1;Carta")),
            ("foglio.tipo", Encoding.UTF8.GetBytes("<html><table></table></html>")),
            ("foglio.tipo", Zip(("documento.txt", "ciao"))),
            ("foglio.illeggibile", buono[..(buono.Length / 2)]),
            ("foglio.troppo-grande", new byte[XlsxCheck.MaxFile + 1]),
            ("foglio.bomba", Zip(("xl/workbook.xml", "x"), ("xl/worksheets/sheet1.xml", new string('0', 30_000_000)))),
            ("foglio.bomba", Zip([.. Enumerable.Range(0, 1001).Select(i => ($"xl/{i}.xml", "x"))])),
            ("foglio.troppe-righe", await SerieTemplate.Write(contesto, [.. Enumerable.Range(0, 501).Select(i => Buona(contesto, i))])),
            ("serie.altra-convenzione", await SerieTemplate.Write(await Context(1), [Buona(contesto, 0)])),
            ("serie.versione", Change(buono, SerieSheet.Versione, "00000000")),
            ("serie.non-e-il-modello", Change(buono, SerieSheet.Marca, "Altro")),
            ("foglio.colonne", Change(buono, ">Oggetto<", ">Cosa<")),
        ];
        foreach (var (codice, file) in prove)
        {
            Assert.Equal(codice, SerieSheet.Read(file, qui).Errors[0].Code);
        }
    }

    [Fact]
    public async Task Un_file_scritto_da_un_altro_programma_si_legge_allo_stesso_modo()
    {
        // The file has shared strings, missing cells and rows, moved columns, a formula with its value, a boolean and an error.
        var contesto = await Context();
        string[] testate = ["Oggetto", "Lotto", .. ColonneDelFoglioSerie.Tutte.Select(c => c.Nome).Where(n => n is not ("Oggetto" or "Lotto"))];
        List<string> condivise = [.. testate, contesto.Lotti[1].CigPadre.Valore, "Carta & penne", SerieSheet.Marca,
            contesto.Convenzione.Id.ToString(), SerieSheet.Versione];
        string Lettera(string nome) => ((char)('A' + Array.IndexOf(testate, nome))).ToString();
        string S(string cella, string testo) => $"<c r=\"{cella}\" t=\"s\"><v>{condivise.IndexOf(testo)}</v></c>";
        var intestazione = string.Concat(testate.Select((t, i) => S($"{(char)('A' + i)}1", t)));
        var riga = S("A7", "Carta & penne") + S("B7", contesto.Lotti[1].CigPadre.Valore)
            + $"<c r=\"{Lettera("CUP")}7\"><v>81260000100061</v></c>"
            + $"<c r=\"{Lettera("Investimento PNRR o PNC")}7\" t=\"b\"><v>0</v></c>"
            + $"<c r=\"{Lettera("Servizi")}7\"><f>1000*1,22</f><v>1220</v></c>"
            + $"<c r=\"{Lettera("Sicurezza")}7\" t=\"e\"><v>#DIV/0!</v></c>";
        var celle = testate.Select(Lettera).ToList();
        var ordinata = string.Concat(XElement.Parse($"<r>{riga}</r>").Elements("c").OrderBy(c => celle.IndexOf(((string)c.Attribute("r")!)[..1]))
            .Select(c => c.ToString(SaveOptions.DisableFormatting)));
        var file = Zip(
            ("[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
            ("_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml",
                $"<workbook xmlns=\"{_x}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + "<sheets><sheet name=\"Elenchi\" sheetId=\"3\" state=\"hidden\" r:id=\"rId3\"/>"
                + "<sheet name=\"Affidamenti\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId3\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet3.xml\"/>"
                + "<Relationship Id=\"rId4\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml",
                $"<sst xmlns=\"{_x}\">"
                + $"{string.Concat(condivise.Select(t => new XElement("si", new XElement("t", t)).ToString(SaveOptions.DisableFormatting)))}</sst>"),
            ("xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{_x}\"><sheetData><row r=\"1\">{intestazione}</row><row r=\"7\">{ordinata}</row></sheetData></worksheet>"),
            ("xl/worksheets/sheet3.xml",
                $"<worksheet xmlns=\"{_x}\"><sheetData>"
                + $"<row r=\"1\">{S("A1", SerieSheet.Marca)}"
                + $"{S("B1", contesto.Convenzione.Id.ToString())}{S("C1", SerieSheet.Versione)}</row></sheetData></worksheet>"));

        var letta = SerieSheet.Read(file, contesto.Convenzione.Id).Value;
        var sola = Assert.Single(letta.Righe);
        Assert.Equal((7, "Carta & penne", "1220"), (sola.Numero, sola.Cella("Oggetto")!.Testo, sola.Cella("Servizi")!.Testo));
        var esito = Assert.Single((await Anteprima(letta)).Righe);
        Assert.Equal(
            new[] { $"{Lettera("CUP")}7 cella.numero", $"{Lettera("Sicurezza")}7 cella.errore-di-formula" }.Order(),
            esito.Errori.Select(e => $"{letta.Cell(sola, e.Field)} {e.Code}").Order());
    }

    [Fact]
    public async Task Ripetizioni_e_capienza_si_dicono_e_non_fermano()
    {
        var contesto = await Context();
        var riga = Buona(contesto, 0);
        riga["Titolo documento"] = "Uguale";
        riga["Servizi"] = 9_000_000m;
        var controllata = await Anteprima(SerieSheet.Read(await SerieTemplate.Write(contesto, [riga, riga]), contesto.Convenzione.Id).Value);
        Assert.Equal(0, controllata.Sbagliate);
        Assert.Equal(["serie.titolo-ripetuto", "serie.riga-ripetuta"], controllata.Righe[1].Avvisi.Select(a => a.Code));
        Assert.Contains("residuo", Assert.Single(controllata.Avvisi), StringComparison.Ordinal);
    }

    private static XDocument Xml(ZipArchive zip, string nome)
    {
        using var flusso = zip.GetEntry(nome)!.Open();
        return XDocument.Load(flusso);
    }

    private static byte[] Zip(params (string Nome, string Testo)[] voci)
    {
        using var memoria = new MemoryStream();
        using (var zip = new ZipArchive(memoria, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nome, testo) in voci)
            {
                using var scrittore = new StreamWriter(zip.CreateEntry(nome).Open());
                scrittore.Write(testo);
            }
        }

        return memoria.ToArray();
    }

    private static byte[] Change(byte[] file, string vecchio, string nuovo)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return Zip([.. zip.Entries.Select(v => (v.FullName, new StreamReader(v.Open()).ReadToEnd().Replace(vecchio, nuovo, StringComparison.Ordinal)))]);
    }
}
