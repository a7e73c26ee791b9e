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

    // The same periods with the Ente and the version of one Affidamento, whatever its Ente. Both are null where it does not exist.
    private static readonly Func<CigHubDbContext, Guid, Ruolo, Guid?, Guid, IAsyncEnumerable<ValueTuple<DateOnly, DateOnly?, Guid?, int?>>> _periodsOn =
        EF.CompileAsyncQuery((CigHubDbContext db, Guid persona, Ruolo ruolo, Guid? ente, Guid affidamento) =>
            from a in db.Appartenenze
            where a.PersonaId == persona && a.Ruolo == ruolo && a.EnteId == ente && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva)
            from s in db.Affidamenti.IgnoreQueryFilters(new[] { CigHubDbContext.FiltroEnte }).Where(s => s.Id == affidamento).DefaultIfEmpty()
            select new ValueTuple<DateOnly, DateOnly?, Guid?, int?>(a.Dal, a.Fino, (Guid?)s!.EnteId, (int?)s.Version));

    private static readonly Func<CigHubDbContext, Guid, CancellationToken, Task<Guid?>> _enteOf = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid id, CancellationToken ct) => db.Affidamenti.IgnoreQueryFilters(new[] { CigHubDbContext.FiltroEnte })
            .Where(a => a.Id == id).Select(a => (Guid?)a.EnteId).SingleOrDefault());

    public async Task<bool> Allows(Actor actor, Permission permission, CancellationToken ct) =>
        InARoleOfTheirOwn(actor)
            ? actor.Ruolo.Allows(permission) && await Belongs(actor, clock.Today(), ct)
            : actor.Ruolo.Allows(permission) && !actor.Ruolo.SiAssegna() && await deleghe.Holds(actor, ct);

    /// <summary>Says how an actor stands towards one Affidamento that a command of a permission changes.</summary>
    public async Task<Standing> On(Guid affidamentoId, Actor actor, Permission permission, CancellationToken ct)
    {
        if (!InARoleOfTheirOwn(actor) || !actor.Ruolo.Allows(permission))
        {
            var allowed = await Allows(actor, permission, ct);
            return new Standing(allowed, allowed && IsOwn(actor, await _enteOf(db, affidamentoId, ct)), null);
        }

        var today = clock.Today();
        await foreach (var (dal, fino, ente, version) in _periodsOn(db, actor.PersonaId, actor.Ruolo, actor.EnteId, affidamentoId).WithCancellation(ct))
        {
            if (Appartenenza.Vale(dal, fino, today))
            {
                return new Standing(true, IsOwn(actor, ente), version);
            }
        }

        return default;
    }

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

    private static bool InARoleOfTheirOwn(Actor actor) =>
        actor.Ruolo.SiAssegna() && actor.Delega is null && actor.RuoliToken.Contains(actor.Ruolo);

    private static bool IsOwn(Actor actor, Guid? ente) => ente is not null && (actor.EnteId is null || actor.EnteId == ente);
}

/// <summary>The standing of an actor towards an Affidamento: the right to the command, the Ente, and the present version.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Allowed">Says whether the actor has the permission.</param>
/// <param name="OwnEnte">Says whether the Affidamento exists and is of an Ente of the actor's.</param>
/// <param name="Version">The present version of the Affidamento. Null when it was not read.</param>
public readonly record struct Standing(bool Allowed, bool OwnEnte, int? Version);
