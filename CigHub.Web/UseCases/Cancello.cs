namespace CigHub.Web.UseCases;

/// <summary>First come, first served in front of the write transaction. It makes waiting fair; correctness does not rest on it.</summary>
/// <remarks>SQLite's own busy-retry lets an unlucky writer wait a second and a half among 32; behind this gate a tenth of it.</remarks>
public sealed class Cancello : IDisposable
{
    private readonly SemaphoreSlim _posto = new(1, 1);

    public async Task<IDisposable> Entra(CancellationToken ct)
    {
        await _posto.WaitAsync(ct);
        return new Uscita(_posto);
    }

    public void Dispose() => _posto.Dispose();

    private sealed class Uscita(SemaphoreSlim posto) : IDisposable
    {
        public void Dispose() => posto.Release();
    }
}
