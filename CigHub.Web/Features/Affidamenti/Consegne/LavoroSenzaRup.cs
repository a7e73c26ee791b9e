using CigHub.Domain.Affidamenti;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>How much open work a person has as RUP of an Ente.</summary>
/// <param name="AncoraRup">She holds the role there today and is active.</param>
public sealed record LavoroDi(Guid PersonaId, string Nome, bool AncoraRup, int Quanti);

/// <summary>Whose open work there is at the actor's Ente; of those who are no longer RUP there, it waits to be handed over.</summary>
public sealed class LavoroSenzaRup(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.RiassegnaAffidamenti;

    /// <summary>Only of those who are no longer RUP of the Ente. Empty for who looks at all Enti: an Ente hands over its own.</summary>
    public async Task<IReadOnlyList<LavoroDi>> Esegui(Actor actor, CancellationToken ct = default) => [.. (await Tutti(actor, ct)).Where(l => !l.AncoraRup)];

    /// <summary>Of everybody; those who are no longer RUP first.</summary>
    public async Task<IReadOnlyList<LavoroDi>> Tutti(Actor actor, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } enteId)
        {
            return [];
        }

        var rup = await NuovoAffidamento.RupDellEnte(db, enteId, clock.Oggi()).Select(p => p.Id).ToHashSetAsync(ct);
        var suoi = db.Affidamenti.AsNoTracking().Where(a => a.EnteId == enteId);

        // Asked in two: it stands on every Cruscotto, and an Ente may have thousands that are done.
        var conteggi = (await Conta(suoi.ConCigDaAvere(), ct)).Concat(await Conta(suoi.ConOperazioneAperta(db), ct)).GroupBy(c => c.Rup, c => c.Quanti).ToDictionary(g => g.Key, g => g.Sum());
        var nomi = await db.Persone.Where(p => conteggi.Keys.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Cognome + " " + p.Nome, ct);
        return [.. conteggi.Select(c => new LavoroDi(c.Key, nomi[c.Key], rup.Contains(c.Key), c.Value)).OrderBy(l => l.AncoraRup).ThenBy(l => l.Nome, StringComparer.CurrentCulture)];
    }

    private static async Task<IEnumerable<(Guid Rup, int Quanti)>> Conta(IQueryable<Affidamento> affidamenti, CancellationToken ct) =>
        (await affidamenti.GroupBy(a => a.RupId).Select(g => new { g.Key, Quanti = g.Count() }).ToListAsync(ct)).Select(r => (r.Key, r.Quanti));
}
