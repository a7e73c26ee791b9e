using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// Shows the rows of a list under their captions, as its <see cref="ColumnSet{TRow}"/> declares them. A caption is a link that sorts. On a
/// telephone each row is a card.
/// </summary>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
public sealed partial class ListTable<TRow>
{
    /// <summary>The accessible name of the list.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Column<TRow>> Columns { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TRow> Rows { get; set; }

    /// <summary>Returns the key that identifies a row when the order changes; null identifies rows by their place.</summary>
    [Parameter]
    public Func<TRow, object>? Key { get; set; }

    /// <summary>The order of the rows.</summary>
    [Parameter]
    public ListOrder Order { get; set; }

    /// <summary>Returns the address of the list in another order; null when captions do not sort.</summary>
    [Parameter]
    public Func<ListOrder, string>? Address { get; set; }

    /// <summary>The class of the table. The region that scrolls gets the same class followed by <c>-scorre</c>.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>Header cells before the first column.</summary>
    [Parameter]
    public RenderFragment? LeadingHead { get; set; }

    /// <summary>Cells of a row before the first column.</summary>
    [Parameter]
    public RenderFragment<TRow>? Leading { get; set; }

    private bool Leads(Column<TRow> column) => column.Sort is { } sort && sort.Name == Order.Name;

    private string? Direction(Column<TRow> column) => !Leads(column) ? null : Order.Ascending ? "ascending" : "descending";

    private string Arrow(Column<TRow> column) => !Leads(column) ? "" : Order.Ascending ? " ▲" : " ▼";
}
