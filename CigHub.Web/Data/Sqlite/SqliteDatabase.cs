using CigHub.Web.Data.Start;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>The parts of the SQLite database on which the app relies: connection settings, journal mode, triggers and indexes.</summary>
internal static class SqliteDatabase
{
    /// <summary>
    /// Returns the connection string for an existing database file. A missing file is an error and never becomes a new empty database.
    /// </summary>
    public static string ConnectionString(string file) => $"Data Source={file};Mode=ReadWrite;Foreign Keys=True;Pooling=True";

    /// <summary>Closes the idle pooled connections to a database file, which would otherwise keep it open.</summary>
    public static void ReleasePool(string file)
    {
        using var connection = new SqliteConnection(ConnectionString(file));
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Makes the missing indexes, switches the journal to WAL, and then checks the database with <see cref="Verify"/>.</summary>
    public static async Task Prepare(CigHubDbContext db, CancellationToken ct = default)
    {
        await MakeIndexes(db, ct);

        // A copy made with VACUUM INTO comes back in another journal mode.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", ct);

        await Verify(db, ct);
    }

    /// <summary>
    /// Checks the SQLite settings and the triggers and indexes of the database. Throws at the first one that is not as required, with a
    /// message that names it.
    /// </summary>
    public static async Task Verify(CigHubDbContext db, CancellationToken ct = default)
    {
        await Require(db, "PRAGMA journal_mode", "wal", ct);
        await Require(db, "PRAGMA synchronous", "2", ct);
        await Require(db, "PRAGMA foreign_keys", "1", ct);
        await CheckObjects(db, ct);
    }

    /// <summary>Checks triggers and indexes. Throws when one is missing, or when the text of a trigger differs from ours.</summary>
    public static async Task CheckObjects(CigHubDbContext db, CancellationToken ct = default)
    {
        if ((await StrangeObjects(db, ct)).FirstOrDefault(o => o.Expected is not null) is { Name: { } nome })
        {
            throw new StartRefusedException(
                ExitCodes.DataNotSound,
                $"Il database non è integro: il trigger «{nome}» manca o è stato alterato. CigHub non parte, perché il registro eventi non sarebbe protetto. " +
                    "Ripristina il database da una copia e conserva questo file per le verifiche.");
        }

        var presenti = await PresentObjects(db, "'index'", ct);
        if (Indexes.All.FirstOrDefault(i => !presenti.ContainsKey(i.Nome)) is { Nome: { } indice })
        {
            throw new StartRefusedException(ExitCodes.DataNotSound, $"Il database non è integro: l'indice «{indice}» manca. Riavvia CigHub, che lo ricrea.");
        }
    }

    /// <summary>
    /// Returns the triggers and views that are not as required, each with its expected and its found text. A null text means that it should
    /// not exist, or does not.
    /// </summary>
    public static async Task<IReadOnlyList<(string Name, string? Expected, string? Found)>> StrangeObjects(CigHubDbContext db, CancellationToken ct = default)
    {
        var ours = Triggers.All.ToDictionary(t => t.Nome, t => Compact(t.Sql));
        var found = (await PresentObjects(db, "'trigger', 'view'", ct)).ToDictionary(o => o.Key, o => Compact(o.Value));
        return
        [
            .. from name in ours.Keys.Union(found.Keys).Order(StringComparer.Ordinal)
               let expected = ours.GetValueOrDefault(name)
               let there = found.GetValueOrDefault(name)
               where expected != there
               select (name, expected, there),
        ];
    }

    /// <summary>
    /// Makes the triggers again, because EF drops them silently when it rebuilds a table. Call it only on a file that nobody else has open.
    /// </summary>
    public static async Task MakeTriggers(CigHubDbContext db, CancellationToken ct)
    {
        await DropTriggers(db, ct);
        foreach (var (_, sql) in Triggers.All)
        {
            await db.Database.ExecuteSqlRawAsync(sql, ct);
        }
    }

    /// <summary>
    /// Drops the triggers, because a trigger that names a table keeps EF from rebuilding that table. Call it only on a file that nobody
    /// else has open.
    /// </summary>
    public static async Task DropTriggers(CigHubDbContext db, CancellationToken ct)
    {
        foreach (var (nome, _) in Triggers.All)
        {
            // The names are constants of ours, because SQL has no parameters for names.
            await db.Database.ExecuteSqlRawAsync(string.Concat("DROP TRIGGER IF EXISTS \"", nome, "\""), ct);
        }
    }

    /// <summary>
    /// Makes the missing indexes, and drops those of earlier versions. It drops the statistics too, which somebody's ANALYZE may have left:
    /// without them SQLite plans a query in the same way at every size of the archive, and the tests see that plan.
    /// </summary>
    public static async Task MakeIndexes(CigHubDbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS sqlite_stat1", ct);
        foreach (var nome in Indexes.Superseded)
        {
            await db.Database.ExecuteSqlRawAsync(string.Concat("DROP INDEX IF EXISTS \"", nome, "\""), ct);
        }

        foreach (var (_, sql) in Indexes.All)
        {
            await db.Database.ExecuteSqlRawAsync(sql, ct);
        }
    }

    private static async Task Require(CigHubDbContext db, string pragma, string atteso, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var comando = db.Database.GetDbConnection().CreateCommand();
        comando.CommandText = pragma;
        var trovato = Convert.ToString(await comando.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
        if (!string.Equals(trovato, atteso, StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException(ExitCodes.DataNotSound, $"Il database non è come deve essere: {pragma} vale «{trovato}» invece di «{atteso}».");
        }
    }

    private static async Task<Dictionary<string, string>> PresentObjects(CigHubDbContext db, string kinds, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var comando = db.Database.GetDbConnection().CreateCommand();
        comando.CommandText = $"SELECT name, sql FROM sqlite_master WHERE type IN ({kinds}) AND sql IS NOT NULL";
        var presenti = new Dictionary<string, string>();
        await using var righe = await comando.ExecuteReaderAsync(ct);
        while (await righe.ReadAsync(ct))
        {
            presenti[righe.GetString(0)] = righe.GetString(1);
        }

        return presenti;
    }

    private static string Compact(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
