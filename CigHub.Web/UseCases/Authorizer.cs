using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Decides whether an actor may run a command or a query. The role must be in the sign-in token and in a valid Appartenenza in the
/// database. A delegate needs a delega in force instead (<see cref="DelegaRights"/>).
/// </summary>
public sealed class Authorizer(CigHubDbContext db, DelegaRights deleghe, TimeProvider clock)
{
    /// <summary>The one error of every refusal by permission. It does not reveal whether the requested data exist.</summary>
    public static readonly Error Denied = new(
        "accesso.negato",
        "Con il ruolo in cui stai operando questa operazione non è consentita: cambia ruolo, o chiedi all'amministratore dell'ufficio.");

    // This query runs before every command and every query, so it is compiled once. A person has few Appartenenze, and the domain says
    // which of them are valid.
    private static readonly Func<CigHubDbContext, Guid, Ruolo, Guid?, IAsyncEnumerable<ValueTuple<DateOnly, DateOnly?>>> _periods = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid persona, Ruolo ruolo, Guid? ente) => db.Appartenenze
            .Where(a => a.PersonaId == persona && a.Ruolo == ruolo && a.EnteId == ente && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva))
            .Select(a => new ValueTuple<DateOnly, DateOnly?>(a.Dal, a.Fino)));

    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<Guid?>> _enteOf = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => db.Affidamenti.IgnoreQueryFilters(new[] { CigHubDbContext.FiltroEnte })
            .Where(a => a.Id == id).Select(a => (Guid?)a.EnteId).SingleOrDefault());

    public async Task<bool> Allows(Actor actor, Permission permission, CancellationToken ct) =>
        actor.Ruolo.Allows(permission)
        && (actor.Ruolo.SiAssegna()
            ? actor.Delega is null && actor.RuoliToken.Contains(actor.Ruolo) && await Belongs(actor, clock.Today(), ct)
            : await deleghe.Holds(actor, ct));

    private async Task<bool> Belongs(Actor actor, DateOnly oggi, CancellationToken ct)
    {
        await foreach (var (dal, fino) in _periods(db, actor.PersonaId, actor.Ruolo, actor.EnteId).WithCancellation(ct))
        {
            if (Appartenenza.Vale(dal, fino, oggi))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Says whether an Affidamento belongs to the actor's Ente, or exists at all when the actor works for all Enti. Returns false for an
    /// Affidamento that does not exist.
    /// </summary>
    public async Task<bool> IsOfOwnEnte(Actor actor, Guid affidamentoId, CancellationToken ct)
    {
        var ente = await _enteOf(db, affidamentoId, ct);
        return ente is not null && (actor.EnteId is null || actor.EnteId == ente);
    }
}
