using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>A person who held a role at an Ente on a certain day, with the act of appointment.</summary>
/// <param name="PerTutti">True when the role was held at every Ente, and not at this one in particular.</param>
public sealed record NelRuolo(Guid PersonaId, string Nome, Ruolo Ruolo, DateOnly Dal, DateOnly? Fino, bool PerTutti, Nomina Nomina, DateOnly? RegistrataIl);

/// <summary>
/// Reads who held which role at an Ente on a given day. Returns null when the Ente does not exist, or when the actor works for another one.
/// </summary>
public sealed class ChiAvevaIlRuolo(CigHubDbContext db) : IQuery
{
    private static readonly List<Ruolo> _office = [.. Enum.GetValues<Ruolo>().Where(r => r.Ambito() == AmbitoDelRuolo.Ufficio)];

    public static Permission Requires => Permission.LeggiAnagrafe;

    public async Task<IReadOnlyList<NelRuolo>?> Run(Guid enteId, DateOnly giorno, Actor actor, CancellationToken ct = default)
    {
        if (!await db.Enti.AnyAsync(e => e.Id == enteId && (actor.EnteId == null || e.Id == actor.EnteId), ct))
        {
            return null;
        }

        return await (
            from a in db.RuoliValidi(giorno).AsNoTracking()
            join p in db.Persone on a.PersonaId equals p.Id
            where !_office.Contains(a.Ruolo)
                && (a.EnteId == enteId || (a.EnteId == null && actor.EnteId == null))
            orderby a.Ruolo == Ruolo.Rup descending, a.Ruolo, p.Cognome, p.Nome
            select new NelRuolo(
                p.Id,
                p.NomeCompleto,
                a.Ruolo,
                a.Dal,
                a.Fino,
                a.EnteId == null,
                new Nomina(a.Atto, a.Esterno, a.Incarico),
                a.RegistrataIl)).ToListAsync(ct);
    }
}
