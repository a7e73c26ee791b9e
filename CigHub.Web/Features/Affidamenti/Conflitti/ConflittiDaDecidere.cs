using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>A declared conflict of interest about which the reader may decide.</summary>
/// <param name="Testo">The text that the person declared.</param>
/// <param name="DaPassare">The number of Affidamenti that a substitution passes to the new RUP at once.</param>
/// <param name="SulPortale">The number of Affidamenti that are on the portal, for which the new RUP begins the <em>Sostituzione RUP</em>.</param>
/// <param name="Successori">The RUPs who may take over. Empty when there is nobody, or nothing to take over.</param>
public sealed record ConflittoRow(
    Guid Id, Guid AffidamentoId, NumeroAffidamento Numero, string Ente, string Chi, string Fornitore, string Convenzione, string Testo, DateTime Utc,
    int DaPassare, int SulPortale, IReadOnlyList<(Guid Id, string Nome)> Successori)
{
    /// <summary>Says whether somebody has to be chosen who takes over as RUP.</summary>
    public bool ServeUnRup => DaPassare + SulPortale > 0;
}

/// <summary>
/// Returns the declared conflicts of interest that wait for a decision of the reader: those on Affidamenti of the reader's Ente, or of all
/// Enti, except the reader's own and those with a supplier with whom the reader is in conflict too. The oldest comes first.
/// </summary>
public sealed class ConflittiDaDecidere(CigHubDbContext db, TimeProvider clock) : IQuery
{
    /// <summary>The most conflicts that are shown at once. The next ones follow when these are decided.</summary>
    public const int Quanti = 20;

    public static Permission Requires => Permission.DecidiConflitti;

    public async Task<IReadOnlyList<ConflittoRow>> Run(Actor actor, CancellationToken ct = default)
    {
        var (io, suoi) = (actor.PersonaId, db.ConflittiInVigore().Where(m => m.PersonaId == actor.PersonaId));
        var righe = await (
            from d in db.ConflittiInVigore().AsNoTracking()
            join a in db.Affidamenti on d.AffidamentoId equals a.Id
            where d.Decisione == null && d.PersonaId != io
                && !suoi.Any(m => m.ConvenzioneId == d.ConvenzioneId && m.FornitoreCodice == d.FornitoreCodice)
            orderby d.Utc
            select new
            {
                Conflitto = d,
                a.Anno,
                a.Progressivo,
                a.EnteId,
                Ente = db.Enti.Where(e => e.Id == a.EnteId).Select(e => e.Denominazione).First(),
                Chi = db.Persone.Where(p => p.Id == d.PersonaId).Select(p => p.NomeCompleto).First(),
                Convenzione = db.Convenzioni.Where(c => c.Id == d.ConvenzioneId).Select(c => c.Titolo).First(),
            }).Take(Quanti).ToListAsync(ct);
        var voci = new List<ConflittoRow>();
        foreach (var r in righe)
        {
            var d = r.Conflitto;
            var fornitore = new FornitoreDichiarato(d.FornitoreCodice, d.Fornitore);
            var stati = await db.DaPassare(d, r.EnteId).Select(a => a.Stato).ToListAsync(ct);
            var prima = stati.Count(s => Transizioni.Ammessa(s, AzioneAffidamento.AssegnaRup));
            voci.Add(new ConflittoRow(
                d.Id, d.AffidamentoId, new NumeroAffidamento(r.Anno, r.Progressivo), r.Ente, r.Chi, d.Fornitore, r.Convenzione,
                DichiarazioneConflitto.TestoConflitto(fornitore, r.Convenzione, d.Natura!.Value), d.Utc, prima, stati.Count - prima,
                stati.Count == 0 ? [] : await Successori(d, r.EnteId, io, ct)));
        }

        return voci;
    }

    /// <summary>Returns the RUPs of the Ente who may take over: neither in conflict with the supplier, nor the person who decides.</summary>
    private async Task<IReadOnlyList<(Guid Id, string Nome)>> Successori(DichiarazioneConflitto conflitto, Guid enteId, Guid io, CancellationToken ct)
    {
        var (convenzione, codice) = (conflitto.ConvenzioneId, conflitto.FornitoreCodice);
        var inConflitto = db.ConflittiInVigore().Where(d => d.ConvenzioneId == convenzione && d.FornitoreCodice == codice);
        var rup = await db.RupDellEnte(enteId, clock.Today()).Where(p => p.Id != io && !inConflitto.Any(d => d.PersonaId == p.Id))
            .OrderBy(p => p.Cognome).ThenBy(p => p.Nome).Select(p => new { p.Id, p.NomeCompleto }).ToListAsync(ct);
        return [.. rup.Select(p => (p.Id, p.NomeCompleto))];
    }
}

/// <summary>Loads a declared conflict of interest together with its Affidamento, for the commands that decide about it.</summary>
internal static class ConflittoLoader
{
    /// <summary>
    /// Loads the two. Refuses a conflict that was declared on another Affidamento, and an actor who is in conflict with the same supplier.
    /// </summary>
    public static async Task<Result<(Affidamento Affidamento, DichiarazioneConflitto Conflitto)>> CasoDaDecidere(
        this CigHubDbContext db, Guid affidamentoId, Guid conflittoId, ConflictGuard guard, Actor actor, CancellationToken ct)
    {
        var conflitto = await db.DichiarazioniConflitto.SingleOrDefaultAsync(d => d.Id == conflittoId && d.AffidamentoId == affidamentoId, ct);
        if (conflitto is null)
        {
            return CommandRunner.NotFound;
        }

        if (conflitto.PersonaId != actor.PersonaId
            && await guard.IsInConflict(actor.PersonaId, conflitto.ConvenzioneId, conflitto.FornitoreCodice, ct))
        {
            return new Error(
                SeparazioneCompiti.SenzaConflitto.Codice,
                "Anche tu hai dichiarato un conflitto di interessi con questo fornitore: decide un altro Dirigente / Responsabile del servizio.");
        }

        return (await db.Affidamenti.SingleAsync(a => a.Id == affidamentoId, ct), conflitto);
    }
}
