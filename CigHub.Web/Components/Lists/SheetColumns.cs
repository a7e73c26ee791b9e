using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Common.FogliDiCalcolo;

namespace CigHub.Web.Components.Lists;

/// <summary>Writes the rows of a list as a sheet for download, with the columns that its <see cref="ColumnSet{TRow}"/> declares.</summary>
public static class SheetColumns
{
    /// <summary>The name of the sheet in the workbook.</summary>
    public const string SheetName = "Dati";

    /// <summary>Writes the rows as they arrive and returns their number.</summary>
    /// <param name="acrossEnti">True when the user sees rows of several Enti.</param>
    /// <param name="above">The lines above the captions, each with its cells.</param>
    /// <param name="shown">The columns that the list shows, in order. Null for all the columns of a sheet.</param>
    public static Task<int> ToSheet<TRow>(
        this ColumnSet<TRow> columns, Stream file, IAsyncEnumerable<TRow> rows, bool acrossEnti, CancellationToken ct,
        IReadOnlyList<object?[]>? above = null, IReadOnlyList<Column<TRow>>? shown = null) => XlsxWriter.WriteAsync(
        file,
        SheetName,
        [.. columns.InSheet(acrossEnti, shown).Select(c => new WrittenColumn<TRow>(c.Caption, Kind(c.Kind), Width(c), row => Cell(c.Value(row))))],
        rows,
        ct,
        [.. (above ?? []).Select(line => line.Select(Cell).ToArray())]);

    /// <summary>
    /// Returns the width of a column in characters: the declared one, or more where the longest word of the caption, which is bold, would
    /// break in two.
    /// </summary>
    private static double Width<TRow>(Column<TRow> column) => Math.Max(column.Sheet!.Value, (column.Caption.Split(' ').Max(word => word.Length) * 1.15) + 1);

    private static WrittenCellKind Kind(CellKind kind) => kind switch
    {
        CellKind.Money => WrittenCellKind.Importo,
        CellKind.Day or CellKind.Moment => WrittenCellKind.Date,
        _ => WrittenCellKind.Text,
    };

    private static object? Cell(object? value) => value switch
    {
        Importo money => money.InEuro,
        DateTime moment => RomeTime.DayInRome(moment),
        _ => value,
    };
}
