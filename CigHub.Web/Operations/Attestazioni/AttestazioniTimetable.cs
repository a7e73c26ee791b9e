using CigHub.Web.Data.Attestazioni;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>
/// Makes an attestazione every hour in which something happened and when the program stops in good order, and has the new ones sent to the
/// places where they are kept elsewhere.
/// </summary>
internal sealed class AttestazioniTimetable(Attestatore attestatore, AttestazioniSender sender, TimeProvider clock)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>The time between two attestazioni.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromHours(1);

    /// <summary>The time between two looks at what is still to be sent.</summary>
    public static TimeSpan SendInterval { get; } = TimeSpan.FromMinutes(1);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes the last attestazione after every other part of the program has written its last event.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        attestatore.MakeIfGrown(MotivoAttestazione.Arresto);
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var asked = new SemaphoreSlim(0, 1);
        void Wake()
        {
            if (asked.CurrentCount == 0)
            {
                asked.Release();
            }
        }

        attestatore.Made += Wake;
        using var minutes = clock.CreateTimer(_ => Wake(), null, SendInterval, SendInterval);
        try
        {
            var next = clock.GetUtcNow() + Interval;
            while (true)
            {
                await asked.WaitAsync(stoppingToken);
                if (clock.GetUtcNow() >= next)
                {
                    await Task.Run(() => attestatore.MakeIfGrown(MotivoAttestazione.Oraria), stoppingToken);
                    next = clock.GetUtcNow() + Interval;
                }

                await sender.SendPending(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
        finally
        {
            attestatore.Made -= Wake;
        }
    }
}
