using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Opens a read transaction in which several queries see the database at one instant while others may write. EF's own transaction would
/// lock the writers out.
/// </summary>
internal static class ReadMoment
{
    public static async Task<IDbContextTransaction> OpenAsync(this CigHubDbContext db, CancellationToken ct = default)
    {
        await db.Database.OpenConnectionAsync(ct);
        var transazione = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transazione, ct))!;
    }
}
