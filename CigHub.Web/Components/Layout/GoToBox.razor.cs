using CigHub.Web.Components.Acting;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Shows two native dialogs: the box «Vai a…», which finds a page by a few words, and the list of keyboard shortcuts.
/// <c>js/scorciatoie.js</c> opens and closes them, so that the focus stays inside and Escape closes them.
/// </summary>
public sealed partial class GoToBox
{
    private const int MaxText = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private string _text = "";
    private IReadOnlyList<Destination> _found = [];
    private Debounce? _waiting;

    [Inject]
    public required IGoTo GoTo { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The entries of the menu for the list of shortcuts: the letter to press after G, and the name.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Tasto, string Nome)> Menu { get; set; }

    private string Summary => _text.Trim().Length == 0
        ? "Scrivi qualche lettera; Freccia giù scorre i risultati, Invio apre."
        : _found.Count switch
        {
            0 => "Nessun risultato: prova con un'altra parola, un numero o un CIG.",
            1 => "1 risultato",
            var n => $"{n} risultati",
        };

    protected override void OnInitialized() => _waiting = new Debounce(Clock, Pause);

    protected override ValueTask OnLeave()
    {
        _waiting?.Cancel();
        return ValueTask.CompletedTask;
    }

    private Task Type(string testo)
    {
        _text = testo;
        return _waiting!.Run(Search);
    }

    private Task Search() => InPlaceOfTheLast(async ct => _found = await GoTo.Search(_text, ct));

    private async Task OpenFirst()
    {
        _waiting?.Cancel();
        await Search();
        if (_found is [var primo, ..])
        {
            Navigation.NavigateTo(primo.Address);
        }
    }
}
