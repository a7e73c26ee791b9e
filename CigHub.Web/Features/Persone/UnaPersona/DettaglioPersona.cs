using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>A past, present or future role of a person.</summary>
/// <param name="Ente">The Ente's name, or «Tutti gli Enti» / «Ufficio».</param>
/// <param name="RegistrataIl">The day on which the role was recorded. Null when it was not kept.</param>
/// <param name="Motivo">The reason for recording the role late, or beside an Auditor's.</param>
public sealed record RuoloDellaPersona(
    Guid Id, Ruolo Ruolo, Guid? EnteId, string Ente, DateOnly Dal, DateOnly? Fino, Nomina Nomina, DateOnly? RegistrataIl, string? Motivo);

/// <summary>An Ente at which a role may be given.</summary>
public sealed record EnteAperto(Guid Id, string Denominazione);

/// <summary>A person with all roles, and the Enti at which another role may be given.</summary>
/// <param name="Riservati">The data that a limitation hides, for an Auditor. Null for any other user, or without a limitation.</param>
public sealed record PersonaDetails(
    Persona Persona, IReadOnlyList<RuoloDellaPersona> Ruoli, IReadOnlyList<EnteAperto> Enti, DateOnly Oggi, DatiPersona? Riservati);

/// <summary>
/// Reads one person by id. Returns null when the person does not exist, or when the actor works for an Ente at which the person has no
/// role.
/// </summary>
public sealed class DettaglioPersona(CigHubDbContext db, Ambito ambito, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAnagrafe;

    public async Task<PersonaDetails?> Run(Guid id, Actor actor, CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var persona = await db.Persone.AsNoTracking().SingleOrDefaultAsync(
            p => p.Id == id && (actor.EnteId == null || db.Appartenenze.Any(a => a.PersonaId == p.Id && a.EnteId == actor.EnteId)), ct);
        if (persona is null)
        {
            return null;
        }

        var ruoli = await db.RuoliDi(id, actor.EnteId, ct);
        var enti = await db.Enti.AsNoTracking().Where(e => (e.ChiusoDal == null || oggi < e.ChiusoDal) && (actor.EnteId == null || e.Id == actor.EnteId))
            .OrderBy(e => e.Denominazione).Select(e => new EnteAperto(e.Id, e.Denominazione)).ToListAsync(ct);
        return new PersonaDetails(persona, ruoli, enti, oggi, ambito.NomiLimitati ? persona.DatiRiservati : null);
    }
}

/// <summary>Reads all past, present and future roles of a person.</summary>
internal static class PersonaRuoli
{
    /// <param name="ente">The Ente of the roles to read. Null for all roles.</param>
    public static async Task<IReadOnlyList<RuoloDellaPersona>> RuoliDi(this CigHubDbContext db, Guid personaId, Guid? ente, CancellationToken ct)
    {
        var ruoli = await db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == personaId && (ente == null || a.EnteId == ente))
            .OrderBy(a => a.Fino != null).ThenBy(a => a.Ruolo).ThenBy(a => a.Dal)
            .Select(a => new { Appartenenza = a, Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault() })
            .ToListAsync(ct);
        return [.. ruoli.Select(r => Of(r.Appartenenza, r.Ente))];
    }

    private static RuoloDellaPersona Of(Appartenenza a, string? ente) =>
        new(a.Id, a.Ruolo, a.EnteId, a.Ruolo.Where(ente), a.Dal, a.Fino, new Nomina(a.Atto, a.Esterno, a.Incarico), a.RegistrataIl, a.Motivo);
}
