using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Layout;

/// <summary>
/// Shows two native dialogs: the box that finds a page by a few words, and the list of keyboard shortcuts. <c>js/scorciatoie.js</c> opens
/// and closes them, so that the focus stays inside and Escape closes them.
/// </summary>
public sealed partial class GoToBox : IDisposable
{
    private const int MaxTesto = 100;

    private static readonly TimeSpan Pausa = TimeSpan.FromMilliseconds(150);

    private string _testo = "";
    private IReadOnlyList<Destination> _esiti = [];
    private Debounce? _attesa;

    [Inject]
    public required IGoTo VaiA { get; init; }

    [Inject]
    public required NavigationManager Navigazione { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The entries of the menu, each with its letter after G and its name.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Tasto, string Nome)> Menu { get; set; }

    private string Riassunto => _testo.Trim().Length == 0
        ? "Scrivi qualche lettera; Freccia giù scorre i risultati, Invio apre."
        : _esiti.Count switch
        {
            0 => "Nessun risultato: prova con un'altra parola, un numero o un CIG.",
            1 => "1 risultato",
            var n => $"{n} risultati",
        };

    public void Dispose() => _attesa?.Cancel();

    protected override void OnInitialized() => _attesa = new Debounce(Clock, Pausa);

    private Task Digita(string testo)
    {
        _testo = testo;
        return _attesa!.Run(Cerca);
    }

    private async Task Cerca()
    {
        var testo = _testo;
        var esiti = await VaiA.Cerca(testo);
        if (testo == _testo)
        {
            _esiti = esiti;
        }
    }

    private async Task ApriIlPrimo()
    {
        _attesa?.Cancel();
        await Cerca();
        if (_esiti is [var primo, ..])
        {
            Navigazione.NavigateTo(primo.Indirizzo);
        }
    }
}
