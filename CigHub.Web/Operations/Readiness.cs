using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CigHub.Web.Operations;

/// <summary>
/// Checks that the app can serve its users: the registro can be read now, and a write succeeded within the last minute. An answer is kept
/// for ten seconds, so that many probes cost no more than one.
/// </summary>
/// <param name="scopes">Opens the scope of each check.</param>
/// <param name="probe">Tries a write.</param>
/// <param name="clock">The clock by which answers and writes grow old.</param>
internal sealed class Readiness(IServiceScopeFactory scopes, WriteProbe probe, TimeProvider clock) : IHealthCheck, IDisposable
{
    /// <summary>The time for which an answer is given again without looking.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    /// <summary>The longest time since the last write with which the app counts as ready.</summary>
    public static readonly TimeSpan WrittenWithin = TimeSpan.FromMinutes(1);

    // A bulk load may hold the writers for some seconds. The next check tries again, long before the minute is over.
    private static readonly TimeSpan _writeAgainAfter = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, HealthCheckResult Result)? _last;
    private DateTimeOffset? _written;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (_last is not { } last || now - last.At >= Kept)
            {
                _last = last = (now, await Look(now, cancellationToken));
            }

            return last.Result;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<HealthCheckResult> Look(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
            _ = await db.Registro.AsNoTracking().OrderByDescending(e => e.Seq).Select(e => e.Seq).FirstOrDefaultAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The registro cannot be read.", e);
        }

        if ((_written is null || now - _written >= _writeAgainAfter) && await probe.Write(now.UtcDateTime, ct))
        {
            _written = now;
        }

        return now - _written < WrittenWithin ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No write has succeeded within a minute.");
    }
}
