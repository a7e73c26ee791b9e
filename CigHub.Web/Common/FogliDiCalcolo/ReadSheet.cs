using System.Globalization;
using CigHub.Domain.Affidamenti.Serie;

namespace CigHub.Web.Common.FogliDiCalcolo;

/// <summary>A filled-in cell of a sheet that was read.</summary>
/// <remarks>Equality: by members.</remarks>
/// <param name="Address">The cell as the spreadsheet names it, for example <c>F12</c>.</param>
/// <param name="Text">
/// The text for an Italian reader: numbers with a comma and no thousands separator, dates as <c>24/11/2026</c>, percentages as <c>22%</c>,
/// formula errors by the names that an Italian spreadsheet shows (<c>#N/D</c>).
/// </param>
/// <param name="Kind">The kind of value that the sheet held. A code that arrives as a number may have lost digits.</param>
public sealed record ReadCell(string Address, string Text, TipoCella Kind)
{
    /// <summary>The position of the column, from 1.</summary>
    public int Column { get; init; }

    /// <summary>The day that the cell's number stands for, by the workbook's first day (1900 or 1904). Null outside 1990–2100.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The text and the kind, in the form in which the domain takes a cell.</summary>
    public CellaSerie Cella => new(Text, Kind);

    /// <summary>Returns the cell as a date when its column holds dates and its number was not formatted as one.</summary>
    public ReadCell AsDate() => Kind == TipoCella.Numero && Day is { } day
        ? this with { Text = day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture), Kind = TipoCella.Data }
        : this;
}

/// <summary>A row of a sheet as it stands in the file, with its filled-in cells in their order.</summary>
/// <param name="Number">The row's number as the spreadsheet counts it, from 1.</param>
/// <param name="Hidden">Says whether the spreadsheet does not show the row, because it was hidden by hand or by a filter.</param>
public sealed record SheetRow(int Number, bool Hidden, IReadOnlyList<ReadCell> Cells);

/// <summary>
/// A row that was read under the captions, with its cells by the name of their column. A column without a cell gives an empty text.
/// </summary>
/// <param name="Number">The row's number as the spreadsheet counts it, from 1.</param>
public sealed record ReadRow(int Number, IReadOnlyDictionary<string, ReadCell> Cells)
{
    public ReadCell this[string column] => Cells.GetValueOrDefault(column, Blank);

    private static ReadCell Blank { get; } = new("", "", TipoCella.Testo);
}

/// <summary>A column that the reader looks for among the captions of a sheet.</summary>
/// <param name="Name">The caption. Case, accents and punctuation do not count.</param>
/// <param name="Required">Says whether a sheet without the column is refused.</param>
public sealed record ExpectedColumn(string Name, bool Required, bool IsDate = false);

/// <summary>A sheet that was read: where it was found, its rows, and what was left out or is strange.</summary>
/// <param name="Name">The name of the sheet, as its tab shows it.</param>
/// <param name="CaptionRow">The number of the row with the captions.</param>
/// <param name="Letters">The letter of each column, by the column's name.</param>
/// <param name="Signature">The texts of the first row of the other sheet that the caller asked for. Empty when there is no such sheet.</param>
/// <param name="Notes">Sentences for the user: hidden rows that were read, rows and sheets that were not.</param>
public sealed record ReadSheet(
    string Name, int CaptionRow, IReadOnlyDictionary<string, string> Letters, IReadOnlyList<ReadRow> Rows, IReadOnlyList<string> Signature,
    IReadOnlyList<string> Notes)
{
    /// <summary>The sentence that says which rows of which sheet were read.</summary>
    public string Where => SheetWords.Where(Name, CaptionRow, Rows[0].Number, Rows[^1].Number);
}

/// <summary>All the rows of a sheet from elsewhere, whose captions the caller looks for.</summary>
/// <param name="Name">The name of the sheet, as its tab shows it.</param>
/// <param name="Width">The position of the last column in the rows where captions may stand.</param>
/// <param name="Notes">Sentences for the user: hidden rows that were read, and sheets that were not.</param>
public sealed record ReadTable(string Name, int Width, IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Notes);
