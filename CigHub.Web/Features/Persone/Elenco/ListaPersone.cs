using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>A role of a person in the words that the screen shows.</summary>
/// <param name="Ente">The Ente's name, or «Tutti gli Enti» / «Ufficio».</param>
public sealed record RuoloInParole(string Ruolo, string Ente);

/// <summary>One row of the list of people, which shows one person with the roles of today.</summary>
/// <param name="Ruoli">The roles that the person holds today.</param>
public sealed record PersonaRow(Guid Id, string Nome, string NomeUtente, bool Attiva, IReadOnlyList<RuoloInParole> Ruoli);

/// <summary>
/// Reads the people, ordered by surname. An actor who works for one Ente gets only people who have or had a role there, with that role
/// alone.
/// </summary>
public sealed class ListaPersone(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAnagrafe;

    public async Task<ListPage<PersonaRow>> Run(AnagrafeFilter filtro, int pagina, int perPagina, Actor actor, CancellationToken ct = default)
    {
        var oggi = clock.Today();

        // A few hundred small rows are filtered and sorted in memory, where accents can be folded. SQLite's <c>lower</c> handles ASCII
        // only.
        var inScadenza = filtro.Stato == AnagrafeFilter.ConRuoloInScadenza
            ? (await db.RuoliInScadenza(oggi, ct)).Where(a => actor.EnteId == null || a.EnteId == actor.EnteId).Select(a => a.PersonaId).ToHashSet()
            : null;
        var persone = await db.Persone
            .AsNoTracking()
            .Where(p => actor.EnteId == null || db.Appartenenze.Any(a => a.PersonaId == p.Id && a.EnteId == actor.EnteId))
            .Select(p => new { p.Id, p.Nome, p.Cognome, p.NomeUtente, p.Attiva }).ToListAsync(ct);
        var ruoli = (await db.RuoliValidi(oggi).AsNoTracking()
            .Where(a => actor.EnteId == null || a.EnteId == actor.EnteId)
            .Select(a => new { a.PersonaId, a.Ruolo, Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).FirstOrDefault() })
            .ToListAsync(ct))
            .OrderBy(r => r.Ruolo).ToLookup(r => r.PersonaId, r => new RuoloInParole(r.Ruolo.Name(), r.Ruolo.Where(r.Ente)));
        var trovate = persone.OrderBy(p => FoldedText.Parole($"{p.Cognome} {p.Nome}"), StringComparer.Ordinal)
            .Select(p => new PersonaRow(p.Id, $"{p.Cognome} {p.Nome}", p.NomeUtente, p.Attiva, [.. ruoli[p.Id]]))
            .Where(v => inScadenza?.Contains(v.Id) != false)
            .Where(v => filtro.Find(v.Attiva, [v.Nome, v.NomeUtente, .. v.Ruoli.SelectMany(r => new[] { r.Ruolo, r.Ente })])).ToList();
        return AnagrafeFilter.Taglia(trovate, pagina, perPagina);
    }
}
