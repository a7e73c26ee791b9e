using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.RegistroEventi.Dettaglio;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Iter;

/// <summary>
/// Tells the events of an Affidamento as steps, each with the appointment or the delega by which the person acted that day.
/// </summary>
/// <param name="privato">True when the reader may know the kind of a conflict of interest and the reasons of a decision about it.</param>
internal sealed class PassiIter(CigHubDbContext db, NamesAtTheTime nomi, bool privato)
{
    private static readonly string[] _conflitti = [Azioni.ConflittoDichiarato, Azioni.ConflittoSostituito, Azioni.ConflittoEscluso];

    /// <summary>The titles of texts that the details of the sentence show already.</summary>
    private static readonly string[] _giaNeiDettagli = ["Motivo", "Nota"];

    private ILookup<Guid, Appartenenza> _ruoli = Array.Empty<Appartenenza>().ToLookup(a => a.PersonaId);
    private Dictionary<Guid, Delega> _deleghe = [];

    /// <param name="eventi">The events in the order of time.</param>
    public async Task<IReadOnlyList<PassoIter>> Of(IReadOnlyList<Evento> eventi, CancellationToken ct)
    {
        var persone = eventi.Select(e => e.Attore.Id).OfType<Guid>().Distinct().ToList();
        var deleghe = eventi.Select(e => TolerantReader.Id(e.Dati, "delega")).OfType<Guid>().Distinct().ToList();
        _ruoli = (await db.Appartenenze.AsNoTracking().Where(a => persone.Contains(a.PersonaId)).ToListAsync(ct)).ToLookup(a => a.PersonaId);
        _deleghe = deleghe.Count == 0 ? [] : await db.Deleghe.AsNoTracking().Where(d => deleghe.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var chi = await nomi.DiChiAgisce(eventi, ct);
        var fisiche = await nomi.DiPersoneFisiche(string.Concat(eventi.Select(e => e.Dati?.ToJsonString())), ct);
        var passi = new List<PassoIter>();
        var lavori = new List<Evento>();
        foreach (var e in eventi)
        {
            if (lavori.Count > 0 && (e.Azione != Azioni.BozzaModificata || e.Attore != lavori[^1].Attore || chi[e.Seq] != chi[lavori[^1].Seq]
                || RomeTime.DayInRome(e.Utc) != RomeTime.DayInRome(lavori[^1].Utc)))
            {
                passi.Add(Together(lavori, chi[lavori[0].Seq]));
                lavori.Clear();
            }

            if (e.Azione == Azioni.BozzaModificata)
            {
                lavori.Add(e);
                continue;
            }

            passi.Add(new PassoIter(
                e.Seq, 1, e.Utc, e.Utc, chi[e.Seq], EventoWords.Ruolo(e), EventoWords.Sentence(e), Titolo(e),
                [.. await Passaggio(e, ct), .. EventoWords.Dettagli(e)],
                [.. Testi(e).Select(t => t with { Testo = HiddenPeople.WithNames(t.Testo, fisiche) })]));
        }

        if (lavori.Count > 0)
        {
            passi.Add(Together(lavori, chi[lavori[0].Seq]));
        }

        return passi;
    }

    private PassoIter Together(List<Evento> lavori, string chi)
    {
        var (primo, ultimo) = (lavori[0], lavori[^1]);
        var percorsi = lavori.SelectMany(EventoWords.Percorsi).Distinct().ToList();
        return new PassoIter(
            ultimo.Seq, lavori.Count, TolerantReader.Istante(primo.Dati, "dal") ?? primo.Utc, TolerantReader.Istante(ultimo.Dati, "al") ?? ultimo.Utc,
            chi, EventoWords.Ruolo(ultimo), EventoWords.CampiModificati(percorsi), Titolo(ultimo),
            [.. EventoWords.Fields(percorsi), .. lavori.SelectMany(EventoWords.Dettagli)], []);
    }

    private IEnumerable<TestoDellAtto> Testi(Evento e) => !privato && _conflitti.Contains(e.Azione)
        ? []
        : MotiviEDichiarazioni.Of(e.Dati).Where(t => !_giaNeiDettagli.Contains(t.Titolo));

    /// <summary>Returns the words that say from which RUP to which the Affidamento passed, with the names of that time.</summary>
    private async Task<IEnumerable<string>> Passaggio(Evento e, CancellationToken ct) =>
        EventoWords.Passaggio(e) is var (da, a) && await nomi.Of([da, a], e.Utc, ct) is var allora
            && allora.TryGetValue(da, out var prima) && allora.TryGetValue(a, out var dopo)
            ? [$"RUP: {dopo} (era {prima})"]
            : [];

    private TitoloIter? Titolo(Evento e)
    {
        if (e.Attore.Id is not { } chi || !NomiRegistrati.Leggi<Ruolo>(e.Attore.Ruolo, out var ruolo))
        {
            return null;
        }

        var giorno = RomeTime.DayInRome(e.Utc);
        return ruolo.SiAssegna() ? OfRuolo(chi, ruolo, e.Attore.Ente, giorno) : OfDelega(TolerantReader.Id(e.Dati, "delega"), giorno);
    }

    private TitoloIter OfDelega(Guid? id, DateOnly giorno) => id is null || !_deleghe.TryGetValue(id.Value, out var d)
        ? new("Nessuna delega risulta.", true)
        : new(
            $"Delega: {d.Atto.Tipo.Nome()} n. {d.Atto.Numero} del {RomeTime.Text(d.Atto.Data)}, prot. {d.Atto.Protocollo}; "
            + $"vale dal {RomeTime.Text(d.Dal)} al {RomeTime.Text(d.Al)}.",
            giorno < d.Dal || giorno > d.Al);

    private TitoloIter OfRuolo(Guid chi, Ruolo ruolo, Guid? ente, DateOnly giorno)
    {
        if (_ruoli[chi].Where(a => a.Ruolo == ruolo && a.EnteId == ente && a.ValidaAl(giorno)).OrderBy(a => a.Dal).LastOrDefault() is not { } suo)
        {
            return new("Nessun ruolo risulta per quel giorno.", true);
        }

        var dopo = suo.RegistrataIl > giorno;
        var atto = suo.Atto?.InParole() ?? (suo.AttoMancante ? "atto di nomina non registrato" : null);
        return new(
            $"{(atto is null ? "Vale" : $"{atto}; vale")} dal {RomeTime.Text(suo.Dal)}"
            + (suo.RegistrataIl is { } registrato && registrato != suo.Dal ? $", registrato il {RomeTime.Text(registrato)}" : "")
            + (dopo ? ", dopo questo passo." : "."),
            dopo || suo.AttoMancante);
    }
}
