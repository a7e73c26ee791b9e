using System.Threading.Channels;
using CigHub.Web.Data.Attestazioni;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>
/// Makes an attestazione every hour in which something happened and when the program stops in good order, and has the new ones sent to the
/// places where they are kept elsewhere.
/// </summary>
internal sealed class AttestazioniTimetable(Attestatore attestatore, AttestazioniSender sender, TimeProvider clock)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>Holds one request to look, however often it is asked for.</summary>
    private readonly Channel<bool> _asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private DateTimeOffset _next;
    private ITimer? _minutes;

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

    /// <summary>The hour begins here, before any other thread runs: a clock that is moved by hand would else be read too late.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _next = clock.GetUtcNow() + Interval;
        _minutes = clock.CreateTimer(_ => Wake(), null, SendInterval, SendInterval);
        attestatore.Made += Wake;
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _minutes?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _asked.Reader.ReadAsync(stoppingToken);
                if (clock.GetUtcNow() is var now && now >= _next)
                {
                    _next = now + Interval;
                    await Task.Run(() => attestatore.MakeIfGrown(MotivoAttestazione.Oraria), stoppingToken);
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

    private void Wake() => _asked.Writer.TryWrite(true);
}
