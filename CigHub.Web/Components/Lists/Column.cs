using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Web.Components.Display;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CigHub.Web.Components.Lists;

/// <summary>The kind of value in a column of a list, which decides how its cells look on screen, on paper and in a sheet.</summary>
public enum CellKind
{
    /// <summary>A text; an empty one leaves the cell empty.</summary>
    Text,

    /// <summary>An <see cref="Importo"/>: right-aligned, <c>1.234,50 €</c>; a number with two decimals in a sheet.</summary>
    Money,

    /// <summary>A <see cref="DateOnly"/>: <c>23/11/2026</c>; a real date in a sheet.</summary>
    Day,

    /// <summary>A UTC <see cref="DateTime"/>: <c>23/11/2026 10:32</c> in the time of Rome; its day in a sheet.</summary>
    Moment,

    /// <summary>A whole number, aligned to the right.</summary>
    Number,
}

/// <summary>
/// One column of a list, declared once for all its uses: the table on screen (<see cref="ListTable{TRow}"/>), the print
/// (<see cref="ListOnPaper{TRow}"/>) and the sheet for download.
/// </summary>
/// <remarks>
/// The type of the value chooses the <see cref="CellKind"/>. A value that is null shows a dash, except a text, which leaves the cell empty.
/// By default a column stands on screen only, without order.
/// </remarks>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
public sealed class Column<TRow>
{
    private readonly Func<TRow, object?> _value;

    public Column(string caption, Func<TRow, string?> text)
        : this(caption, CellKind.Text, text)
    {
    }

    public Column(string caption, Func<TRow, Importo?> money)
        : this(caption, CellKind.Money, row => money(row))
    {
    }

    public Column(string caption, Func<TRow, DateOnly?> day)
        : this(caption, CellKind.Day, row => day(row))
    {
    }

    public Column(string caption, Func<TRow, DateTime?> moment)
        : this(caption, CellKind.Moment, row => moment(row))
    {
    }

    public Column(string caption, Func<TRow, long?> number)
        : this(caption, CellKind.Number, row => number(row))
    {
    }

    /// <summary>Makes a column that is drawn on screen only and has no value for a sheet or a print.</summary>
    public Column(string caption, Func<TRow, RenderFragment> drawn)
        : this(caption, CellKind.Text, _ => null) => Draw = drawn;

    private Column(string caption, CellKind kind, Func<TRow, object?> value) => (Caption, Kind, _value) = (caption, kind, value);

    /// <summary>The heading of the column. On a telephone it stands beside each cell.</summary>
    public string Caption { get; }

    /// <summary>
    /// The name of the column in addresses and saved views, so it never changes: letters and digits alone. Default: the name of its order,
    /// or else the caption.
    /// </summary>
    public string Name
    {
        get => field ?? Sort?.Name ?? Caption;
        init;
    }

    public CellKind Kind { get; }

    /// <summary>The order in which a press on the caption sorts the list, or null when the list cannot be sorted by this column.</summary>
    public SortKey? Sort { get; init; }

    /// <summary>The width of the column in a sheet for download, in characters. Null when the sheet leaves the column out.</summary>
    public double? Sheet { get; init; }

    /// <summary>
    /// The place of the column in a print, from the left. Null when the print leaves it out. Columns with the same place keep the order of
    /// their declaration.
    /// </summary>
    public int? Print { get; init; }

    /// <summary>
    /// The place of the column among the few that the screen shows at first, from the left. Null when it stands only among all the columns,
    /// after those with a place. A list whose columns have no place shows all of them.
    /// </summary>
    public int? Place { get; init; }

    /// <summary>Says whether the column is shown only to users who see rows of several Enti.</summary>
    public bool AcrossEnti { get; init; }

    /// <summary>
    /// Says whether the cell names its row: to a screen reader, and as the heading of the card on a telephone. The user cannot take such a
    /// column away.
    /// </summary>
    public bool NamesRow { get; init; }

    /// <summary>Returns the address to which the value of a row links. Null when the values are no links.</summary>
    public Func<TRow, string>? Link { get; init; }

    /// <summary>Says whether the value is shown in bold.</summary>
    public bool Strong { get; init; }

    /// <summary>Says whether a long text is cut after two lines on screen. Its tooltip shows the whole text.</summary>
    public bool Clipped { get; init; }

    /// <summary>
    /// Draws the cell on screen instead of the value. Sheet and print still show the value. Null when the value itself is shown.
    /// </summary>
    public Func<TRow, RenderFragment>? Draw { get; init; }

    /// <summary>Draws further content after the value on screen. Returns null for a row without any.</summary>
    public Func<TRow, RenderFragment?>? Beside { get; init; }

    /// <summary>The CSS classes of the caption and the cells on screen.</summary>
    public string? Class { get; init; }

    /// <summary>The CSS classes of the cells on screen, without the caption.</summary>
    public string? CellClass { get; init; }

    /// <summary>The CSS classes of the element around the value in its cell.</summary>
    public string? ValueClass { get; init; }

    /// <summary>Says whether the values are amounts or numbers, which are aligned to the right.</summary>
    public bool IsNumeric => Kind is CellKind.Money or CellKind.Number;

    internal string? HeadClasses => Join(Class, IsNumeric ? "numero" : null);

    internal string? CellClasses => Join(Class, CellClass, IsNumeric ? "numero" : null, Clipped ? "elenco-lungo" : null);

    /// <summary>
    /// Returns the value of a row, of the type that <see cref="Kind"/> says: a text, an amount, a day, an instant or a number.
    /// </summary>
    public object? Value(TRow row) => _value(row);

    /// <summary>Draws the cell of a row for the table on screen, straight into the component of the table.</summary>
    /// <param name="draw">Draws the cell instead of the column's own drawing. Null for the column's own.</param>
    internal void DrawCell(RenderTreeBuilder builder, TRow row, Func<TRow, RenderFragment>? draw)
    {
        var wrapped = Strong || Clipped || ValueClass is not null;
        if (wrapped)
        {
            builder.OpenElement(0, Strong ? "strong" : "span");
            builder.AddAttribute(1, "class", ValueClass);
            builder.AddAttribute(2, "title", Clipped ? _value(row) as string : null);
        }

        ((draw ?? Draw)?.Invoke(row) ?? (Link is null ? Shown(row) : Linked(row)))(builder);
        if (wrapped)
        {
            builder.CloseElement();
        }

        if (Beside?.Invoke(row) is { } beside)
        {
            builder.AddContent(1000, beside);
        }
    }

    /// <summary>Draws the value of a row alone, as a print shows it.</summary>
    internal RenderFragment Shown(TRow row) => Kind switch
    {
        CellKind.Money => Drawn.By<Euro>((nameof(Euro.Importo), _value(row))),
        CellKind.Day => Drawn.By<DayText>((nameof(DayText.Day), _value(row))),
        CellKind.Moment => Drawn.By<MomentText>((nameof(MomentText.Utc), _value(row))),
        _ => builder => builder.AddContent(0, Convert.ToString(_value(row), CultureInfo.InvariantCulture)),
    };

    private static string? Join(params string?[] classes) => string.Join(' ', classes.OfType<string>()) is { Length: > 0 } all ? all : null;

    private RenderFragment Linked(TRow row) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", Link!(row));
        Shown(row)(builder);
        builder.CloseElement();
    };
}
