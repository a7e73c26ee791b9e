namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>A piece of work that shows how far it is on a page, and that the user may stop.</summary>
/// <param name="cambiato">Runs now and then, and not at every step.</param>
public sealed class RunningWork(Func<Task> cambiato) : IProgress<int>, IDisposable
{
    private readonly CancellationTokenSource _ferma = new();
    private string _passo = "";

    public CancellationToken Ferma { get; private set; }

    public int Totale { get; private set; } = 1;

    public int Fatte { get; private set; }

    /// <summary>The words for the progress: «Creazione delle bozze: 120 di 500». At the end they say that the last step is under way.</summary>
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

    /// <summary>Stops the work of a user who leaves the page. Nothing of the work is kept.</summary>
    public void Dispose()
    {
        Interrupt();
        _ferma.Dispose();
    }
}
