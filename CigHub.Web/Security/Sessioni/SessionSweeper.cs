namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// Checks the open sessions at fixed intervals. It ends those whose time has passed or whose right is lost, and notices those that another
/// process has ended.
/// </summary>
public sealed class SessionSweeper(OpenSessions aperte, TimeProvider clock, ILogger<SessionSweeper> log) : BackgroundService
{
    /// <summary>The time between two checks of the open sessions.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(15);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Try(aperte.Write);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var passo = new PeriodicTimer(Interval, clock);
        try
        {
            while (await passo.WaitForNextTickAsync(stoppingToken))
            {
                await Try(aperte.Round);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    private async Task Try(Func<Task> giro)
    {
        try
        {
            await giro();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "A round of the sessions failed; the next one tries again");
        }
    }
}
