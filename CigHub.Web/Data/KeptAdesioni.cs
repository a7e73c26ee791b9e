using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>
/// Keeps the adhesions of a span of days in memory, because every page of the spending forecasts from those of a whole year. The ledger only
/// grows, so those of a Lotto are read again when a row was added to it.
/// </summary>
/// <remarks>Safe to use from several threads. Of two readers at once, the one that ends last is kept.</remarks>
public sealed class KeptAdesioni
{
    private volatile Span? _kept;

    /// <summary>Returns the adhesions by Lotto, as <see cref="LedgerSums.Adesioni"/> would read them now.</summary>
    internal async Task<ILookup<Guid, LedgerAmount>> Of(CigHubDbContext db, DateOnly dopo, DateOnly al, CancellationToken ct)
    {
        var last = await db.LastLedgerRow(ct);
        var kept = _kept is { } before && before.Dopo == dopo && before.Al == al && before.LastRow <= last ? before : null;
        if (kept?.LastRow == last)
        {
            return kept.ByLotto;
        }

        var changed = kept is null ? null : await db.LottiSince(kept.LastRow).ToListAsync(ct);
        var found = db.Adesioni(dopo, al, DateOnly.MaxValue);
        var read = await (changed is null ? found : found.Where(a => changed.Contains(a.LottoId))).ToListAsync(ct);
        var unchanged = kept?.ByLotto.Where(g => !changed!.Contains(g.Key)).SelectMany(g => g) ?? [];
        var now = new Span(dopo, al, last, unchanged.Concat(read).ToLookup(a => a.LottoId));
        _kept = now;
        return now.ByLotto;
    }

    private sealed record Span(DateOnly Dopo, DateOnly Al, long LastRow, ILookup<Guid, LedgerAmount> ByLotto);
}
