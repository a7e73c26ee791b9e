using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>The abstention of a person from this Affidamento, because of a conflict of interest with a supplier.</summary>
/// <param name="A">The person to whom the Affidamento passed. Null when an approver abstained, or the RUP chose nobody.</param>
public sealed record Astensione(string Da, string? A, string Fornitore, NaturaConflitto Natura, DateTime Utc);

/// <summary>Says who may go on with an Affidamento, and what the current user declares about conflicts of interest by going on.</summary>
/// <param name="InConflitto">Says whether the user has declared a conflict with a supplier.</param>
/// <param name="DichiaratoFinoAl">The last day on which the user's earlier declarations hold for every supplier. Null when they do not hold
/// for every supplier, so that the user declares now.</param>
/// <param name="Colleghi">The RUPs of the Ente who could take over: not the Affidamento's own, not its approver, and not in conflict.</param>
/// <param name="NonPuoApprovare">The reason why the user may not approve. Null when nothing in the Affidamento's history forbids it.</param>
/// <param name="Approvatori">The names of the people who may approve. Empty when the Affidamento does not wait for approval.</param>
public sealed record Procedibilita(
    IReadOnlyList<FornitoreDichiarato> Fornitori, string Convenzione, bool InConflitto, DateOnly? DichiaratoFinoAl,
    IReadOnlyList<(Guid Id, string Nome)> Colleghi,
    Error? NonPuoApprovare, IReadOnlyList<string> Approvatori, string? ApprovatoDa, IReadOnlyList<Astensione> Astensioni);

/// <summary>
/// Reads who may approve or take over one Affidamento, and its declared conflicts of interest, from the point of view of the current user.
/// </summary>
public sealed class ChiPuoProcedere(CigHubDbContext db, Dichiarazioni dichiarazioni, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<Procedibilita?> Run(Guid affidamentoId, Actor actor, CancellationToken ct = default)
    {
        if (await db.Affidamenti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == affidamentoId, ct) is not { } affidamento)
        {
            return null;
        }

        var (oggi, io) = (clock.Today(), actor.PersonaId);
        var convenzione = await db.Convenzioni.AsNoTracking().SingleAsync(c => db.Lotti.Any(l => l.Id == affidamento.LottoId && l.ConvenzioneId == c.Id), ct);
        var fornitori = affidamento.Fornitori;
        var mie = await dichiarazioni.Sue(io, convenzione.Id, ct);
        var inConflitto = (await db.DichiarazioniConflitto.AsNoTracking()
            .Where(d => d.ConvenzioneId == convenzione.Id && d.Esito == EsitoDichiarazione.Conflitto).ToListAsync(ct))
            .Where(d => DichiarazioneConflitto.InConflitto(fornitori, [d])).Select(d => d.PersonaId).ToHashSet();
        var colleghi = await db.RupDellEnte(affidamento.EnteId, oggi).Where(p => p.Id != affidamento.RupId).OrderBy(p => p.Cognome).ThenBy(p => p.Nome)
            .Select(p => new { p.Id, p.NomeCompleto }).ToListAsync(ct);
        return new Procedibilita(
            fornitori,
            convenzione.Titolo,
            DichiarazioneConflitto.InConflitto(fornitori, mie),
            fornitori.Count > 0 && fornitori.All(f => mie.Any(d => d.Copre(f, oggi)))
                ? fornitori.Min(f => mie.Where(d => d.Copre(f, oggi)).Max(d => d.ValidaAl))
                : null,
            [.. colleghi.Where(c => !inConflitto.Contains(c.Id) && c.Id != affidamento.ApprovatoDaId).Select(c => (c.Id, c.NomeCompleto))],
            affidamento.NonPuoApprovare(io, await db.HaLavorato(affidamento.Id, io, ct)),
            affidamento.Attende(AzioneAffidamento.Approva) ? await Approvatori(affidamento, inConflitto, oggi, ct) : [],
            await Name(affidamento.ApprovatoDaId, ct),
            await Astensioni(affidamento.Id, ct));
    }

    /// <summary>
    /// Returns the names of the people who may approve: the approvers of the Ente, also those named from outside it, and the approvers of
    /// all Enti. Leaves out the people who worked on the Affidamento and the people in conflict.
    /// </summary>
    private async Task<IReadOnlyList<string>> Approvatori(Affidamento affidamento, HashSet<Guid> inConflitto, DateOnly oggi, CancellationToken ct)
    {
        var ruoli = db.RuoliAttivi(Permission.ApprovaAffidamenti, oggi).Where(a => a.EnteId == null || a.EnteId == affidamento.EnteId);
        var responsabili = await db.Persone.AsNoTracking().Where(p => ruoli.Any(a => a.PersonaId == p.Id))
            .OrderBy(p => p.Cognome).ThenBy(p => p.Nome).Select(p => new { p.Id, p.NomeCompleto }).ToListAsync(ct);
        var nomi = new List<string>();
        foreach (var r in responsabili.Where(r => !inConflitto.Contains(r.Id)))
        {
            if (affidamento.NonPuoApprovare(r.Id, await db.HaLavorato(affidamento.Id, r.Id, ct)) is null)
            {
                nomi.Add(r.NomeCompleto);
            }
        }

        return nomi;
    }

    private async Task<IReadOnlyList<Astensione>> Astensioni(Guid affidamentoId, CancellationToken ct)
    {
        var righe = await (
            from d in db.DichiarazioniConflitto.AsNoTracking()
            join p in db.Persone on d.PersonaId equals p.Id
            where d.AffidamentoId == affidamentoId && d.Esito == EsitoDichiarazione.Conflitto
            orderby d.Utc descending
            select new
            {
                Da = p.NomeCompleto,
                A = db.Persone.Where(x => x.Id == d.PassatoA).Select(x => x.NomeCompleto).FirstOrDefault(),
                d.Fornitore,
                d.Natura,
                d.Utc
            }).ToListAsync(ct);
        return [.. righe.Select(r => new Astensione(r.Da, r.A, r.Fornitore, r.Natura!.Value, r.Utc))];
    }

    private Task<string?> Name(Guid? persona, CancellationToken ct) =>
        db.Persone.Where(p => p.Id == persona).Select(p => p.NomeCompleto).FirstOrDefaultAsync(ct);
}
