namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>A long piece of work whose progress a page shows, and which the user may stop.</summary>
/// <param name="cambiato">Called when the page should show the progress again: at the start, after every tenth row and at the end.</param>
public sealed class RunningWork(Func<Task> cambiato) : IProgress<int>, IDisposable
{
    private readonly CancellationTokenSource _ferma = new();
    private string _passo = "";

    public CancellationToken Ferma { get; private set; }

    public int Totale { get; private set; } = 1;

    public int Fatte { get; private set; }

    /// <summary>
    /// The progress in words: «Creazione delle bozze: 120 di 500». When all rows are done they say that the last step is under way.
    /// </summary>
    public string Parole => (_passo, Fatte) switch
    {
        (var passo, 0) => $"{passo}…",
        (var passo, var fatte) when fatte == Totale => $"{passo}: {Totale} di {Totale}, ultimo passo…",
        (var passo, var fatte) => $"{passo}: {fatte} di {Totale}",
    };

    public void Comincia(string passo, int totale)
    {
        Ferma = _ferma.Token;
        (_passo, Totale, Fatte) = (passo, totale, 0);
        _ = cambiato();
    }

    public void Report(int value)
    {
        const int OgniQuante = 10;
        Fatte = value;
        if (value % OgniQuante == 0 || value == Totale)
        {
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

    /// <summary>Stops the work when the user leaves the page. The drafts of unfinished work are not saved.</summary>
    public void Dispose()
    {
        Interrupt();
        _ferma.Dispose();
    }
}
