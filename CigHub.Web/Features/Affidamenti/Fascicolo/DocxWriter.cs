using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// Writes the draft text of an act as a .docx file. Each part in square brackets is highlighted, because a person has to complete it.
/// </summary>
internal static partial class DocxWriter
{
    private const string TitleSize = "32", HeadingSize = "26", TextSize = "22", Italian = "it-IT", SpaceAfter = "120";

    public static byte[] Write(AttoDaFirmare atto)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = atto.Titolo;
            document.PackageProperties.Language = Italian;
            var body = new Body();
            body.Append(ParagraphOf($"BOZZA – {atto.Titolo}", TitleSize, bold: true));
            foreach (var capoverso in atto.Capoversi)
            {
                body.Append(ParagraphOf(capoverso.Testo, capoverso.Intestazione ? HeadingSize : TextSize, capoverso.Intestazione));
            }

            document.AddMainDocumentPart().Document = new Document(body);
        }

        return file.ToArray();
    }

    private static Paragraph ParagraphOf(string text, string size, bool bold)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = SpaceAfter }));
        foreach (var part in ToComplete().Split(text).Where(p => p.Length > 0))
        {
            var properties = new RunProperties();
            if (bold)
            {
                properties.Append(new Bold());
            }

            properties.Append(new FontSize { Val = size });
            if (part[0] == '[')
            {
                properties.Append(new Highlight { Val = HighlightColorValues.Yellow });
            }

            properties.Append(new Languages { Val = Italian });

            // A text pasted from elsewhere may hold characters that no XML file may.
            var printable = string.Concat(part.Select(c => char.IsControl(c) ? ' ' : c));
            paragraph.Append(new Run(properties, new Text(printable) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return paragraph;
    }

    /// <summary>Finds the parts in square brackets. It is a group, so that splitting keeps them.</summary>
    [GeneratedRegex(@"(\[[^\]]*\])")]
    private static partial Regex ToComplete();
}
