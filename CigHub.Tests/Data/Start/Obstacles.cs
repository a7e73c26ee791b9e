using System.Data.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Data.Start;

/// <summary>What the machine does to a database: a disk that is full, a file that is read-only, a lock of somebody else's that is waited for shortly.</summary>
internal sealed class Obstacles : DbConnectionInterceptor
{
    private const int FirstPages = 1;

    private volatile string? _pragma;

    /// <summary>No page more than there are. SQLite raises the limit to what the file has.</summary>
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

    private void Place(DbConnection connection)
    {
        // The app waits half a minute for a lock; a test a second.
        ((SqliteConnection)connection).DefaultTimeout = 1;
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = 1073741823; PRAGMA query_only = 0; {_pragma}";
        command.ExecuteNonQuery();
    }
}
