using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CigHub.Tests.UseCases.TenYears;

/// <summary>A statement that SQLite has run, with the steps of its virtual machine, which are the same on every computer.</summary>
internal sealed record RunStatement(string Sql, long Steps);

/// <summary>
/// Collects every statement that the app's connections run, with its steps. SQLite itself reports them when a statement ends, so that the
/// progress handler of a connection stays free for the app.
/// </summary>
internal sealed class StatementWatch : DbConnectionInterceptor
{
    private const string Library = "e_sqlite3";
    private const uint WhenEnded = 2;
    private const int VmSteps = 4;

    /// <summary>The callbacks that SQLite may still call: a connection of the pool outlives the test.</summary>
    private static readonly List<TraceCallback> _kept = [];

    private readonly Lock _lock = new();
    private readonly List<RunStatement> _statements = [];
    private readonly TraceCallback _callback;
    private SqliteConnection? _latest;

    public StatementWatch()
    {
        _callback = OnEnded;
        lock (_kept)
        {
            _kept.Add(_callback);
        }
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int TraceCallback(uint kind, IntPtr context, IntPtr statement, IntPtr nanoseconds);

    /// <summary>Returns the statements that ended since the last call.</summary>
    public IReadOnlyList<RunStatement> Take()
    {
        lock (_lock)
        {
            var taken = _statements.ToList();
            _statements.Clear();
            return taken;
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Watch(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Watch(connection);
        return Task.CompletedTask;
    }

    /// <summary>Ends what the connection that was opened last is running, with an error.</summary>
    public void Interrupt()
    {
        if (Volatile.Read(ref _latest)?.Handle is { } handle)
        {
            raw.sqlite3_interrupt(handle);
        }
    }

    private void Watch(DbConnection connection)
    {
        var opened = (SqliteConnection)connection;
        Assert.Equal(0, sqlite3_trace_v2(opened.Handle!.DangerousGetHandle(), WhenEnded, _callback, IntPtr.Zero));
        Volatile.Write(ref _latest, opened);
    }

    private int OnEnded(uint kind, IntPtr context, IntPtr statement, IntPtr nanoseconds)
    {
        var ended = new RunStatement(Marshal.PtrToStringUTF8(sqlite3_sql(statement)) ?? "", sqlite3_stmt_status(statement, VmSteps, 1));
        lock (_lock)
        {
            _statements.Add(ended);
        }

        return 0;
    }

    [DllImport(Library)]
    private static extern int sqlite3_trace_v2(IntPtr connection, uint mask, TraceCallback callback, IntPtr context);

    [DllImport(Library)]
    private static extern int sqlite3_stmt_status(IntPtr statement, int counter, int reset);

    [DllImport(Library)]
    private static extern IntPtr sqlite3_sql(IntPtr statement);
}
