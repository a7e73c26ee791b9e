using CigHub.Domain.Codici;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Finds the CIG that belong to an adhesion already or are recorded as too many, so that none is recorded twice.</summary>
public static class CigGiaUsatiExtensions
{
    /// <summary>
    /// Returns those of the given CIG that an adhesion has already, or that are recorded as CIG too many. It searches all Enti, because a
    /// CIG belongs to one adhesion only, and does not tell to which Ente the adhesion belongs.
    /// </summary>
    public static async Task<IReadOnlySet<Cig>> CigGiaUsati(this CigHubDbContext db, IEnumerable<Cig> cig, CancellationToken ct)
    {
        var wanted = cig.Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new HashSet<Cig>();
        }

        // One parameter holds the whole list, however many CIG a portal list has.
        var ofAdhesions = await db.Aggiudicazioni.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(g => EF.Parameter(wanted).Contains(g.CigDerivato!)).Select(g => g.CigDerivato!).ToListAsync(ct);
        var tooMany = await db.CigInPiu.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(c => EF.Parameter(wanted).Contains(c.Cig)).Select(c => c.Cig).ToListAsync(ct);
        return ofAdhesions.Concat(tooMany).ToHashSet();
    }
}
