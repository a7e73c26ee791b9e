using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// The columns of a list, which the user shows, hides and puts in order, also with the keyboard. Each change is at once in the page's
/// address, and is remembered for the next visit.
/// </summary>
public sealed partial class ColumnsMenu
{
    private readonly Dictionary<(string Name, int By), ElementReference> _buttons = [];

    /// <summary>The names of the shown columns. A press changes them before the page has read its rows again.</summary>
    private List<string> _shown = [];

    private ListView? _read;

    /// <summary>Says whether the user has opened the menu, which is drawn only then.</summary>
    private bool _opened;

    /// <summary>The columns that the last press has asked for, until the page shows them. Older answers do not count meanwhile.</summary>
    private string? _asked;

    private (string Name, int By)? _moved;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required SavedViews Saved { get; init; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    [Parameter, EditorRequired]
    public required ListView View { get; set; }

    private IEnumerable<ColumnChoice> Ordered =>
        [.. _shown.Select(name => View.Choices.First(c => c.Name == name)), .. View.Choices.Where(c => !_shown.Contains(c.Name))];

    protected override void OnParametersSet()
    {
        if (View != _read && (_asked is null || _asked == View.Kept))
        {
            (_read, _shown, _asked) = (View, [.. View.Shown], null);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_moved is { } moved)
        {
            // The browser takes the focus away from a row that changes its place.
            _moved = null;
            await _buttons[moved].FocusAsync();
        }
    }

    private bool Shows(ColumnChoice column) => _shown.Contains(column.Name);

    private string? Ends(ColumnChoice column, int by) => _shown.IndexOf(column.Name) == (by < 0 ? 0 : _shown.Count - 1) ? "true" : null;

    private Task Show(ColumnChoice column, bool shows)
    {
        var others = _shown.Where(name => name != column.Name);
        return Choose(shows ? others.Append(column.Name) : others);
    }

    private Task Move(ColumnChoice column, int by)
    {
        var from = _shown.IndexOf(column.Name);
        var place = from + by;
        if (from < 0 || place < 0 || place >= _shown.Count)
        {
            return Task.CompletedTask;
        }

        List<string> moved = [.. _shown];
        moved.RemoveAt(from);
        moved.Insert(place, column.Name);
        _moved = (column.Name, by);
        return Choose(moved);
    }

    private Task ShowAll() => Choose([.. Ordered.Select(c => c.Name)]);

    private Task ShowUsual() => Choose(View.Usual, remembered: "");

    private Task Choose(IEnumerable<string> names, string? remembered = null)
    {
        _shown = [.. names];
        var columns = ColumnNames.Written(_shown);
        if (columns != (_asked ?? View.Kept))
        {
            _asked = columns;
            Navigation.NavigateTo(View.With(columns), replace: true);
        }

        return Saved.RememberColumns(User.Actor, View, remembered ?? columns);
    }
}
