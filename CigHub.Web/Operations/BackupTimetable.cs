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
    private const string PhraseFile = "Copie:FileFraseSegreta", PhraseVariable = "Copie:VariabileFraseSegreta";
    private const int MostKept = 10_000;

    /// <exception cref="SettingRefusedException">A setting is wrong; the message names it. Without a folder only time and number are read.</exception>
    public static BackupSettings From(IConfiguration configuration)
    {
        var text = string.IsNullOrWhiteSpace(configuration[Time]) ? "02:30" : configuration[Time];
        var at = TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw SettingReader.Refused(Time, text, "scrivi l'ora come 02:30");
        var settings = new BackupSettings(
            FolderOf(configuration[Folder]), at, configuration.ReadNumber(Count, 14, 1, MostKept), configuration[PhraseFile], configuration[PhraseVariable]);
        settings.CheckPassphrase();
        return settings;
    }

    /// <summary>A passphrase that is missing must be known now, not at night.</summary>
    private void CheckPassphrase()
    {
        if (Destination is null)
        {
            return;
        }

        try
        {
            _ = Passphrase.Of(PassphraseFile, PassphraseVariable);
        }
        catch (Exception e) when (e is StartRefusedException or IOException or UnauthorizedAccessException)
        {
            var (key, value) = string.IsNullOrWhiteSpace(PassphraseFile) ? (PhraseVariable, PassphraseVariable) : (PhraseFile, PassphraseFile);
            throw SettingReader.Refused(key, value, e.Message.TrimEnd('.'));
        }
    }

    private static string? FolderOf(string? folder)
    {
        try
        {
            return string.IsNullOrWhiteSpace(folder) ? null : Path.GetFullPath(folder);
        }
        catch (ArgumentException)
        {
            throw SettingReader.Refused(Folder, folder, "scrivi il percorso di una cartella");
        }
    }
}

/// <summary>Makes the backups of the timetable. One that was missed, because the program did not run, is made at the next start.</summary>
internal sealed partial class BackupTimetable(BackupSettings settings, Backup backup, DataHealth health, TimeProvider clock, ILogger<BackupTimetable> log)
    : BackgroundService
{
    private const string Subject = "copie";

    private static readonly TimeSpan _afterStart = TimeSpan.FromMinutes(1);

    /// <summary>The next moment, UTC, at which it is this time of day in Rome.</summary>
    internal static DateTime Next(DateTime utc, TimeOnly at) => On(0, utc, at) is var today && today > utc ? today : On(1, utc, at);

    /// <summary>The last moment, UTC, up to now at which it was this time of day in Rome.</summary>
    internal static DateTime Last(DateTime utc, TimeOnly at) => On(0, utc, at) is var today && today <= utc ? today : On(-1, utc, at);

    private static DateTime On(int days, DateTime utc, TimeOnly at) => OraItaliana.Momento(OraItaliana.GiornoDiRoma(utc).AddDays(days), at);

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
        Backup.Finished(settings.Destination!) is not [.., var newest] || Backup.TimeOf(newest) is not { } made || made < Last(now, settings.At);

    private void Make()
    {
        try
        {
            var made = backup.Run(settings.Destination!, settings.Keep, Passphrase.Of(settings.PassphraseFile, settings.PassphraseVariable));
            health.Clear(Subject);
            Made(made.File, made.Manifest.Events, made.Manifest.Root);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it is: the next night tries again, and people go on working.
            var reason = (StartRefusals.Of(e) ?? e).Message;
            health.Report(Subject, $"La copia di sicurezza del {OraItaliana.Testo(clock.GetUtcNow().UtcDateTime)} non è riuscita: {reason}");
            Failed(reason, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Copia di sicurezza fatta: {File}, {Events} eventi, radice {Root}")]
    private partial void Made(string file, long events, string root);

    [LoggerMessage(Level = LogLevel.Critical, Message = "La copia di sicurezza non è riuscita: {Reason}")]
    private partial void Failed(string reason, Exception cause);
}
