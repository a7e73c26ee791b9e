namespace CigHub.Web.Data.Preferenze;

/// <summary>The reason why a session ended. The names are stored in the database and appear in addresses, so they never change.</summary>
public enum MotivoFine
{
    /// <summary>The user signed out of CigHub.</summary>
    Uscita,

    /// <summary>The user did nothing for as long as the setting allows.</summary>
    Inattivita,

    /// <summary>The session reached the longest duration that any session may have, used or not.</summary>
    DurataMassima,

    /// <summary>The user signed in again in the same browser.</summary>
    NuovoAccesso,

    /// <summary>The user chose another role.</summary>
    AltroRuolo,

    /// <summary>The user closed the session from another browser.</summary>
    ChiusaDaLei,

    /// <summary>An Amministratore closed the session.</summary>
    ChiusaDallUfficio,

    /// <summary>The person is no longer active.</summary>
    PersonaDisattivata,

    /// <summary>The role in which the user acted was taken away, or has ended.</summary>
    RuoloTolto,

    /// <summary>CigHub does not know the session, or no longer knows it.</summary>
    Sconosciuta,
}

/// <summary>
/// A session kept on the server: the user, its start, its latest end, and its browser. The browser's cookie holds a random handle, of which
/// only the hash is stored here.
/// </summary>
public sealed class Sessione
{
    /// <summary>The longest description of a browser that is kept, in characters.</summary>
    public const int MaxBrowser = 80;

    /// <summary>
    /// The id that names the session in lists and logs. It is not the handle of the cookie, so knowing it does not let anybody take over
    /// the session.
    /// </summary>
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the handle in the browser's cookie, in hexadecimal.</summary>
    public required string Chiave { get; init; }

    /// <summary>The id of the person, or null while CigHub does not know the user.</summary>
    public Guid? PersonaId { get; init; }

    public required string NomeUtente { get; init; }

    /// <summary>The id of the Appartenenza in which the session acts, or null before the user has chosen a role.</summary>
    public Guid? AppartenenzaId { get; init; }

    /// <summary>The names of the roles in the sign-in token, separated by commas.</summary>
    public required string Ruoli { get; init; }

    /// <summary>The encrypted authentication ticket of the session. Empty after the session has ended.</summary>
    public byte[] Biglietto { get; init; } = [];

    public DateTime ApertaIl { get; init; }

    public DateTime UltimaAttivita { get; init; }

    /// <summary>The instant, in UTC, at which the session ends at the latest.</summary>
    public DateTime Scadenza { get; init; }

    public DateTime? FinitaIl { get; init; }

    public MotivoFine? Motivo { get; init; }

    /// <summary>The short description of the browser, for example <c>Firefox su Windows</c>.</summary>
    public required string Browser { get; init; }
}
