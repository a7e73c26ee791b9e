using System.IO.Compression;
using System.Text;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>
/// Says in a written workbook how it prints: A4 landscape in a size that one can read, captions and first column on each page, and the number of
/// the page. The library that writes it cannot say so.
/// </summary>
internal static class SheetOnPaper
{
    private const string Sheet = "xl/worksheets/sheet1.xml", Book = "xl/workbook.xml", End = "</worksheet>";

    private const string FitsPage = """<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""";

    /// <summary>The characters that a page shows beside each other in a size that one can still read.</summary>
    private const double OnOnePage = 200;

    /// <summary>Copies a workbook with one sheet part by part. Only the small parts are held whole.</summary>
    /// <param name="captions">The row of the captions, from 1.</param>
    /// <param name="width">The width of all columns, in characters.</param>
    public static async Task Copy(Stream written, Stream file, string sheet, int captions, double width, CancellationToken ct)
    {
        using var from = new ZipArchive(written, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in from.Entries)
        {
            await using var source = await part.OpenAsync(ct).ConfigureAwait(false);
            await using var target = await to.CreateEntry(part.FullName, CompressionLevel.Fastest).OpenAsync(ct).ConfigureAwait(false);
            await (part.FullName switch
            {
                Sheet => OfSheet(source, target, (int)Math.Ceiling(width / OnOnePage), ct),
                Book => OfBook(source, target, sheet, captions, ct),
                _ => source.CopyToAsync(target, ct),
            }).ConfigureAwait(false);
        }
    }

    private static async Task OfSheet(Stream source, Stream target, int pages, CancellationToken ct)
    {
        var setup = $"""
            <pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>
            <pageSetup paperSize="9" fitToWidth="{pages}" fitToHeight="0" orientation="landscape"/>
            <headerFooter><oddFooter>&amp;L&amp;A&amp;RPagina &amp;P di &amp;N</oddFooter></headerFooter>
            """;

        // The opening tag is in the first bytes and the closing one is the last: what stands between them is copied as it comes.
        var buffer = new byte[1 << 16];
        var read = await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        var opened = buffer.AsSpan(0, read).IndexOf("<worksheet"u8);
        var begin = opened + buffer.AsSpan(opened, read - opened).IndexOf((byte)'>') + 1;
        await target.WriteAsync(buffer.AsMemory(0, begin), ct).ConfigureAwait(false);
        await target.WriteAsync(Encoding.UTF8.GetBytes(FitsPage), ct).ConfigureAwait(false);
        var held = buffer[begin..read];
        while (read > 0)
        {
            var keep = Math.Min(End.Length, held.Length);
            await target.WriteAsync(held.AsMemory(0, held.Length - keep), ct).ConfigureAwait(false);
            read = await source.ReadAsync(buffer, ct).ConfigureAwait(false);
            held = [.. held[^keep..], .. buffer[..read]];
        }

        await target.WriteAsync(Encoding.UTF8.GetBytes(setup + Encoding.UTF8.GetString(held)), ct).ConfigureAwait(false);
    }

    private static async Task OfBook(Stream source, Stream target, string sheet, int captions, CancellationToken ct)
    {
        using var reader = new StreamReader(source);
        var quoted = $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
        var titles = $"{quoted}!$A:$A,{quoted}!${captions}:${captions}";
        var names = $"""</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">{titles}</definedName></definedNames>""";
        var text = (await reader.ReadToEndAsync(ct).ConfigureAwait(false)).Replace("</sheets>", names, StringComparison.Ordinal);
        await target.WriteAsync(Encoding.UTF8.GetBytes(text), ct).ConfigureAwait(false);
    }
}
