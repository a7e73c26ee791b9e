using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security.Accesso;

/// <summary>
/// A choice that the sign-in page offers in Development: a person in one of the person's roles. Equality: by all members.
/// </summary>
public sealed record DemoPerson(Guid AppartenenzaId, Guid PersonaId, string NomeUtente, string Nome, Ruolo Ruolo, string Ente);

/// <summary>Lists the choices that the sign-in page offers in Development. The list is empty in any other environment.</summary>
public sealed class DemoPeople(IServiceScopeFactory scopes, TimeProvider clock, IHostEnvironment ambiente)
{
    public async Task<IReadOnlyList<DemoPerson>> All()
    {
        if (!ambiente.IsDevelopment())
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var oggi = clock.Today();
        var righe = await (
            from a in db.RuoliValidi(oggi).AsNoTracking()
            join p in db.Persone on a.PersonaId equals p.Id
            where p.Attiva
            orderby a.Ruolo, p.Cognome
            select new
            {
                a.Id,
                a.PersonaId,
                p.NomeUtente,
                p.NomeCompleto,
                a.Ruolo,
                Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault()
            })
            .ToListAsync();
        return [.. righe.Select(r => new DemoPerson(r.Id, r.PersonaId, r.NomeUtente, r.NomeCompleto, r.Ruolo, r.Ruolo.Where(r.Ente)))];
    }
}
