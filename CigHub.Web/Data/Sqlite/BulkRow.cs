using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// One row as it must be written, taken from the change tracker at one moment, so that the entity may change again before it is written.
/// </summary>
/// <param name="Sql">The statement, whose parameters are numbered from <c>$0</c>.</param>
/// <param name="Values">The values of the parameters as the database stores them.</param>
internal sealed record BulkRow(string Sql, object?[] Values)
{
    /// <summary>The statements, by kind of entity, state and changed columns. An office has some dozens.</summary>
    private static readonly ConcurrentDictionary<(IEntityType, EntityState, UInt128), string> _statements = [];

    /// <summary>Returns the row of a changed entity: all its columns when it is new, the changed ones when it was there.</summary>
    public static BulkRow Of(EntityEntry entry)
    {
        List<PropertyEntry> written = [];
        UInt128 which = 0;
        PropertyEntry? key = null;
        var place = 0;
        foreach (var property in entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties)))
        {
            key = property.Metadata.IsPrimaryKey() ? property : key;
            if (entry.State == EntityState.Added || (entry.State == EntityState.Modified && property.IsModified))
            {
                written.Add(property);
                which |= UInt128.One << place;
            }

            place++;
        }

        if (!_statements.TryGetValue((entry.Metadata, entry.State, which), out var sql))
        {
            _statements[(entry.Metadata, entry.State, which)] = sql = Statement(entry, written, key!);
        }

        return new BulkRow(sql, [.. written.Select(Value), .. entry.State == EntityState.Added ? Array.Empty<object?>() : [Value(key!)]]);
    }

    /// <summary>Returns the row of an event of the registro.</summary>
    public static BulkRow Of(RigaRegistro e) => new(
        """
        INSERT INTO "Registro" ("Seq", "Byte", "Foglia", "Utc", "AttoreId", "Ruolo", "EnteId", "Azione", "OggettoTipo", "OggettoId", "Esito")
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        [e.Seq, e.Byte, e.Foglia, e.Utc, e.AttoreId, e.Ruolo, e.EnteId, e.Azione, e.OggettoTipo, e.OggettoId, e.Esito]);

    /// <summary>Gives the values to a command with this statement, which may have had those of another row.</summary>
    public void Bind(SqliteCommand command)
    {
        foreach (var (place, value) in Values.Index())
        {
            if (place == command.Parameters.Count)
            {
                command.Parameters.Add(new SqliteParameter($"${place}", null));
            }

            command.Parameters[place].Value = value ?? DBNull.Value;
        }
    }

    private static string Statement(EntityEntry entry, List<PropertyEntry> written, PropertyEntry key)
    {
        var table = StoreObjectIdentifier.Create(entry.Metadata, StoreObjectType.Table)!.Value;
        string Column(PropertyEntry property) => $"\"{property.Metadata.GetColumnName(table)}\"";
        return entry.State switch
        {
            EntityState.Added => $"INSERT INTO \"{table.Name}\" ({string.Join(", ", written.Select(Column))}) "
                + $"VALUES ({string.Join(", ", written.Select((_, i) => $"${i}"))})",
            EntityState.Modified => $"UPDATE \"{table.Name}\" SET {string.Join(", ", written.Select((p, i) => $"{Column(p)} = ${i}"))} "
                + $"WHERE {Column(key)} = ${written.Count}",
            _ => $"DELETE FROM \"{table.Name}\" WHERE {Column(key)} = $0",
        };
    }

    private static object? Value(PropertyEntry property) => property.Metadata.GetRelationalTypeMapping().Converter is { } converter
        ? converter.ConvertToProvider(property.CurrentValue)
        : property.CurrentValue;
}

/// <summary>Writes rows in the order in which they were taken, by statements that are prepared once.</summary>
internal static class BulkRows
{
    /// <summary>
    /// References are checked at the commit. The usual cache of 2 MB is too small for indexes into which a load writes everywhere, and a
    /// checkpoint every thousand pages writes the same pages again and again. Both hold until the connection is closed.
    /// </summary>
    private const string Settings = "PRAGMA defer_foreign_keys = ON; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 20000";

    /// <summary>Writes the rows inside the current transaction, at whose end the references between them must hold.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row to change is not there.</exception>
    public static void WriteInBulk(this CigHubDbContext db, IEnumerable<BulkRow> rows)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        using (var settings = connection.CreateCommand())
        {
            (settings.Transaction, settings.CommandText) = (transaction, Settings);
            settings.ExecuteNonQuery();
        }

        var prepared = new Dictionary<string, SqliteCommand>();
        try
        {
            foreach (var row in rows)
            {
                if (!prepared.TryGetValue(row.Sql, out var command))
                {
                    prepared[row.Sql] = command = connection.CreateCommand();
                    (command.Transaction, command.CommandText) = (transaction, row.Sql);
                }

                row.Bind(command);
                if (command.ExecuteNonQuery() != 1)
                {
                    throw new DbUpdateConcurrencyException($"No row: {row.Sql}");
                }
            }
        }
        finally
        {
            foreach (var command in prepared.Values)
            {
                command.Dispose();
            }
        }
    }
}
