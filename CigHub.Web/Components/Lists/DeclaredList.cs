using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Lists;

/// <summary>A list whose columns the user chooses and whose views the user saves, declared once for its page and its tools.</summary>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
/// <typeparam name="TFilter">The record that holds the values of all filters of the list.</typeparam>
/// <param name="Key">Names the list where columns and views are kept.</param>
/// <param name="Path">The address of the list without filters.</param>
/// <param name="Requires">The permission that the user must hold to keep columns and views of the list.</param>
public sealed record DeclaredList<TRow, TFilter>(ListKey Key, string Path, Permission Requires, ColumnSet<TRow> Columns, FilterSet<TFilter> Filters);
