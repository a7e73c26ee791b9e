using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>A role that ends soon, in words.</summary>
/// <param name="UltimoGiorno">The last day on which the role is held.</param>
public sealed record RuoloInScadenza(string Ruolo, string Ente, DateOnly UltimoGiorno);

/// <summary>An active person with the roles that end soon, the first to end first.</summary>
public sealed record PersonaInScadenza(Guid Id, string Nome, IReadOnlyList<RuoloInScadenza> Ruoli);

/// <summary>Finds the roles that end soon and that no other one continues. Who held them can then do nothing more.</summary>
public static class FineDeiRuoli
{
    /// <summary>The number of days before its end from which a role ends soon.</summary>
    public const int Giorni = 30;

    /// <summary>
    /// Returns the roles of active people that are held today and end within <see cref="Giorni"/> days, unless the same role at the same
    /// Ente goes on without a gap.
    /// </summary>
    internal static IQueryable<Appartenenza> RuoliInScadenza(this CigHubDbContext db, DateOnly oggi)
    {
        var limite = oggi.AddDays(Giorni);
        return db.RuoliValidi(oggi).Where(
            a => a.Fino != null && a.Fino <= limite
                && db.Persone.Any(p => p.Id == a.PersonaId && p.Attiva)
                && !db.Appartenenze.Any(
                    b => b.Id != a.Id && b.PersonaId == a.PersonaId && b.Ruolo == a.Ruolo && b.EnteId == a.EnteId
                        && b.Dal <= a.Fino && (b.Fino == null || b.Fino > a.Fino)));
    }
}

/// <summary>Returns the people with a role that ends soon: the first few to lose one, and their total number.</summary>
public sealed class PersoneInScadenza(CigHubDbContext db, TimeProvider clock) : IQuery
{
    private const int Quanti = 8;

    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<ListPage<PersonaInScadenza>> Run(CancellationToken ct = default)
    {
        // The roles that end within a month are few, so they are read and grouped in memory.
        var ruoli = await (
            from a in db.RuoliInScadenza(clock.Today()).AsNoTracking()
            join p in db.Persone on a.PersonaId equals p.Id
            orderby a.Fino, p.Cognome, p.Nome
            select new
            {
                p.Id,
                p.NomeCompleto,
                a.Ruolo,
                a.Fino,
                Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault(),
            }).ToListAsync(ct);
        var persone = ruoli.GroupBy(r => (r.Id, r.NomeCompleto))
            .Select(g => new PersonaInScadenza(
                g.Key.Id, g.Key.NomeCompleto, [.. g.Select(r => new RuoloInScadenza(r.Ruolo.Name(), r.Ruolo.Where(r.Ente), r.Fino!.Value.AddDays(-1)))]))
            .ToList();
        return new ListPage<PersonaInScadenza>([.. persone.Take(Quanti)], persone.Count);
    }
}
