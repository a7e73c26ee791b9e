using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.UseCases;

/// <summary>
/// The common kernel of the writers (commands, sign-in, system, bulk load). A write waits for its turn at the gate, gets a scope of its own
/// with the reach that the writer opens, and saves in one immediate transaction. The listeners are told after the gate is free.
/// </summary>
/// <param name="clock">The clock that dates the events.</param>
/// <param name="ids">Makes the ids of rows and events that are written.</param>
public sealed class GatedWrites(IServiceScopeFactory scopes, WriteGate gate, AfterCommitListeners listeners, TimeProvider clock, NewIds ids)
{
    /// <summary>Runs the work of a writer in one transaction, and commits it when the work has saved something.</summary>
    /// <param name="open">Opens the scope as far as the writer may see.</param>
    internal Task<T> Run<T>(Action<Ambito> open, Func<GatedWrite, Task<T>> work, CancellationToken ct) => InTurn(
        async turn =>
        {
            await using var write = turn.Open(open);
            return await write.Commit(work, ct);
        },
        ct);

    /// <summary>Closes the connection of the writers in a turn of its own, and with it every setting that a bulk load has made.</summary>
    internal async Task CloseConnection()
    {
        using (await gate.Enter(CancellationToken.None))
        {
            gate.Connection.Close();
        }
    }

    /// <summary>
    /// Waits for a turn at the gate and runs the work in it. The writer opens its transactions itself, and may try one again.
    /// </summary>
    internal async Task<T> InTurn<T>(Func<WriteTurn, Task<T>> work, CancellationToken ct)
    {
        var turn = new WriteTurn(scopes, gate.Connection, clock, ids);
        T result;
        using (await gate.Enter(ct))
        {
            result = await work(turn);
        }

        await listeners.Tell(turn.Committed);
        return result;
    }
}

/// <summary>The turn of one writer. Until it ends, no other writer passes the gate.</summary>
internal sealed class WriteTurn(IServiceScopeFactory scopes, WriterConnection connection, TimeProvider clock, NewIds ids)
{
    private readonly List<CommittedEvent> _committed = [];

    /// <summary>The events that this turn has committed so far.</summary>
    public IReadOnlyList<CommittedEvent> Committed => _committed;

    /// <summary>Opens a dependency scope for one attempt at the write.</summary>
    /// <param name="open">Opens the scope as far as the writer may see.</param>
    public GatedWrite Open(Action<Ambito> open)
    {
        var scope = scopes.CreateAsyncScope();
        open(scope.ServiceProvider.GetRequiredService<Ambito>());
        return new GatedWrite(scope, connection, clock, ids, _committed.AddRange);
    }
}

/// <summary>One attempt at a write: a dependency scope with its database transaction.</summary>
internal sealed class GatedWrite : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly Action<IReadOnlyList<CommittedEvent>> _committed;
    private readonly WriterConnection _connection;
    private bool _saved;
    private bool _ended;

    public GatedWrite(
        AsyncServiceScope scope, WriterConnection connection, TimeProvider clock, NewIds ids, Action<IReadOnlyList<CommittedEvent>> committed)
    {
        (_scope, _connection, _committed) = (scope, connection, committed);
        Db = Services.GetRequiredService<CigHubDbContext>();
        Db.Ids = ids;
        _connection.Lend(Db);
        Db.SavedChanges += (_, _) => _saved = true;
        Save = new RecordedSave(Db, clock);
    }

    public IServiceProvider Services => _scope.ServiceProvider;

    public CigHubDbContext Db { get; }

    public RecordedSave Save { get; }

    /// <summary>Runs the work in a transaction, and commits only when the work has saved something.</summary>
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

        _ended = true;
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        if (!_ended)
        {
            _connection.Close();
        }
    }
}
