using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>One thing that happened to an Affidamento: the person, the role, the words, and from when to when.</summary>
/// <param name="Seq">The number of its event. It is 0 for work on the draft that the registro does not have yet.</param>
/// <param name="Dal">The instant at which work on the draft began, UTC. For any other thing it equals <paramref name="Al"/>.</param>
public sealed record CronologiaRow(long Seq, DateTime Dal, DateTime Al, string Chi, string Ruolo, string Frase, IReadOnlyList<string> Dettagli)
{
    /// <summary>The time in words: <c>24/11/2026 09:12–09:31</c>, or one moment.</summary>
    public string Quando => RomeTime.Text(Dal) is var inizio && inizio == RomeTime.Text(Al)
        ? inizio
        : RomeTime.DayInRome(Dal) == RomeTime.DayInRome(Al) ? $"{inizio}–{RomeTime.Time(Al)}" : $"{inizio} – {RomeTime.Text(Al)}";
}

/// <summary>The latest things that happened, newest first.</summary>
/// <param name="CeNeSonoAltre">Says whether older ones are there.</param>
public sealed record Cronologia(IReadOnlyList<CronologiaRow> Voci, bool CeNeSonoAltre);

/// <summary>
/// Reads off the registro everything that was done to one Affidamento. Returns null when it does not exist or belongs to another Ente.
/// </summary>
public sealed class CronologiaAffidamento(CigHubDbContext db, NamesAtTheTime nomi) : IQuery
{
    /// <summary>The number of events that are read at first, and added each time.</summary>
    public const int Passo = 100;

    /// <summary>The longest pause between pieces of work of one person that are shown as one.</summary>
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

    /// <summary>Returns the work on the draft that the registro does not have yet.</summary>
    private async Task<IEnumerable<CronologiaRow>> InCorso(Affidamento affidamento, CancellationToken ct)
    {
        if (affidamento.ConsegnaLavoro() is not { } lavoro)
        {
            return [];
        }

        var chi = await db.Persone.Where(p => p.Id == lavoro.PersonaId).Select(p => p.NomeCompleto).SingleAsync(ct);
        var percorsi = lavoro.Campi.Select(c => c.Percorso).ToList();
        return [new CronologiaRow(0, lavoro.Dal, lavoro.Al, chi, lavoro.Ruolo.Name(), EventoWords.CampiModificati(percorsi), EventoWords.Fields(percorsi))];
    }

    /// <summary>
    /// Returns the RUP before and after each passage, by the number of the event. The names are those of that moment, because an event
    /// names people by id alone.
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
    /// Returns the first (<c>dal</c>) or last (<c>al</c>) moment of the work, or the moment of its event when that cannot be read.
    /// </summary>
    private static DateTime Moment(Evento evento, string quale) => TolerantReader.Istante(evento.Dati, quale) ?? evento.Utc;
}
