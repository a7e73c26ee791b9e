namespace CigHub.Web.Security.Sessioni;

/// <summary>The end of a session that is near. Equality: by both members.</summary>
/// <param name="When">The instant of the end, UTC.</param>
/// <param name="Extendable">
/// Says whether activity of the user delays the end. It does not when the session has reached its longest duration.
/// </param>
public sealed record SessionExpiry(DateTime When, bool Extendable);

/// <summary>Tells the layout whether the session of this circuit is about to end or has ended. The folder Security implements it.</summary>
public interface ISessionState
{
    /// <summary>Raised on any thread when <see cref="End"/> or <see cref="Expires"/> changes.</summary>
    event Action? Changed;

    /// <summary>
    /// The reason why the session ended, in the form that the address of the page «session ended» takes. Null while the session is open.
    /// </summary>
    string? End { get; }

    /// <summary>The end of the session when it is near, otherwise null.</summary>
    SessionExpiry? Expires { get; }

    /// <summary>Records that the user is active now, which delays the end of the session.</summary>
    void Touch();
}
