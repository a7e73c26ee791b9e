using System.Text.RegularExpressions;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>The kind of value that the cells of a written column hold.</summary>
public enum WrittenCellKind
{
    Text,

    /// <summary>A number with two decimals.</summary>
    Importo,

    /// <summary>A real date, shown as <c>24/11/2026</c>.</summary>
    Date,
}

/// <summary>
/// A column of a sheet to be written: its caption, the kind of its cells, its width in characters, and the function that takes its value
/// from a row.
/// </summary>
public sealed record WrittenColumn<T>(string Name, WrittenCellKind Kind, double Width, Func<T, object?> Value);

/// <summary>
/// Writes a workbook with typed cells, a caption row that is bold and, unless many lines stand above it, frozen, and no text that a spreadsheet
/// would run as a formula.
/// </summary>
public static partial class XlsxWriter
{
    /// <summary>The largest number of rows that one downloaded sheet has.</summary>
    public const int MaxRows = 100_000;

    /// <summary>The longest text of a cell that spreadsheets accept, in characters.</summary>
    private const int MaxText = 32_767;

    /// <summary>
    /// The largest number of lines above the captions with which these are frozen. A sheet can only freeze all rows down to its captions, and many
    /// frozen rows would leave no room for the rows of a small window.
    /// </summary>
    private const int MostFrozenAbove = 4;

    /// <summary>The height of one line of captions, in points.</summary>
    private const double LineHeight = 15;

    /// <summary>The part of a column's width in the file that is not for characters: five pixels of seven.</summary>
    private const double Padding = 5 / 7.0;

    // Each cell states its position. A program that adds rows to the file may do so too, and a reader must not find both forms in one
    // sheet.
    private static readonly SpreadCheetahOptions _withPositions = new() { WriteCellReferenceAttributes = true };

    public static byte[] Write<T>(string foglio, IReadOnlyList<WrittenColumn<T>> colonne, IEnumerable<T> righe)
    {
        using var file = new MemoryStream();

        // The library has asynchronous methods only. Over memory none of them waits.
        WriteAsync(file, foglio, colonne, righe.ToAsyncEnumerable(), CancellationToken.None).GetAwaiter().GetResult();
        return file.ToArray();
    }

    /// <summary>
    /// Returns the text for a cell, cut to the longest that a cell takes. A text that begins like a formula gets an apostrophe before it,
    /// so that every program shows it as text.
    /// </summary>
    public static string Harmless(string testo)
    {
        var breve = testo.Length > MaxText - 1 ? testo[..(MaxText - 1)] : testo;
        return breve.Length > 0 && breve[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + breve : breve;
    }

    /// <summary>Writes each row as it arrives, and holds the compressed workbook alone. Returns the number of rows.</summary>
    /// <param name="file">The stream that receives the compressed workbook. It stays open.</param>
    /// <param name="above">The lines above the captions, each with its cells.</param>
    public static async Task<int> WriteAsync<T>(
        Stream file, string sheet, IReadOnlyList<WrittenColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken ct,
        IReadOnlyList<object?[]>? above = null)
    {
        using var inMemory = new MemoryStream();
        await using var workbook = await Spreadsheet.CreateNewAsync(inMemory, _withPositions, ct).ConfigureAwait(false);
        var captions = (above?.Count ?? 0) + 1;
        var layout = new WorksheetOptions { FrozenRows = captions <= MostFrozenAbove + 1 ? captions : null };
        for (var i = 0; i < columns.Count; i++)
        {
            layout.Column(i + 1).Width = columns[i].Width + Padding;
        }

        await workbook.StartWorksheetAsync(sheet, layout, ct).ConfigureAwait(false);
        var money = workbook.AddStyle(new Style { Format = NumberFormat.Custom(Format(WrittenCellKind.Importo)!) });
        foreach (var line in above ?? [])
        {
            await workbook.AddRowAsync(line.Select(v => new StyledCell(Cell(v), v is decimal ? money : null)).ToArray(), ct).ConfigureAwait(false);
        }

        var bold = workbook.AddStyle(new Style { Font = { Bold = true }, Alignment = { WrapText = true } });

        // A program does not make a row higher for a caption that it wraps.
        var lines = columns.Select(c => (int)Math.Ceiling(c.Name.Length * 1.25 / c.Width)).DefaultIfEmpty(1).Max();
        await workbook.AddRowAsync(
            columns.Select(c => new StyledCell(c.Name, bold)).ToArray(), new RowOptions { Height = LineHeight * Math.Max(1, lines) }, ct).ConfigureAwait(false);
        StyleId?[] styles =
        [
            .. columns.Select(c => Format(c.Kind) is { } format ? workbook.AddStyle(new Style { Format = NumberFormat.Custom(format) }) : null)
        ];
        var cells = new StyledCell[columns.Count];
        var written = 0;
        await foreach (var row in rows.WithCancellation(ct).ConfigureAwait(false))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = new StyledCell(Cell(columns[i].Value(row)), styles[i]);
            }

            await workbook.AddRowAsync(cells, ct).ConfigureAwait(false);
            written++;
        }

        await workbook.FinishAsync(ct).ConfigureAwait(false);
        inMemory.Position = 0;
        await SheetOnPaper.Copy(inMemory, file, sheet, captions, columns.Sum(c => c.Width), ct).ConfigureAwait(false);
        return written;
    }

    private static string? Format(WrittenCellKind type) => type switch
    {
        WrittenCellKind.Importo => "#,##0.00",
        WrittenCellKind.Date => "dd/mm/yyyy",
        _ => null,
    };

    private static DataCell Cell(object? value) => value switch
    {
        null => default,
        string text => new DataCell(Harmless(NotInXml().Replace(text, ""))),
        DateOnly day => new DataCell(day.ToDateTime(TimeOnly.MinValue)),
        decimal number => new DataCell(number),
        int number => new DataCell(number),
        long number => new DataCell(number),
        _ => throw new ArgumentException($"A sheet has no cells of type {value.GetType()}.", nameof(value)),
    };

    /// <summary>Matches the characters that XML 1.0 cannot hold, including halves of a surrogate pair.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex NotInXml();
}
