using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Rilievi.Calcolo;

/// <summary>
/// Reads the data on which the rules of the rilievi work, of the Enti that the scope may see. Each reading passes once over its table, so it
/// belongs to the night or to a user who waits for it.
/// </summary>
public sealed class FattiDeiRilievi(CigHubDbContext db, Ambito ambito)
{
    private const int CifreDelGruppo = 3;

    /// <summary>Returns all Affidamenti but the deleted ones.</summary>
    public async Task<IReadOnlyList<AffidamentoNoto>> Affidamenti(CancellationToken ct)
    {
        var (lotti, adesioni, contratti) = (await Lotti(ct), await Adesioni(ct), await Contratti(ct));
        var righe = db.Visibili(ambito).IgnoreAutoIncludes().Where(a => a.Stato != StatoAffidamento.Eliminato).Select(a => new
        {
            a.Id,
            a.EnteId,
            a.LottoId,
            a.AutoreId,
            a.RupId,
            a.RupDal,
            a.ApprovatoDaId,
            a.Stato,
            a.ImportoAppalto.Centesimi,
            a.CodiciFornitori,
            a.Pregresso,
            a.CriterioScelta,
            a.MotivoScelta,
            a.AcquisitoIl,
            a.RichiestoIl,
            a.Fascicolo,
        });
        var note = new List<AffidamentoNoto>();
        await foreach (var a in righe.AsAsyncEnumerable().WithCancellation(ct))
        {
            var aderito = adesioni.TryGetValue(a.Id, out var adesione);
            var (dal, contratto) = (a.Fascicolo.ContrattoDal, contratti.TryGetValue(a.Id, out var firmato) ? firmato : (DateOnly?)null);
            note.Add(new AffidamentoNoto
            {
                Id = a.Id,
                EnteId = a.EnteId,
                Lotto = lotti[a.LottoId],
                AutoreId = a.AutoreId,
                RupId = a.RupId,
                ApprovatoDaId = a.ApprovatoDaId,
                Stato = a.Stato,
                Importo = Importo.DaCentesimi(aderito ? adesione.Centesimi : a.Centesimi),
                Fornitori = a.CodiciFornitori,
                Pregresso = a.Pregresso,
                ConMotivo = a.CriterioScelta is not null && !string.IsNullOrWhiteSpace(a.MotivoScelta),
                Adesione = aderito ? adesione.Giorno : null,
                CigIl = Day(a.AcquisitoIl),
                ContrattoDal = dal is null || contratto < dal ? contratto : dal,
                Durata = dal is { } inizio && a.Fascicolo.ContrattoAl is { } fine ? (inizio, fine) : null,
                RichiestoIl = Day(a.RichiestoIl),
                RupCambiatoDopo = a.RupDal > a.RichiestoIl,
            });
        }

        return note;
    }

    /// <summary>Returns the quotas of the suppliers of the Lotti that have several.</summary>
    public async Task<IReadOnlyDictionary<(Guid LottoId, Guid IdPartecipante), decimal>> Quote(CancellationToken ct) =>
        (await db.Lotti.AsNoTracking().ToListAsync(ct)).Where(l => l.HaPiuAggiudicatari)
            .SelectMany(l => l.Fornitori.Where(f => f.Quota is not null).Select(f => (Chi: (l.Id, f.IdPartecipante), Quota: f.Quota!.Value)))
            .DistinctBy(f => f.Chi).ToDictionary(f => f.Chi, f => f.Quota);

    /// <summary>Returns the ledger of the Lotti that have, or had, nothing left of their massimale, and of those whose suppliers have quotas.</summary>
    /// <remarks>
    /// The kept totals cannot choose among the latter: a rule asks what stood above a quota on each day, and a correction made later in the same
    /// month, or an annulment, would leave no trace in a total. Every Affidamento is read once anyway.
    /// </remarks>
    public async Task<IReadOnlyList<RigaNota>> Libri(IEnumerable<Guid> conQuote, CancellationToken ct)
    {
        var capienze = await db.Capienze.AsNoTracking().ToListAsync(ct);
        var scelti = capienze.Where(c => c.SforamentoDaRegolarizzare || c.Residuo <= Importo.Zero).Select(c => c.LottoId).Union(conQuote).ToList();
        return scelti.Count == 0 ? [] :
        [
            .. (await (
                from m in db.Movimenti.AsNoTracking().Where(m => scelti.Contains(m.LottoId))
                from g in db.Aggiudicazioni.Where(g => g.Id == m.AggiudicazioneId).DefaultIfEmpty()
                select new { m.LottoId, m.Giorno, m.Tipo, m.Importo.Centesimi, AffidamentoId = (Guid?)g!.AffidamentoId, m.IdPartecipante }).ToListAsync(ct))
            .Select(m => new RigaNota(m.LottoId, m.Giorno, m.Tipo, Importo.DaCentesimi(m.Centesimi), m.AffidamentoId, m.IdPartecipante)),
        ];
    }

    /// <summary>Returns the declared conflicts of interest.</summary>
    public async Task<IReadOnlyList<ConflittoNoto>> Conflitti(CancellationToken ct)
    {
        var righe = await (
            from d in db.DichiarazioniConflitto.AsNoTracking()
            where d.Esito == EsitoDichiarazione.Conflitto
            join a in db.Visibili(ambito) on d.AffidamentoId equals a.Id
            select new { d.Id, d.AffidamentoId, a.EnteId, d.ConvenzioneId, d.Utc, d.Decisione }).ToListAsync(ct);
        return [.. righe.Select(d => new ConflittoNoto(d.Id, d.AffidamentoId, d.EnteId, d.ConvenzioneId, RomeTime.DayInRome(d.Utc), d.Decisione is not null))];
    }

    /// <summary>Returns a function that says whether the RUP had declared something about every supplier on the day of the request.</summary>
    public async Task<Func<AffidamentoNoto, bool>> Dichiarazioni(CancellationToken ct)
    {
        var righe = await db.DichiarazioniConflitto.AsNoTracking()
            .Select(d => new { d.PersonaId, d.ConvenzioneId, d.FornitoreCodice, d.Utc, d.ValidaAl }).ToListAsync(ct);
        var di = righe.ToLookup(
            d => (d.PersonaId, d.ConvenzioneId, d.FornitoreCodice),
            d => (Dal: RomeTime.DayInRome(d.Utc), Al: d.ValidaAl ?? DateOnly.MaxValue));
        return a => a.Fornitori.Split('|', StringSplitOptions.RemoveEmptyEntries)
            .All(codice => di[(a.RupId, a.Convenzione.Id, codice)].Any(d => d.Dal <= a.RichiestoIl && a.RichiestoIl <= d.Al));
    }

    /// <summary>Returns the roles of RUP of any day, by Ente.</summary>
    public async Task<ILookup<Guid, Appartenenza>> RuoliDiRup(CancellationToken ct) =>
        (await db.Appartenenze.AsNoTracking().Where(a => a.Ruolo == Ruolo.Rup && a.EnteId != null).ToListAsync(ct)).ToLookup(a => a.EnteId!.Value);

    /// <summary>Returns the latest request of each of the Affidamenti that wait for an outcome.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> TentativiAperti(CancellationToken ct)
    {
        var righe = await (
            from a in db.Visibili(ambito)
            where a.Stato == StatoAffidamento.CigInRichiesta || a.Stato == StatoAffidamento.EsitoDaVerificare
            join t in db.Tentativi on a.Id equals t.AffidamentoId
            select new { a.Id, Tentativo = t.Id, t.Numero }).ToListAsync(ct);
        return righe.GroupBy(r => r.Id).ToDictionary(r => r.Key, r => r.MaxBy(t => t.Numero)!.Tentativo);
    }

    private async Task<Dictionary<Guid, LottoNoto>> Lotti(CancellationToken ct)
    {
        var convenzioni = await db.Convenzioni.AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
        return (await db.Lotti.AsNoTracking().ToListAsync(ct)).ToDictionary(
            l => l.Id,
            l => new LottoNoto(l.Id, convenzioni[l.ConvenzioneId], Gruppo(l.Caratteristiche.Cpv), l.ChiusoDal, l.HaPiuAggiudicatari));
    }

    /// <summary>Returns the day and the amount of the adhesions that hold, by Affidamento.</summary>
    private async Task<Dictionary<Guid, (DateOnly Giorno, long Centesimi)>> Adesioni(CancellationToken ct)
    {
        var righe = await (
            from m in db.Movimenti.AsNoTracking()
            where m.Tipo == TipoMovimento.Adesione || m.Tipo == TipoMovimento.AdesionePregressa
            join g in db.Aggiudicazioni on m.AggiudicazioneId equals (Guid?)g.Id
            where g.Stato == StatoAggiudicazione.Acquisita
            select new { g.Id, g.AffidamentoId, m.Giorno, g.Importo.Centesimi }).ToListAsync(ct);
        return righe.DistinctBy(r => r.Id).GroupBy(r => r.AffidamentoId)
            .ToDictionary(r => r.Key, r => (r.Min(x => x.Giorno), r.Sum(x => x.Centesimi)));
    }

    /// <summary>Returns the day of the earliest contract among the atti, by Affidamento.</summary>
    private async Task<Dictionary<Guid, DateOnly>> Contratti(CancellationToken ct)
    {
        var righe = await db.Atti.AsNoTracking().Where(t => t.Tipo == TipoAtto.Contratto).Select(t => new { t.AffidamentoId, t.Dati }).ToListAsync(ct);
        return righe.GroupBy(r => r.AffidamentoId).ToDictionary(r => r.Key, r => r.Min(x => x.Dati.Data));
    }

    private static string Gruppo(Cpv? cpv) => cpv?.Valore is { Length: >= CifreDelGruppo } codice ? codice[..CifreDelGruppo] : "";

    private static DateOnly? Day(DateTime? utc) => utc is { } istante ? RomeTime.DayInRome(istante) : null;
}
