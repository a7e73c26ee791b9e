using CigHub.Domain.Common;

namespace CigHub.Web.Components.Acting;

/// <summary>A long piece of work whose progress a page shows, and which the user may stop.</summary>
/// <param name="cambiato">Called when the page should show the progress again: at the start, a hundred times at most, and at the end.</param>
/// <param name="leaving">Stops the work when the user leaves the page.</param>
public sealed class RunningWork(Func<Task> cambiato, CancellationToken leaving) : IProgress<int>, IDisposable
{
    private const int FewestBetween = 10;
    private const int MostTimes = 100;

    private readonly CancellationTokenSource _ferma = CancellationTokenSource.CreateLinkedTokenSource(leaving);
    private string _passo = "";
    private int _mostrate;

    public CancellationToken Ferma => _ferma.Token;

    public int Totale { get; private set; } = 1;

    public int Fatte { get; private set; }

    /// <summary>
    /// The progress in words: «Creazione delle bozze: 120 di 500». When all rows are done they say that the last step is under way.
    /// </summary>
    public string Parole => (_passo, Fatte) switch
    {
        (var passo, 0) => $"{passo}…",
        (var passo, var fatte) when fatte == Totale => $"{passo}: {Plural.Number(Totale)} di {Plural.Number(Totale)}, ultimo passo…",
        (var passo, var fatte) => $"{passo}: {Plural.Number(fatte)} di {Plural.Number(Totale)}",
    };

    public void Comincia(string passo, int totale)
    {
        (_passo, Totale, Fatte, _mostrate) = (passo, totale, 0, 0);
        _ = cambiato();
    }

    public void Report(int value)
    {
        Fatte = value;
        if (value - _mostrate >= Math.Max(FewestBetween, Totale / MostTimes) || value == Totale)
        {
            _mostrate = value;
            _ = cambiato();
        }
    }

    public void Interrupt()
    {
        if (!_ferma.IsCancellationRequested)
        {
            _ferma.Cancel();
        }
    }

    public void Dispose() => _ferma.Dispose();
}
