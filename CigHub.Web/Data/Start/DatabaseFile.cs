using System.Buffers.Binary;
using System.Globalization;
using CigHub.Domain.Common;
using Microsoft.Data.Sqlite;

namespace CigHub.Web.Data.Start;

/// <summary>
/// One unpooled connection to a database file. It announces its statements to <see cref="StartSteps"/>, so that a test can stop at any of
/// them.
/// </summary>
internal sealed class DatabaseFile : IDisposable
{
    private const int HeaderLength = 100;
    private static readonly byte[] _magic = "SQLite format 3\0"u8.ToArray();

    private readonly SqliteConnection _connection;
    private readonly StartSteps _steps;

    private DatabaseFile(SqliteConnection connection, StartSteps steps)
    {
        _connection = connection;
        _steps = steps;
    }

    public SqliteConnection Connection => _connection;

    /// <summary>Opens a connection to a database file that exists. It never creates one.</summary>
    public static DatabaseFile Open(string file, StartSteps? steps = null, bool readOnly = false)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            ForeignKeys = true,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
        };
        var connection = new SqliteConnection(builder.ToString());
        try
        {
            connection.Open();
            return new DatabaseFile(connection, steps ?? StartSteps.None);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Checks the header and the length of a database file by reading its first bytes, without SQLite.</summary>
    /// <returns>An Italian sentence without its end, or null when nothing is wrong.</returns>
    public static string? FaultOfHeader(string file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(handle);
        if (length < HeaderLength || RandomAccess.Read(handle, header, 0) < HeaderLength || !header.StartsWith(_magic))
        {
            return "l'intestazione del file non è quella di un database";
        }

        var pages = DeclaredPages(header, out var pageSize);
        return pages * pageSize > length ? $"il file è troncato: ha {Plural.Of(length / pageSize, "pagina", "pagine")} delle {pages} che dichiara" : null;
    }

    public void Execute(string sql) => _steps.Around(sql, () =>
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    });

    public string? Ask(string sql)
    {
        string? answer = null;
        _steps.Around(sql, () =>
        {
            using var command = Command(sql);
            answer = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        });
        return answer;
    }

    /// <summary>Returns all rows of a query. They are read into memory, so it is only for short answers.</summary>
    public List<object?[]> Rows(string sql)
    {
        var rows = new List<object?[]>();
        Each(sql, reader =>
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        });
        return rows;
    }

    /// <summary>Calls the action for each row of a query as it is read.</summary>
    public void Each(string sql, Action<SqliteDataReader> row)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            row(reader);
        }
    }

    /// <summary>Writes a consistent copy of the database into a new file, while others may go on writing to this one.</summary>
    public void CopyInto(string target) => Execute($"VACUUM INTO '{target.Replace("'", "''", StringComparison.Ordinal)}'");

    public bool HasTable(string name) => Ask($"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{name}'") != "0";

    /// <summary>
    /// Moves everything that is still in the WAL into the database file, so that the file can be moved, and keeps other processes out until
    /// this object is disposed. Throws when another program has the file open.
    /// </summary>
    public void Settle()
    {
        Execute("PRAGMA locking_mode = EXCLUSIVE");
        Ask("PRAGMA wal_checkpoint(TRUNCATE)");
        var mode = Ask("PRAGMA journal_mode = DELETE");
        if (mode != "delete" || DataFolder.Length(_connection.DataSource + "-wal") > 0)
        {
            throw new StartRefusedException(
                ExitCodes.InUse, $"Un altro programma tiene aperto il database «{_connection.DataSource}»: chiudilo (una copia in corso, uno strumento) " +
                    $"e riprova.");
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>
    /// Returns the number of pages that the header of a database states. Returns 0 when an older SQLite wrote the file last, because the
    /// number is then not valid.
    /// </summary>
    private static long DeclaredPages(ReadOnlySpan<byte> header, out long pageSize)
    {
        var raw = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        pageSize = raw == 1 ? 65536 : Math.Max((int)raw, 512);
        var changed = BinaryPrimitives.ReadUInt32BigEndian(header[24..]);
        var validFor = BinaryPrimitives.ReadUInt32BigEndian(header[92..]);
        return changed == validFor ? BinaryPrimitives.ReadUInt32BigEndian(header[28..]) : 0;
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
