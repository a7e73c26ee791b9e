using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>
/// Counts how often the actor's Ente has used each Lotto in its newest Affidamenti, so that a user who begins an adhesion finds the usual
/// Lotti first. An actor who acts for no Ente gets none.
/// </summary>
public sealed class LottiUsati(CigHubDbContext db) : IQuery
{
    /// <summary>The number of Affidamenti, the newest of the Ente, that are counted.</summary>
    public const int Ultimi = 100;

    public static Permission Requires => Permission.PreparaBozza;

    public async Task<IReadOnlyDictionary<Guid, int>> Run(Actor actor, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } ente)
        {
            return new Dictionary<Guid, int>();
        }

        var lotti = await db.Affidamenti.AsNoTracking().Where(a => a.EnteId == ente).OrderByDescending(a => a.CreatoIl).Take(Ultimi)
            .Select(a => a.LottoId).ToListAsync(ct);
        return lotti.CountBy(l => l).ToDictionary();
    }
}
