using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>Reads the people of an Ente who may hand open work over.</summary>
internal static class ChiRiassegnaNellEnte
{
    /// <summary>Reads the active RUPs and Responsabili of the Ente by surname, each with the roles held there.</summary>
    /// <param name="senza">The person whose work it is, who is left out.</param>
    /// <returns>«Marta Collevento (RUP, Responsabile)».</returns>
    public static async Task<IReadOnlyList<string>> ChiRiassegna(this CigHubDbContext db, Guid enteId, Guid senza, DateOnly oggi, CancellationToken ct)
    {
        var chi = await (
            from a in db.RuoliValidi(oggi).AsNoTracking()
            join p in db.Persone on a.PersonaId equals p.Id
            where a.EnteId == enteId && (a.Ruolo == Ruolo.Rup || a.Ruolo == Ruolo.Responsabile) && p.Id != senza && p.Attiva
            orderby p.Cognome, p.Nome, a.Ruolo
            select new { Nome = p.NomeCompleto, a.Ruolo }).ToListAsync(ct);
        return [.. chi.GroupBy(c => c.Nome).Select(g => $"{g.Key} ({string.Join(", ", g.Select(c => c.Ruolo.Nome()))})")];
    }
}
