using CigHub.Domain.Registro;
using CigHub.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace CigHub.Tests.Support;

/// <summary>
/// Alters the registro in a database file as a person who knows the format could: past its triggers, which are there again afterwards, and
/// where asked with leaves and head that agree with what was altered.
/// </summary>
internal static class RegistroTamperer
{
    /// <summary>Every way of altering a registro that the verdicts are tried on, by its name.</summary>
    public static IReadOnlyDictionary<string, Action<string>> Ways { get; } = new Dictionary<string, Action<string>>
    {
        ["one byte"] = file => Alter(file, rows => rows[4] = rows[4] with { Bytes = Changed(rows[4].Bytes) }),
        ["byte and leaf"] = file => Alter(file, rows => rows[4] = Row.Of(5, Changed(rows[4].Bytes))),
        ["two events swapped"] = file => Alter(file, rows => (rows[3], rows[4]) = (rows[4] with { Seq = 4 }, rows[3] with { Seq = 5 })),
        ["first event deleted"] = file => Alter(file, rows => rows.RemoveAt(0)),
        ["tail cut, head left"] = file => Alter(file, rows => rows.RemoveRange(rows.Count - 3, 3)),
        ["tail cut, head adjusted"] = file => Alter(file, rows => rows.RemoveRange(rows.Count - 3, 3), head: true),
        ["everything rewritten with right hashes"] = RewriteAll,
        ["registro emptied"] = file => Alter(file, rows => rows.Clear(), head: true),
    };

    /// <summary>Rewrites every event, each with a right leaf, under a right head.</summary>
    public static void RewriteAll(string file) => Alter(
        file,
        rows =>
        {
            for (var i = 0; i < rows.Count; i++)
            {
                rows[i] = Row.Of(rows[i].Seq, Changed(rows[i].Bytes));
            }
        },
        head: true);

    /// <summary>Changes one hexadecimal digit of the correlation id, which no column repeats, so that the event stays well formed.</summary>
    private static byte[] Changed(byte[] bytes)
    {
        byte[] changed = [.. bytes];
        changed[^3] = changed[^3] == (byte)'0' ? (byte)'1' : (byte)'0';
        return changed;
    }

    private static void Alter(string file, Action<List<Row>> change, bool head = false)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var (name, _) in Triggers.All)
        {
            Run(connection, $"DROP TRIGGER IF EXISTS \"{name}\"");
        }

        var rows = Read(connection);
        var before = rows.ToList();
        change(rows);
        Run(connection, "PRAGMA foreign_keys = OFF");
        using var transaction = connection.BeginTransaction();
        foreach (var gone in before.Skip(rows.Count == before.Count ? before.Count : 0).Where(b => rows.All(r => r.Seq != b.Seq)))
        {
            Run(connection, $"DELETE FROM \"Registro\" WHERE \"Seq\" = {gone.Seq}");
        }

        foreach (var row in rows)
        {
            Run(connection, $"UPDATE \"Registro\" SET \"Byte\" = $b, \"Foglia\" = $f WHERE \"Seq\" = {row.Seq}", ("$b", row.Bytes), ("$f", row.Leaf));
        }

        if (head)
        {
            var right = rows.Aggregate(TestaRegistro.Vuota, (h, r) => h.Aggiungi(r.Leaf));
            Run(
                connection, $"UPDATE \"RegistroTesta\" SET \"Dimensione\" = {right.Dimensione}, \"Radice\" = $r, \"Bordo\" = $b",
                ("$r", right.Radice), ("$b", right.Bordo));
        }

        transaction.Commit();
        foreach (var (_, sql) in Triggers.All)
        {
            Run(connection, sql);
        }
    }

    private static List<Row> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Seq\", \"Byte\", \"Foglia\" FROM \"Registro\" ORDER BY \"Seq\"";
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
        {
            rows.Add(new Row(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)));
        }

        return rows;
    }

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private sealed record Row(long Seq, byte[] Bytes, byte[] Leaf)
    {
        public static Row Of(long seq, byte[] bytes) => new(seq, bytes, MerkleTree.Leaf(bytes));
    }
}
