using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>One thing that happened: who, in which role, what, from when to when.</summary>
/// <param name="Seq">The number of its event; 0 for work on the draft that the registro does not have yet.</param>
/// <param name="Dal">When work on the draft began; else the same as <paramref name="Al"/>.</param>
public sealed record VoceCronologia(long Seq, DateTime Dal, DateTime Al, string Chi, string Ruolo, string Frase, IReadOnlyList<string> Dettagli)
{
    /// <summary><c>24/11/2026 09:12–09:31</c>, or one moment.</summary>
    public string Quando => OraItaliana.Testo(Dal) is var inizio && inizio == OraItaliana.Testo(Al)
        ? inizio
        : OraItaliana.GiornoDiRoma(Dal) == OraItaliana.GiornoDiRoma(Al) ? $"{inizio}–{OraItaliana.Ora(Al)}" : $"{inizio} – {OraItaliana.Testo(Al)}";
}

/// <summary>The latest things that happened, newest first.</summary>
/// <param name="CeNeSonoAltre">Older ones are there.</param>
public sealed record Cronologia(IReadOnlyList<VoceCronologia> Voci, bool CeNeSonoAltre);

/// <summary>Everything that was done to one Affidamento, read off the registro; null when it does not exist or is another Ente's.</summary>
public sealed class CronologiaAffidamento(CigHubDbContext db) : IQuery
{
    /// <summary>How many events are read at first, and how many more each time.</summary>
    public const int Passo = 100;

    /// <summary>Pieces of work of one person that follow each other within this are one thing she did.</summary>
    private static readonly TimeSpan DiSeguito = TimeSpan.FromMinutes(30);

    public static Permission Requires => Permission.LeggiAffidamenti;

    /// <param name="quanti">Events to read; a group of pieces of work counts each of them.</param>
    public async Task<Cronologia?> Esegui(Guid id, int quanti, CancellationToken ct = default)
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
            .Select(e => new Riga(e.Byte, db.Persone.Where(p => p.Id == e.AttoreId).Select(p => p.Nome + " " + p.Cognome).FirstOrDefault()))
            .ToListAsync(ct);
        return new Cronologia([.. await InCorso(affidamento, ct), .. Raggruppa(righe.Take(quanti), await Nomi(righe, ct))], righe.Count > quanti);
    }

    /// <summary>The work on the draft that the registro does not have yet.</summary>
    private async Task<IEnumerable<VoceCronologia>> InCorso(Affidamento affidamento, CancellationToken ct)
    {
        if (affidamento.ConsegnaLavoro() is not { } lavoro)
        {
            return [];
        }

        var chi = await db.Persone.Where(p => p.Id == lavoro.PersonaId).Select(p => p.Nome + " " + p.Cognome).SingleAsync(ct);
        var percorsi = lavoro.Campi.Select(c => c.Percorso).ToList();
        return [new VoceCronologia(0, lavoro.Dal, lavoro.Al, chi, lavoro.Ruolo.Nome(), ParoleCronologia.CampiModificati(percorsi), ParoleCronologia.Campi(percorsi))];
    }

    /// <summary>Who left and who took over: people stand in an event by id alone.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> Nomi(IEnumerable<Riga> righe, CancellationToken ct)
    {
        var chi = new HashSet<Guid>();
        foreach (var riga in righe)
        {
            if (Evento.Leggi(riga.Byte).TryGet(out var evento) && ParoleCronologia.Passaggio(evento) is { } passaggio)
            {
                chi.UnionWith([passaggio.Da, passaggio.A]);
            }
        }

        return chi.Count == 0 ? new Dictionary<Guid, string>() : await db.Persone.Where(p => chi.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Nome + " " + p.Cognome, ct);
    }

    private static IReadOnlyList<string> Dettagli(Evento evento, IReadOnlyDictionary<Guid, string> nomi) =>
        ParoleCronologia.Passaggio(evento) is var (da, a) && nomi.TryGetValue(da, out var prima) && nomi.TryGetValue(a, out var dopo)
            ? [$"RUP: {dopo} (era {prima})", .. ParoleCronologia.Dettagli(evento)]
            : ParoleCronologia.Dettagli(evento);

    private static List<VoceCronologia> Raggruppa(IEnumerable<Riga> righe, IReadOnlyDictionary<Guid, string> nomi)
    {
        var voci = new List<VoceCronologia>();
        var salvataggi = new List<(Evento Evento, string Chi)>();
        foreach (var riga in righe)
        {
            // Bytes that cannot be read are for the integrity check to report.
            if (!Evento.Leggi(riga.Byte).TryGet(out var evento))
            {
                continue;
            }

            var chi = riga.Chi ?? "CigHub";
            if (salvataggi.Count > 0 && (evento.Azione != Azioni.BozzaModificata || evento.Attore != salvataggi[^1].Evento.Attore || salvataggi[^1].Evento.Utc - evento.Utc > DiSeguito))
            {
                voci.Add(Insieme(salvataggi));
                salvataggi.Clear();
            }

            if (evento.Azione == Azioni.BozzaModificata)
            {
                salvataggi.Add((evento, chi));
            }
            else
            {
                voci.Add(new VoceCronologia(evento.Seq, evento.Utc, evento.Utc, chi, Ruolo(evento), ParoleCronologia.Frase(evento), Dettagli(evento, nomi)));
            }
        }

        if (salvataggi.Count > 0)
        {
            voci.Add(Insieme(salvataggi));
        }

        return voci;
    }

    private static VoceCronologia Insieme(List<(Evento Evento, string Chi)> salvataggi)
    {
        var (ultimo, chi) = salvataggi[0];
        var percorsi = salvataggi.SelectMany(s => ParoleCronologia.Percorsi(s.Evento)).Distinct().ToList();
        IReadOnlyList<string> dettagli =
        [
            .. ParoleCronologia.Campi(percorsi),
            .. salvataggi.SelectMany(s => ParoleCronologia.Dettagli(s.Evento)),
        ];
        return new VoceCronologia(ultimo.Seq, Momento(salvataggi[^1].Evento, "dal"), Momento(ultimo, "al"), chi, Ruolo(ultimo), ParoleCronologia.CampiModificati(percorsi), dettagli);
    }

    /// <summary>When the work began or ended; when that cannot be read, the moment of its event.</summary>
    private static DateTime Momento(Evento evento, string quale) => LetturaTollerante.Istante(evento.Dati, quale) ?? evento.Utc;

    private static string Ruolo(Evento evento) => NomiRegistrati.Leggi<Domain.Persone.Ruolo>(evento.Attore.Ruolo, out var ruolo) ? ruolo.Nome() : "";

    private sealed record Riga(byte[] Byte, string? Chi);
}
