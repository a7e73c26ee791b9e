namespace CigHub.Web.Security.Sessioni;

/// <summary>The coming end of a session. Equality: by both members.</summary>
/// <param name="When">The instant of the end, UTC.</param>
/// <param name="Extendable">
/// Says whether activity of the user delays the end. It does not when the session has reached its longest duration.
/// </param>
public sealed record SessionExpiry(DateTime When, bool Extendable);

/// <summary>Tells the layout the state of the session of this circuit. The part that keeps sessions implements it.</summary>
public interface ISessionState
{
    /// <summary>Raised on any thread when <see cref="End"/> or <see cref="Expires"/> changes.</summary>
    event Action? Changed;

    /// <summary>The reason why the session ended, as the address of its page takes it; null while the session goes on.</summary>
    string? End { get; }

    /// <summary>The coming end of the session; null when it does not end soon.</summary>
    SessionExpiry? Expires { get; }

    /// <summary>Records that the user is active now.</summary>
    void Touch();
}
