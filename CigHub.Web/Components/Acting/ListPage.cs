using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Acting;

/// <summary>The base class of the page of a list whose user chooses columns and saves views.</summary>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
/// <typeparam name="TFilter">The record that holds the values of all filters of the list.</typeparam>
public abstract class ListPage<TRow, TFilter> : PageWithUser
{
    private string? _widths;

    [Inject]
    public required SavedViews Views { get; init; }

    /// <summary>The present look of the list, or null until it has been read.</summary>
    protected ListView<TRow>? View { get; private set; }

    protected abstract DeclaredList<TRow, TFilter> List { get; }

    /// <summary>Returns an address of the list with the columns that the user has chosen.</summary>
    protected string Here(string address) => View?.Keep(address) ?? address;

    /// <summary>
    /// Takes a width that the user has given to a column. It is at once in the page's address, and is remembered for the next visit.
    /// </summary>
    protected async Task Widen(string change)
    {
        if (View is { } view)
        {
            // A second change may come before the page has read the first.
            var widths = _widths = ColumnWidths.With(_widths ?? ColumnWidths.Written(view.Widths), change);

            // An address without widths shows those that are remembered, so they are remembered first.
            await Views.RememberWidths(Actor, view, widths);
            Navigation.NavigateTo((View ?? view).WithWidths(widths), replace: true);
        }
    }

    /// <summary>Reads the look of the list. When the list opens with a view, the browser then shows the view's address.</summary>
    protected async Task<ListView<TRow>> ReadView()
    {
        var view = await Views.Read(List, Actor, Navigation.Uri);
        Reading.ThrowIfCancellationRequested();
        (View, _widths) = (view, null);
        if (view.Opened)
        {
            Navigation.NavigateTo(view.Address, replace: true);
        }

        return view;
    }
}
