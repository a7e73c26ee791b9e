namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>Work of which a page shows how far it is, and that a person may stop.</summary>
/// <param name="cambiato">Told now and then, not at every step.</param>
public sealed class LavoroInCorso(Func<Task> cambiato) : IProgress<int>, IDisposable
{
    private readonly CancellationTokenSource _ferma = new();
    private string _passo = "";

    public CancellationToken Ferma { get; private set; }

    public int Totale { get; private set; } = 1;

    public int Fatte { get; private set; }

    /// <summary>«Creazione delle bozze: 120 di 500»; at the end, what is still under way.</summary>
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

    public void Interrompi()
    {
        if (!_ferma.IsCancellationRequested)
        {
            _ferma.Cancel();
        }
    }

    /// <summary>Who leaves the page stops the work: nothing is left of it.</summary>
    public void Dispose()
    {
        Interrompi();
        _ferma.Dispose();
    }
}
