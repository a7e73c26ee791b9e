using System.Globalization;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>The kind of value in a column. It decides how a cell is drawn, aligned and formatted on screen, on paper and in a sheet.</summary>
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
/// One column of a list, declared once: caption, cell, order, sheet and print. <see cref="ListTable{TRow}"/>, <see cref="ListOnPaper{TRow}"/> and the
/// writer of sheets read it.
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

    /// <summary>A column that is drawn on screen and has no value for a sheet or for paper.</summary>
    public Column(string caption, Func<TRow, RenderFragment> drawn)
        : this(caption, CellKind.Text, _ => null) => Draw = drawn;

    private Column(string caption, CellKind kind, Func<TRow, object?> value) => (Caption, Kind, _value) = (caption, kind, value);

    /// <summary>The words over the column; on a telephone, beside each cell.</summary>
    public string Caption { get; }

    public CellKind Kind { get; }

    /// <summary>The order that the caption offers; null when the list cannot be sorted by this column.</summary>
    public SortKey? Sort { get; init; }

    /// <summary>The width of the column in a sheet, in characters; null when the column is not in the sheet.</summary>
    public double? Sheet { get; init; }

    /// <summary>
    /// The place on paper, from the left; null when the column is not on paper. Columns with the same place keep the order of their
    /// declaration.
    /// </summary>
    public int? Print { get; init; }

    /// <summary>Says whether the column is shown only to users who see rows of several Enti.</summary>
    public bool AcrossEnti { get; init; }

    /// <summary>Says whether the cell names its row to a screen reader and heads the card on a telephone.</summary>
    public bool NamesRow { get; init; }

    /// <summary>The address that the value opens.</summary>
    public Func<TRow, string>? Link { get; init; }

    /// <summary>Says whether the figure stands out.</summary>
    public bool Strong { get; init; }

    /// <summary>Says whether a long text is cut after two lines on screen. The whole text is the title of the cell.</summary>
    public bool Clipped { get; init; }

    /// <summary>Draws the cell on screen in place of the value; a sheet and paper keep the value.</summary>
    public Func<TRow, RenderFragment>? Draw { get; init; }

    /// <summary>Draws what follows the value on screen; null for a row where nothing does.</summary>
    public Func<TRow, RenderFragment?>? Beside { get; init; }

    /// <summary>Classes of the caption and of the cells on screen.</summary>
    public string? Class { get; init; }

    /// <summary>Classes of the cells on screen alone.</summary>
    public string? CellClass { get; init; }

    /// <summary>Classes of the value within its cell.</summary>
    public string? ValueClass { get; init; }

    /// <summary>Says whether the values are figures, aligned to the right.</summary>
    public bool IsNumeric => Kind is CellKind.Money or CellKind.Number;

    internal string? HeadClasses => Join(Class, IsNumeric ? "numero" : null);

    internal string? CellClasses => Join(Class, CellClass, IsNumeric ? "numero" : null, Clipped ? "elenco-lungo" : null);

    /// <summary>Returns the value of a row as the <see cref="Kind"/> says: a text, an amount, a day, an instant or a number.</summary>
    public object? Value(TRow row) => _value(row);

    /// <summary>Draws the cell of a row on screen.</summary>
    internal RenderFragment Cell(TRow row) => builder =>
    {
        var value = Draw?.Invoke(row) ?? (Link is null ? Shown(row) : Linked(row));
        if (Strong || Clipped || ValueClass is not null)
        {
            builder.OpenElement(0, Strong ? "strong" : "span");
            builder.AddAttribute(1, "class", ValueClass);
            builder.AddAttribute(2, "title", Clipped ? _value(row) as string : null);
            builder.AddContent(3, value);
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(4, value);
        }

        builder.AddContent(5, Beside?.Invoke(row));
    };

    /// <summary>Draws the value alone, as paper has it.</summary>
    internal RenderFragment Shown(TRow row) => builder =>
    {
        switch (Kind)
        {
            case CellKind.Money:
                builder.OpenComponent<Display.Euro>(0);
                builder.AddComponentParameter(1, nameof(Display.Euro.Importo), _value(row));
                builder.CloseComponent();
                break;
            case CellKind.Day:
                builder.OpenComponent<Display.DayText>(2);
                builder.AddComponentParameter(3, nameof(Display.DayText.Day), _value(row));
                builder.CloseComponent();
                break;
            case CellKind.Moment:
                builder.OpenComponent<Display.MomentText>(4);
                builder.AddComponentParameter(5, nameof(Display.MomentText.Utc), _value(row));
                builder.CloseComponent();
                break;
            default:
                builder.AddContent(6, Convert.ToString(_value(row), CultureInfo.InvariantCulture));
                break;
        }
    };

    private static string? Join(params string?[] classes) => string.Join(' ', classes.OfType<string>()) is { Length: > 0 } all ? all : null;

    private RenderFragment Linked(TRow row) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", Link!(row));
        builder.AddContent(2, Shown(row));
        builder.CloseElement();
    };
}
