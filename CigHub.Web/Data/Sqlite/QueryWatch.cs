using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Watches over one query and stops it when its user no longer waits for it, or when it takes longer than the limit. The driver cannot do
/// this: it is synchronous, and its <c>Cancel</c> does nothing.
/// </summary>
/// <remarks>
/// It keeps the context's connection open for its whole life, because the handler belongs to the connection. It removes the handler before
/// the connection goes back to the pool, where another query would find it.
/// </remarks>
internal sealed class QueryWatch : IAsyncDisposable
{
    /// <summary>The number of steps of SQLite's virtual machine between two looks at the token: about a tenth of a millisecond.</summary>
    private const int Steps = 2_000;

    /// <summary>SQLite's result code for a statement that the progress handler has stopped (<c>SQLITE_INTERRUPT</c>).</summary>
    private const int Interrupt = 9;

    private readonly DbContext _db;
    private readonly sqlite3 _connection;

    private QueryWatch(DbContext db, sqlite3 connection) => (_db, _connection) = (db, connection);

    /// <summary>Opens the context's connection and watches everything that it runs.</summary>
    /// <param name="limit">The longest time that the query may take. Null for a query that only its user stops.</param>
    public static async Task<QueryWatch> Over(DbContext db, TimeSpan? limit, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var watch = new QueryWatch(db, ((SqliteConnection)db.Database.GetDbConnection()).Handle!);
        var start = Stopwatch.GetTimestamp();
        raw.sqlite3_progress_handler(
            watch._connection, Steps, _ => ct.IsCancellationRequested || Stopwatch.GetElapsedTime(start) > limit ? 1 : 0, null);
        return watch;
    }

    /// <summary>Says whether an exception, or one of its inner exceptions, means that a watch has stopped a query.</summary>
    public static bool Stopped(Exception? exception)
    {
        while (exception is not null and not SqliteException { SqliteErrorCode: Interrupt })
        {
            exception = exception.InnerException;
        }

        return exception is not null;
    }

    public async ValueTask DisposeAsync()
    {
        raw.sqlite3_progress_handler(_connection, 0, null, null);
        await _db.Database.CloseConnectionAsync();
    }
}
