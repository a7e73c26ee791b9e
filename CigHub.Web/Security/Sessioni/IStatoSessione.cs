namespace CigHub.Web.Security.Sessioni;

/// <summary>That the session is about to end. Equality: by both members.</summary>
/// <param name="Quando">UTC.</param>
/// <param name="Prorogabile">Whether doing something puts it off; a session that has lasted as long as it may cannot be.</param>
public sealed record ScadenzaSessione(DateTime Quando, bool Prorogabile);

/// <summary>Tells the layout how the session of this circuit stands; implemented where sessions are kept.</summary>
public interface IStatoSessione
{
    /// <summary>Either of the two below is another; raised on any thread.</summary>
    event Action? Cambiato;

    /// <summary>Null: it goes on. Else why it ended, as the page that says so takes it.</summary>
    string? Fine { get; }

    /// <summary>Null: it does not end soon.</summary>
    ScadenzaSessione? Scade { get; }

    /// <summary>The person is at work.</summary>
    void Attiva();
}
