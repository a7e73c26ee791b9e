using System.Linq.Expressions;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>The number of open Affidamenti that a person has as RUP of an Ente.</summary>
/// <param name="AncoraRup">Says whether the person holds the role there today and is active.</param>
/// <param name="Ente">The Ente's denomination for a reader of all Enti. Null for other readers.</param>
/// <param name="ChiRiassegna">The people of that Ente who may hand the work over, for a reader of all Enti. Null for other readers.</param>
public sealed record LavoroDiUnRup(Guid PersonaId, string Nome, bool AncoraRup, int Quanti, string? Ente = null, IReadOnlyList<string>? ChiRiassegna = null);

/// <summary>
/// Counts the open Affidamenti of each RUP, at the actor's Ente or at all Enti. The work of a person who is no longer RUP waits to be
/// handed over.
/// </summary>
public sealed class LavoroSenzaRup(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.RiassegnaAffidamenti;

    /// <summary>Returns the counts of the people who are no longer RUP of their Ente.</summary>
    /// <remarks>An Ente hands over its own work: a reader of all Enti sees whom to ask.</remarks>
    public async Task<IReadOnlyList<LavoroDiUnRup>> Run(Actor actor, CancellationToken ct = default)
    {
        if (actor.EnteId is not { } enteId)
        {
            return await DiTuttiGliEnti(ct);
        }

        // Only people who once held the role there can have left work behind, and they are few. Every Cruscotto asks this.
        var rup = db.RupDellEnte(enteId, clock.Today()).Select(p => p.Id);
        var usciti = await db.Appartenenze.Where(a => a.EnteId == enteId && a.Ruolo == Ruolo.Rup && !rup.Contains(a.PersonaId))
            .Select(a => a.PersonaId).Distinct().ToListAsync(ct);
        return usciti.Count == 0 ? [] : await AllEnte(enteId, a => usciti.Contains(a.RupId), ct);
    }

    /// <summary>Returns the counts of everybody with open work at the actor's Ente. The people who are no longer RUP come first.</summary>
    public async Task<IReadOnlyList<LavoroDiUnRup>> All(Actor actor, CancellationToken ct = default) =>
        actor.EnteId is { } enteId ? await AllEnte(enteId, _ => true, ct) : [];

    private async Task<IReadOnlyList<LavoroDiUnRup>> AllEnte(Guid enteId, Expression<Func<Affidamento, bool>> quali, CancellationToken ct)
    {
        var rup = await db.RupDellEnte(enteId, clock.Today()).Select(p => p.Id).ToHashSetAsync(ct);
        var suoi = db.Affidamenti.AsNoTracking().Where(a => a.EnteId == enteId).Where(quali);

        // Count with two queries, because an Ente may have thousands of Affidamenti that are done.
        var conteggi = (await Count(suoi.ConCigDaAvere(), ct)).Concat(await Count(suoi.ConOperazioneAperta(db), ct))
            .GroupBy(c => c.Rup, c => c.Quanti).ToDictionary(g => g.Key, g => g.Sum());
        var nomi = await db.Persone.Where(p => conteggi.Keys.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Cognome + " " + p.Nome, ct);
        return [.. conteggi.Select(c => new LavoroDiUnRup(c.Key, nomi[c.Key], rup.Contains(c.Key), c.Value)).OrderBy(l => l.AncoraRup)
            .ThenBy(l => l.Nome, StringComparer.CurrentCulture)];
    }

    /// <summary>Counts, for every Ente, the open work of the people who are no longer RUP there.</summary>
    private async Task<IReadOnlyList<LavoroDiUnRup>> DiTuttiGliEnti(CancellationToken ct)
    {
        var oggi = clock.Today();
        var affidamenti = db.Affidamenti.AsNoTracking();
        var rup = (await db.RuoliAttivi(Ruolo.Rup, oggi).Select(r => new { r.EnteId, r.PersonaId }).ToListAsync(ct)).ToHashSet();
        var righe = new List<(Guid Ente, Guid Rup, int Quanti)>();
        foreach (var aperti in new[] { affidamenti.ConCigDaAvere(), affidamenti.ConOperazioneAperta(db) })
        {
            // Count first and compare the few pairs in memory, because SQL would ask about the RUP of each open Affidamento.
            var conteggi = await aperti.GroupBy(a => new { a.EnteId, a.RupId })
                .Select(g => new { g.Key.EnteId, g.Key.RupId, Quanti = g.Count() }).ToListAsync(ct);
            righe.AddRange(conteggi
                .Where(c => !rup.Contains(new { EnteId = (Guid?)c.EnteId, PersonaId = c.RupId }))
                .Select(c => (c.EnteId, c.RupId, c.Quanti)));
        }

        var lavori = new List<LavoroDiUnRup>();
        foreach (var gruppo in righe.GroupBy(r => (r.Ente, r.Rup)))
        {
            var (enteId, rupId) = gruppo.Key;
            var ente = await db.Enti.Where(e => e.Id == enteId).Select(e => e.Denominazione).SingleAsync(ct);
            var nome = await db.Persone.Where(p => p.Id == rupId).Select(p => p.Cognome + " " + p.Nome).SingleAsync(ct);
            lavori.Add(new LavoroDiUnRup(rupId, nome, AncoraRup: false, gruppo.Sum(r => r.Quanti), ente, await db.ChiRiassegna(enteId, rupId, oggi, ct)));
        }

        return [.. lavori.OrderBy(l => l.Ente, StringComparer.CurrentCulture).ThenBy(l => l.Nome, StringComparer.CurrentCulture)];
    }

    private static async Task<IEnumerable<(Guid Rup, int Quanti)>> Count(IQueryable<Affidamento> affidamenti, CancellationToken ct) =>
        (await affidamenti.GroupBy(a => a.RupId).Select(g => new { g.Key, Quanti = g.Count() }).ToListAsync(ct)).Select(r => (r.Key, r.Quanti));
}
