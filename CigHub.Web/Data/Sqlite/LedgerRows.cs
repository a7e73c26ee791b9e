using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>Tells which rows are new in the ledger, by the numbers that SQLite gives them. They grow, because no row is ever deleted.</summary>
internal static class LedgerRows
{
    /// <summary>Returns the number of the newest row, or zero.</summary>
    public static Task<long> LastLedgerRow(this CigHubDbContext db, CancellationToken ct) =>
        db.Database.SqlQueryRaw<long>("""SELECT COALESCE(MAX(rowid), 0) AS "Value" FROM "MovimentiCapienza" """).SingleAsync(ct);

    /// <summary>Returns the Lotti to which rows were added after the one with this number.</summary>
    public static IQueryable<Guid> LottiSince(this CigHubDbContext db, long row) =>
        db.Database.SqlQueryRaw<Guid>("""SELECT DISTINCT "LottoId" AS "Value" FROM "MovimentiCapienza" WHERE rowid > {0}""", row);
}
