using CigHub.Domain.Affidamenti;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>
/// Reads the whole course of one Affidamento: its events from the registro, and beside them the declarations, the ledger rows and the atti
/// that they explain. Returns null when the Affidamento does not exist or belongs to another Ente.
/// </summary>
public sealed class IterAffidamento(CigHubDbContext db, NamesAtTheTime nomi, TimeProvider clock) : IQuery
{
    /// <summary>The most events that the page shows. An Affidamento has a few dozen.</summary>
    public const int MaxEventi = 1_000;

    public static Permission Requires => Permission.LeggiIter;

    /// <param name="actor">The reader. Only a reader of the registro knows the kind of a conflict and the reasons of a decision.</param>
    public async Task<IterView?> Run(Guid id, Actor actor, CancellationToken ct = default)
    {
        var affidamento = await db.Affidamenti.AsNoTracking().Include(a => a.Atti).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (affidamento is null)
        {
            return null;
        }

        var oggetto = id.ToString();
        var righe = await db.Registro.AsNoTracking()
            .Where(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == oggetto && e.Esito == "ok")
            .OrderBy(e => e.Seq).Take(MaxEventi + 1).Select(e => e.Byte).ToListAsync(ct);

        // Skip bytes that cannot be read. The integrity check reports them.
        var eventi = righe.Take(MaxEventi).Select(b => Evento.Leggi(b)).Where(e => e.IsSuccess).Select(e => e.Value).ToList();
        var lotto = await db.Lotti.AsNoTracking().SingleAsync(l => l.Id == affidamento.LottoId, ct);
        var convenzione = await db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == lotto.ConvenzioneId, ct);
        var privato = actor.Ruolo.Allows(Permission.LeggiRegistro);
        var passi = await new PassiIter(db, nomi, privato).Of(eventi, ct);
        var compiti = await Compiti(affidamento, eventi, lotto.ConvenzioneId, actor, ct);
        var dichiarazioni = await Dichiarazioni(affidamento, eventi, convenzione.Id, ct);
        var nome = await nomi.Of(
            [
                affidamento.RupId, .. compiti.Select(c => c.PersonaId), .. dichiarazioni.Select(d => d.PersonaId),
                .. dichiarazioni.Select(d => d.DecisaDaId).OfType<Guid>()
            ],
            clock.GetUtcNow().UtcDateTime, ct);
        return new IterView(
            id, affidamento.Numero, affidamento.Oggetto, affidamento.Stato,
            await db.Enti.Where(e => e.Id == affidamento.EnteId).Select(e => e.Denominazione).SingleAsync(ct),
            convenzione.Titolo, lotto.Id, $"Lotto {lotto.Numero}, CIG Padre {lotto.CigPadre.Valore}", Name(nome, affidamento.RupId), affidamento.CigDerivati,
            passi, righe.Count > MaxEventi,
            [.. compiti.Select(c => new PersonaNellIter(Name(nome, c.PersonaId), c))],
            actor.EnteId is not null,
            [.. dichiarazioni.Select(d => InWords(d, affidamento.Id, nome, privato))],
            [.. Avvisi(eventi, passi)],
            lotto.HaPiuAggiudicatari && !affidamento.Pregresso
                ? new SceltaIter(affidamento.DenominazioneOe, affidamento.CriterioScelta, affidamento.MotivoScelta)
                : null,
            Tentativi(affidamento, eventi),
            await Movimenti(affidamento, eventi, ct),
            [
                .. affidamento.Atti.OrderBy(a => a.AggiuntoIl).Select(a => new AttoIter(
                    By(eventi, "Atto", a.Id), a.Id, a.Tipo, a.Dati.Numero, a.Dati.Data, a.Dati.Protocollo, a.File))
            ],
            await DueDiligence(affidamento, ct));
    }

    private async Task<DueDiligenceIter> DueDiligence(Affidamento affidamento, CancellationToken ct)
    {
        var ente = affidamento.EnteId;
        var giorno = affidamento.RichiestoIl is { } richiesto ? RomeTime.DayInRome(richiesto) : clock.Today();
        var verifiche = await db.VerificheFornitori.AsNoTracking().ThatCountFor(affidamento, ct);
        var inUso = verifiche.Any(v => v.RegistrataIl < giorno)
            || await db.VerificheFornitori.AnyAsync(v => v.EnteId == ente && v.RegistrataIl < giorno, ct);
        return new DueDiligenceIter(
            giorno, affidamento.RichiestoIl is not null, inUso,
            [.. affidamento.Fornitori.Select(f => QuadroFornitore.Valuta(giorno, f, verifiche.Where(v => v.FornitoreCodice == f.CodiceFiscale)))]);
    }

    private static string Name(IReadOnlyDictionary<Guid, string> nomi, Guid id) => nomi.GetValueOrDefault(id, "persona non più nota");

    /// <summary>Returns the number of the event that wrote an object of the Affidamento, or null when there is none.</summary>
    private static long? By(IEnumerable<Evento> eventi, string tipo, Guid id) =>
        eventi.FirstOrDefault(e => e.Dopo?.ContainsKey($"{tipo}/{id}") == true && e.Prima?.ContainsKey($"{tipo}/{id}") != true)?.Seq;

    /// <summary>
    /// Returns the people with their duties. A reader of one Ente sees an Amministratore of the office only when that person has another duty
    /// in this course.
    /// </summary>
    private async Task<IReadOnlyList<CompitiDellaPersona>> Compiti(
        Affidamento affidamento, IReadOnlyList<Evento> eventi, Guid convenzioneId, Actor actor, CancellationToken ct)
    {
        List<(Guid PersonaId, CompitoNellIter Compito)> suoi =
        [
            (affidamento.AutoreId, CompitoNellIter.HaPreparato),
            .. By(eventi, CompitoNellIter.HaPreparato, ChiHaPreparato),
            .. eventi.Select(EventoWords.Passaggio).OfType<(Guid Da, Guid A)>()
                .SelectMany(p => new[] { (p.Da, CompitoNellIter.Rup), (p.A, CompitoNellIter.Rup) }),
            (affidamento.RupId, CompitoNellIter.Rup),
            .. By(eventi, CompitoNellIter.HaApprovato, [Azioni.AffidamentoApprovato]),
        ];
        var qui = suoi.Select(s => s.PersonaId).ToHashSet();
        suoi.AddRange((await db.AmministratoriDi(affidamento.LottoId, convenzioneId, ct))
            .Where(p => actor.EnteId is null || qui.Contains(p)).Select(p => (p, CompitoNellIter.HaAmministrato)));
        return SeparazionePerPersona.Of(suoi);
    }

    private static readonly string[] ChiHaPreparato =
    [
        Azioni.AffidamentoCreato, Azioni.AffidamentoCopiato, Azioni.SchedaImportata, Azioni.BozzaModificata, Azioni.SceltaMotivata,
        Azioni.AffidamentoPronto, Azioni.InviatoPerApprovazione, Azioni.AdesionePregressaCaricata,
    ];

    private static IEnumerable<(Guid PersonaId, CompitoNellIter Compito)> By(IEnumerable<Evento> eventi, CompitoNellIter compito, string[] azioni) =>
        eventi.Where(e => azioni.Contains(e.Azione)).Select(e => e.Attore.Id).OfType<Guid>().Select(id => (id, compito));

    /// <summary>
    /// Returns the declarations made on the Affidamento, and those that people who acted on it had made before about its suppliers.
    /// </summary>
    private async Task<IReadOnlyList<DichiarazioneConflitto>> Dichiarazioni(
        Affidamento affidamento, IReadOnlyList<Evento> eventi, Guid convenzioneId, CancellationToken ct)
    {
        var persone = eventi.Select(e => e.Attore.Id).OfType<Guid>().Append(affidamento.RupId).Distinct().ToList();
        var codici = affidamento.Fornitori.Select(f => f.CodiceFiscale).ToList();
        var sue = await db.DichiarazioniConflitto.AsNoTracking()
            .Where(d => persone.Contains(d.PersonaId) && d.ConvenzioneId == convenzioneId && codici.Contains(d.FornitoreCodice)).ToListAsync(ct);
        var qui = await db.DichiarazioniConflitto.AsNoTracking().Where(d => d.AffidamentoId == affidamento.Id).ToListAsync(ct);
        return [.. sue.Concat(qui).DistinctBy(d => d.Id).OrderBy(d => d.Utc).ThenBy(d => d.Id)];
    }

    private static DichiarazioneIter InWords(DichiarazioneConflitto d, Guid affidamentoId, IReadOnlyDictionary<Guid, string> nomi, bool privato) => new(
        Name(nomi, d.PersonaId), d.Fornitore, d.Esito == EsitoDichiarazione.Conflitto, d.Utc, d.ValidaAl, d.AffidamentoId != affidamentoId,
        privato ? d.Natura?.Parola() : null, d.Decisione?.Parola(), d.DecisaDaId is { } chi ? Name(nomi, chi) : null, d.DecisaIl,
        privato ? d.MotivoDecisione : null);

    /// <summary>Returns the avvisi that people went past, each with its reason and its event.</summary>
    private static IEnumerable<AvvisoIter> Avvisi(IEnumerable<Evento> eventi, IReadOnlyList<PassoIter> passi) =>
        from e in eventi
        from avviso in e.Dati?["avvisi"] as System.Text.Json.Nodes.JsonArray ?? []
        let testo = TolerantReader.Text(avviso, "avviso")
        let motivo = TolerantReader.Text(avviso, "motivo")
        where testo is not null && motivo is not null
        select new AvvisoIter(e.Seq, e.Utc, passi.FirstOrDefault(p => p.Seq == e.Seq)?.Chi ?? "", testo, motivo);

    private static IReadOnlyList<TentativoIter> Tentativi(Affidamento affidamento, IReadOnlyList<Evento> eventi) =>
    [
        .. affidamento.Tentativi.OrderBy(t => t.Numero).Select(t => new TentativoIter(
            By(eventi, "Tentativo", t.Id), t.Numero, t.AvviatoIl, t.ChiusoIl, t.Esito.Nome(), t.Codici, t.Risposta, t.GuardatoIl, t.Trovato?.Nome()))
    ];

    private async Task<IReadOnlyList<MovimentoIter>> Movimenti(Affidamento affidamento, IReadOnlyList<Evento> eventi, CancellationToken ct)
    {
        var aggiudicazioni = affidamento.Aggiudicazioni.Select(a => a.Id).ToList();
        var movimenti = await db.Movimenti.AsNoTracking()
            .Where(m => m.AggiudicazioneId != null && aggiudicazioni.Contains(m.AggiudicazioneId.Value)).ToListAsync(ct);
        return
        [
            .. movimenti.OrderBy(m => m.Utc).ThenBy(m => m.Tipo).ThenBy(m => m.Id).Select(m => new MovimentoIter(
                By(eventi, "MovimentoCapienza", m.Id), m.Giorno, m.RegistratoIl, m.Tipo, m.Importo, m.Riferimento))
        ];
    }
}
