namespace CigHub.Web.Data.Preferenze;

/// <summary>The reason why a session ended. The names are stored and stand in addresses, so they never change.</summary>
public enum MotivoFine
{
    /// <summary>The user signed out of CigHub.</summary>
    Uscita,

    /// <summary>The user did nothing for as long as the setting allows.</summary>
    Inattivita,

    /// <summary>The session lasted as long as a session may, used or not.</summary>
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
/// A sign-in that lasts: the user, its start, its latest end, and its browser. It is kept on the server. The browser has a random handle,
/// of which only the hash is stored here.
/// </summary>
public sealed class Sessione
{
    /// <summary>The longest description of a browser that is kept, in characters.</summary>
    public const int MaxBrowser = 80;

    /// <summary>The session's id in lists and logs. It does not help anybody to take over the session.</summary>
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the handle in the browser's cookie, in hexadecimal.</summary>
    public required string Chiave { get; init; }

    /// <summary>The person, or null while CigHub does not know who the user is.</summary>
    public Guid? PersonaId { get; init; }

    public required string NomeUtente { get; init; }

    /// <summary>The chosen Appartenenza, or null before the choice.</summary>
    public Guid? AppartenenzaId { get; init; }

    /// <summary>The names of the roles in the token, separated by commas.</summary>
    public required string Ruoli { get; init; }

    /// <summary>The encrypted authentication ticket. Empty after the session has ended.</summary>
    public byte[] Biglietto { get; init; } = [];

    public DateTime ApertaIl { get; init; }

    public DateTime UltimaAttivita { get; init; }

    /// <summary>The instant at which the session ends at the latest, UTC.</summary>
    public DateTime Scadenza { get; init; }

    public DateTime? FinitaIl { get; init; }

    public MotivoFine? Motivo { get; init; }

    /// <summary>The browser, for example <c>Firefox su Windows</c>.</summary>
    public required string Browser { get; init; }
}
