using CigHub.Domain.Registro;

namespace CigHub.Web.UseCases;

/// <summary>One event as it was committed.</summary>
/// <param name="Seq">Its number in the registro.</param>
/// <param name="Attore">The actor in whose name it stands.</param>
public sealed record CommittedEvent(long Seq, string Azione, string OggettoTipo, Guid OggettoId, Guid? EnteId, Attore Attore);

/// <summary>Hears of acts that were just committed, whichever writer saved them: ends sessions, drops what is cached.</summary>
/// <remarks>
/// A hint and no more. It is called once, after the gate is free, and it may be missed: the process may end between the commit and the call.
/// What must not be lost reads the registro from a stored cursor. A listener that fails is logged, and the act stays done. The writer waits for
/// its listeners, so that whoever reads after the act finds their work done, but no longer than <see cref="AfterCommitListeners.Patience"/>:
/// they are quick, and do what takes long elsewhere. Refusals, and autosaves without an event, are not told.
/// </remarks>
public interface IAfterCommit
{
    /// <param name="committed">The events of one transaction in the order of their numbers; at least one.</param>
    Task AfterCommit(IReadOnlyList<CommittedEvent> committed);
}

/// <summary>Tells every <see cref="IAfterCommit"/> of a commit, one after the other; no fault of theirs reaches the writer.</summary>
/// <param name="services">Asked for the listeners at the first commit: a listener may itself need a writer.</param>
public sealed partial class AfterCommitListeners(IServiceProvider services, ILogger<AfterCommitListeners> log)
{
    private readonly Lazy<IReadOnlyList<IAfterCommit>> _listeners = new(() => [.. services.GetServices<IAfterCommit>()]);

    /// <summary>The longest that a writer waits for one listener.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    internal async Task Tell(IReadOnlyList<CommittedEvent> committed)
    {
        if (committed.Count == 0)
        {
            return;
        }

        foreach (var listener in _listeners.Value)
        {
            try
            {
                await listener.AfterCommit(committed).WaitAsync(Patience);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Failed(listener.GetType().Name, committed[0].Seq, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Listener} failed or took too long after the commit of event {Seq}; what was committed stays")]
    private partial void Failed(string listener, long seq, Exception cause);
}
