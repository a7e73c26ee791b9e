using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Adempimenti;

/// <summary>The yearly declarations and the training of a person.</summary>
/// <param name="Fatti">The newest first.</param>
/// <param name="Mancanti">The kinds that are missing in the present year. Empty for a person without a role today.</param>
public sealed record AdempimentiView(IReadOnlyList<Adempimento> Fatti, IReadOnlyList<TipoAdempimento> Mancanti, int Anno);

/// <summary>
/// Returns the yearly declarations and the training of a person. Null when the person does not exist, or when the actor works for an Ente at
/// which the person has no role.
/// </summary>
public sealed class AdempimentiDellaPersona(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAnagrafe;

    public async Task<AdempimentiView?> Run(Guid personaId, Actor actor, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var ruoli = await db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == personaId && (actor.EnteId == null || a.EnteId == actor.EnteId))
            .ToListAsync(ct);
        if (actor.EnteId is not null && ruoli.Count == 0)
        {
            return null;
        }

        var fatti = await db.Adempimenti.AsNoTracking().Where(a => a.PersonaId == personaId).ToListAsync(ct);
        return new AdempimentiView(
            [.. fatti.OrderByDescending(a => a.Giorno).ThenByDescending(a => a.Utc)],
            ruoli.Exists(a => a.ValidaAl(oggi)) ? AdempimentiAnnuali.Mancanti(fatti, oggi) : [], oggi.Year);
    }
}
