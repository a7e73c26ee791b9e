using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>Reads the leaves of events whose text a scope may not see. A leaf is a hash and tells nothing of its event.</summary>
internal static class RegistroLeaves
{
    /// <summary>Returns the numbers and leaves of the hidden events up to a number, in order. None when the scope sees all Enti.</summary>
    public static async IAsyncEnumerable<(long Seq, byte[] Leaf)> Hidden(CigHubDbContext db, Ambito ambito, long until)
    {
        if (ambito.TuttiGliEnti)
        {
            yield break;
        }

        var hidden = db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(e => e.Seq <= until && (e.EnteId == null || e.EnteId != ambito.EnteId))
            .OrderBy(e => e.Seq);
        await foreach (var leaf in Leaves(hidden))
        {
            yield return leaf;
        }
    }

    /// <summary>Returns the numbers and leaves of all events up to a number, whatever the scope may see, in order.</summary>
    public static IAsyncEnumerable<(long Seq, byte[] Leaf)> All(CigHubDbContext db, long until) =>
        Leaves(db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]).Where(e => e.Seq <= until).OrderBy(e => e.Seq));

    private static async IAsyncEnumerable<(long Seq, byte[] Leaf)> Leaves(IQueryable<RigaRegistro> events)
    {
        await foreach (var row in events.Select(e => new { e.Seq, e.Foglia }).AsAsyncEnumerable())
        {
            yield return (row.Seq, row.Foglia);
        }
    }
}
