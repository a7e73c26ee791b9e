using CigHub.Domain.Codici;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Finds the CIG that belong to an adhesion already or are recorded as too many, so that none is recorded twice.</summary>
public static class CigGiaUsatiExtensions
{
    /// <summary>The most CIG in one SQL statement, because a statement takes a limited number of parameters.</summary>
    private const int ParametersAtOnce = 1_000;

    /// <summary>
    /// Returns those of the given CIG that an adhesion has already, or that are recorded as CIG too many. It searches all Enti, because a
    /// CIG belongs to one adhesion only, and does not tell to which Ente the adhesion belongs.
    /// </summary>
    public static async Task<IReadOnlySet<Cig>> CigGiaUsati(this CigHubDbContext db, IEnumerable<Cig> cig, CancellationToken ct)
    {
        var found = new HashSet<Cig>();
        foreach (var chunk in cig.Distinct().Chunk(ParametersAtOnce))
        {
            var wanted = chunk.Select(c => (Cig?)c).ToList();
            found.UnionWith((await db.Aggiudicazioni.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
                .Where(g => wanted.Contains(g.CigDerivato)).Select(g => g.CigDerivato).ToListAsync(ct)).OfType<Cig>());
            var tooMany = chunk.ToList();
            found.UnionWith(await db.CigInPiu.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
                .Where(c => tooMany.Contains(c.Cig)).Select(c => c.Cig).ToListAsync(ct));
        }

        return found;
    }
}
