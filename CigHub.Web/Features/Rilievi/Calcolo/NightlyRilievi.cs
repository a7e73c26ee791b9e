using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Rilievi.Elenco;

namespace CigHub.Web.Features.Rilievi.Calcolo;

/// <summary>
/// Computes the rilievi every night, or some time after a start when the last computation is more than a day old. A failure is logged, and
/// the next night tries again.
/// </summary>
public sealed partial class NightlyRilievi(IServiceScopeFactory scopes, RilieviKeeper keeper, TimeProvider clock, ILogger<NightlyRilievi> log)
    : BackgroundService
{
    private static readonly TimeSpan _unGiorno = TimeSpan.FromDays(1);

    /// <summary>The time of the computation, in Rome. The comparison of data and registro has ended by then.</summary>
    public static TimeOnly Ora { get; } = new(4, 15);

    /// <summary>The time after a start at which an overdue computation is made.</summary>
    public static TimeSpan DopoLAvvio { get; } = TimeSpan.FromMinutes(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var overdue = await Ultimo(stoppingToken) is not { } ultimo || clock.GetUtcNow().UtcDateTime - ultimo > _unGiorno;
            await Task.Delay(overdue ? DopoLAvvio : UntilNight(), clock, stoppingToken);
            while (true)
            {
                await Compute(stoppingToken);
                await Task.Delay(UntilNight(), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops, which ends the loop.
        }
    }

    private TimeSpan UntilNight()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return RomeTime.Next(now, Ora) - now;
    }

    private async Task<DateTime?> Ultimo(CancellationToken ct)
    {
        try
        {
            await using var scope = OpenScope();
            return await scope.ServiceProvider.GetRequiredService<RilieviReader>().UltimoCalcolo(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotComputed(StorageFault.Of(e)?.Code ?? e.GetType().Name, e);
            return null;
        }
    }

    private async Task Compute(CancellationToken ct)
    {
        try
        {
            await using var scope = OpenScope();
            await keeper.Keep(await scope.ServiceProvider.GetRequiredService<CalcoloRilievi>().Run(ct), null, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotComputed(StorageFault.Of(e)?.Code ?? e.GetType().Name, e);
        }
    }

    private AsyncServiceScope OpenScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Rilievi were not computed: {Code}")]
    private partial void NotComputed(string code, Exception cause);
}
