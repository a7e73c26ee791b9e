using CigHub.Domain.Registro;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>One act of a bulk load: its actor, and its changes to aggregates that the loader holds in memory. It changes no person.</summary>
/// <param name="Carry">Names the objects that the act touches, calls the domain's methods and returns the events.</param>
public sealed record BatchAct(Attore Actor, Func<TouchedRows, Events> Carry);

/// <summary>The objects that an act touches. An aggregate must be named before it is changed, because only named objects are saved.</summary>
public sealed class TouchedRows
{
    private readonly CigHubDbContext _db;
    private readonly CigHubDbContext _tracker;
    private readonly HashSet<object> _inBatch = new(ReferenceEqualityComparer.Instance);

    internal TouchedRows(CigHubDbContext db, CigHubDbContext traccia)
    {
        _db = db;
        _tracker = traccia;
    }

    /// <summary>Names objects that are in the database, or that an earlier act of the load added, and that this act may change.</summary>
    public void Change(params IEnumerable<object> presenti)
    {
        foreach (var presente in presenti)
        {
            _tracker.Attach(presente);
            if (_inBatch.Add(presente))
            {
                _db.Attach(presente);
            }
        }
    }

    /// <summary>Names the new objects that this act adds.</summary>
    public void Add(params IEnumerable<object> nuove)
    {
        foreach (var nuova in nuove)
        {
            _tracker.Add(nuova);
            _inBatch.Add(nuova);
            _db.Add(nuova);
        }
    }
}

/// <summary>
/// Writes many acts fast, in transactions of about a thousand acts. Each act gets its values before and after, its versions and its events,
/// exactly as from the <see cref="CommandRunner"/>. The head of the registro is written once per transaction.
/// </summary>
/// <remarks>
/// It is for loads that no person makes one by one (demonstration data). It authorizes nobody. A change by somebody else in between is
/// found by the versions and totals, as always, and ends the load.
/// </remarks>
public sealed class BatchWriter(GatedWrites writes)
{
    public const int ActsPerTransaction = 1000;

    /// <summary>Writes the acts in order. After each transaction it reports the number of acts written so far.</summary>
    public async Task Write(IEnumerable<BatchAct> atti, Action<int>? avanti = null, CancellationToken ct = default)
    {
        var scritti = 0;
        foreach (var blocco in atti.Chunk(ActsPerTransaction))
        {
            scritti += await writes.Run(ambito => ambito.OpenForSystem(), write => Batch(write, blocco, ct), ct);
            avanti?.Invoke(scritti);
        }
    }

    private static async Task<int> Batch(GatedWrite write, BatchAct[] atti, CancellationToken ct)
    {
        await using var beside = write.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        beside.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();

        // A second context tracks the changes of one act at a time. It saves nothing.
        var tracker = beside.ServiceProvider.GetRequiredService<CigHubDbContext>();
        tracker.Ids = write.Db.Ids;
        (write.Db.ChangeTracker.AutoDetectChangesEnabled, tracker.ChangeTracker.AutoDetectChangesEnabled) = (false, false);
        await write.Save.Prepare(ct);
        var toccate = new TouchedRows(write.Db, tracker);
        foreach (var atto in atti)
        {
            var eventi = atto.Carry(toccate);
            await write.Save.Add(tracker, eventi, atto.Actor, null, ct);
            tracker.ChangeTracker.Clear();
        }

        write.Db.ChangeTracker.DetectChanges();
        await write.Save.Save(ct);
        return atti.Length;
    }
}
