using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.UseCases;

namespace CigHub.Web.Components.Lists;

/// <summary>A file that was made and waits for the event that lets it go.</summary>
/// <param name="For">The user who asked for it, in which role: nobody else gets it.</param>
/// <param name="Filter">What the list was narrowed to, as the event keeps it.</param>
public sealed record ReadyFile(Guid Id, Actor For, string Name, byte[] Bytes, int Rows, string Sha256, JsonObject Filter);

/// <summary>The files between their making and their handing out; each stays as long as one request.</summary>
public sealed class FilesToHandOut
{
    private readonly ConcurrentDictionary<Guid, ReadyFile> _files = new();

    /// <summary>Gives the event that lets a file go, with its filter, the number of its rows and its hash.</summary>
    /// <returns>The event, or <c>dati.non-trovato</c> where the actor has no such file.</returns>
    public Result<Eventi> HandOut(Guid id, Actor actor, string action, string subject)
    {
        if (!_files.TryGetValue(id, out var file) || file.For != actor)
        {
            return CommandRunner.NonTrovato;
        }

        var data = new JsonObject { ["filtro"] = file.Filter.DeepClone(), ["righe"] = (long)file.Rows, ["sha256"] = file.Sha256 };
        return Eventi.Di(new EventoDaScrivere(action, subject, id, actor.EnteId, data));
    }

    internal void Add(ReadyFile file) => _files[file.Id] = file;

    internal void Remove(Guid id) => _files.TryRemove(id, out _);
}

/// <summary>A list to hand out as a sheet: what it reads, its columns, and the command that leaves the event.</summary>
/// <typeparam name="TQuery">The query that reads the rows.</typeparam>
/// <typeparam name="TRow">A row.</typeparam>
/// <typeparam name="TCommand">The command that hands the file out.</typeparam>
/// <param name="FileName">The beginning of the file's name; day and time follow.</param>
/// <param name="Columns">The columns of the list; those with a width stand in the sheet.</param>
/// <param name="Filter">What the list is narrowed to, for the event.</param>
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
    /// <summary>Refuses an export without rows.</summary>
    public required Error Empty { get; init; }

    /// <summary>Refuses an export of more than <see cref="ScrittoreXlsx.MaxRighe"/> rows.</summary>
    public required Error TooMany { get; init; }
}

/// <summary>
/// Exports any declared list in three steps: read, leave the event, hand out. The file is made before the write transaction, so that nobody waits
/// for it.
/// </summary>
public sealed class ListExport(Lettore lettore, CommandRunner runner, FilesToHandOut files, TimeProvider clock)
{
    public async Task<Result<ReadyFile>> Run<TQuery, TRow, TCommand>(ListToExport<TQuery, TRow, TCommand> list, Actor actor, CancellationToken ct = default)
        where TQuery : class, IQuery
        where TCommand : ICommand
    {
        var read = await lettore.Leggi<TQuery, IReadOnlyList<TRow>>(actor, async q => await list.Read(q, ScrittoreXlsx.MaxRighe + 1, ct), ct);
        if (!read.TryGet(out var rows))
        {
            return Result<ReadyFile>.Refused(read.Errors);
        }

        if (rows.Count is 0 or > ScrittoreXlsx.MaxRighe)
        {
            return rows.Count == 0 ? list.Empty : list.TooMany;
        }

        var bytes = list.Columns.ToSheet(rows, acrossEnti: actor.EnteId is null);
        var now = OraItaliana.DiRoma(clock.GetUtcNow().UtcDateTime);
        var file = new ReadyFile(
            Guid.CreateVersion7(), actor, $"{list.FileName}-{now:yyyy-MM-dd-HHmm}.xlsx", bytes, rows.Count, Convert.ToHexStringLower(SHA256.HashData(bytes)), list.Filter);
        files.Add(file);
        try
        {
            var outcome = await runner.Esegui(list.HandOut(file.Id), actor, ct);
            return outcome.IsSuccess ? file : Result<ReadyFile>.Refused(outcome.Errors);
        }
        finally
        {
            files.Remove(file.Id);
        }
    }
}
