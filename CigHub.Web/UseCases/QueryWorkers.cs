using Microsoft.Extensions.Options;

namespace CigHub.Web.UseCases;

/// <summary>
/// Runs queries outside the circuits of their users, a few at once. Others wait their turn in the order of their arrival, and leave the
/// queue when their user leaves.
/// </summary>
/// <remarks>
/// A circuit runs one thing at a time, and SQLite's driver is synchronous. A query that ran in the circuit would keep it from showing
/// anything, and from noticing that its user has left. Long readings (exports, verifications) have places of their own, so that no page
/// waits for them.
/// </remarks>
public sealed class QueryWorkers : IDisposable
{
    private readonly SemaphoreSlim _pages;
    private readonly SemaphoreSlim _long;
    private readonly int _all;

    public QueryWorkers(IOptions<QuerySettings> settings)
    {
        var atOnce = settings.Value.AtOnce;
        var longAtOnce = Math.Max(1, atOnce / 2);
        (_pages, _long, _all) = (new SemaphoreSlim(atOnce, atOnce), new SemaphoreSlim(longAtOnce, longAtOnce), atOnce + longAtOnce);

        // A query blocks the thread on which it runs. Without spare threads, slow queries would leave none to the circuits and requests,
        // because the pool adds threads slowly.
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + atOnce + longAtOnce), completions);
    }

    /// <summary>The number of queries that run now, long ones included.</summary>
    public int Running => _all - _pages.CurrentCount - _long.CurrentCount;

    /// <summary>Waits for a free place and runs the work on another thread.</summary>
    /// <param name="isLong">True for a reading that its user watches and may stop.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the work began.</exception>
    public async Task<T> Run<T>(Func<Task<T>> work, bool isLong, CancellationToken ct)
    {
        var places = isLong ? _long : _pages;
        await places.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return await Task.Run(work, ct).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        _pages.Dispose();
        _long.Dispose();
    }
}
