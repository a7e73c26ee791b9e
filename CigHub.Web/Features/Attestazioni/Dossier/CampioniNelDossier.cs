using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes the populations of the samples into a dossier. Seed, method and chosen items stand in the events, so that the verifiers draw each
/// sample again.
/// </summary>
internal static class CampioniNelDossier
{
    /// <param name="until">The number of the last event of the dossier. A sample that was drawn later is left out.</param>
    public static async Task WriteSamples(this CigHubDbContext db, HashedZip zip, long until, CancellationToken ct)
    {
        var samples = await db.Audit.AsNoTracking().Where(a => a.Campione != null).OrderBy(a => a.PianificatoIl)
            .Select(a => new { a.Id, a.Campione }).ToListAsync(ct);
        foreach (var sample in samples.Where(s => s.Campione!.Evento < until))
        {
            var hash = sample.Campione!.Impronta;
            if (await db.ContenutiFile.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == hash, ct) is { } content)
            {
                await zip.Add($"campioni/{sample.Id}/popolazione.csv", content.Byte, ct);
            }
        }
    }
}
