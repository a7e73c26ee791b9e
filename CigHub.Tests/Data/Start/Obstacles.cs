using System.Data.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Makes the app's database connections behave as on a full disk or with a read-only file. A connection waits only one second for a lock
/// that another program holds.
/// </summary>
internal sealed class Obstacles : DbConnectionInterceptor, IDbTransactionInterceptor
{
    private const int FirstPages = 1;

    private volatile string? _pragma;

    /// <summary>
    /// Simulates a full disk. The limit is set to one page, and SQLite raises it to the number of pages that the file already has, so that
    /// the file cannot grow.
    /// </summary>
    public void DiskIsFull() => _pragma = $"PRAGMA max_page_count = {FirstPages}";

    public void FileIsReadOnly() => _pragma = "PRAGMA query_only = 1";

    public void Gone() => _pragma = null;

    public void AddTo(IServiceCollection services) => services
        .ConfigureDbContext<CigHubDbContext>(o => o.AddInterceptors(this))
        .ConfigureDbContext<PreferenzeDbContext>(o => o.AddInterceptors(this));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Place(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Place(connection);
        return Task.CompletedTask;
    }

    // The connection of the writers stays open from one write to the next.
    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Place(connection);
        return result;
    }

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        Place(connection);
        return ValueTask.FromResult(result);
    }

    private void Place(DbConnection connection)
    {
        // The app waits half a minute for a lock. A test waits one second.
        ((SqliteConnection)connection).DefaultTimeout = 1;
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = 1073741823; PRAGMA query_only = 0; {_pragma}";
        command.ExecuteNonQuery();
    }
}
