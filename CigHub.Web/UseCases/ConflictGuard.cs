using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// Finds the conflict of interest that keeps a person off an Affidamento (art. 16 D.Lgs. 36/2023), and the people who decide about it. The
/// command runner asks it before every command that changes an Affidamento.
/// </summary>
public sealed class ConflictGuard(CigHubDbContext db, TimeProvider clock)
{
    // This query runs before every command on an Affidamento, so it is compiled once. It nearly always finds nothing.
    private static readonly Func<CigHubDbContext, Guid, Guid, CancellationToken, Task<DichiarazioneConflitto?>> _inForce = EF.CompileAsyncQuery(
        (CigHubDbContext db, Guid affidamento, Guid persona, CancellationToken ct) => (
            from d in db.DichiarazioniConflitto
            where d.PersonaId == persona && d.Esito == EsitoDichiarazione.Conflitto && d.Decisione != DecisioneConflitto.NessunConflitto
            join l in db.Lotti on d.ConvenzioneId equals l.ConvenzioneId
            join a in db.Affidamenti on l.Id equals a.LottoId
            where a.Id == affidamento && a.CodiciFornitori.Contains("|" + d.FornitoreCodice + "|")
            orderby d.Decisione, d.Utc
            select d).AsNoTracking().FirstOrDefault());

    /// <summary>
    /// Returns the conflict in force that keeps the person off the Affidamento, one that waits for a decision first. Returns null when there
    /// is none.
    /// </summary>
    public Task<DichiarazioneConflitto?> InForce(Guid affidamentoId, Guid personaId, CancellationToken ct) => _inForce(db, affidamentoId, personaId, ct);

    /// <summary>Returns the refusal for a person in conflict, which says who decides. Returns null for any other person.</summary>
    public async Task<Error?> Refusal(Guid affidamentoId, Guid personaId, CancellationToken ct)
    {
        if (await InForce(affidamentoId, personaId, ct) is not { } conflitto)
        {
            return null;
        }

        var (ente, decisori) = await DecidersOf(conflitto, ct);
        return conflitto.Rifiuto(ente, decisori);
    }

    /// <summary>
    /// Returns the refusal for an actor in conflict, and for the delegate of a RUP in conflict. Returns null for any other actor.
    /// </summary>
    public async Task<Error?> Refusal(Guid affidamentoId, Actor actor, CancellationToken ct)
    {
        if (await Refusal(affidamentoId, actor.PersonaId, ct) is { } own)
        {
            return own;
        }

        return actor.Delega is { } delega && await InForce(affidamentoId, delega.RupId, ct) is not null
            ? new Error(
                "conflitto.delegante",
                $"{delega.Rup}, per cui operi, ha dichiarato un conflitto di interessi su questo affidamento. "
                    + "Finché un Dirigente / Responsabile del servizio non ha deciso, puoi solo leggerlo.")
            : null;
    }

    /// <summary>
    /// Returns the Ente at which a conflict was declared, and the names of the people who may decide about it: those with the permission at
    /// that Ente or at all Enti, except the person in conflict and anybody in conflict with the same supplier. A person from outside is
    /// followed by the post held.
    /// </summary>
    public async Task<(string Ente, IReadOnlyList<string> Names)> DecidersOf(DichiarazioneConflitto conflitto, CancellationToken ct)
    {
        var ente = await (
            from a in db.Affidamenti.IgnoreQueryFilters(new[] { CigHubDbContext.FiltroEnte })
            join e in db.Enti on a.EnteId equals e.Id
            where a.Id == conflitto.AffidamentoId
            select new { e.Id, e.Denominazione }).SingleAsync(ct);
        var decisori = await (
            from r in Deciders(conflitto.ConvenzioneId, conflitto.FornitoreCodice)
            join p in db.Persone on r.PersonaId equals p.Id
            where (r.EnteId == null || r.EnteId == ente.Id) && p.Id != conflitto.PersonaId
            orderby r.EnteId == null, p.Cognome, p.Nome
            select new { p.NomeCompleto, r.Incarico }).ToListAsync(ct);
        return (ente.Denominazione, [.. decisori.Select(d => d.Incarico is null ? d.NomeCompleto : $"{d.NomeCompleto} ({d.Incarico})").Distinct()]);
    }

    /// <summary>Says whether the person is in conflict with the supplier in the Convenzione, at whichever Ente it was declared.</summary>
    public Task<bool> IsInConflict(Guid personaId, Guid convenzioneId, string fornitore, CancellationToken ct) => db.ConflittiInVigore()
        .AnyAsync(d => d.PersonaId == personaId && d.ConvenzioneId == convenzioneId && d.FornitoreCodice == fornitore, ct);

    /// <summary>Returns the roles, valid today, of the people who may decide and are not in conflict with the supplier themselves.</summary>
    private IQueryable<Appartenenza> Deciders(Guid convenzioneId, string fornitore)
    {
        var inConflitto = db.ConflittiInVigore().Where(d => d.ConvenzioneId == convenzioneId && d.FornitoreCodice == fornitore);
        return db.RuoliAttivi(Permission.DecidiConflitti, clock.Today()).Where(r => !inConflitto.Any(d => d.PersonaId == r.PersonaId));
    }
}
