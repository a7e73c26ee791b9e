using System.IO.Compression;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

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
    /// <param name="shown">The columns that the user has chosen, in order. Null for all of them.</param>
    public static ListToExport<EventiDaEsportare, EventoRow, EsportaEventi> Sheet(
        EventiFilter filtro, JsonObject kept, IReadOnlyList<Column<EventoRow>>? shown = null) => new(
        FileName, RegistroColumns.Tutte, kept, (q, most, ct) => q.Count(filtro, most, ct), (q, most, ct) => q.Each(filtro, most, ct),
        id => new EsportaEventi(id))
        {
            Shown = shown,
            Empty = _empty,
            TooMany = _tooMany,
        };

    /// <summary>
    /// Returns the description of a zip with one file: the exact bytes of each event in a line of its own, as their hashes were computed.
    /// </summary>
    /// <inheritdoc cref="Sheet" path="/param"/>
    public static ListToExport<EventiDaEsportare, byte[], EsportaEventi> Bytes(EventiFilter filtro, JsonObject kept) => new(
        FileName, NoColumns<byte[]>.None, kept, (q, most, ct) => q.Count(filtro, most, ct), (q, most, ct) => q.Bytes(filtro, most, ct),
        id => new EsportaEventi(id))
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
}
