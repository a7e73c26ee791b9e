using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone;

/// <summary>How much open work a person leaves at an Ente, and who there will find it.</summary>
/// <param name="ChiLoTrova">RUPs and Responsabili of the Ente, other than her.</param>
public sealed record LavoroAllEnte(string Ente, int Quanti, IReadOnlyList<string> ChiLoTrova);

/// <summary>The open work of a person as numbers by Ente and nothing else: an Amministratore never sees an Affidamento.</summary>
public sealed class LavoroCheResta(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<IReadOnlyList<LavoroAllEnte>> Esegui(Guid personaId, CancellationToken ct = default)
    {
        var oggi = clock.Oggi();

        // Counted past the Enti's filter, which lets an Amministratore see none: only the number leaves this query.
        var conteggi = await db.Affidamenti.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(a => a.RupId == personaId).Aperti(db).GroupBy(a => a.EnteId).Select(g => new { EnteId = g.Key, Quanti = g.Count() }).ToListAsync(ct);
        var lavori = new List<LavoroAllEnte>();
        foreach (var conteggio in conteggi)
        {
            var ente = await db.Enti.Where(e => e.Id == conteggio.EnteId).Select(e => e.Denominazione).SingleAsync(ct);
            var chi = await (
                from a in db.Appartenenze.AsNoTracking()
                join p in db.Persone on a.PersonaId equals p.Id
                where a.EnteId == conteggio.EnteId && (a.Ruolo == Ruolo.Rup || a.Ruolo == Ruolo.Responsabile) && p.Id != personaId && p.Attiva
                    && a.Dal <= oggi && (a.Fino == null || oggi < a.Fino)
                orderby p.Cognome, p.Nome, a.Ruolo
                select new { Nome = p.Nome + " " + p.Cognome, a.Ruolo }).ToListAsync(ct);
            lavori.Add(new LavoroAllEnte(ente, conteggio.Quanti, [.. chi.GroupBy(c => c.Nome).Select(g => $"{g.Key} ({string.Join(", ", g.Select(c => c.Ruolo.Nome()))})")]));
        }

        return [.. lavori.OrderBy(l => l.Ente, StringComparer.CurrentCulture)];
    }
}
