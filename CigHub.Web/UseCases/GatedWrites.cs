using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// The kernel of the four writers. A write waits for its turn at the gate, gets a scope of its own that reaches as far as its writer says,
/// saves in one immediate transaction, and is told to the listeners once the gate is free.
/// </summary>
/// <param name="clock">The clock that dates the events.</param>
/// <param name="ids">Makes the ids of rows and events that are written.</param>
public sealed class GatedWrites(IServiceScopeFactory scopes, WriteGate gate, AfterCommitListeners listeners, TimeProvider clock, NewIds ids)
{
    /// <summary>Does the work in one transaction and commits what it saved.</summary>
    /// <param name="open">Opens the scope as far as the writer may see.</param>
    internal Task<T> Run<T>(Action<Ambito> open, Func<GatedWrite, Task<T>> work, CancellationToken ct) => InTurn(
        async turn =>
        {
            await using var write = turn.Open(open);
            return await write.Commit(work, ct);
        },
        ct);

    /// <summary>Waits for a turn at the gate and leaves the rest to the writer, which may try its transaction again.</summary>
    internal async Task<T> InTurn<T>(Func<WriteTurn, Task<T>> work, CancellationToken ct)
    {
        var turn = new WriteTurn(scopes, clock, ids);
        T result;
        using (await gate.Enter(ct))
        {
            result = await work(turn);
        }

        await listeners.Tell(turn.Committed);
        return result;
    }
}

/// <summary>The turn of one writer, which has the gate for itself.</summary>
internal sealed class WriteTurn(IServiceScopeFactory scopes, TimeProvider clock, NewIds ids)
{
    private readonly List<CommittedEvent> _committed = [];

    /// <summary>The events that this turn has committed so far.</summary>
    public IReadOnlyList<CommittedEvent> Committed => _committed;

    /// <summary>Opens a scope for one attempt.</summary>
    /// <param name="open">Opens the scope as far as the writer may see.</param>
    public GatedWrite Open(Action<Ambito> open)
    {
        var scope = scopes.CreateAsyncScope();
        open(scope.ServiceProvider.GetRequiredService<Ambito>());
        return new GatedWrite(scope, clock, ids, _committed.AddRange);
    }
}

/// <summary>One attempt at a write: a scope and its transaction.</summary>
internal sealed class GatedWrite : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly Action<IReadOnlyList<CommittedEvent>> _committed;
    private bool _saved;

    public GatedWrite(AsyncServiceScope scope, TimeProvider clock, NewIds ids, Action<IReadOnlyList<CommittedEvent>> committed)
    {
        (_scope, _committed) = (scope, committed);
        Db = Services.GetRequiredService<CigHubDbContext>();
        Db.Ids = ids;
        Db.SavedChanges += (_, _) => _saved = true;
        Save = new RecordedSave(Db, clock);
    }

    public IServiceProvider Services => _scope.ServiceProvider;

    public CigHubDbContext Db { get; }

    public RecordedSave Save { get; }

    /// <summary>Does the work in a transaction. Commits only when the work has saved something.</summary>
    public async Task<T> Commit<T>(Func<GatedWrite, Task<T>> work, CancellationToken ct)
    {
        // A refused save ends the transaction, so it needs no savepoint to go back to.
        Db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await Db.Database.BeginTransactionAsync(ct);
        var result = await work(this);
        if (_saved)
        {
            await transaction.CommitAsync(ct);
            _committed(Save.Recorded);
        }

        return result;
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
