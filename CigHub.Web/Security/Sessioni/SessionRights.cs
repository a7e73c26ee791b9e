using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// Finds the sessions that have lost the right by which they were opened. It applies the rule of <see cref="UserSession.Of"/> to many
/// sessions in few queries.
/// </summary>
public sealed class SessionRights(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>
    /// Returns the ids of the sessions that have lost their right, each with the reason. Sessions of people whom CigHub does not know are
    /// left out, because they have no right to lose.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, MotivoFine>> Lost(IReadOnlyCollection<Sessione> aperte)
    {
        var persone = aperte.Select(s => s.PersonaId).OfType<Guid>().Distinct().ToList();
        if (persone.Count == 0)
        {
            return new Dictionary<Guid, MotivoFine>();
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var oggi = clock.Today();
        var attive = await db.Persone.AsNoTracking().Where(p => persone.Contains(p.Id) && p.Attiva).Select(p => p.Id).ToHashSetAsync();
        var valide = (await db.RuoliValidi(oggi).AsNoTracking()
            .Where(a => persone.Contains(a.PersonaId))
            .Select(a => new { a.Id, a.PersonaId, a.Ruolo }).ToListAsync()).ToLookup(a => a.PersonaId);
        var deleghe = (await db.DelegheVigenti(oggi).AsNoTracking()
            .Where(d => persone.Contains(d.DelegatoId))
            .Select(d => new { d.Id, d.DelegatoId, Ruolo = db.Appartenenze.Where(a => a.Id == d.PostoId).Select(a => a.Ruolo).First() })
            .ToListAsync()).ToLookup(d => d.DelegatoId);
        var perse = new Dictionary<Guid, MotivoFine>();
        foreach (var sessione in aperte)
        {
            if (sessione.PersonaId is not { } persona)
            {
                continue;
            }

            var ruoli = FromText(sessione.Ruoli);
            if (!attive.Contains(persona))
            {
                perse[sessione.Id] = MotivoFine.PersonaDisattivata;
            }
            else if (!valide[persona].Any(a => ruoli.Contains(a.Ruolo) && (sessione.AppartenenzaId is null || a.Id == sessione.AppartenenzaId))
                && !deleghe[persona].Any(d => ruoli.Contains(d.Ruolo) && d.Id == sessione.AppartenenzaId))
            {
                // The user may sign in again in another role. A session never changes from one role to another.
                perse[sessione.Id] = MotivoFine.RuoloTolto;
            }
        }

        return perse;
    }

    internal static string Text(IEnumerable<Ruolo> ruoli) => string.Join(',', ruoli);

    internal static IReadOnlyCollection<Ruolo> FromText(string ruoli) =>
        [.. ruoli.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Ruolo>)];
}
