using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Lists;

/// <summary>A file made for download that may be handed out only after its event is in the registro.</summary>
/// <param name="For">The user and role that asked for the file. Nobody else gets it.</param>
/// <param name="Filter">The filters of the list, as the event keeps them.</param>
public sealed record ReadyFile(Guid Id, Actor For, string Name, byte[] Bytes, int Rows, string Sha256, JsonObject Filter);

/// <summary>The files that are made and not handed out yet. Each is kept only during the request that made it.</summary>
public sealed class FilesToHandOut
{
    private readonly ConcurrentDictionary<Guid, ReadyFile> _files = new();

    /// <summary>
    /// Returns the event that records that a file is handed out, with the list's filters, the number of rows and the file's hash.
    /// </summary>
    /// <returns>The event, or the error <c>dati.non-trovato</c> when the actor has no such file.</returns>
    public Result<Events> HandOut(Guid id, Actor actor, string action, string subject)
    {
        if (!_files.TryGetValue(id, out var file) || file.For != actor)
        {
            return CommandRunner.NotFound;
        }

        var data = new JsonObject { ["filtro"] = file.Filter.DeepClone(), ["righe"] = (long)file.Rows, ["sha256"] = file.Sha256 };
        return Events.Of(new EventToWrite(action, subject, id, actor.EnteId, data));
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
/// <param name="Read">Reads the first rows, at most the given number.</param>
/// <param name="HandOut">Makes the command from the id of the file.</param>
public sealed record ListToExport<TQuery, TRow, TCommand>(
    string FileName,
    ColumnSet<TRow> Columns,
    JsonObject Filter,
    Func<TQuery, int, CancellationToken, Task<IReadOnlyList<TRow>>> Read,
    Func<Guid, TCommand> HandOut)
    where TQuery : class, IQuery
    where TCommand : ICommand
{
    /// <summary>The error when the list to export has no rows.</summary>
    public required Error Empty { get; init; }

    /// <summary>The error when the list to export has more than <see cref="XlsxWriter.MaxRows"/> rows.</summary>
    public required Error TooMany { get; init; }
}

/// <summary>
/// Exports a list in three steps: reads the rows, records the event, hands out the file. The file is made before the write transaction
/// begins, so that no other writer waits for it.
/// </summary>
public sealed class ListExport(QueryReader reader, CommandRunner runner, FilesToHandOut files, TimeProvider clock)
{
    public async Task<Result<ReadyFile>> Run<TQuery, TRow, TCommand>(ListToExport<TQuery, TRow, TCommand> list, Actor actor, CancellationToken ct)
        where TQuery : class, IQuery
        where TCommand : ICommand
    {
        var read = await reader.ReadLong<TQuery, IReadOnlyList<TRow>>(actor, async q => await list.Read(q, XlsxWriter.MaxRows + 1, ct), ct);
        if (!read.TryGet(out var rows))
        {
            return Result<ReadyFile>.Refused(read.Errors);
        }

        if (rows.Count is 0 or > XlsxWriter.MaxRows)
        {
            return rows.Count == 0 ? list.Empty : list.TooMany;
        }

        var bytes = list.Columns.ToSheet(rows, acrossEnti: actor.EnteId is null);
        var now = RomeTime.InRome(clock.GetUtcNow().UtcDateTime);
        var file = new ReadyFile(
            Guid.CreateVersion7(), actor, $"{list.FileName}-{now:yyyy-MM-dd-HHmm}.xlsx", bytes,
            rows.Count, Convert.ToHexStringLower(SHA256.HashData(bytes)), list.Filter);
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
}
