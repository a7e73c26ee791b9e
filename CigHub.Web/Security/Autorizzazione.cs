using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security;

/// <summary>Decides, at every command and every query, from the token's roles and the Appartenenze as they stand in the database now.</summary>
public sealed class Autorizzazione(CigHubDbContext db, TimeProvider clock)
{
    /// <summary>The one sentence of every refusal: it says nothing of what exists.</summary>
    public static readonly Error Negata = new("accesso.negato", "Con il ruolo in cui stai operando questa operazione non è consentita: cambia ruolo, o chiedi all'amministratore dell'ufficio.");

    public async Task<bool> Consente(Actor actor, Permission permission, CancellationToken ct)
    {
        if (!actor.Ruolo.Ammette(permission) || !actor.RuoliToken.Contains(actor.Ruolo))
        {
            return false;
        }

        var oggi = clock.Oggi();
        return await db.Appartenenze.AnyAsync(
            a => a.PersonaId == actor.PersonaId
                && a.Ruolo == actor.Ruolo
                && a.EnteId == actor.EnteId
                && a.Dal <= oggi
                && (a.Fino == null || oggi < a.Fino)
                && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva),
            ct);
    }

    /// <summary>Whether an Affidamento is of the actor's Ente. One that does not exist is nobody's.</summary>
    public async Task<bool> EDelSuoEnte(Actor actor, Guid affidamentoId, CancellationToken ct)
    {
        var ente = await db.Affidamenti.IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(a => a.Id == affidamentoId).Select(a => (Guid?)a.EnteId).SingleOrDefaultAsync(ct);
        return ente is not null && (actor.EnteId is null || actor.EnteId == ente);
    }
}
