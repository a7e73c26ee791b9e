using System.Globalization;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Start;

/// <summary>
/// Upgrades an older database to this version, on a copy: the file on which people worked is never migrated. The copy takes its place only
/// when it is complete, checked and flushed to the disk, and the old file is kept under another name. After an interruption
/// <see cref="Recover"/> finishes or undoes the upgrade.
/// </summary>
/// <remarks>EF's rebuild of a table is not transactional, and its lock row outlives a killed process. On a copy neither can do harm.</remarks>
internal sealed partial class Upgrade(DataFolder folder, StartSteps steps, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Upgrade> log)
{
    /// <summary>The number of copies from before upgrades that are kept. Older ones are deleted.</summary>
    public const int CopiesKept = 3;

    /// <summary>
    /// The free disk space that an upgrade needs, as a multiple of the database's size: for the copy, and for rebuilding its largest table.
    /// </summary>
    private const double SpaceNeeded = 2.2;

    private const string LockTable = "__EFMigrationsLock";

    /// <summary>
    /// The end of the name of the migration that gave events their final format. This version cannot read data from before it.
    /// </summary>
    private const string FinalFormat = "_RegistroDefinitivo";

    /// <summary>
    /// Finishes an interrupted upgrade whose copy was ready, and undoes one whose copy was not. Call it before the database is opened.
    /// </summary>
    public void Recover()
    {
        var databaseIsThere = DataFolder.Length(folder.Database) > 0;
        if (File.Exists(folder.UpgradeReady) && !databaseIsThere)
        {
            // The old file was moved away only after the new one was checked and on the disk.
            folder.Delete([folder.Database]);
            folder.Move(folder.UpgradeReady, folder.Database);
            Finished();
        }

        var leftovers = DataFolder.WithCompanions(folder.UpgradeReady).Concat(DataFolder.WithCompanions(folder.UpgradeInProgress)).Where(File.Exists).ToList();
        if (leftovers.Count > 0)
        {
            SqliteDatabase.ReleasePool(folder.UpgradeInProgress);
            folder.Delete(leftovers);
            Undone();
        }
    }

    /// <summary>
    /// Upgrades the database when a migration of either context is pending, and returns true. Otherwise it changes nothing and returns
    /// false.
    /// </summary>
    public async Task<bool> RunIfPending(CancellationToken ct = default)
    {
        if (!await IsPending(folder.Database, ct))
        {
            return false;
        }

        CheckSpace();
        SqliteDatabase.ReleasePool(folder.Database);
        try
        {
            using (var old = DatabaseFile.Open(folder.Database, steps))
            {
                var head = Head(old);
                old.Settle();
                old.CopyInto(folder.UpgradeInProgress);
                await MigrateCopy(ct);
                Check(head);
            }
        }
        catch
        {
            // Deleting the copy gives the disk its room back. The database itself was not touched.
            SqliteDatabase.ReleasePool(folder.UpgradeInProgress);
            folder.Delete(DataFolder.WithCompanions(folder.UpgradeInProgress));
            throw;
        }

        Replace();
        return true;
    }

    /// <summary>Says whether either context has a migration that the file does not have.</summary>
    /// <exception cref="StartRefusedException">The file is older than the registro's final format.</exception>
    private async Task<bool> IsPending(string file, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var pending = (await On<CigHubDbContext>(scope, file).Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Exists(m => m.EndsWith(FinalFormat, StringComparison.Ordinal)))
        {
            throw new StartRefusedException(
                ExitCodes.DataNotSound,
                $"I dati in «{folder.Root}» sono di una versione di sviluppo, di prima del formato definitivo del registro eventi: questa versione non li " +
                "legge e non li cambia. Per continuare a vederli usa la versione con cui sono nati; per cominciare da capo sposta altrove quella "
                + "cartella e riavvia.");
        }

        return pending.Count > 0 || (await On<PreferenzeDbContext>(scope, file).Database.GetPendingMigrationsAsync(ct)).Any();
    }

    private void CheckSpace()
    {
        var needed = (long)(DataFolder.WithCompanions(folder.Database).Sum(DataFolder.Length) * SpaceNeeded);
        var free = folder.FreeSpace();
        if (free < needed)
        {
            throw new StartRefusedException(
                ExitCodes.CannotWrite,
                $"Il database va aggiornato a questa versione di CigHub e per farlo servono {Megabytes(needed)} liberi sul disco di «{folder.Root}»: ce " +
                $"ne sono {Megabytes(free)}. Libera spazio e riavvia. I dati non sono stati toccati.");
        }
    }

    private async Task MigrateCopy(CancellationToken ct)
    {
        using (var copy = DatabaseFile.Open(folder.UpgradeInProgress, steps))
        {
            // A row here was left by a killed process, because nobody else can be at work on this copy.
            if (copy.HasTable(LockTable))
            {
                copy.Execute($"DELETE FROM \"{LockTable}\"");
            }
        }

        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = On<CigHubDbContext>(scope, folder.UpgradeInProgress);
            await SqliteDatabase.DropTriggers(db, ct);
            await db.Database.MigrateAsync(ct);
            await On<PreferenzeDbContext>(scope, folder.UpgradeInProgress).Database.MigrateAsync(ct);
            await SqliteDatabase.MakeTriggers(db, ct);
            await SqliteDatabase.MakeIndexes(db, ct);
            await SqliteDatabase.CheckObjects(db, ct);
        }

        SqliteDatabase.ReleasePool(folder.UpgradeInProgress);
    }

    /// <summary>Checks that the migration has lost nothing of the registro, and that the file is sound.</summary>
    private void Check((string? Size, string? Root, string? Events) head)
    {
        using (var copy = DatabaseFile.Open(folder.UpgradeInProgress, steps))
        {
            copy.Settle();
            var integrity = copy.Ask("PRAGMA integrity_check(1)");
            var foreignKeys = copy.Rows("PRAGMA foreign_key_check").Count;
            if (integrity != "ok" || foreignKeys > 0 || Head(copy) != head)
            {
                throw new StartRefusedException(
                    ExitCodes.DataNotSound,
                    $"L'aggiornamento del database non è riuscito: la copia aggiornata non supera i controlli ({integrity}; {foreignKeys} riferimenti " +
                    $"mancanti). Il database di prima non è stato toccato: continua con la versione precedente di CigHub e segnala il problema.");
            }
        }

        folder.SyncFile(folder.UpgradeInProgress);
    }

    private void Replace()
    {
        folder.Move(folder.UpgradeInProgress, folder.UpgradeReady);
        var time = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var kept = folder.PathOf($"{DataSetup.DatabaseFileName}.prima-{time}");
        folder.Move(folder.Database, kept);
        folder.Move(folder.UpgradeReady, folder.Database);
        folder.Delete(folder.CopiesBeforeUpgrades().SkipLast(CopiesKept));
        Upgraded(Path.GetFileName(kept));
    }

    private static (string? Size, string? Root, string? Events) Head(DatabaseFile file) => (
        file.Ask("SELECT \"Dimensione\" FROM \"RegistroTesta\""),
        file.Ask("SELECT hex(\"Radice\") FROM \"RegistroTesta\""),
        file.Ask("SELECT COUNT(*) FROM \"Registro\""));

    /// <summary>Returns the app's own database context, with all its options, but opened on another database file.</summary>
    private static TContext On<TContext>(AsyncServiceScope scope, string file)
        where TContext : DbContext
    {
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        db.Database.SetConnectionString(SqliteDatabase.ConnectionString(file));
        return db;
    }

    private static string Megabytes(long bytes) => $"{Math.Max(1, bytes >> 20)} MB";

    [LoggerMessage(Level = LogLevel.Information, Message = "Il database è stato aggiornato a questa versione. Quello di prima è conservato in {Copy}")]
    private partial void Upgraded(string copy);

    [LoggerMessage(Level = LogLevel.Information, Message = "Un aggiornamento del database interrotto è stato completato")]
    private partial void Finished();

    [LoggerMessage(Level = LogLevel.Information, Message = "Un aggiornamento del database interrotto è stato annullato: il database è quello di prima")]
    private partial void Undone();
}
