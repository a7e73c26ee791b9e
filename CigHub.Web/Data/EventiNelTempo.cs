using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Finds the events of the registro by their time, which has no index.</summary>
internal static class EventiNelTempo
{
    /// <summary>
    /// Returns the number of the first event at or after an instant (UTC), or the number of the next event when there is none. Events are
    /// stored in order of time, so a binary search on the number finds it.
    /// </summary>
    public static async Task<long> FirstEventFrom(this CigHubDbContext db, DateTime inizio, CancellationToken ct)
    {
        var (basso, alto) = (1L, await db.Testa.Select(t => t.Dimensione).SingleAsync(ct) + 1);
        while (basso < alto)
        {
            var mezzo = basso + ((alto - basso) / 2);
            var utc = await db.Registro
                .AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(e => e.Seq == mezzo)
                .Select(e => e.Utc).SingleAsync(ct);
            (basso, alto) = utc < inizio ? (mezzo + 1, alto) : (basso, mezzo);
        }

        return basso;
    }
}
