using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>Reads the events of a filter for a file or a print, in the order of time.</summary>
public sealed class EventiDaEsportare(CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi, ITextSearch texts) : IQuery
{
    private EventiSearch? _search;

    public static Permission Requires => Permission.LeggiRegistro;

    /// <summary>Counts the events up to the given number.</summary>
    public async Task<int> Count(EventiFilter filtro, int quanti, CancellationToken ct) => await (await Search(filtro, ct)).Count(quanti, ct);

    /// <summary>Reads the events in words, at most the given number.</summary>
    public async IAsyncEnumerable<EventoRow> Each(EventiFilter filtro, int quanti, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var batch in (await Search(filtro, ct)).Batches(quanti, ct))
        {
            foreach (var row in await EventiSearch.InWords(batch, nomi, ct))
            {
                yield return row;
            }
        }
    }

    /// <summary>Reads the exact bytes of the events, at most the given number.</summary>
    public async IAsyncEnumerable<byte[]> Bytes(EventiFilter filtro, int quanti, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var batch in (await Search(filtro, ct)).Batches(quanti, ct))
        {
            foreach (var row in batch)
            {
                yield return row.Byte;
            }
        }
    }

    /// <summary>Returns the filter as the event of the file keeps it.</summary>
    public async Task<JsonObject> Filter(EventiFilter filtro, CancellationToken ct = default) => filtro.Json((await Search(filtro, ct)).Scope.Persone);

    private async Task<EventiSearch> Search(EventiFilter filtro, CancellationToken ct) =>
        _search ??= await EventiSearch.Of(filtro, db, ambito, texts, ct);
}
