using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>
/// The texts that the cells of a workbook share, by position. They are kept as UTF-8 in one buffer, which takes about as many bytes as the
/// part that they come from, and become strings only when a cell asks for one.
/// </summary>
internal sealed partial class SharedTexts
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<int> _ends = [];

    public static SharedTexts None { get; } = new();

    /// <summary>Reads the texts from the part that holds them.</summary>
    public static SharedTexts Read(XmlReader xml)
    {
        var texts = new SharedTexts();
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                Encoding.UTF8.GetBytes(RichText(xml), texts._bytes);
                texts._ends.Add(texts._bytes.WrittenCount);
            }
        }

        return texts;
    }

    /// <summary>Returns the text at a position, from 0. A position that does not exist gives an empty text.</summary>
    public string At(string? position)
    {
        if (!int.TryParse(position, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var i)
            || i >= _ends.Count)
        {
            return "";
        }

        var start = i == 0 ? 0 : _ends[i - 1];
        return Encoding.UTF8.GetString(_bytes.WrittenSpan[start.._ends[i]]);
    }

    /// <summary>
    /// Returns the text of the element at which the reader stands, with all its runs and without phonetic hints. Leaves the reader at the
    /// element's end.
    /// </summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "t" or "rPh")
            {
                var keep = xml.LocalName == "t";
                var part = Content(xml);
                text += keep ? part : "";
            }
        }

        return Unescaped(text);
    }

    /// <summary>Returns the characters inside the element at which the reader stands. Leaves the reader at the element's end.</summary>
    public static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text = text.Length == 0 ? xml.Value : text + xml.Value;
            }
        }

        return text;
    }

    /// <summary>Replaces the format's own escapes, for example <c>_x000D_</c> for a carriage return.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
