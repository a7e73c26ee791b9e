using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security;

/// <summary>Decides, at every command and every query, from the token's roles and the Appartenenze as they stand in the database now.</summary>
public sealed class Autorizzazione(CigHubDbContext db, TimeProvider clock)
{
    /// <summary>The one sentence of every refusal: it says nothing of what exists.</summary>
    public static readonly Error Negata = new("accesso.negato", "Con il ruolo in cui stai operando questa operazione non è consentita: cambia ruolo, o chiedi all'amministratore dell'ufficio.");

    // Asked before every command and every query, so translated once.
    private static readonly Func<CigHubDbContext, Guid, Ruolo, Guid?, DateOnly, CancellationToken, Task<bool>> _appartiene = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid persona, Ruolo ruolo, Guid? ente, DateOnly oggi, CancellationToken ct) => db.Appartenenze.Any(
            a => a.PersonaId == persona
                && a.Ruolo == ruolo
                && a.EnteId == ente
                && a.Dal <= oggi
                && (a.Fino == null || oggi < a.Fino)
                && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva)));

    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<Guid?>> _enteDi = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => db.Affidamenti.IgnoreQueryFilters(new[] { CigHubDbContext.FiltroEnte })
            .Where(a => a.Id == id).Select(a => (Guid?)a.EnteId).SingleOrDefault());

    public async Task<bool> Consente(Actor actor, Permission permission, CancellationToken ct) =>
        actor.Ruolo.Ammette(permission)
        && actor.RuoliToken.Contains(actor.Ruolo)
        && await _appartiene(db, actor.PersonaId, actor.Ruolo, actor.EnteId, clock.Oggi(), ct);

    /// <summary>Whether an Affidamento is of the actor's Ente. One that does not exist is nobody's.</summary>
    public async Task<bool> EDelSuoEnte(Actor actor, Guid affidamentoId, CancellationToken ct)
    {
        var ente = await _enteDi(db, affidamentoId, ct);
        return ente is not null && (actor.EnteId is null || actor.EnteId == ente);
    }
}
