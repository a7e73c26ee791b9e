using System.Collections.Concurrent;
using System.Security.Cryptography;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>A dossier on disk that its maker may download.</summary>
/// <param name="For">The user and role that asked for it. Nobody else gets it.</param>
public sealed record ReadyDossier(Guid Id, Actor For, string Name, string File, long Length, string Sha256, DossierSummary Summary, DateTime Made)
{
    /// <summary>Says whether the event with its hash is in the registro. Before that nobody gets it.</summary>
    public bool IsRecorded { get; init; }

    public bool IsFor(Actor actor) => (For.PersonaId, For.Ruolo, For.EnteId) == (actor.PersonaId, actor.Ruolo, actor.EnteId);
}

/// <summary>
/// Makes dossiers in a working folder beside the data and keeps each for an hour. It records the event with the hash before a dossier may be
/// downloaded, so that none leaves CigHub without its event.
/// </summary>
public sealed partial class DossierFiles(
    DataFolder folder, AttestazioniStore store, Attestatore attestatore, KeyRing keys, QueryReader reader, CommandRunner runner, TimeProvider clock,
    ILogger<DossierFiles> log)
{
    private static readonly Error _noRoom = new(
        "dossier.disco",
        "Il dossier non è stato fatto: il disco del server è pieno o non si scrive. Il resto di CigHub va avanti e gli eventi ci sono tutti: "
        + "chiedi a chi gestisce CigHub di liberare spazio, poi ripeti.");

    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, ReadyDossier> _ready = new();
    private bool _cleared;

    /// <summary>Opens the file of a dossier. A test puts a full disk in its place.</summary>
    internal Func<string, Stream> Open { get; set; } = NewFile;

    private string Root => folder.PathOf("dossier.in-corso");

    /// <summary>Makes a dossier up to now, and records its event.</summary>
    /// <param name="conPseudonimi">Says whether people have numbers in it in place of their names.</param>
    /// <param name="progress">Takes the number of events that are written and that there are to write.</param>
    public async Task<Result<ReadyDossier>> Make(Actor actor, bool conPseudonimi, IProgress<ConfrontoProgress> progress, CancellationToken ct)
    {
        Clear();
        attestatore.MakeIfGrown(MotivoAttestazione.Richiesta);
        if (keys.Fault is { } fault || store.Last == 0)
        {
            return new Error("dossier.senza-attestazione", keys.Fault ?? "Non c'è ancora nessuna attestazione: fanne una con «Nuova attestazione» e riprova.");
        }

        var (id, until) = (Guid.CreateVersion7(), store.Last);
        var path = Path.Combine(Root, $"{id}.zip");
        try
        {
            Directory.CreateDirectory(Root);
            Result<DossierSummary> written;
            await using (var file = Open(path))
            {
                written = await reader.ReadLong<ContenutoDossier, DossierSummary>(actor, q => q.Run(file, until, conPseudonimi, progress, ct), ct);
            }

            return written.TryGet(out var summary) ? await Record(id, path, summary, actor, ct) : Refused(path, written.Errors);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotWritten(e);
            return Refused(path, [_noRoom]);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Returns a dossier that the actor may download, or null.</summary>
    public ReadyDossier? Of(Guid id, Actor actor) => _ready.TryGetValue(id, out var made) && made.IsRecorded && made.IsFor(actor) ? made : null;

    /// <summary>Returns a dossier whose event is being recorded for the actor, or null.</summary>
    internal ReadyDossier? Unrecorded(Guid id, Actor actor) => _ready.TryGetValue(id, out var made) && made.IsFor(actor) ? made : null;

    private async Task<Result<ReadyDossier>> Record(Guid id, string path, DossierSummary summary, Actor actor, CancellationToken ct)
    {
        string sha256;
        await using (var file = File.OpenRead(path))
        {
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var name = $"dossier-cighub-{RomeTime.InRome(now):yyyy-MM-dd-HHmm}{(summary.Pseudonimi ? "-pseudonimi" : "")}.zip";
        var made = new ReadyDossier(id, actor, name, path, new FileInfo(path).Length, sha256, summary, now);
        _ready[id] = made;
        var recorded = await runner.Run(new PreparaDossier(id), actor, ct);
        if (!recorded.IsSuccess)
        {
            _ready.TryRemove(id, out _);
            return Refused(path, recorded.Errors);
        }

        return _ready[id] = made with { IsRecorded = true };
    }

    private static Result<ReadyDossier> Refused(string path, IReadOnlyList<Error> errors)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Result<ReadyDossier>.Refused(errors);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A dossier could not be written")]
    private partial void NotWritten(Exception exception);

    /// <summary>Deletes what an earlier process left, and the dossiers that are older than an hour.</summary>
    private void Clear()
    {
        if (!_cleared && Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }

        _cleared = true;
        foreach (var old in _ready.Values.Where(d => clock.GetUtcNow().UtcDateTime - d.Made > _kept))
        {
            _ready.TryRemove(old.Id, out _);
            File.Delete(old.File);
        }
    }

    /// <summary>Creates a file that only the account of the program may read.</summary>
    private static FileStream NewFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
