using CigHub.Domain.Affidamenti;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Finds the portal steps (percorso del portale) that apply to an Affidamento.</summary>
public static class PassiDellAffidamento
{
    /// <summary>
    /// Returns the portal steps of the percorso version with which the Affidamento's request began. Before a request it returns those of
    /// the newest version.
    /// </summary>
    public static Task<IReadOnlyList<PassoPortale>> PassiDi(this CigHubDbContext db, Affidamento affidamento, CancellationToken ct = default) =>
        db.Percorsi.AsNoTracking()
            .Where(p => affidamento.VersionePercorso == null || p.Versione == affidamento.VersionePercorso)
            .OrderByDescending(p => p.Versione).Select(p => p.Passi).FirstAsync(ct);
}
