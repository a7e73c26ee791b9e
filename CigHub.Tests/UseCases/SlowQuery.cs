using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.UseCases;

/// <summary>A query that counts in SQLite, for hours or for a moment, as its caller likes.</summary>
internal sealed class SlowQuery(CigHubDbContext db) : IQuery
{
    /// <summary>A count that no test waits for.</summary>
    public const long Hours = 1_000_000_000_000;

    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <summary>Returns the counted number as a text.</summary>
    public async Task<string?> Count(long to) =>
        (await db.Database.SqlQuery<long>(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {to}) SELECT count(*) AS "Value" FROM n
            """).ToListAsync())[0].ToString(System.Globalization.CultureInfo.InvariantCulture);
}
