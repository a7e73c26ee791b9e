using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security.Sessioni;

/// <summary>A role in which a person may act today. Equality: by all members.</summary>
/// <param name="Id">The id of the Appartenenza.</param>
/// <param name="Ente">The name of the Ente, or «Tutti gli Enti» / «Ufficio».</param>
public sealed record RuoloDisponibile(Guid Id, Ruolo Ruolo, Guid? EnteId, string Ente);

/// <summary>Lists the roles that a person may choose from: the valid Appartenenze whose role is in the person's token.</summary>
public static class RuoliDiChiEntra
{
    public static async Task<IReadOnlyList<RuoloDisponibile>> Of(Actor actor, CigHubDbContext db, DateOnly oggi, CancellationToken ct = default)
    {
        var token = actor.RuoliToken.ToList();
        var trovati = await db.RuoliValidi(oggi).AsNoTracking()
            .Where(a => a.PersonaId == actor.PersonaId && token.Contains(a.Ruolo))
            .OrderBy(a => a.Ruolo).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Ruolo, a.EnteId, Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault() })
            .ToListAsync(ct);
        return [.. trovati.Select(a => new RuoloDisponibile(a.Id, a.Ruolo, a.EnteId, a.Ruolo.Where(a.Ente)))];
    }
}
