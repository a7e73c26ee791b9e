using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Operations;

/// <summary>
/// Reads the whole database once after the start, in the background, so that a damaged page is known before a user needs it.
/// </summary>
internal sealed partial class PagesCheck(DataFolder folder, DataHealth health, ILogger<PagesCheck> log) : BackgroundService
{
    private const string Subject = "pagine";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Check(stoppingToken), CancellationToken.None);

    private void Check(CancellationToken stop)
    {
        try
        {
            using var database = DatabaseFile.Open(folder.Database);
            using var interrupted = stop.Register(() => SQLitePCL.raw.sqlite3_interrupt(database.Connection.Handle!));
            if (Quick(database) || stop.IsCancellationRequested)
            {
                return;
            }

            var faults = string.Join(" ", DataCheck.Pages(database));
            var registro = RegistroCheck.Run(database.Connection, ct: stop);
            var sentence = $"Il file del database è danneggiato. {(registro.Integro ? "Il registro eventi si legge tutto." : registro.Messaggio)} Fai " +
                $"subito una copia della cartella dei dati e ripristina l'ultima copia di sicurezza buona (CigHub.Web verify, CigHub.Web restore).";
            health.Report(Subject, sentence);
            Damaged(sentence, faults);
        }
        catch (Exception e) when (StorageFault.Of(e) is not null || stop.IsCancellationRequested)
        {
            // The file is busy or unreadable as a whole. The acts that fail there tell their users.
            NotChecked(e);
        }
    }

    private static bool Quick(DatabaseFile database)
    {
        try
        {
            return database.Ask("PRAGMA quick_check(1)") == "ok";
        }
        catch (Exception e) when (StorageFault.Of(e) is { Kind: StorageFaultKind.Damaged })
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Sentence} {Faults}")]
    private partial void Damaged(string sentence, string faults);

    [LoggerMessage(Level = LogLevel.Information, Message = "Il controllo delle pagine del database non è finito")]
    private partial void NotChecked(Exception cause);
}
