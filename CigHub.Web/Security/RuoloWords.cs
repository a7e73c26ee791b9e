using CigHub.Domain.Persone;

namespace CigHub.Web.Security;

/// <summary>The words that the screen shows for roles.</summary>
public static class RuoloWords
{
    public static string Name(this Ruolo ruolo) => ruolo switch
    {
        Ruolo.Istruttore => "Istruttore",
        Ruolo.Rup => "RUP",
        Ruolo.Responsabile => "Dirigente / Responsabile del servizio",
        Ruolo.Auditor => "Auditor",
        Ruolo.Amministratore => "Amministratore",
        Ruolo.Delegato => "Delegato",
    };

    /// <summary>
    /// Returns the words for where a role is held: the name of the Ente, or «Ufficio» or «Tutti gli Enti» for a role without an Ente.
    /// </summary>
    public static string Where(this Ruolo ruolo, string? ente) => ente ?? (ruolo.Ambito() == AmbitoDelRuolo.Ufficio ? "Ufficio" : "Tutti gli Enti");

    /// <summary>
    /// Returns the role that an app role of the token names exactly, or null when it names no role of CigHub. The role of a delegate never
    /// comes from a token.
    /// </summary>
    public static Ruolo? FromToken(string appRole) => Ruoli.Assegnabili.Cast<Ruolo?>().FirstOrDefault(r => r.ToString() == appRole);
}
