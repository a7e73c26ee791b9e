using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone;

/// <summary>A role of a person, held, ended or to come.</summary>
/// <param name="Ente">Denomination, or «Tutti gli Enti» / «Ufficio».</param>
public sealed record RuoloDellaPersona(Guid Id, Ruolo Ruolo, Guid? EnteId, string Ente, DateOnly Dal, DateOnly? Fino, Nomina Nomina);

/// <summary>An Ente at which a role may be given.</summary>
public sealed record EnteAperto(Guid Id, string Denominazione);

/// <summary>A person with her roles, and the Enti to choose from for another.</summary>
public sealed record SchedaPersona(Persona Persona, IReadOnlyList<RuoloDellaPersona> Ruoli, IReadOnlyList<EnteAperto> Enti, DateOnly Oggi);

/// <summary>One person by id; null when she does not exist, or has nothing to do with the Ente that the actor works for.</summary>
public sealed class DettaglioPersona(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAnagrafe;

    public async Task<SchedaPersona?> Esegui(Guid id, Actor actor, CancellationToken ct = default)
    {
        var oggi = clock.Oggi();
        var persona = await db.Persone.AsNoTracking().SingleOrDefaultAsync(
            p => p.Id == id && (actor.EnteId == null || db.Appartenenze.Any(a => a.PersonaId == p.Id && a.EnteId == actor.EnteId)), ct);
        if (persona is null)
        {
            return null;
        }

        var ruoli = await db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == id && (actor.EnteId == null || a.EnteId == actor.EnteId))
            .OrderBy(a => a.Fino != null).ThenBy(a => a.Ruolo).ThenBy(a => a.Dal)
            .Select(a => new { a.Id, a.Ruolo, a.EnteId, Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault(), a.Dal, a.Fino, a.Atto, a.Esterno, a.Incarico })
            .ToListAsync(ct);
        var enti = await db.Enti.AsNoTracking().Where(e => (e.ChiusoDal == null || oggi < e.ChiusoDal) && (actor.EnteId == null || e.Id == actor.EnteId))
            .OrderBy(e => e.Denominazione).Select(e => new EnteAperto(e.Id, e.Denominazione)).ToListAsync(ct);
        return new SchedaPersona(persona, [.. ruoli.Select(r => new RuoloDellaPersona(r.Id, r.Ruolo, r.EnteId, r.Ruolo.Dove(r.Ente), r.Dal, r.Fino, new Nomina(r.Atto, r.Esterno, r.Incarico)))], enti, oggi);
    }
}
