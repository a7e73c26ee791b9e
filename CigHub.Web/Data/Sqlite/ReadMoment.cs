using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CigHub.Web.Data.Sqlite;

/// <summary>Starts a read of several queries at one instant, during which others may write (EF's own transaction would lock them out).</summary>
internal static class ReadMoment
{
    public static async Task<IDbContextTransaction> OpenAsync(this CigHubDbContext db, CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        var transazione = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transazione, ct))!;
    }
}
