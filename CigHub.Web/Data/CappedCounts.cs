using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Counts the rows of a query up to the limit of <see cref="CappedCount"/>.</summary>
internal static class CappedCounts
{
    /// <summary>Returns the number of rows, or one more than <see cref="CappedCount.Most"/> when there are more than that.</summary>
    public static Task<int> CountCapped<T>(this IQueryable<T> rows, CancellationToken ct) => rows.Select(r => 1).Take(CappedCount.Most + 1).CountAsync(ct);
}
