using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>A list as a document: seen on paper alone (<c>css/elenco.css</c>), while the page prints.</summary>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
public sealed partial class ListOnPaper<TRow>
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the list was narrowed to, in words.</summary>
    [Parameter, EditorRequired]
    public required string Question { get; set; }

    /// <summary>How many rows, and what they make in all; without the full stop.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Summary { get; set; }

    /// <summary>From <see cref="ColumnSet{TRow}.OnPaper"/>.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Column<TRow>> Columns { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TRow> Rows { get; set; }

    /// <summary>Name, role and Ente of the person who prints.</summary>
    [Parameter, EditorRequired]
    public required string Who { get; set; }

    /// <summary>UTC.</summary>
    [Parameter, EditorRequired]
    public DateTime When { get; set; }
}
