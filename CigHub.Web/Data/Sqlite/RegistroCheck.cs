using System.Collections.Concurrent;
using System.Globalization;
using CigHub.Domain.Registro;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Verifies the registro of a database file against its Merkle tree, recomputed from the stored bytes. Stretches of events are read and
/// hashed on several threads at once, each with a connection of its own.
/// </summary>
/// <remarks>The SQL names only columns that every version has, so that it also works on a file of an older version.</remarks>
internal static class RegistroCheck
{
    /// <summary>The number of threads at most. More of them would leave none for the people who work meanwhile on a large server.</summary>
    private const int MaxThreads = 4;

    private const string Rows = """
        SELECT "Seq", "Byte", "Foglia", "Utc", "AttoreId", "Ruolo", "EnteId", "Azione", "OggettoTipo", "OggettoId", "Esito"
        FROM "Registro" WHERE "Seq" BETWEEN $da AND $a ORDER BY "Seq" LIMIT $limit
        """;

    /// <summary>Verifies the registro of a context's database. See <see cref="Run"/>.</summary>
    public static async Task<EsitoVerifica> VerifyRegistro(
        this CigHubDbContext db, RegistroVerificato? from = null, Action<long, long>? progress = null, CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        return Run((SqliteConnection)db.Database.GetDbConnection(), from, progress, ct);
    }

    /// <summary>Verifies the registro as far as its rows can be read.</summary>
    /// <param name="connection">An open connection. Its string opens the others.</param>
    /// <param name="from">The part that an earlier check found whole. Null to check every event.</param>
    /// <param name="progress">Takes the numbers of events that were read and that there are to read.</param>
    /// <param name="ct">Stops the check.</param>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public static EsitoVerifica Run(
        SqliteConnection connection, RegistroVerificato? from = null, Action<long, long>? progress = null, CancellationToken ct = default)
    {
        var check = new VerificaRegistro(from);
        try
        {
            var head = Head.Read(connection, from?.Testa.Dimensione + 1 ?? long.MinValue);
            var (done, all) = (0L, head.Last - head.First + 1);
            using var connections = new Connections(connection.ConnectionString);
            var stretches = Partitioner.Create(Ranges(head.First, head.Last), EnumerablePartitionerOptions.NoBuffering)
                .AsParallel().AsOrdered().WithCancellation(ct)
                .WithDegreeOfParallelism(Math.Clamp(Environment.ProcessorCount, 1, MaxThreads))
                .WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(range =>
                {
                    var stretch = connections.Use(c => Read(c, range));
                    progress?.Invoke(Interlocked.Add(ref done, range.A - range.Da + 1), all);
                    return (range, stretch);
                });
            foreach (var (range, stretch) in stretches)
            {
                check.Aggiungi(stretch);
                if (stretch.Interrotto)
                {
                    return check.Interrotta();
                }

                if (check.Eventi < range.A)
                {
                    // Events are missing here. No later one can continue the tree, and the next one that there is says how many.
                    var next = connections.Use(c => Read(c, new EventRange(check.Eventi + 1, head.Last), limit: 1));
                    check.Aggiungi(next);
                    return next.Interrotto ? check.Interrotta() : check.Concludi(head.Size, head.Root, head.Edge);
                }
            }

            return check.Concludi(head.Size, head.Root, head.Edge);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return check.Interrotta();
        }
    }

    /// <summary>Splits the events into stretches that are perfect subtrees of the tree, except for the first and the last.</summary>
    private static IEnumerable<EventRange> Ranges(long first, long last)
    {
        for (var da = first; da <= last;)
        {
            // The rows below 1, which are no events, stand together.
            var a = Math.Min(last, da < 1 ? 0 : ((da - 1) / TrattoRegistro.Ampiezza * TrattoRegistro.Ampiezza) + TrattoRegistro.Ampiezza);
            yield return new EventRange(da, a);
            da = a + 1;
        }
    }

    private static TrattoRegistro Read(SqliteConnection connection, EventRange range, int limit = -1)
    {
        var stretch = new TrattoRegistro();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = Rows;
            command.Parameters.AddWithValue("$da", range.Da);
            command.Parameters.AddWithValue("$a", range.A);
            command.Parameters.AddWithValue("$limit", limit);
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                var columns = new EventColumns(
                    Utc(row, 3), Id(row, 4), row.GetString(5), Id(row, 6),
                    row.GetString(7), row.GetString(8), row.GetString(9), row.GetString(10));
                stretch.Riga(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), columns);
            }

            return stretch.Chiuso();
        }
        catch (Exception e) when (IsDamage(e))
        {
            return stretch.Chiuso(interrotto: true);
        }
    }

    /// <summary>Reads an instant, in the form in which CigHub writes it at a third of the cost of the general one.</summary>
    private static DateTime Utc(SqliteDataReader row, int column) =>
        DateTime.TryParseExact(
            row.GetString(column), "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc)
            ? utc
            : DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    private static Guid? Id(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static bool IsDamage(Exception e) => StorageFault.Of(e) is { Kind: StorageFaultKind.Damaged } || e is InvalidCastException or FormatException;

    /// <summary>The stored head, with the first and the last row that there are beside it. They are read at one moment.</summary>
    private sealed record Head(long Size, byte[] Root, byte[] Edge, long First, long Last)
    {
        public static Head Read(SqliteConnection connection, long from)
        {
            using var moment = connection.BeginTransaction(deferred: true);
            using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (moment, """SELECT "Dimensione", "Radice", "Bordo" FROM "RegistroTesta" """);
            (long Size, byte[] Root, byte[] Edge) head;
            using (var row = command.ExecuteReader())
            {
                row.Read();
                head = (row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));
            }

            // Where a page at the end of the table is damaged, the rows before it can be read all the same.
            var first = Ask(command, """SELECT MIN("Seq") FROM "Registro" WHERE "Seq" >= $da""", from, onDamage: 1) ?? 1;
            var last = Ask(command, """SELECT MAX("Seq") FROM "Registro" WHERE "Seq" >= $da""", from, onDamage: head.Size) ?? 0;
            return new Head(head.Size, head.Root, head.Edge, first, last);
        }

        private static long? Ask(SqliteCommand command, string sql, long from, long onDamage)
        {
            command.CommandText = sql;
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$da", from);
            try
            {
                return command.ExecuteScalar() as long?;
            }
            catch (Exception e) when (IsDamage(e))
            {
                return onDamage;
            }
        }
    }

    /// <summary>Lends connections to one file, one to a thread at a time, and closes them together.</summary>
    private sealed class Connections(string connectionString) : IDisposable
    {
        private readonly ConcurrentBag<SqliteConnection> _free = [];

        public T Use<T>(Func<SqliteConnection, T> work)
        {
            if (!_free.TryTake(out var connection))
            {
                connection = new SqliteConnection(connectionString);
                connection.Open();
            }

            try
            {
                return work(connection);
            }
            finally
            {
                _free.Add(connection);
            }
        }

        public void Dispose()
        {
            foreach (var connection in _free)
            {
                connection.Dispose();
            }
        }
    }
}
