using CigHub.Domain.Persone;

namespace CigHub.Web.Security;

/// <summary>The words of the screen for roles.</summary>
public static class ParoleDiRuolo
{
    public static string Nome(this Ruolo ruolo) => ruolo switch
    {
        Ruolo.Istruttore => "Istruttore",
        Ruolo.Rup => "RUP",
        Ruolo.Responsabile => "Responsabile",
        Ruolo.Auditor => "Auditor",
        Ruolo.Amministratore => "Amministratore",
    };

    /// <summary>Where it is held: the Ente's denomination, else what holding it at none means.</summary>
    public static string Dove(this Ruolo ruolo, string? ente) => ente ?? (ruolo.Ambito() == AmbitoDelRuolo.Ufficio ? "Ufficio" : "Tutti gli Enti");

    /// <summary>The role that an app role of the token stands for, by its exact name; null when it is none of ours.</summary>
    public static Ruolo? DaToken(string appRole) => Enum.GetValues<Ruolo>().Cast<Ruolo?>().FirstOrDefault(r => r.ToString() == appRole);
}
