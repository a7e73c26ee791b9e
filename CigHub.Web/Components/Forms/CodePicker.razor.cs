using CigHub.Domain.Codici;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CigHub.Web.Components.Forms;

/// <summary>
/// An input for one code of a long ANAC list, searched by code and by words. When the user leaves the field, the server turns a typed code,
/// label or both into the code. Any other text stays as typed, so that the save refuses it.
/// </summary>
/// <remarks>
/// Keys: arrows open the list and move in it, Enter takes the marked entry, Escape closes the list, Tab leaves the field. The focus stays
/// in the field.
/// </remarks>
public sealed partial class CodePicker : IDisposable
{
    private static readonly TimeSpan _rest = TimeSpan.FromMilliseconds(120);

    private readonly CodeSearch _search = new();
    private TextBox? _box;
    private Debounce? _pause;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required ListaCodici List { get; set; }

    /// <summary>The accessible name of the input and its list, in Italian.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The chosen code, or the typed text when it is no code of the list.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The other HTML attributes, which the text input gets.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string Shown => _search.Query ?? List.Parola(Value);

    private string ListId => $"{Id}-elenco";

    private string? MarkedId => _search.HasEntries && _search.Marked >= 0 ? OptionId(_search.Marked) : null;

    public void Dispose() => _pause?.Cancel();

    protected override void OnInitialized() => _pause = new Debounce(Clock, _rest);

    private string OptionId(int position) => $"{ListId}-{position}";

    private Task SearchAsync(string text)
    {
        _search.Type(text);
        return _pause!.Run(() =>
        {
            Open();
            return Task.CompletedTask;
        });
    }

    private void Open()
    {
        _pause!.Cancel();
        _search.Open(List, Clock.Today());
    }

    private void Toggle()
    {
        if (_search.IsOpen)
        {
            _search.Close();
        }
        else
        {
            Open();
        }
    }

    private Task PressAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" or "ArrowUp" when !ReadOnly && !_search.IsOpen:
                Open();
                break;
            case "ArrowDown" or "ArrowUp" when !ReadOnly:
                _search.Move(key.Key == "ArrowDown" ? 1 : -1);
                break;
            case "Escape":
                _pause!.Cancel();
                _search.Close();
                break;
            case "Enter" when _search.Taken(List, Clock.Today()) is { } entry:
                return ChooseAsync(entry);
            case "Enter" when _search.Query is not null:
                Open();
                break;
        }

        return Task.CompletedTask;
    }

    private Task ChooseAsync(VoceLista entry)
    {
        _pause!.Cancel();
        _search.End();
        _box?.ShowValue();
        return GiveAsync(entry.Codice);
    }

    private Task LeaveAsync()
    {
        _pause!.Cancel();
        return _search.Resolve(List, Clock.Today()) is { } value ? GiveAsync(value) : Task.CompletedTask;
    }

    private Task GiveAsync(string value) => value == (Value ?? "") ? Task.CompletedTask : ValueChanged.InvokeAsync(value);
}
