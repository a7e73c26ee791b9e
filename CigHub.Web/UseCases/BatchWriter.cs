using CigHub.Domain.Registro;
using CigHub.Web.Data;

namespace CigHub.Web.UseCases;

/// <summary>One act of a bulk load: its actor, and its changes to aggregates that the loader holds in memory. It changes no person.</summary>
/// <param name="Compi">Names the objects that the act touches, calls the domain's methods and returns the events.</param>
public sealed record BatchAct(Attore Attore, Func<TouchedRows, Events> Compi);

/// <summary>The objects that an act touches. An aggregate must be named before it is changed, because only named objects are saved.</summary>
public sealed class TouchedRows
{
    private readonly CigHubDbContext _db;
    private readonly CigHubDbContext _traccia;
    private readonly HashSet<object> _nelBlocco = new(ReferenceEqualityComparer.Instance);

    internal TouchedRows(CigHubDbContext db, CigHubDbContext traccia)
    {
        _db = db;
        _traccia = traccia;
    }

    /// <summary>Names objects that are in the database (or were added by an earlier act) and that the act may now change.</summary>
    public void Cambia(params IEnumerable<object> presenti)
    {
        foreach (var presente in presenti)
        {
            _traccia.Attach(presente);
            if (_nelBlocco.Add(presente))
            {
                _db.Attach(presente);
            }
        }
    }

    /// <summary>Names the new objects of the act.</summary>
    public void Aggiungi(params IEnumerable<object> nuove)
    {
        foreach (var nuova in nuove)
        {
            _traccia.Add(nuova);
            _nelBlocco.Add(nuova);
            _db.Add(nuova);
        }
    }
}

/// <summary>
/// Writes a long stream of acts as fast as the file takes them, and exactly as the <see cref="CommandRunner"/> would: each act has its
/// values before and after, its versions and its events. A transaction holds about a thousand acts, and the head is written once.
/// </summary>
/// <remarks>
/// It is for loads that no person makes one by one (demonstration data). It authorizes nobody. A change by somebody else in between is
/// found by the versions and totals, as always, and ends the load.
/// </remarks>
public sealed class BatchWriter(GatedWrites writes)
{
    public const int AttiPerTransazione = 1000;

    /// <summary>Writes the acts, and reports the number of acts written after each transaction.</summary>
    public async Task Scrivi(IEnumerable<BatchAct> atti, Action<int>? avanti = null, CancellationToken ct = default)
    {
        var scritti = 0;
        foreach (var blocco in atti.Chunk(AttiPerTransazione))
        {
            scritti += await writes.Run(ambito => ambito.ApriPerIlSistema(), write => Blocco(write, blocco, ct), ct);
            avanti?.Invoke(scritti);
        }
    }

    private static async Task<int> Blocco(GatedWrite write, BatchAct[] atti, CancellationToken ct)
    {
        await using var beside = write.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        beside.ServiceProvider.GetRequiredService<Ambito>().ApriPerIlSistema();

        // A second context tracks the changes of one act at a time. It saves nothing.
        var tracker = beside.ServiceProvider.GetRequiredService<CigHubDbContext>();
        tracker.Ids = write.Db.Ids;
        (write.Db.ChangeTracker.AutoDetectChangesEnabled, tracker.ChangeTracker.AutoDetectChangesEnabled) = (false, false);
        await write.Scrittura.Prepare(ct);
        var toccate = new TouchedRows(write.Db, tracker);
        foreach (var atto in atti)
        {
            var eventi = atto.Compi(toccate);
            await write.Scrittura.Add(tracker, eventi, atto.Attore, null, ct);
            tracker.ChangeTracker.Clear();
        }

        write.Db.ChangeTracker.DetectChanges();
        await write.Scrittura.Save(ct);
        return atti.Length;
    }
}
