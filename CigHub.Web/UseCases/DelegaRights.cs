using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Decides what a delegate may do. Every command and every write to a request asks this one place, and reads the delega again each time, so
/// that a revoked delega stops the next act.
/// </summary>
public sealed class DelegaRights(CigHubDbContext db, TimeProvider clock)
{
    /// <summary>
    /// Says whether the actor holds the delega that the actor names: it is in force, it is the actor's own, and the role by which the actor
    /// received it is in the sign-in token.
    /// </summary>
    public async Task<bool> Holds(Actor actor, CancellationToken ct)
    {
        if (actor is not { Ruolo: Ruolo.Delegato, Delega: { } uso, EnteId: { } ente })
        {
            return false;
        }

        var token = actor.RuoliToken.ToList();
        return await db.DelegheVigenti(clock.Today()).AnyAsync(
            d => d.Id == uso.Id && d.DelegatoId == actor.PersonaId && d.DeleganteId == uso.RupId && d.EnteId == ente
                && db.Appartenenze.Any(a => a.Id == d.PostoId && token.Contains(a.Ruolo)),
            ct);
    }

    /// <summary>
    /// Returns the error that stops a delegate from an act, or null when the delega allows it. Returns null for an actor who is no delegate.
    /// </summary>
    /// <param name="atto">The kind of the act, or null for an act that nobody may delegate.</param>
    /// <param name="affidamentoId">The Affidamento of the act. Null for an act on no single one.</param>
    public async Task<Error?> Refuses(Actor actor, AttoDelegabile? atto, Guid? affidamentoId, CancellationToken ct)
    {
        if (actor.Delega is not { } uso)
        {
            return null;
        }

        if (atto is null)
        {
            return SeparazioneCompiti.AttoRiservatoAlRup.Errore();
        }

        if (affidamentoId is not { } id)
        {
            return null;
        }

        // The Ambito hides what the delega does not cover, so the answer equals the one for an Affidamento that does not exist.
        if (await db.Affidamenti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } affidamento)
        {
            return CommandRunner.NotFound;
        }

        var delega = await db.Deleghe.AsNoTracking().Include(d => d.Affidamenti).SingleAsync(d => d.Id == uso.Id, ct);
        var convenzione = await db.Lotti.Where(l => l.Id == affidamento.LottoId).Select(l => l.ConvenzioneId).SingleAsync(ct);
        var giudizio = affidamento.AmmettePerDelega(delega, atto, convenzione, clock.Today());
        if (!giudizio.IsSuccess)
        {
            return giudizio.Errors[0];
        }

        return atto == AttoDelegabile.Consultare ? null : await NotDeclared(actor.PersonaId, affidamento.Fornitori, convenzione, ct);
    }

    /// <summary>
    /// Returns the error for a delegate who has a conflict of interest with one of the suppliers, or who has not yet declared to have none.
    /// </summary>
    private async Task<Error?> NotDeclared(Guid personaId, IReadOnlyList<FornitoreDichiarato> fornitori, Guid convenzioneId, CancellationToken ct)
    {
        // A declaration belongs to the person, at whichever Ente it was made.
        var sue = await db.DichiarazioniConflitto.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(d => d.PersonaId == personaId && d.ConvenzioneId == convenzioneId).ToListAsync(ct);
        return DichiarazioneConflitto.InConflitto(fornitori, sue) ? SeparazioneCompiti.SenzaConflitto.Errore()
            : fornitori.All(f => sue.Any(d => d.Copre(f, clock.Today()))) ? null
            : SeparazioneCompiti.IlDelegatoDichiara.Errore();
    }
}
