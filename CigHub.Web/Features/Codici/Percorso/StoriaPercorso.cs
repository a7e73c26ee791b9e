using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Percorso;

/// <summary>One published version of the percorso del portale.</summary>
/// <param name="PubblicatoIl">The instant of the publication, UTC. Null for the version that ships with the app.</param>
public sealed record VersionePercorso(int Versione, string Nota, DateTime? PubblicatoIl, IReadOnlyList<PassoPortale> Passi);

/// <summary>Reads all versions of the percorso del portale, the one in force first.</summary>
public sealed class StoriaPercorso(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiListe;

    public async Task<IReadOnlyList<VersionePercorso>> Run(CancellationToken ct = default) =>
        await db.Percorsi
            .AsNoTracking()
            .OrderByDescending(p => p.Versione)
            .Select(p => new VersionePercorso(p.Versione, p.Nota, p.PubblicatoIl, p.Passi))
            .ToListAsync(ct);
}
