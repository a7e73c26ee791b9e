using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conflitti;

/// <summary>Says who may go on with an Affidamento, and what the current user declares about conflicts of interest by going on.</summary>
/// <param name="Conflitto">The refusal that the user gets on this Affidamento, because of a declared conflict of interest. Null when there is
/// none.</param>
/// <param name="Coperti">The last day, inclusive, on which the user's declaration about a supplier is valid, by the supplier's codice fiscale.
/// The user declares about the other suppliers now.</param>
/// <param name="NonPuoApprovare">The reason why the user may not approve. Null when nothing in the Affidamento's history forbids it.</param>
/// <param name="Approvatori">The names of the people who may approve. Empty when the Affidamento does not wait for approval.</param>
/// <param name="Astensioni">A sentence on each abstention from this Affidamento, with the details that the user may read.</param>
public sealed record Procedibilita(
    string Convenzione, Error? Conflitto, IReadOnlyDictionary<string, DateOnly> Coperti,
    Error? NonPuoApprovare, IReadOnlyList<string> Approvatori, string? ApprovatoDa, IReadOnlyList<string> Astensioni)
{
    /// <summary>
    /// Returns the sentence that says until when the user's earlier declarations are valid. Returns null when they do not cover every
    /// supplier, or when there is no supplier.
    /// </summary>
    public string? GiaDichiarato(Affidamento affidamento) =>
        affidamento.Fornitori is { Count: > 0 } fornitori && fornitori.All(f => Coperti.ContainsKey(f.CodiceFiscale))
            ? "Hai già dichiarato di non avere conflitti di interessi con "
                + $"{string.Join(", ", fornitori.Select(f => f.Denominazione))}: vale fino al {RomeTime.Text(fornitori.Min(f => Coperti[f.CodiceFiscale]))}."
            : null;

    /// <summary>Returns the texts that the user has to read and tick before going on. Empty when valid declarations cover the suppliers.</summary>
    public IReadOnlyList<string> DaSpuntare(Affidamento affidamento) =>
        [.. affidamento.Fornitori.Where(f => !Coperti.ContainsKey(f.CodiceFiscale)).Select(f => DichiarazioneConflitto.Testo(f, Convenzione))];
}

/// <summary>
/// Reads who may approve or take over one Affidamento, and its declared conflicts of interest, from the point of view of the current user.
/// </summary>
public sealed class ChiPuoProcedere(CigHubDbContext db, Dichiarazioni dichiarazioni, ConflictGuard guard, TimeProvider clock) : IQuery
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
        var mie = await dichiarazioni.Sue(io, convenzione.Id, ct);
        var coperti =
            from f in affidamento.Fornitori
            let valide = mie.Where(d => d.Copre(f, oggi)).ToList()
            where valide.Count > 0
            select (f.CodiceFiscale, Fino: valide.Max(d => d.ValidaAl!.Value));
        return new Procedibilita(
            convenzione.Titolo,
            await guard.Refusal(affidamento.Id, io, ct),
            coperti.ToDictionary(c => c.CodiceFiscale, c => c.Fino),
            affidamento.NonPuoApprovare(io, await db.HaLavorato(affidamento.Id, io, ct)),
            affidamento.Attende(AzioneAffidamento.Approva) ? await Approvatori(affidamento, oggi, ct) : [],
            await Name(affidamento.ApprovatoDaId, ct),
            await Astensioni(affidamento.Id, actor, ct));
    }

    /// <summary>
    /// Returns the names of the people who may approve: the approvers of the Ente, also those named from outside it, and the approvers of
    /// all Enti. Leaves out the people who worked on the Affidamento and the people in conflict.
    /// </summary>
    private async Task<IReadOnlyList<string>> Approvatori(Affidamento affidamento, DateOnly oggi, CancellationToken ct)
    {
        var ruoli = db.RuoliAttivi(Permission.ApprovaAffidamenti, oggi).Where(a => a.EnteId == null || a.EnteId == affidamento.EnteId);
        var inConflitto = db.PersoneInConflitto().Where(c => c.AffidamentoId == affidamento.Id);
        var responsabili = await db.Persone.AsNoTracking()
            .Where(p => ruoli.Any(a => a.PersonaId == p.Id) && !inConflitto.Any(c => c.PersonaId == p.Id))
            .OrderBy(p => p.Cognome).ThenBy(p => p.Nome).Select(p => new { p.Id, p.NomeCompleto }).ToListAsync(ct);
        var nomi = new List<string>();
        foreach (var r in responsabili)
        {
            if (affidamento.NonPuoApprovare(r.Id, await db.HaLavorato(affidamento.Id, r.Id, ct)) is null)
            {
                nomi.Add(r.NomeCompleto);
            }
        }

        return nomi;
    }

    /// <summary>
    /// Returns a sentence on each conflict declared on the Affidamento, the latest first. The person who declared it and the people who
    /// decide read its kind. Everybody else reads only that the person abstains. The person in conflict reads who decides in the refusal itself, so a
    /// conflict that waits for a decision is not repeated here.
    /// </summary>
    private async Task<IReadOnlyList<string>> Astensioni(Guid affidamentoId, Actor actor, CancellationToken ct)
    {
        var conflitti = await db.DichiarazioniConflitto.AsNoTracking()
            .Where(d => d.AffidamentoId == affidamentoId && d.Esito == EsitoDichiarazione.Conflitto).OrderByDescending(d => d.Utc).ToListAsync(ct);
        var frasi = new List<string>();
        foreach (var d in conflitti)
        {
            var (mia, intera) = (d.PersonaId == actor.PersonaId, d.PersonaId == actor.PersonaId || actor.Ruolo.Allows(Permission.DecidiConflitti));
            var chi = mia ? "hai" : $"{await Name(d.PersonaId, ct)} ha";
            var inizio = intera
                ? $"{chi} dichiarato un conflitto di interessi con {d.Fornitore} ({d.Natura!.Value.Parola()})"
                : $"{await Name(d.PersonaId, ct)} si astiene (art. 16 del D.Lgs. 36/2023)";
            if (mia ? !d.DaDecidere : d.InVigore || intera)
            {
                frasi.Add($"{RomeTime.Text(d.Utc)}: {inizio}. {await Seguito(d, ct)}");
            }
        }

        return frasi;
    }

    /// <summary>Returns the sentence on what became of a declared conflict: who decides, or what was decided.</summary>
    private async Task<string> Seguito(DichiarazioneConflitto conflitto, CancellationToken ct)
    {
        if (conflitto.DaDecidere)
        {
            var (ente, decisori) = await guard.DecidersOf(conflitto, ct);
            return ConflittoWords.ChiDecide(ente, decisori);
        }

        var deciso = $"{await Name(conflitto.DecisaDaId, ct)} ha deciso il {RomeTime.Text(conflitto.DecisaIl!.Value)}: ";
        return deciso + (conflitto.Decisione == DecisioneConflitto.Sostituzione
            ? conflitto.PassatoA is { } a ? $"subentra {await Name(a, ct)}." : "prosegue un'altra persona."
            : $"nessun conflitto. Motivo: «{conflitto.MotivoDecisione}»");
    }

    private Task<string?> Name(Guid? persona, CancellationToken ct) =>
        db.Persone.Where(p => p.Id == persona).Select(p => p.NomeCompleto).FirstOrDefaultAsync(ct);
}
