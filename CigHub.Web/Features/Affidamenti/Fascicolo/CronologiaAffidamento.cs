using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>One entry of the cronologia of an Affidamento: what was done, by whom in which role, and from when to when.</summary>
/// <param name="Seq">The number of the event. It is 0 for work on the draft of which the registro has no event yet.</param>
/// <param name="Dal">The instant at which work on the draft began, UTC. For any other entry it equals <paramref name="Al"/>.</param>
public sealed record CronologiaRow(long Seq, DateTime Dal, DateTime Al, string Chi, string Ruolo, string Frase, IReadOnlyList<string> Dettagli)
{
    /// <summary>The time in words: <c>24/11/2026 09:12–09:31</c>, or a single time when the entry has no duration.</summary>
    public string Quando => RomeTime.Text(Dal) is var inizio && inizio == RomeTime.Text(Al)
        ? inizio
        : RomeTime.DayInRome(Dal) == RomeTime.DayInRome(Al) ? $"{inizio}–{RomeTime.Time(Al)}" : $"{inizio} – {RomeTime.Text(Al)}";
}

/// <summary>The latest entries of the cronologia of an Affidamento, newest first.</summary>
/// <param name="CeNeSonoAltre">Says whether the registro has older entries.</param>
public sealed record Cronologia(IReadOnlyList<CronologiaRow> Voci, bool CeNeSonoAltre);

/// <summary>
/// Reads the cronologia of one Affidamento from the registro. Returns null when the Affidamento does not exist or belongs to another Ente.
/// </summary>
public sealed class CronologiaAffidamento(CigHubDbContext db, NamesAtTheTime nomi) : IQuery
{
    /// <summary>The number of events that are read at first, and added each time the user asks for more.</summary>
    public const int Passo = 100;

    /// <summary>The longest pause between two pieces of work of the same person on the draft that are still shown as one entry.</summary>
    private static readonly TimeSpan DiSeguito = TimeSpan.FromMinutes(30);

    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <param name="quanti">The number of events to read. In a group of pieces of work, each piece counts.</param>
    public async Task<Cronologia?> Run(Guid id, int quanti, CancellationToken ct = default)
    {
        var affidamento = await db.Affidamenti.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (affidamento is null)
        {
            return null;
        }

        var oggetto = id.ToString();
        var righe = await db.Registro.AsNoTracking()
            .Where(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == oggetto && e.Esito == "ok")
            .OrderByDescending(e => e.Seq).Take(quanti + 1)
            .Select(e => e.Byte).ToListAsync(ct);

        // Skip bytes that cannot be read. The integrity check reports them.
        var eventi = righe.Take(quanti).Select(b => Evento.Leggi(b)).Where(e => e.IsSuccess).Select(e => e.Value).ToList();
        var chi = await nomi.DiChiAgisce(eventi, ct);
        return new Cronologia([.. await InCorso(affidamento, ct), .. Raggruppa(eventi, chi, await Passaggi(eventi, ct))], righe.Count > quanti);
    }

    /// <summary>
    /// Returns an entry for the work on the draft that is still under way, so that the registro has no event of it. Returns none when there
    /// is no such work.
    /// </summary>
    private async Task<IEnumerable<CronologiaRow>> InCorso(Affidamento affidamento, CancellationToken ct)
    {
        if (affidamento.ConsegnaLavoro() is not { } lavoro)
        {
            return [];
        }

        var chi = await db.Persone.Where(p => p.Id == lavoro.PersonaId).Select(p => p.NomeCompleto).SingleAsync(ct);
        var rup = await db.Persone.Where(p => db.Deleghe.Any(d => d.Id == lavoro.DelegaId && d.DeleganteId == p.Id))
            .Select(p => p.NomeCompleto).SingleOrDefaultAsync(ct);
        chi = rup is null ? chi : $"{chi}, per delega di {rup}";
        var percorsi = lavoro.Campi.Select(c => c.Percorso).ToList();
        return [new CronologiaRow(0, lavoro.Dal, lavoro.Al, chi, lavoro.Ruolo.Name(), EventoWords.CampiModificati(percorsi), EventoWords.Fields(percorsi))];
    }

    /// <summary>
    /// Returns, by the number of the event, the words that say from which RUP to which the Affidamento passed. The people have the names
    /// that they had then.
    /// </summary>
    private async Task<IReadOnlyDictionary<long, string>> Passaggi(IEnumerable<Evento> eventi, CancellationToken ct)
    {
        var passaggi = new Dictionary<long, string>();
        foreach (var evento in eventi)
        {
            if (EventoWords.Passaggio(evento) is var (da, a)
                && await nomi.Of([da, a], evento.Utc, ct) is var allora && allora.TryGetValue(da, out var prima) && allora.TryGetValue(a, out var dopo))
            {
                passaggi[evento.Seq] = $"RUP: {dopo} (era {prima})";
            }
        }

        return passaggi;
    }

    private static List<CronologiaRow> Raggruppa(IEnumerable<Evento> eventi, IReadOnlyDictionary<long, string> chi, IReadOnlyDictionary<long, string> passaggi)
    {
        var voci = new List<CronologiaRow>();
        var lavori = new List<Evento>();
        foreach (var evento in eventi)
        {
            if (lavori.Count > 0 && (evento.Azione != Azioni.BozzaModificata || evento.Attore != lavori[^1].Attore
                || Moment(lavori[^1], "dal") - Moment(evento, "al") > DiSeguito))
            {
                voci.Add(Together(lavori, chi));
                lavori.Clear();
            }

            if (evento.Azione == Azioni.BozzaModificata)
            {
                lavori.Add(evento);
                continue;
            }

            IReadOnlyList<string> dettagli =
            [
                .. passaggi.TryGetValue(evento.Seq, out var passaggio) ? new[] { passaggio } : [],
                .. EventoWords.Dettagli(evento)
            ];
            voci.Add(new CronologiaRow(
                evento.Seq, evento.Utc, evento.Utc, chi[evento.Seq], EventoWords.Ruolo(evento) ?? "", EventoWords.Sentence(evento), dettagli));
        }

        if (lavori.Count > 0)
        {
            voci.Add(Together(lavori, chi));
        }

        return voci;
    }

    private static CronologiaRow Together(List<Evento> lavori, IReadOnlyDictionary<long, string> chi)
    {
        var ultimo = lavori[0];
        var percorsi = lavori.SelectMany(EventoWords.Percorsi).Distinct().ToList();
        return new CronologiaRow(
            ultimo.Seq, Moment(lavori[^1], "dal"), Moment(ultimo, "al"), chi[ultimo.Seq], EventoWords.Ruolo(ultimo) ?? "",
            EventoWords.CampiModificati(percorsi),
            [.. EventoWords.Fields(percorsi), .. lavori.SelectMany(EventoWords.Dettagli)]);
    }

    /// <summary>
    /// Returns the moment at which the work of an event began (<c>dal</c>) or ended (<c>al</c>). Returns the moment of the event itself
    /// when its data do not say.
    /// </summary>
    private static DateTime Moment(Evento evento, string quale) => TolerantReader.Istante(evento.Dati, quale) ?? evento.Utc;
}
