using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace CigHub.Tests.Common.FogliDiCalcolo;

/// <summary>
/// Writes an .xlsx by hand, part by part, so that a test says exactly what stands in the file: positions or none, formats, hidden rows and
/// sheets, formulas without a value.
/// </summary>
internal sealed class HandmadeWorkbook
{
    /// <summary>The styles of the cells: as it is, 22%, a built-in date, a custom date, a date and time, a text.</summary>
    public const int General = 0, Percent = 1, Date = 2, CustomDate = 3, DateTime = 4, CustomPercent = 5;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private readonly List<string> _texts = [];

    public bool From1904 { get; init; }

    /// <summary>Adds a sheet. Its rows come from <see cref="Row(int?, string[])"/>.</summary>
    public HandmadeWorkbook Sheet(string name, params string[] rows) => SheetIn("visible", name, rows);

    /// <summary>Adds a sheet that is <c>visible</c>, <c>hidden</c> or <c>veryHidden</c>.</summary>
    public HandmadeWorkbook SheetIn(string state, string name, params string[] rows)
    {
        _sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>"));
        return this;
    }

    /// <summary>Returns a row of cells. Without a number it has no position, and neither have its cells.</summary>
    public static string Row(int? number, params string[] cells) => Row(number, hidden: false, cells);

    public static string Row(int? number, bool hidden, params string[] cells)
    {
        var placed = cells.Select((c, i) => number is null || c.Length == 0
            ? c
            : c.Replace("<c", $"<c r=\"{(char)('A' + i)}{number.Value.ToString(CultureInfo.InvariantCulture)}\"", StringComparison.Ordinal));
        return $"<row{(number is null ? "" : $" r=\"{number}\"")}{(hidden ? " hidden=\"1\"" : "")}>{string.Concat(placed)}</row>";
    }

    /// <summary>Returns a cell with a text that stands in the cell itself.</summary>
    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    public static string Number(double number, int style = General) =>
        $"<c s=\"{style}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>";

    public static string Error(string error) => $"<c t=\"e\"><f>A1</f><v>{error}</v></c>";

    /// <summary>Returns a cell with a formula, with the result that the file keeps, or without one.</summary>
    public static string Formula(string? result, string type = "n") => $"<c t=\"{type}\"><f>1+1</f>{(result is null ? "" : $"<v>{result}</v>")}</c>";

    /// <summary>Returns a cell with a text that stands among the shared ones.</summary>
    public string Shared(string text)
    {
        if (!_texts.Contains(text))
        {
            _texts.Add(text);
        }

        return $"<c t=\"s\"><v>{_texts.IndexOf(text)}</v></c>";
    }

    public byte[] Write()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string References = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            void Part(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
            }

            Part("_rels/.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"{References}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{References}\"><workbookPr date1904=\"{(From1904 ? 1 : 0)}\"/><sheets>"
                + string.Concat(_sheets.Select((s, i) =>
                    $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i + 1}\"/>"))
                + "</sheets></workbook>");
            Part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships>" + string.Concat(_sheets.Select((_, i) =>
                    $"<Relationship Id=\"s{i + 1}\" Type=\"{References}/worksheet\" Target=\"/xl/worksheets/foglio{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"t\" Type=\"{References}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Part(
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-410]dd/mm/yyyy;@\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"&quot;quota d'anno &quot;0.00%\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"165\"/>"
                + "</cellXfs></styleSheet>");
            Part(
                "xl/sharedStrings.xml",
                $"<sst xmlns=\"{Main}\">{string.Concat(_texts.Select(t => $"<si><t>{SecurityElement.Escape(t)}</t></si>"))}</sst>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Part($"xl/worksheets/foglio{i + 1}.xml", _sheets[i].Xml);
            }
        }

        return file.ToArray();
    }
}
