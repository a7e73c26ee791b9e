using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CigHub.Domain.Codici;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Dettaglio;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>
/// Finds the events of a filter, in one place, so that list, sheet, ndjson and print have the same events. A filter by words of the event
/// reads the events themselves, because no column holds their text.
/// </summary>
internal sealed class EventiSearch
{
    private const int AtOnce = 500;

    private readonly CigHubDbContext _db;
    private readonly IReadOnlyList<string> _azioni;
    private readonly IReadOnlyList<string> _words;
    private readonly IQueryable<RigaRegistro> _found;

    private EventiSearch(CigHubDbContext db, EventiFilter filter, IReadOnlyList<string>? among, EventiScope scope, IQueryable<RigaRegistro> found)
    {
        (_db, Scope, _words) = (db, scope, EventiScope.Words(filter.Testo));
        _azioni = among ?? (filter is { Azione: null, Gruppo: { } gruppo } ? GruppoDiAzioni.AzioniDi(gruppo) : []);
        _found = among is null ? found : found.Where(e => among.Contains(e.Azione));
    }

    /// <summary>The ids and numbers for which the filter's texts and days stand.</summary>
    public EventiScope Scope { get; }

    /// <summary>Says whether the filter looks for words in the events themselves.</summary>
    public bool ByWords => _words.Count > 0;

    /// <param name="among">The actions among which events are found. Null for all, or those of the filter.</param>
    public static async Task<EventiSearch> Of(
        EventiFilter filter, CigHubDbContext db, Ambito ambito, ITextSearch texts, CancellationToken ct, IReadOnlyList<string>? among = null)
    {
        var scope = await EventiScope.Of(filter, db, ambito, texts, ct);
        return new EventiSearch(db, filter, among, scope, await EventiFilterSet.Tutti.Narrow(db.EventiVisibili(ambito), filter, scope));
    }

    /// <summary>Returns some of the found events, newest first. It does not look for words.</summary>
    /// <param name="before">The number of an event. Only older ones are found. Null for all.</param>
    public async Task<IReadOnlyList<RigaRegistro>> Newest(long? before, int skip, int take, CancellationToken ct)
    {
        var parts = Parts(before is null ? _found : _found.Where(e => e.Seq < before)).ToList();
        if (parts.Count == 1)
        {
            return await parts[0].OrderByDescending(e => e.Seq).Skip(skip).Take(take).ToListAsync(ct);
        }

        var newest = parts.Select(p => p.OrderByDescending(e => e.Seq).Select(e => e.Seq).Take(skip + take)).Aggregate((a, b) => a.Concat(b));
        var seqs = await newest.OrderByDescending(s => s).Skip(skip).Take(take).ToListAsync(ct);
        return await _db.Registro.AsNoTracking().Where(e => EF.Parameter(seqs).Contains(e.Seq)).OrderByDescending(e => e.Seq).ToListAsync(ct);
    }

    /// <summary>Returns the newest events that hold the words, and the oldest event that was read.</summary>
    /// <param name="before">The number of an event. Only older ones are read. Null for all.</param>
    /// <param name="most">The most events that are returned.</param>
    /// <param name="read">The most events that are read.</param>
    public async Task<(IReadOnlyList<RigaRegistro> Rows, int Read, long? Last)> NewestWithWords(long? before, int most, int read, CancellationToken ct)
    {
        var rows = new List<RigaRegistro>();
        var (count, last) = (0, before);
        while (count < read && rows.Count < most)
        {
            var wanted = Math.Min(AtOnce, read - count);
            var batch = await Newest(last, 0, wanted, ct);
            foreach (var row in batch.TakeWhile(_ => rows.Count < most))
            {
                (count, last) = (count + 1, row.Seq);
                if (HasWords(row))
                {
                    rows.Add(row);
                }
            }

            if (batch.Count < wanted)
            {
                return (rows, count, rows.Count == most ? last : null);
            }
        }

        return (rows, count, last);
    }

    /// <summary>Counts the found events up to the given number.</summary>
    public async Task<int> Count(int most, CancellationToken ct)
    {
        if (!ByWords)
        {
            var parts = Parts(_found).ToList();
            return parts.Count == 1
                ? await parts[0].Select(e => 1).Take(most).CountAsync(ct)
                : await parts.Select(p => p.OrderByDescending(e => e.Seq).Select(e => e.Seq).Take(most)).Aggregate((a, b) => a.Concat(b))
                    .Take(most).CountAsync(ct);
        }

        var count = 0;
        await foreach (var batch in Batches(most, ct))
        {
            count += batch.Count;
        }

        return count;
    }

    /// <summary>Reads the found events in the order of time, at most the given number, a few hundred at once.</summary>
    public async IAsyncEnumerable<IReadOnlyList<RigaRegistro>> Batches(int most, [EnumeratorCancellation] CancellationToken ct)
    {
        // Sort the numbers alone. The bytes of a hundred thousand events do not fit into the memory of a sort.
        var numbers = _found.OrderBy(e => e.Seq).Select(e => e.Seq);
        var seqs = await (ByWords ? numbers : numbers.Take(most)).ToListAsync(ct);
        var left = most;
        for (var from = 0; from < seqs.Count; from += AtOnce)
        {
            var some = seqs.GetRange(from, Math.Min(AtOnce, seqs.Count - from));
            var rows = await _db.Registro.AsNoTracking().Where(e => EF.Parameter(some).Contains(e.Seq)).OrderBy(e => e.Seq).ToListAsync(ct);
            List<RigaRegistro> batch = [.. rows.Where(r => !ByWords || HasWords(r)).Take(left)];
            left -= batch.Count;
            yield return batch;
            if (left == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Puts events into words, in their order.</summary>
    public static async Task<IReadOnlyList<EventoRow>> InWords(IReadOnlyList<RigaRegistro> righe, NamesAtTheTime nomi, CancellationToken ct)
    {
        var letti = righe.Select(r => Evento.Leggi(r.Byte)).Where(e => e.IsSuccess).Select(e => e.Value).ToDictionary(e => e.Seq);
        var chi = await nomi.DiChiAgisce(letti.Values, ct);
        var persone = await nomi.DegliOggetti(letti.Values, ct);
        return
        [
            .. righe.Select(r => letti.TryGetValue(r.Seq, out var evento)
                ? Row(evento, r, chi[r.Seq], persone.GetValueOrDefault(r.Seq))
                : Unreadable(r))
        ];
    }

    private static EventoRow Row(Evento e, RigaRegistro riga, string chi, string? persona) => new(
        e.Seq, e.Utc, e.Attore.Id, chi, EventoWords.Ruolo(e), EventoWords.Sentence(e), e.Oggetto.Id,
        EventoWords.TitoloDellOggetto(e) ?? persona ?? DataWords.Oggetto(e.Oggetto.Tipo), e.Esito == EsitoEvento.Negato)
    {
        Azione = Azioni.Nome(e.Azione),
        Ente = EventoWords.EnteDiChiAgisce(e),
        Motivi = string.Join(" · ", MotiviEDichiarazioni.Of(e.Dati).Select(t => $"{t.Titolo}: {HiddenPeople.WithNames(t.Testo, NoNames)}")),
        Impronta = Convert.ToHexStringLower(riga.Foglia),
    };

    private static IReadOnlyDictionary<string, string> NoNames { get; } = new Dictionary<string, string>();

    /// <summary>Returns the row for an event whose bytes were altered and cannot be read. The row says so.</summary>
    private static EventoRow Unreadable(RigaRegistro r) =>
        new(
            r.Seq, r.Utc, null, "–", null, "i byte di questo evento non sono leggibili: sono stati alterati", r.OggettoId,
            DataWords.Oggetto(r.OggettoTipo), false)
        {
            Azione = Azioni.Nome(r.Azione),
            Impronta = Convert.ToHexStringLower(r.Foglia),
        };

    /// <summary>
    /// Returns the queries whose answers together are the found events. Each filters by one key, so that it reads an index in the order of
    /// time. One query with all the keys would sort every event that it finds.
    /// </summary>
    private IEnumerable<IQueryable<RigaRegistro>> Parts(IQueryable<RigaRegistro> found)
    {
        if (Scope.Persone.Count > 1)
        {
            return Scope.Persone.Select(id => found.Where(e => e.AttoreId == id));
        }

        if (Scope.Enti.Count > 1)
        {
            return Scope.Enti.Select(id => found.Where(e => e.EnteId == id));
        }

        return _azioni.Count > 1 ? _azioni.Select(azione => found.Where(e => e.Azione == azione)) : [found];
    }

    private bool HasWords(RigaRegistro row)
    {
        if (!Evento.Leggi(row.Byte).TryGet(out var e))
        {
            return false;
        }

        string?[] texts =
        [
            EventoWords.Sentence(e), Azioni.Nome(e.Azione), EventoWords.TitoloDellOggetto(e), .. Texts(e.Dati), .. Texts(e.Prima), .. Texts(e.Dopo),
        ];
        return EventiScope.Has(FoldedText.Parole(string.Join(' ', texts)), _words);
    }

    /// <summary>Returns the texts in a JSON value, without its keys.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Texts(m.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value => [value.ToString()],
        _ => [],
    };
}
