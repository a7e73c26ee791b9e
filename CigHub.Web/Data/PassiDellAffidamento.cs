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
    public static async Task<IReadOnlyList<PassoPortale>> PassiDi(this CigHubDbContext db, Affidamento affidamento, CancellationToken ct = default) =>
        SeguitoDelPercorso.DellaRichiesta(await db.PercorsoDi(affidamento, ct));

    /// <summary>Returns all the steps of that version: those of the request and those of every phase after it.</summary>
    public static async Task<IReadOnlyList<PassoPortale>> PercorsoDi(this CigHubDbContext db, Affidamento affidamento, CancellationToken ct = default) =>
        SeguitoDelPercorso.Completi(await db.Percorsi.AsNoTracking()
            .Where(p => affidamento.VersionePercorso == null || p.Versione == affidamento.VersionePercorso)
            .OrderByDescending(p => p.Versione).Select(p => p.Passi).FirstAsync(ct));
}
