using System.Globalization;
using System.Xml;
using CigHub.Domain.Affidamenti.Serie;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>
/// Reads the rows of one sheet, one after another, from its XML. Rows and cells without a position follow the one before them, as the
/// format allows.
/// </summary>
internal sealed class SheetReader(XlsxBook book, Func<XmlReader> open)
{
    /// <summary>The difference between the numbers of one day in workbooks that count from 1900 and from 1904.</summary>
    private const int From1904 = 1_462;

    /// <summary>The numbers of the days that a spreadsheet knows, and of 29/02/1900, which it counts and which never was.</summary>
    private const int FirstDay = 1, NoDay = 60, LastDay = 2_958_465;

    /// <summary>The numbers from 1/1/1990 to 31/12/2100. A number without a format may be a date only within them.</summary>
    private const int FirstLikelyDay = 32_874, LastLikelyDay = 73_415;

    /// <summary>The greatest number of letters of a column, and of digits of a row.</summary>
    private const int MaxLetters = 3, MaxDigits = 7;

    private static readonly CultureInfo _italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>The errors of formulas as files write them, with the names that an Italian spreadsheet shows.</summary>
    private static readonly Dictionary<string, string> _errors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["#N/A"] = "#N/D",
        ["#REF!"] = "#RIF!",
        ["#VALUE!"] = "#VALORE!",
        ["#NAME?"] = "#NOME?",
        ["#NULL!"] = "#NULLO!",
        ["#DIV/0!"] = "#DIV/0!",
        ["#NUM!"] = "#NUM!",
        ["#SPILL!"] = "#ESPANSIONE!",
        ["#CALC!"] = "#CALC!",
    };

    private static readonly HashSet<string> _italianErrors = new(_errors.Values, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the rows with at least one filled-in cell.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        using var xml = open();
        var number = 0;
        while (xml.Read() && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" })
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : number + 1;
                var hidden = XlsxBook.IsSet(xml.GetAttribute("hidden"));
                if (Cells(xml, number) is { Count: > 0 } cells)
                {
                    yield return new SheetRow(number, hidden, cells);
                }
            }
        }
    }

    /// <summary>Returns the letters of a column by its position, from 1: <c>A</c>, <c>Z</c>, <c>AA</c>.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    private List<ReadCell> Cells(XmlReader xml, int row)
    {
        var cells = new List<ReadCell>();
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        var column = 0;
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                if (Cell(xml) is { Text.Length: > 0 } cell)
                {
                    cells.Add(cell with { Address = Letters(column) + row.ToString(CultureInfo.InvariantCulture), Column = column });
                }
            }
        }

        return cells;
    }

    /// <summary>Returns the position of the column of an address, from 1, or null when there is no address that can be read.</summary>
    private static int? ColumnOf(string? address)
    {
        var (column, letters) = (0, 0);
        while (letters < address?.Length && char.IsAsciiLetter(address[letters]))
        {
            column = (column * 26) + char.ToUpperInvariant(address[letters++]) - 'A' + 1;
        }

        return letters is > 0 and <= MaxLetters && address!.Length - letters is > 0 and <= MaxDigits ? column : null;
    }

    private ReadCell Cell(XmlReader xml)
    {
        var (type, style, empty, depth) = (xml.GetAttribute("t"), xml.GetAttribute("s"), xml.IsEmptyElement, xml.Depth);
        var (value, formula) = ((string?)null, false);
        while (!empty && xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : "")
            {
                case "f":
                    formula = true;
                    SharedTexts.Content(xml);
                    break;
                case "v":
                    value = SharedTexts.Content(xml);
                    break;
                case "is":
                    value = SharedTexts.RichText(xml);
                    break;
            }
        }

        // A formula may well give an empty text. Then the file says that its value is a text.
        return formula && (value is null || (value.Length == 0 && type != "str"))
            ? new ReadCell("", "(formula)", TipoCella.FormulaSenzaValore)
            : value is null
                ? Text("")
                : Value(type, style, value);
    }

    private ReadCell Value(string? type, string? style, string value) => type switch
    {
        "s" => Text(book.Texts.Value.At(value)),
        "inlineStr" => Text(value),
        "str" => Text(SharedTexts.Unescaped(value)),
        "b" => Text(XlsxBook.IsSet(value.Trim()) ? "vero" : "falso"),
        "e" => new ReadCell("", _errors.GetValueOrDefault(value.Trim(), value.Trim()), TipoCella.Errore),
        "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Date(DateOnly.FromDateTime(day)),
        _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Number(number, book.Formats.Value.Of(style)),
        _ => Text(value),
    };

    private static ReadCell Text(string text)
    {
        var clean = text.Replace('\u00A0', ' ').Trim();
        return clean.StartsWith('#') && (_errors.ContainsKey(clean) || _italianErrors.Contains(clean))
            ? new ReadCell("", _errors.GetValueOrDefault(clean, clean), TipoCella.Errore)
            : new ReadCell("", clean, TipoCella.Testo);
    }

    private ReadCell Number(double number, NumberShownAs shown)
    {
        var serial = Math.Floor(number) + (book.Has1904Dates ? From1904 : 0);
        return shown switch
        {
            NumberShownAs.Percent => new ReadCell("", Shown(number * 100) + "%", TipoCella.Percentuale),
            NumberShownAs.Date or NumberShownAs.Time when number is >= 0 and < 1 && (shown == NumberShownAs.Time || !book.Has1904Dates) =>
                new ReadCell("", DateTime.MinValue.AddDays(number).ToString("HH':'mm", CultureInfo.InvariantCulture), TipoCella.Data),
            NumberShownAs.Date or NumberShownAs.Time when serial is >= FirstDay and <= LastDay =>
                Date(DateOnly.FromDateTime(DateTime.FromOADate(serial < NoDay ? serial + 1 : serial))),
            _ => new ReadCell("", Shown(number), TipoCella.Numero)
            {
                Day = serial is >= FirstLikelyDay and <= LastLikelyDay ? DateOnly.FromDateTime(DateTime.FromOADate(serial)) : null,
            },
        };
    }

    private static ReadCell Date(DateOnly day) =>
        new("", day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture), TipoCella.Data) { Day = day };

    /// <summary>
    /// Returns a number as the text that a spreadsheet shows to people: at most 15 significant digits, with a comma for the decimals.
    /// </summary>
    private static string Shown(double number) =>
        Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.##########", _italian) : number.ToString("0.#########E+0", _italian);
}
