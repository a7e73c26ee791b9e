using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// Shows the rows of a list as a table with the columns that its <see cref="ColumnSet{TRow}"/> declares. A caption is a link that sorts the
/// list. On a telephone each row becomes a card.
/// </summary>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
public sealed partial class ListTable<TRow>
{
    /// <summary>The number of rows in a component. With the usual columns they nearly fill an array of 512 frames.</summary>
    private const int RowsAtOnce = 10;

    /// <summary>The accessible name of the table.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Column<TRow>> Columns { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TRow> Rows { get; set; }

    /// <summary>
    /// Returns the key by which Blazor recognizes a row after the order has changed. Null when rows are recognized by their place.
    /// </summary>
    [Parameter]
    public Func<TRow, object>? Key { get; set; }

    /// <summary>The present order of the rows.</summary>
    [Parameter]
    public ListOrder Order { get; set; }

    /// <summary>Returns the address of the list in another order. Null when the captions do not sort.</summary>
    [Parameter]
    public Func<ListOrder, string>? Address { get; set; }

    /// <summary>The CSS class of the table. The scrolling element around it gets the same class followed by <c>-scorre</c>.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>The header cells before the first declared column, for example that of the ticks.</summary>
    [Parameter]
    public RenderFragment? LeadingHead { get; set; }

    /// <summary>The cells of each row before the first declared column, for example that of the ticks.</summary>
    [Parameter]
    public RenderFragment<TRow>? Leading { get; set; }

    /// <summary>The widths that the user has given to columns, in CSS pixels, by the column's name.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, int>? Widths { get; set; }

    /// <summary>
    /// Raised with the name and the width of a column that the user has made wider, as <see cref="ColumnWidths"/> writes them. Columns can be
    /// made wider only where somebody listens. <c>js/columns.js</c> measures and tells them.
    /// </summary>
    [Parameter]
    public EventCallback<string> OnWiden { get; set; }

    /// <summary>
    /// Draws the cells of some columns, by the column's name, instead of the columns' own drawing. For a page whose cells depend on more than
    /// their row, for example on the present filters.
    /// </summary>
    [Parameter]
    public IReadOnlyDictionary<string, Func<TRow, RenderFragment>>? Cells { get; set; }

    private string? Resized(Column<TRow> column) => OnWiden.HasDelegate ? column.Name : null;

    private string? Width(Column<TRow> column) => Widths is not null && Widths.TryGetValue(column.Name, out var width)
        ? string.Create(CultureInfo.InvariantCulture, $"min-width:{width}px")
        : null;

    private bool Leads(Column<TRow> column) => column.Sort is { } sort && sort.Name == Order.Name;

    private string? Direction(Column<TRow> column) => !Leads(column) ? null : Order.Ascending ? "ascending" : "descending";

    private string Arrow(Column<TRow> column) => !Leads(column) ? "" : Order.Ascending ? " ▲" : " ▼";
}
