using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Components.Acting;
using CigHub.Web.Data.Start;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Lists;

/// <summary>A file made for download that may be handed out only after its event is in the registro.</summary>
/// <param name="For">The user and role that asked for the file. Nobody else gets it.</param>
/// <param name="Content">The file, compressed as it will be downloaded. Whoever hands it out closes it.</param>
/// <param name="Filter">The filters of the list, as the event keeps them.</param>
public sealed record ReadyFile(Guid Id, Actor For, string Name, Stream Content, int Rows, string Sha256, JsonObject Filter);

/// <summary>The files that are made and not handed out yet. Each is kept only during the request that made it.</summary>
public sealed class FilesToHandOut
{
    private readonly ConcurrentDictionary<Guid, ReadyFile> _files = new();

    /// <summary>
    /// Returns the event that records that a file is handed out, with the list's filters, the number of rows and the file's hash.
    /// </summary>
    /// <param name="subject">The type of the event's object.</param>
    /// <param name="about">The id of the object and its Ente. Null when the event is about the file itself, for the actor's Ente.</param>
    /// <returns>The event, or the error <c>dati.non-trovato</c> when the actor has no such file.</returns>
    public Result<Events> HandOut(Guid id, Actor actor, string action, string subject, (Guid Id, Guid EnteId)? about = null)
    {
        if (!_files.TryGetValue(id, out var file) || file.For != actor)
        {
            return CommandRunner.NotFound;
        }

        var data = new JsonObject { ["filtro"] = file.Filter.DeepClone(), ["righe"] = (long)file.Rows, ["sha256"] = file.Sha256 };
        return Events.Of(new EventToWrite(action, subject, about?.Id ?? id, about?.EnteId ?? actor.EnteId, data));
    }

    internal void Add(ReadyFile file) => _files[file.Id] = file;

    internal void Remove(Guid id) => _files.TryRemove(id, out _);
}

/// <summary>
/// Describes how a list is exported as a sheet: the query that reads its rows, its columns, and the command that records the event.
/// </summary>
/// <typeparam name="TQuery">The query that reads the rows.</typeparam>
/// <typeparam name="TRow">The record that a row of the list shows.</typeparam>
/// <typeparam name="TCommand">The command that hands the file out.</typeparam>
/// <param name="FileName">The beginning of the file's name. Day and time follow.</param>
/// <param name="Columns">The columns of the list. Those with a <see cref="Column{TRow}.Sheet"/> width stand in the sheet.</param>
/// <param name="Filter">The filters of the list, for the event.</param>
/// <param name="Count">Counts the rows, up to the given number.</param>
/// <param name="Read">Reads the first rows one after the other, at most the given number.</param>
/// <param name="HandOut">Makes the command from the id of the file.</param>
public sealed record ListToExport<TQuery, TRow, TCommand>(
    string FileName,
    ColumnSet<TRow> Columns,
    JsonObject Filter,
    Func<TQuery, int, CancellationToken, Task<int>> Count,
    Func<TQuery, int, CancellationToken, IAsyncEnumerable<TRow>> Read,
    Func<Guid, TCommand> HandOut)
    where TQuery : class, IQuery
    where TCommand : ICommand
{
    /// <summary>The lines of the sheet above the captions, each with its cells.</summary>
    public IReadOnlyList<object?[]> Above { get; init; } = [];

    /// <summary>The columns that the list shows, in order: the sheet has those of them that may stand in a sheet. Null for all of these.</summary>
    public IReadOnlyList<Column<TRow>>? Shown { get; init; }

    /// <summary>Writes the rows in another form than a sheet. Null for a sheet.</summary>
    public RowsWriter<TRow>? Writer { get; init; }

    /// <summary>The error when the list to export has no rows.</summary>
    public required Error Empty { get; init; }

    /// <summary>The error when the list to export has more than <see cref="XlsxWriter.MaxRows"/> rows.</summary>
    public required Error TooMany { get; init; }
}

/// <summary>Writes the rows of a list into a file of a form of its own, as they are read.</summary>
/// <param name="Extension">The end of the file's name, without a dot.</param>
/// <param name="Write">Writes the rows and returns their number. It leaves the stream open.</param>
public sealed record RowsWriter<TRow>(string Extension, Func<Stream, IAsyncEnumerable<TRow>, CancellationToken, Task<int>> Write)
{
    /// <summary>
    /// Says whether the file is made on the disk of the data, because it may be too large for the memory. Nothing of it is left once it is
    /// closed.
    /// </summary>
    public bool OnDisk { get; init; }

    /// <summary>The rows in the names of the steps, for example «delle righe».</summary>
    public string OfRows { get; init; } = RowsOfSheet;

    internal const string RowsOfSheet = "delle righe";
}

/// <summary>The columns of a list that is exported by a writer of its own, and never as a sheet.</summary>
public sealed class NoColumns<TRow>() : ColumnSet<TRow>([])
{
    public static NoColumns<TRow> None { get; } = new();
}

/// <summary>
/// Exports a list in three steps: writes the rows into a file as they are read, records the event, hands out the file. The file is made
/// before the write transaction begins, so that no other writer waits for it. Only the compressed file is held in memory, never the
/// rows. A writer of large files has even that on the disk.
/// </summary>
public sealed partial class ListExport(
    QueryReader reader, CommandRunner runner, FilesToHandOut files, DataFolder folder, TimeProvider clock, ILogger<ListExport> log)
{
    private static readonly Error _noRoom = new(
        "esporta.disco",
        "Il file non è stato fatto: il disco del server è pieno o non si scrive. Il resto di CigHub va avanti: chiedi a chi gestisce CigHub di "
        + "liberare spazio, poi ripeti.");

    /// <summary>The error when the user has stopped an export.</summary>
    public static readonly Error Interrupted = new("esporta.interrotto", "Esportazione interrotta: nessun file è stato scaricato. Puoi esportare di nuovo.");

    /// <summary>Opens the file of a large export. A test puts a full disk in its place.</summary>
    internal Func<string, Stream> Open { get; set; } = NewFile;

    /// <param name="work">Shows the progress, and stops the export before the event is recorded.</param>
    public async Task<Result<ReadyFile>> Run<TQuery, TRow, TCommand>(ListToExport<TQuery, TRow, TCommand> list, Actor actor, RunningWork work)
        where TQuery : class, IQuery
        where TCommand : ICommand
    {
        try
        {
            return await InNewFile(list, actor, work);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotWritten(e);
            return _noRoom;
        }
    }

    private async Task<Result<ReadyFile>> InNewFile<TQuery, TRow, TCommand>(
        ListToExport<TQuery, TRow, TCommand> list, Actor actor, RunningWork work)
        where TQuery : class, IQuery
        where TCommand : ICommand
    {
        var content = list.Writer is { OnDisk: true } ? Open(folder.PathOf($"esportazione-{Guid.CreateVersion7()}.in-corso")) : new MemoryStream();
        try
        {
            var made = await Make(list, content, actor, work);
            if (made.IsSuccess)
            {
                content = Stream.Null;
            }

            return made;
        }
        finally
        {
            await content.DisposeAsync();
        }
    }

    private async Task<Result<ReadyFile>> Make<TQuery, TRow, TCommand>(
        ListToExport<TQuery, TRow, TCommand> list, Stream content, Actor actor, RunningWork work)
        where TQuery : class, IQuery
        where TCommand : ICommand
    {
        var ct = work.Ferma;
        var read = await reader.ReadLong<TQuery, Result<int>>(actor, q => Write(list, q, content, actor.EnteId is null, work), ct);
        if (!read.TryGet(out var written) || !written.TryGet(out var rows))
        {
            return Result<ReadyFile>.Refused(read.TryGet(out var refused) ? refused.Errors : read.Errors);
        }

        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        content.Position = 0;
        var now = RomeTime.InRome(clock.GetUtcNow().UtcDateTime);
        var name = $"{list.FileName}-{now:yyyy-MM-dd-HHmm}.{list.Writer?.Extension ?? "xlsx"}";
        var file = new ReadyFile(Guid.CreateVersion7(), actor, name, content, rows, sha256, list.Filter);
        files.Add(file);
        try
        {
            var outcome = await runner.Run(list.HandOut(file.Id), actor, ct);
            return outcome.IsSuccess ? file : Result<ReadyFile>.Refused(outcome.Errors);
        }
        finally
        {
            files.Remove(file.Id);
        }
    }

    private static async Task<Result<int>?> Write<TQuery, TRow, TCommand>(
        ListToExport<TQuery, TRow, TCommand> list, TQuery query, Stream content, bool acrossEnti, RunningWork work)
        where TQuery : class, IQuery
        where TCommand : ICommand
    {
        var count = await list.Count(query, XlsxWriter.MaxRows + 1, work.Ferma);
        if (count is 0 or > XlsxWriter.MaxRows)
        {
            return count == 0 ? list.Empty : list.TooMany;
        }

        work.Comincia($"Esportazione {list.Writer?.OfRows ?? RowsWriter<TRow>.RowsOfSheet}", count);
        var rows = Reported(list.Read(query, XlsxWriter.MaxRows, work.Ferma), work);
        return list.Writer is { } writer
            ? await writer.Write(content, rows, work.Ferma)
            : await list.Columns.ToSheet(content, rows, acrossEnti, work.Ferma, list.Above, list.Shown);
    }

    private static async IAsyncEnumerable<TRow> Reported<TRow>(IAsyncEnumerable<TRow> rows, RunningWork work)
    {
        var done = 0;
        await foreach (var row in rows)
        {
            yield return row;
            work.Report(++done);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An export could not be written")]
    private partial void NotWritten(Exception exception);

    /// <summary>
    /// Creates a file that only the account of the program may read, and that ends with its stream. Where the system allows, it has no name
    /// from the beginning, so that a crash leaves nothing behind.
    /// </summary>
    private static FileStream NewFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
