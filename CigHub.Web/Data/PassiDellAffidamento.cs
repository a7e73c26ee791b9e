using CigHub.Domain.Affidamenti;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Finds the version of the portal's path by which an Affidamento goes.</summary>
public static class PassiDellAffidamento
{
    /// <summary>Reads the steps of the version that the request began with; before a request, of the version in force.</summary>
    public static Task<IReadOnlyList<PassoPortale>> PassiDi(this CigHubDbContext db, Affidamento affidamento, CancellationToken ct = default) => db.Percorsi.AsNoTracking()
        .Where(p => affidamento.VersionePercorso == null || p.Versione == affidamento.VersionePercorso)
        .OrderByDescending(p => p.Versione).Select(p => p.Passi).FirstAsync(ct);
}
