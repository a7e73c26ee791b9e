using System.Globalization;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>When the program makes a backup by itself: <c>Copie:Cartella</c> says where and switches it on.</summary>
/// <param name="Destination">Null: it makes none.</param>
/// <param name="At">Time of day in Rome.</param>
/// <param name="Keep">How many stay.</param>
internal sealed record BackupSettings(string? Destination, TimeOnly At, int Keep, string? PassphraseFile, string? PassphraseVariable)
{
    private const string Folder = "Copie:Cartella", Time = "Copie:Ora", Count = "Copie:Conserva";

    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static BackupSettings From(IConfiguration configuration)
    {
        var destination = configuration[Folder];
        var at = TimeOnly.TryParseExact(configuration[Time] ?? "02:30", "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new InvalidOperationException($"L'impostazione «{Time}» vale «{configuration[Time]}»: scrivi l'ora come 02:30.");
        var keep = int.TryParse(configuration[Count] ?? "14", CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new InvalidOperationException($"L'impostazione «{Count}» vale «{configuration[Count]}»: scrivi un numero da 1 in su.");
        return new BackupSettings(
            string.IsNullOrWhiteSpace(destination) ? null : Path.GetFullPath(destination),
            at,
            keep,
            configuration["Copie:FileFraseSegreta"],
            configuration["Copie:VariabileFraseSegreta"]);
    }
}

/// <summary>Makes the backups of the timetable. One that was missed, because the program did not run, is made at the next start.</summary>
internal sealed partial class BackupTimetable(BackupSettings settings, Backup backup, DataHealth health, TimeProvider clock, ILogger<BackupTimetable> log)
    : BackgroundService
{
    private static readonly TimeSpan _afterStart = TimeSpan.FromMinutes(1);

    /// <summary>The next moment, UTC, at which it is this time of day in Rome.</summary>
    internal static DateTime Next(DateTime utc, TimeOnly at)
    {
        var today = OraItaliana.InizioDi(OraItaliana.GiornoDiRoma(utc)) + at.ToTimeSpan();
        return today > utc ? today : OraItaliana.InizioDi(OraItaliana.GiornoDiRoma(utc).AddDays(1)) + at.ToTimeSpan();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Destination is null)
        {
            return;
        }

        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var due = Missed(now) ? now + _afterStart : Next(now, settings.At);
            while (true)
            {
                await Task.Delay(due - clock.GetUtcNow().UtcDateTime is { Ticks: > 0 } wait ? wait : TimeSpan.Zero, clock, stoppingToken);
                await Task.Run(Make, stoppingToken);
                due = Next(clock.GetUtcNow().UtcDateTime, settings.At);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    /// <summary>Whether the last one is older than the last moment of the timetable.</summary>
    private bool Missed(DateTime now) =>
        Backup.Finished(settings.Destination!) is not [.., var newest] || File.GetLastWriteTimeUtc(newest) < Next(now, settings.At).AddDays(-1);

    private void Make()
    {
        try
        {
            var made = backup.Run(settings.Destination!, settings.Keep, Passphrase.Of(settings.PassphraseFile, settings.PassphraseVariable));
            Made(made.File, made.Manifest.Events, made.Manifest.Root);
        }
        catch (Exception e) when (e is StartRefusedException || StartRefusals.Of(e) is not null)
        {
            var reason = (StartRefusals.Of(e) ?? e).Message;
            health.Report("copie", $"La copia di sicurezza del {OraItaliana.Testo(clock.GetUtcNow().UtcDateTime)} non è riuscita: {reason}");
            Failed(reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Copia di sicurezza fatta: {File}, {Events} eventi, radice {Root}")]
    private partial void Made(string file, long events, string root);

    [LoggerMessage(Level = LogLevel.Critical, Message = "La copia di sicurezza non è riuscita: {Reason}")]
    private partial void Failed(string reason);
}
