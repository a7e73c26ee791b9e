namespace CigHub.Web.Data.Preferenze;

/// <summary>Why a session ended. The names are stored and stand in addresses: they never change.</summary>
public enum MotivoFine
{
    /// <summary>She left.</summary>
    Uscita,

    /// <summary>Nothing came from her for as long as the setting allows.</summary>
    Inattivita,

    /// <summary>It lasted as long as a session may, used or not.</summary>
    DurataMassima,

    /// <summary>She signed in again in the same browser.</summary>
    NuovoAccesso,

    /// <summary>She chose another role.</summary>
    AltroRuolo,

    /// <summary>She closed it from another browser.</summary>
    ChiusaDaLei,

    /// <summary>An Amministratore closed it.</summary>
    ChiusaDallUfficio,

    /// <summary>The person is no longer active.</summary>
    PersonaDisattivata,

    /// <summary>The role in which she acted was taken away, or has ended.</summary>
    RuoloTolto,

    /// <summary>CigHub does not know it (any more).</summary>
    Sconosciuta,
}

/// <summary>A sign-in that lasts: who, since when, until when at most, in which browser. Kept on the server; the browser has a random handle, of which only the hash is here.</summary>
public sealed class Sessione
{
    /// <summary>Longest description of a browser that is kept.</summary>
    public const int MaxBrowser = 80;

    /// <summary>Its name in lists and logs; of no use to who would like to be her.</summary>
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the handle in the browser's cookie, in hexadecimal.</summary>
    public required string Chiave { get; init; }

    /// <summary>Null while CigHub does not know who it is.</summary>
    public Guid? PersonaId { get; init; }

    public required string NomeUtente { get; init; }

    /// <summary>The Appartenenza that was chosen; null: not yet.</summary>
    public Guid? AppartenenzaId { get; init; }

    /// <summary>The roles of the token, by name, with commas.</summary>
    public required string Ruoli { get; init; }

    /// <summary>The authentication ticket, encrypted; empty once the session has ended.</summary>
    public byte[] Biglietto { get; init; } = [];

    public DateTime ApertaIl { get; init; }

    public DateTime UltimaAttivita { get; init; }

    /// <summary>It ends then whatever is done.</summary>
    public DateTime Scadenza { get; init; }

    public DateTime? FinitaIl { get; init; }

    public MotivoFine? Motivo { get; init; }

    /// <summary><c>Firefox su Windows</c></summary>
    public required string Browser { get; init; }
}
