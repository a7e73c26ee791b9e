using System.Globalization;
using System.Text;
using System.Xml;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>The way in which a spreadsheet shows the number of a cell.</summary>
internal enum NumberShownAs
{
    Number,
    Percent,
    Date,
    Time,
}

/// <summary>The formats of a workbook's cells, which say whether a number is a percentage, a date or a time.</summary>
/// <remarks>The numbers of the built-in formats come from ECMA-376, part 1, 18.8.30.</remarks>
internal sealed class CellFormats
{
    private readonly List<NumberShownAs> _byStyle = [];

    public static CellFormats None { get; } = new();

    /// <summary>Reads the formats from the part with the styles.</summary>
    public static CellFormats Read(XmlReader xml)
    {
        var (formats, codes, inCells) = (new CellFormats(), new Dictionary<int, string>(), false);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                codes.TryAdd(Number(xml.GetAttribute("numFmtId")), xml.GetAttribute("formatCode") ?? "");
            }
            else if (inCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var id = Number(xml.GetAttribute("numFmtId"));
                formats._byStyle.Add(codes.TryGetValue(id, out var code) ? OfCode(code) : BuiltIn(id));
            }
        }

        return formats;
    }

    /// <summary>Returns how a cell with this style shows its number. A missing or unknown style shows it as it is.</summary>
    public NumberShownAs Of(string? style) => Number(style) is >= 0 and var i && i < _byStyle.Count ? _byStyle[i] : NumberShownAs.Number;

    private static NumberShownAs BuiltIn(int id) => id switch
    {
        9 or 10 => NumberShownAs.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => NumberShownAs.Date,
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) => NumberShownAs.Time,
        _ => NumberShownAs.Number,
    };

    /// <summary>
    /// Reads a format's code by its first section, for example <c>dd/mm/yyyy;@</c>. Quoted and escaped characters, colours and languages
    /// in brackets do not count. A month without hours or seconds makes a date in any language.
    /// </summary>
    private static NumberShownAs OfCode(string code)
    {
        var letters = new StringBuilder();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var end = code[i] switch { '"' => code.IndexOf('"', i + 1), '[' => code.IndexOf(']', i + 1), '\\' or '_' or '*' => i + 1, _ => i };
            if (code[i] == '[' && end > i && code[(i + 1)..end].ToUpperInvariant() is "H" or "HH" or "M" or "MM" or "S" or "SS")
            {
                return NumberShownAs.Time;
            }

            if (end == i)
            {
                letters.Append(char.ToUpperInvariant(code[i]));
            }

            i = end < 0 ? code.Length : end;
        }

        var shown = letters.ToString();
        var hours = shown.AsSpan().ContainsAny('H', 'S');
        return shown is "GENERAL" or "STANDARD" ? NumberShownAs.Number
            : shown.Contains('%', StringComparison.Ordinal) ? NumberShownAs.Percent
            : shown.AsSpan().ContainsAny('D', 'Y') || (!hours && shown.Contains('M', StringComparison.Ordinal)) ? NumberShownAs.Date
            : hours ? NumberShownAs.Time
            : NumberShownAs.Number;
    }

    private static int Number(string? attribute) => int.TryParse(attribute, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
