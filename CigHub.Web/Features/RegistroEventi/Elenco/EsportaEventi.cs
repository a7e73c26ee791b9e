using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
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

/// <summary>
/// Records the export of the registro's list, and lets the user download the file. No file leaves CigHub without its event.
/// </summary>
/// <param name="Id">The id of the file among <see cref="FilesToHandOut"/>. The server, not the caller, says what the file holds.</param>
[Limited(LimitedUse.Export)]
public sealed record EsportaEventi(Guid Id) : ICommand
{
    private const string FileName = "registro-eventi", Ndjson = "eventi.ndjson";

    private static readonly Error _empty = new("esporta.vuoto", "Con questi filtri non c'è nessun evento da esportare: allargali e riprova.");

    private static readonly Error _tooMany = new(
        "esporta.troppi",
        "Con questi filtri gli eventi sono più di 100.000, il massimo per un file: scegli un periodo più breve ed esporta in più volte, "
        + "oppure prepara il dossier in «Attestazioni di integrità».");

    public static Permission Requires => Permission.LeggiRegistro;

    /// <summary>Returns the description of a sheet with the events in words.</summary>
    /// <param name="kept">The filter as the event keeps it.</param>
    public static ListToExport<EventiDaEsportare, EventoRow, EsportaEventi> Sheet(EventiFilter filtro, JsonObject kept) => new(
        FileName, EventiColumns.Tutte, kept, (q, most, ct) => q.Count(filtro, most, ct), (q, most, ct) => q.Each(filtro, most, ct), id => new EsportaEventi(id))
    {
        Empty = _empty,
        TooMany = _tooMany,
    };

    /// <summary>
    /// Returns the description of a zip with one file: the exact bytes of each event in a line of its own, as their hashes were computed.
    /// </summary>
    /// <inheritdoc cref="Sheet" path="/param"/>
    public static ListToExport<EventiDaEsportare, byte[], EsportaEventi> Bytes(EventiFilter filtro, JsonObject kept) => new(
        FileName, NoColumns.None, kept, (q, most, ct) => q.Count(filtro, most, ct), (q, most, ct) => q.Bytes(filtro, most, ct), id => new EsportaEventi(id))
    {
        Empty = _empty,
        TooMany = _tooMany,
        Writer = new("zip", WriteLines),
    };

    private static async Task<int> WriteLines(Stream file, IAsyncEnumerable<byte[]> events, CancellationToken ct)
    {
        var written = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        await using var lines = zip.CreateEntry(Ndjson).Open();
        await foreach (var bytes in events.WithCancellation(ct))
        {
            await lines.WriteAsync(bytes, ct);
            lines.WriteByte((byte)'\n');
            written++;
        }

        return written;
    }

    public sealed class Handler(FilesToHandOut files) : ICommandHandler<EsportaEventi>
    {
        public Task<Result<Events>> Handle(EsportaEventi command, Actor actor, CancellationToken ct) =>
            Task.FromResult(files.HandOut(command.Id, actor, Azioni.RegistroEsportato, Oggetti.Registro));
    }

    private sealed class NoColumns() : ColumnSet<byte[]>([])
    {
        public static NoColumns None { get; } = new();
    }
}

/// <summary>Records in the registro that its filtered list is printed. The page prints only after this command has succeeded.</summary>
[Limited(LimitedUse.Export)]
public sealed record StampaEventi(EventiFilter Filter) : ICommand
{
    /// <summary>The most rows of a print, which fill about forty sheets of paper.</summary>
    public const int MaxRighe = 1_000;

    public static Permission Requires => Permission.LeggiRegistro;

    public sealed class Handler(CigHubDbContext db, Ambito ambito, ITextSearch texts) : ICommandHandler<StampaEventi>
    {
        public async Task<Result<Events>> Handle(StampaEventi command, Actor actor, CancellationToken ct)
        {
            var search = await EventiSearch.Of(command.Filter, db, ambito, texts, ct);
            var righe = await search.Count(MaxRighe + 1, ct);
            if (righe == 0)
            {
                return new Error("stampa.vuota", "Con questi filtri non c'è nessun evento da stampare: allargali e riprova.");
            }

            if (righe > MaxRighe)
            {
                return new Error(
                    "stampa.troppi", "Con questi filtri gli eventi sono più di 1.000, troppi per la carta: restringi i filtri, oppure esporta in xlsx.");
            }

            var dati = new JsonObject { ["filtro"] = command.Filter.Json(search.Scope.Persone), ["righe"] = (long)righe };
            return Events.Of(new EventToWrite(Azioni.RegistroStampato, Oggetti.Registro, Guid.Empty, actor.EnteId, dati));
        }
    }
}
