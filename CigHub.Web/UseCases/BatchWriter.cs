using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>One act of a bulk load: its actor, and its changes to aggregates that the loader holds in memory. It changes no person.</summary>
/// <param name="Carry">Names the objects that the act touches, calls the domain's methods and returns the events.</param>
public sealed record BatchAct(Attore Actor, Func<TouchedRows, Events> Carry)
{
    /// <summary>The lane of the act. Acts of different lanes touch no common object, and may be prepared at the same time.</summary>
    public int Lane { get; init; }

    /// <summary>The time of the act, in UTC. Null for the present.</summary>
    public DateTime? Utc { get; init; }

    /// <summary>The source of the act's ids. Null for random ones.</summary>
    public NewIds? Ids { get; init; }
}

/// <summary>The objects that an act touches. An aggregate must be named before it is changed, because only named objects are saved.</summary>
public sealed class TouchedRows
{
    private readonly CigHubDbContext _tracker;

    internal TouchedRows(CigHubDbContext tracker) => _tracker = tracker;

    /// <summary>Returns the next id of the act.</summary>
    public Guid NewId() => _tracker.Ids.Next();

    /// <summary>Names objects that are in the database, or that an earlier act of the load added, and that this act may change.</summary>
    public void Change(params IEnumerable<object> presenti)
    {
        foreach (var presente in presenti)
        {
            _tracker.Attach(presente);
        }
    }

    /// <summary>Names the new objects that this act adds.</summary>
    public void Add(params IEnumerable<object> nuove) => _tracker.AddRange(nuove);
}

/// <summary>
/// Writes many acts fast, in transactions of about a thousand acts. Each act gets its values before and after, its versions and its events,
/// exactly as from the <see cref="CommandRunner"/>. A thousand acts are prepared in lanes on several threads, while the thousand before them
/// get their numbers in the registro and are written.
/// </summary>
/// <remarks>
/// It is for loads that no person makes one by one (demonstration data). It authorizes nobody. The head of the registro is written once per
/// transaction. A change by somebody else in between is found when a row to change is not there, and ends the load.
/// </remarks>
/// <param name="clock">The clock that dates the acts without a time of their own.</param>
public sealed class BatchWriter(GatedWrites writes, IServiceScopeFactory scopes, TimeProvider clock)
{
    public const int ActsPerTransaction = 1000;

    private const int MaxLanes = 4;

    /// <summary>Writes the acts in order. After each transaction it reports the number of acts written so far.</summary>
    public async Task Write(IEnumerable<BatchAct> atti, Action<int>? avanti = null, CancellationToken ct = default)
    {
        List<BatchLane> lanes = [.. Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, MaxLanes)).Select(_ => new BatchLane(scopes, clock))];
        try
        {
            await Write(lanes, atti, avanti, ct);
        }
        finally
        {
            lanes.ForEach(l => l.Dispose());
            await writes.CloseConnection();
        }
    }

    private async Task Write(List<BatchLane> lanes, IEnumerable<BatchAct> atti, Action<int>? avanti, CancellationToken ct)
    {
        var (scritti, writing) = (0, Task.CompletedTask);
        try
        {
            foreach (var blocco in atti.Chunk(ActsPerTransaction))
            {
                var prepared = new PreparedAct[blocco.Length];
                await Task.WhenAll(lanes.Select((lane, which) => Task.Run(() => lane.Prepare(blocco, prepared, a => a.Lane % lanes.Count == which, ct), ct)));
                await writing;
                writing = Task.Run(
                    async () =>
                    {
                        await writes.Run(ambito => ambito.OpenForSystem(), write => Store(write, prepared, ct), ct);
                        avanti?.Invoke(scritti += blocco.Length);
                    },
                    ct);
            }
        }
        finally
        {
            await writing;
        }
    }

    private static async Task<int> Store(GatedWrite write, PreparedAct[] acts, CancellationToken ct)
    {
        List<BulkRow> rows = [];
        RigaRegistro? last = null;
        foreach (var act in acts)
        {
            rows.AddRange(act.Rows);
            foreach (var evento in act.Events)
            {
                if (last is not null)
                {
                    rows.Add(BulkRow.Of(last));
                }

                last = await write.Save.Append(evento, ct);
            }
        }

        // The last event waits for the save, so that save and commit are guarded and noted like any other.
        write.Db.WriteInBulk(rows);
        write.Db.NewEvents.Add(last ?? throw new InvalidOperationException("A bulk load records at least one event in each of its transactions."));
        await write.Save.Save(ct);
        return acts.Length;
    }
}

/// <summary>The rows and events of one act, before the events have their numbers.</summary>
internal sealed record PreparedAct(IReadOnlyList<BulkRow> Rows, IReadOnlyList<ComposedEvent> Events);

/// <summary>Prepares the acts of one lane, in their order. Its context tracks the changes of one act at a time and saves nothing.</summary>
internal sealed class BatchLane : TimeProvider, IDisposable
{
    private readonly NewIds _ids = new();
    private readonly TimeProvider _usual;
    private readonly IServiceScope _scope;
    private readonly CigHubDbContext _tracker;
    private readonly RecordedSave _save;
    private bool _ready;
    private DateTime? _utc;

    public BatchLane(IServiceScopeFactory scopes, TimeProvider usual)
    {
        (_usual, _scope) = (usual, scopes.CreateScope());
        _scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        _tracker = _scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        _tracker.ChangeTracker.AutoDetectChangesEnabled = false;
        _save = new RecordedSave(_tracker, this);
    }

    /// <summary>Returns the time of the act that is being prepared.</summary>
    public override DateTimeOffset GetUtcNow() => _utc is { } utc ? new DateTimeOffset(utc) : _usual.GetUtcNow();

    /// <summary>Prepares the acts of this lane and puts each at its place.</summary>
    public async Task Prepare(BatchAct[] acts, PreparedAct[] prepared, Func<BatchAct, bool> isMine, CancellationToken ct)
    {
        if (!_ready)
        {
            await _save.Prepare(ct);
            _ready = true;
        }

        var touched = new TouchedRows(_tracker);
        for (var i = 0; i < acts.Length; i++)
        {
            if (!isMine(acts[i]))
            {
                continue;
            }

            (_utc, _tracker.Ids) = (acts[i].Utc, acts[i].Ids ?? _ids);
            var (events, _) = await _save.Compose(acts[i].Carry(touched), acts[i].Actor, null, ct);
            RegistroGuard.Check(_tracker, events.Count > 0);
            prepared[i] = new PreparedAct(
                [.. _tracker.ChangeTracker.Entries().Where(e => e.State is not EntityState.Unchanged).Select(BulkRow.Of)], events);
            _tracker.ChangeTracker.Clear();
        }
    }

    public void Dispose() => _scope.Dispose();
}
