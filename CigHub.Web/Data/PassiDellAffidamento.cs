using CigHub.Domain.Affidamenti;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data;

/// <summary>Finds the version of the percorso del portale that an Affidamento follows.</summary>
public static class PassiDellAffidamento
{
    /// <summary>Reads the steps of the version with which the request began. Before a request it reads those of the version in force.</summary>
    public static Task<IReadOnlyList<PassoPortale>> PassiDi(this CigHubDbContext db, Affidamento affidamento, CancellationToken ct = default) =>
        db.Percorsi.AsNoTracking()
            .Where(p => affidamento.VersionePercorso == null || p.Versione == affidamento.VersionePercorso)
            .OrderByDescending(p => p.Versione).Select(p => p.Passi).FirstAsync(ct);
}
