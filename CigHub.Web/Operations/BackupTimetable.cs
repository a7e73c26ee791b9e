using CigHub.Web.Common;
using CigHub.Web.Data.Start;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations;

/// <summary>
/// Makes a backup every day at the time in the settings. A backup that was due while the program did not run is made after the next start.
/// </summary>
internal sealed partial class BackupTimetable(
    IOptions<BackupSettings> options, Backup backup, DataHealth health, TimeProvider clock, ILogger<BackupTimetable> log)
    : BackgroundService
{
    private const string Subject = "copie";

    private static readonly TimeSpan _afterStart = TimeSpan.FromMinutes(1);

    private readonly BackupSettings _settings = options.Value;

    /// <summary>Returns the last instant up to the given one, inclusive, in UTC, at which it was that time of day in Rome.</summary>
    internal static DateTime Last(DateTime utc, TimeOnly at) => On(0, utc, at) is var today && today <= utc ? today : On(-1, utc, at);

    private static DateTime On(int days, DateTime utc, TimeOnly at) => RomeTime.Moment(RomeTime.DayInRome(utc).AddDays(days), at);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_settings.Destination is null)
        {
            return;
        }

        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var due = Missed(now) ? now + _afterStart : RomeTime.Next(now, _settings.Ora);
            while (true)
            {
                await Task.Delay(due - clock.GetUtcNow().UtcDateTime is { Ticks: > 0 } wait ? wait : TimeSpan.Zero, clock, stoppingToken);
                await Task.Run(Make, stoppingToken);
                due = RomeTime.Next(clock.GetUtcNow().UtcDateTime, _settings.Ora);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    /// <summary>Says whether the backup that was last due has not been made.</summary>
    private bool Missed(DateTime now) =>
        Backup.Finished(_settings.Destination!) is not [.., var newest] || Backup.TimeOf(newest) is not { } made || made < Last(now, _settings.Ora);

    private void Make()
    {
        try
        {
            var made = backup.Run(_settings.Destination!, _settings.Conserva, Passphrase.Of(_settings.FileFraseSegreta, _settings.VariabileFraseSegreta));
            health.Clear(Subject);
            Made(made.File, made.Manifest.Events, made.Manifest.Root);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Catch every error. People go on working, and the next night tries again.
            var reason = (StartRefusals.Of(e) ?? e).Message;
            health.Report(Subject, $"La copia di sicurezza del {RomeTime.Text(clock.GetUtcNow().UtcDateTime)} non è riuscita: {reason}");
            Failed(reason, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Copia di sicurezza fatta: {File}, {Events} eventi, radice {Root}")]
    private partial void Made(string file, long events, string root);

    [LoggerMessage(Level = LogLevel.Critical, Message = "La copia di sicurezza non è riuscita: {Reason}")]
    private partial void Failed(string reason, Exception cause);
}
