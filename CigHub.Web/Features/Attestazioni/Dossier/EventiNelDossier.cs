using System.Runtime.CompilerServices;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using static CigHub.Web.Features.Attestazioni.Dossier.DossierPage;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes the events in words into the page of a dossier. With pseudonyms people have numbers, and the words are the action's alone: what
/// somebody typed is left out, because it may name a person.
/// </summary>
/// <param name="pseudonimi">The numbers of the people. Null for a dossier with names.</param>
internal sealed class EventiNelDossier(CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi, Pseudonimi? pseudonimi)
{
    private const int AtOnce = 500;

    /// <summary>Writes a row for each event, and returns the number of events.</summary>
    /// <param name="until">The number of the last event.</param>
    /// <param name="advance">Called after each event.</param>
    public async Task<long> WriteRows(TextWriter page, long until, Action advance, CancellationToken ct)
    {
        var events = 0L;
        await foreach (var batch in Batches(until, ct))
        {
            events += batch.Count;
            var read = batch.Select(r => Evento.Leggi(r.Byte)).Where(e => e.IsSuccess).Select(e => e.Value).ToList();
            var (who, people) = pseudonimi is null
                ? (await nomi.DiChiAgisce(read, ct), await nomi.DegliOggetti(read, ct))
                : (read.ToDictionary(e => e.Seq, Numbered), NumberedSubjects(read));
            foreach (var e in read)
            {
                var subject = people.GetValueOrDefault(e.Seq) ?? Title(e) ?? DataWords.Oggetto(e.Oggetto.Tipo);
                var sentence = pseudonimi is null ? EventoWords.Sentence(e) : Azioni.Nome(e.Azione);
                await page.WriteAsync(
                    $"<tr><td>{e.Seq}</td><td>{RomeTime.Text(e.Utc)}</td><td>{Html(who[e.Seq])}<br>{Html(EventoWords.Ruolo(e) ?? "")}</td>" +
                    $"<td>{Html(sentence)}</td><td>{Html(subject)}</td><td>{(e.Esito == EsitoEvento.Ok ? "Riuscito" : "Negato")}</td></tr>\n");
            }

            foreach (var _ in batch)
            {
                advance();
            }
        }

        return events;
    }

    private string Numbered(Evento e) => e.Attore.Id is not { } actor ? NamesAtTheTime.Sistema
        : TolerantReader.Id(e.Dati, "perDelegaDi") is { } rup ? $"{pseudonimi!.Della(actor)}, per delega di {pseudonimi.Della(rup)}"
        : pseudonimi!.Della(actor);

    private Dictionary<long, string> NumberedSubjects(IEnumerable<Evento> read) => read
        .Where(e => e.Oggetto.Tipo == Oggetti.Persona && Guid.TryParse(e.Oggetto.Id, out _))
        .ToDictionary(e => e.Seq, e => pseudonimi!.Della(Guid.Parse(e.Oggetto.Id)));

    /// <summary>Returns the title of the event's object. With pseudonyms an Affidamento or a Lotto is its number alone: people typed the rest.</summary>
    private string? Title(Evento e) => EventoWords.TitoloDellOggetto(e) is not { } title ? null
        : pseudonimi is null ? title
        : e.Oggetto.Tipo switch
        {
            Oggetti.Affidamento => title.Split(' ')[0],
            Oggetti.Lotto => title.Split(" – ")[0],
            _ => title,
        };

    private async IAsyncEnumerable<List<RigaRegistro>> Batches(long until, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0L; ;)
        {
            var from = after;
            var batch = await db.EventiVisibili(ambito).Where(e => e.Seq > from && e.Seq <= until).OrderBy(e => e.Seq).Take(AtOnce).ToListAsync(ct);
            if (batch.Count == 0)
            {
                yield break;
            }

            yield return batch;
            after = batch[^1].Seq;
        }
    }
}
