using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>Prepares the SQLite file and says, before anybody works on it, whether it is what the app relies on.</summary>
internal static class SqliteDatabase
{
    public static string ConnectionString(string file) => $"Data Source={file};Foreign Keys=True;Pooling=True";

    public static async Task Prepara(CigHubDbContext db, CancellationToken ct = default)
    {
        // Triggers go only where tables are rebuilt; on a database that is up to date a missing one is a fault to report, not to mend.
        if (await Migra(db, ct))
        {
            await CreaTriggers(db, ct);
        }

        foreach (var (_, sql) in Indici.Tutti)
        {
            await db.Database.ExecuteSqlRawAsync(sql, ct);
        }

        // A copy made with VACUUM INTO comes back in another journal mode.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", ct);

        await Verifica(db, ct);
    }

    /// <summary>Migrates what is behind; true when something was. EF's own way compares whole models even when nothing is, which a start would wait for.</summary>
    public static async Task<bool> Migra(DbContext db, CancellationToken ct = default)
    {
        var indietro = (await db.Database.GetPendingMigrationsAsync(ct)).Any();
        if (indietro)
        {
            await db.Database.MigrateAsync(ct);
        }

        return indietro;
    }

    /// <summary>Throws, naming it, at the first thing that is not as it must be.</summary>
    public static async Task Verifica(CigHubDbContext db, CancellationToken ct = default)
    {
        await Pretendi(db, "PRAGMA journal_mode", "wal", ct);
        await Pretendi(db, "PRAGMA synchronous", "2", ct);
        await Pretendi(db, "PRAGMA foreign_keys", "1", ct);
        var presenti = await Presenti(db, ct);
        foreach (var (nome, sql) in Triggers.Tutti)
        {
            if (!presenti.TryGetValue(nome, out var trovato) || Compatto(trovato) != Compatto(sql))
            {
                throw new InvalidOperationException(
                    $"Il database non è integro: il trigger «{nome}» manca o è stato alterato. CigHub non parte, perché il registro eventi non sarebbe protetto. Ripristina il database da una copia e conserva questo file per le verifiche.");
            }
        }

        if (Indici.Tutti.FirstOrDefault(i => !presenti.ContainsKey(i.Nome)) is { Nome: { } indice })
        {
            throw new InvalidOperationException($"Il database non è integro: l'indice «{indice}» manca. Riavvia CigHub, che lo ricrea.");
        }
    }

    private static async Task CreaTriggers(CigHubDbContext db, CancellationToken ct)
    {
        foreach (var (nome, sql) in Triggers.Tutti)
        {
            // Names and texts are constants of ours; SQL has no parameters for them.
            await db.Database.ExecuteSqlRawAsync(string.Concat("DROP TRIGGER IF EXISTS \"", nome, "\""), ct);
            await db.Database.ExecuteSqlRawAsync(sql, ct);
        }
    }

    private static async Task Pretendi(CigHubDbContext db, string pragma, string atteso, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var comando = db.Database.GetDbConnection().CreateCommand();
        comando.CommandText = pragma;
        var trovato = Convert.ToString(await comando.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
        if (!string.Equals(trovato, atteso, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"Il database non è come deve essere: {pragma} vale «{trovato}» invece di «{atteso}».");
        }
    }

    private static async Task<Dictionary<string, string>> Presenti(CigHubDbContext db, CancellationToken ct)
    {
        await using var comando = db.Database.GetDbConnection().CreateCommand();
        comando.CommandText = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL";
        var presenti = new Dictionary<string, string>();
        await using var righe = await comando.ExecuteReaderAsync(ct);
        while (await righe.ReadAsync(ct))
        {
            presenti[righe.GetString(0)] = righe.GetString(1);
        }

        return presenti;
    }

    private static string Compatto(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
