using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>
/// Reads one sheet of a workbook that <see cref="XlsxCheck"/> has let pass: the first visible one that has the captions, wherever they
/// stand in its first rows, and a row under them. Everything that CigHub reads from an .xlsx comes through here.
/// </summary>
public static class XlsxReader
{
    /// <summary>The number of rows at the top of a sheet in which captions are looked for.</summary>
    public const int CaptionRows = 20;

    /// <summary>
    /// Reads the rows under the captions. Returns the errors for the user when the file, or its captions, cannot be used. Captions may be in
    /// any order, and columns that are not expected may stand among them. Empty rows are skipped, however many.
    /// </summary>
    /// <param name="maxRows">The largest number of filled-in rows. A sheet with more is refused.</param>
    /// <param name="signatureSheet">The name of another sheet, visible or not, whose first row is read too.</param>
    public static Result<ReadSheet> Read(
        ReadOnlyMemory<byte> file, IReadOnlyList<ExpectedColumn> columns, int maxRows, string? signatureSheet = null) =>
        Opened(file, book => Read(book, columns, maxRows, signatureSheet));

    /// <summary>
    /// Reads all the rows of the visible sheet with the most known captions in one of its first rows, the first such sheet where several
    /// have as many. It is for a list from elsewhere, whose captions are partly unknown.
    /// </summary>
    /// <param name="usualName">The name of the sheet that is taken before any other when it has enough captions.</param>
    /// <param name="isCaption">Says whether a text is a known caption.</param>
    /// <param name="enough">The smallest number of known captions of a row with captions.</param>
    /// <param name="maxRows">The largest number of filled-in rows to return, those above the captions included.</param>
    /// <param name="refusal">Returns the error for a file without such a sheet, given the names of the visible sheets.</param>
    public static Result<ReadTable> ReadTable(
        ReadOnlyMemory<byte> file, string usualName, Func<string, bool> isCaption, int enough, int maxRows,
        Func<IReadOnlyList<string>, Error> refusal) =>
        Opened<ReadTable>(file, book =>
        {
            int Known(SheetRow row) => row.Cells.Select(c => c.Text).Where(isCaption).Distinct().Count();
            var (sheet, known, width) = book.Sheets.Where(s => !s.Hidden)
                .Select(s => (Sheet: s, Top: Top(book, s)))
                .Select(s => (
                    s.Sheet,
                    Known: s.Top.Select(Known).DefaultIfEmpty().Max(),
                    Width: s.Top.SelectMany(r => r.Cells).Select(c => c.Column).DefaultIfEmpty().Max()))
                .OrderByDescending(s => s.Sheet.Name == usualName && s.Known >= enough).ThenByDescending(s => s.Known).FirstOrDefault();
            if (known < enough)
            {
                return refusal([.. book.Sheets.Where(s => !s.Hidden).Select(s => s.Name)]);
            }

            var rows = book.Rows(sheet).Take(maxRows).ToList();
            return new ReadTable(sheet.Name, width, rows, Notes(SheetWords.Hidden(sheet.Name, [.. rows.Where(r => r.Hidden).Select(r => r.Number)])));
        });

    /// <summary>
    /// Checks and opens a workbook, then runs the given reading on it. Returns the errors for the user when the file is refused or cannot
    /// be read.
    /// </summary>
    private static Result<T> Opened<T>(ReadOnlyMemory<byte> file, Func<XlsxBook, Result<T>> read)
    {
        if (XlsxCheck.Examine(file) is { IsSuccess: false } refused)
        {
            return Result<T>.Refused(refused.Errors);
        }

        try
        {
            using var book = new XlsxBook(file);
            return read(book);
        }
        catch (InflatedTooFarException)
        {
            return XlsxCheck.InflatesTooFar;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A damaged zip or part may make the framework throw many kinds of exception, and no list of them would be complete.
            return XlsxCheck.Unreadable;
        }
    }

    private static Result<ReadSheet> Read(XlsxBook book, IReadOnlyList<ExpectedColumn> columns, int maxRows, string? signatureSheet)
    {
        var withCaptions = book.Sheets.Where(s => HasCaptions(book, s, columns)).ToList();
        var sheet = withCaptions.FirstOrDefault(s => !s.Hidden && HasRows(book, s, columns)) ?? withCaptions.FirstOrDefault(s => !s.Hidden);
        if (sheet is null)
        {
            return Refused(book, columns);
        }

        var captions = Top(book, sheet).First(r => IsComplete(r, columns));
        var found = Header(captions, columns);
        if (Repeated(captions, columns) is { } twice)
        {
            return SheetWords.Repeated(sheet.Name, twice.Column.Name, twice.First.Address, twice.Second.Address);
        }

        var (rows, hidden, outside, count, last) = (new List<ReadRow>(), new List<int>(), new List<int>(), 0, 0);
        foreach (var row in book.Rows(sheet).SkipWhile(r => r.Number != captions.Number).Skip(1))
        {
            var cells = row.Cells.Where(c => found.ContainsKey(c.Column)).ToList();
            if (cells.Count == 0)
            {
                outside.Add(row.Number);
                continue;
            }

            last = row.Number;
            if (++count > maxRows)
            {
                continue;
            }

            if (row.Hidden)
            {
                hidden.Add(row.Number);
            }

            rows.Add(new ReadRow(row.Number, cells.DistinctBy(c => c.Column)
                .ToDictionary(c => found[c.Column].Name, c => found[c.Column].IsDate ? c.AsDate() : c)));
        }

        return count == 0 ? SheetWords.NoRows(sheet.Name, captions.Number)
            : count > maxRows ? SheetWords.TooMany(sheet.Name, maxRows, count, rows[0].Number, last)
            : new ReadSheet(
                sheet.Name,
                captions.Number,
                found.ToDictionary(c => c.Value.Name, c => SheetReader.Letters(c.Key)),
                rows,
                [.. book.Sheets.Where(s => s.Name == signatureSheet).Take(1).SelectMany(book.Rows).Take(1).SelectMany(r => r.Cells).Select(c => c.Text)],
                Notes(
                [
                    SheetWords.Hidden(sheet.Name, hidden),
                    SheetWords.Outside(sheet.Name, outside),
                    .. withCaptions.Where(s => s != sheet && HasRows(book, s, columns)).Select(s => SheetWords.Unread(s, sheet.Name)),
                ]));
    }

    private static string[] Notes(params string?[] notes) => [.. notes.OfType<string>()];

    private static List<SheetRow> Top(XlsxBook book, SheetEntry sheet) => [.. book.Rows(sheet).TakeWhile(r => r.Number <= CaptionRows)];

    private static bool HasCaptions(XlsxBook book, SheetEntry sheet, IReadOnlyList<ExpectedColumn> columns) =>
        Top(book, sheet).Any(r => IsComplete(r, columns));

    private static bool HasRows(XlsxBook book, SheetEntry sheet, IReadOnlyList<ExpectedColumn> columns) =>
        book.Rows(sheet).SkipWhile(r => !IsComplete(r, columns)).Skip(1).Any();

    private static bool IsComplete(SheetRow row, IReadOnlyList<ExpectedColumn> columns)
    {
        var found = Header(row, columns).Values;
        return columns.All(c => !c.Required || found.Contains(c));
    }

    private static Error Refused(XlsxBook book, IReadOnlyList<ExpectedColumn> columns)
    {
        var nearest = book.Sheets.Where(s => !s.Hidden)
            .SelectMany(s => Top(book, s).Select(r => (Sheet: s.Name, r.Number, Found: Header(r, columns).Values.ToList())))
            .Where(r => r.Found.Count > 0).OrderByDescending(r => r.Found.Count).FirstOrDefault();
        return SheetWords.NoCaptions(
            book.Sheets,
            CaptionRows,
            nearest.Found is null ? null : (nearest.Sheet, nearest.Number),
            [.. columns.Where(c => c.Required && nearest.Found?.Contains(c) != true).Select(c => c.Name)],
            book.Sheets.FirstOrDefault(s => s.Hidden && HasCaptions(book, s, columns)));
    }

    /// <summary>Finds the expected columns by their captions, ignoring case, accents and order. Returns them by the position of the column.</summary>
    private static Dictionary<int, ExpectedColumn> Header(SheetRow row, IReadOnlyList<ExpectedColumn> columns)
    {
        var found = new Dictionary<int, ExpectedColumn>();
        foreach (var cell in row.Cells)
        {
            if (columns.FirstOrDefault(c => Names(c, cell)) is { } column && !found.ContainsValue(column))
            {
                found[cell.Column] = column;
            }
        }

        return found;
    }

    private static (ExpectedColumn Column, ReadCell First, ReadCell Second)? Repeated(SheetRow captions, IReadOnlyList<ExpectedColumn> columns) => columns
        .Select(c => (Column: c, Cells: captions.Cells.Where(cell => Names(c, cell)).ToList()))
        .Where(c => c.Cells.Count > 1).Select(c => ((ExpectedColumn, ReadCell, ReadCell)?)(c.Column, c.Cells[0], c.Cells[1])).FirstOrDefault();

    private static bool Names(ExpectedColumn column, ReadCell cell) => FoldedText.Parole(column.Name) == FoldedText.Parole(cell.Text);
}
