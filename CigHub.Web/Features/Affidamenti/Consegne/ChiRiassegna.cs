using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>Reads the people of an Ente who may hand open work over.</summary>
internal static class ChiRiassegnaNellEnte
{
    /// <summary>Reads the active people of the Ente who may hand work over, by surname, each with the roles held there.</summary>
    /// <param name="senza">The person whose work it is, who is left out.</param>
    /// <returns>The name and the roles of each, for example «Marta Collevento (RUP, Responsabile)».</returns>
    public static async Task<IReadOnlyList<string>> ChiRiassegna(this CigHubDbContext db, Guid enteId, Guid senza, DateOnly oggi, CancellationToken ct)
    {
        var chi = await (
            from a in db.RuoliAttivi(Permission.RiassegnaAffidamenti, oggi).AsNoTracking()
            join p in db.Persone on a.PersonaId equals p.Id
            where a.EnteId == enteId && p.Id != senza
            orderby p.Cognome, p.Nome, a.Ruolo
            select new { Nome = p.NomeCompleto, a.Ruolo }).ToListAsync(ct);
        return [.. chi.GroupBy(c => c.Nome).Select(g => $"{g.Key} ({string.Join(", ", g.Select(c => c.Ruolo.Name()))})")];
    }
}
