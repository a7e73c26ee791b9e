using CigHub.Domain.Registro;

namespace CigHub.Web.UseCases;

/// <summary>One event of the registro, as it was committed.</summary>
/// <param name="Seq">The event's number in the registro.</param>
/// <param name="Actor">The actor of the event.</param>
public sealed record CommittedEvent(long Seq, string Azione, string OggettoTipo, Guid OggettoId, Guid? EnteId, Attore Actor);

/// <summary>
/// Receives the acts that were just committed, whichever writer saved them, for example to end sessions or to drop cached data.
/// </summary>
/// <remarks>
/// The call is only a hint. It comes once, after the gate is free, and it may be missed: the process may end between the commit and the
/// call. Code that must not miss an event reads the registro from a stored cursor. A listener that fails is logged, and the act stays done.
/// The writer waits for its listeners, so that a reader after the act finds their work done, but no longer than
/// <see cref="AfterCommitListeners.Patience"/>. Listeners are therefore quick, and do long work elsewhere. They do not receive refusals,
/// nor autosaves without an event.
/// </remarks>
public interface IAfterCommit
{
    /// <param name="committed">The events of one transaction in the order of their numbers, at least one.</param>
    Task AfterCommit(IReadOnlyList<CommittedEvent> committed);
}

/// <summary>
/// Passes every commit to the <see cref="IAfterCommit"/> listeners, one after the other. A listener that fails or is slow does not harm the
/// writer.
/// </summary>
/// <param name="services">The source of the listeners. It is used only at the first commit, because a listener may itself need a writer.</param>
public sealed partial class AfterCommitListeners(IServiceProvider services, ILogger<AfterCommitListeners> log)
{
    private readonly Lazy<IReadOnlyList<IAfterCommit>> _listeners = new(() => [.. services.GetServices<IAfterCommit>()]);

    /// <summary>The longest time that a writer waits for one listener.</summary>
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
