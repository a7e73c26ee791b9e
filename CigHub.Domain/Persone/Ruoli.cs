namespace CigHub.Domain.Persone;

/// <summary>The Enti at which a role may be held, which depends on the role.</summary>
public enum AmbitoDelRuolo
{
    UnEnte,

    /// <summary>The role is held at one Ente, or at all of them.</summary>
    UnEnteOTutti,

    /// <summary>The role is held in the office and at no Ente.</summary>
    Ufficio,
}

/// <summary>The cases in which a role needs an atto di nomina.</summary>
public enum AttoDelRuolo
{
    Mai,

    /// <summary>An atto di nomina is required for a person from outside the Ente.</summary>
    SeEsterno,

    Sempre,
}

/// <summary>
/// Says at which Enti a role may be held and when it needs an atto di nomina. Each answer names every role, so a new role does not compile
/// without one.
/// </summary>
public static class Ruoli
{
    public static AmbitoDelRuolo Ambito(this Ruolo ruolo) => ruolo switch
    {
        Ruolo.Istruttore or Ruolo.Rup or Ruolo.Delegato => AmbitoDelRuolo.UnEnte,
        Ruolo.Responsabile or Ruolo.Auditor => AmbitoDelRuolo.UnEnteOTutti,
        Ruolo.Amministratore => AmbitoDelRuolo.Ufficio,
    };

    public static AttoDelRuolo Atto(this Ruolo ruolo) => ruolo switch
    {
        Ruolo.Rup => AttoDelRuolo.Sempre,
        Ruolo.Responsabile => AttoDelRuolo.SeEsterno,
        Ruolo.Istruttore or Ruolo.Auditor or Ruolo.Amministratore or Ruolo.Delegato => AttoDelRuolo.Mai,
    };

    /// <summary>Says whether the office assigns the role. The role of a delegate comes from a <see cref="Delega"/> alone.</summary>
    public static bool SiAssegna(this Ruolo ruolo) => ruolo switch
    {
        Ruolo.Istruttore or Ruolo.Rup or Ruolo.Responsabile or Ruolo.Auditor or Ruolo.Amministratore => true,
        Ruolo.Delegato => false,
    };

    /// <summary>
    /// Says whether a holder of the role may receive a delega. An Auditor checks and does not work, and an Amministratore never touches an
    /// Affidamento.
    /// </summary>
    public static bool RiceveDeleghe(this Ruolo ruolo) => ruolo switch
    {
        Ruolo.Istruttore or Ruolo.Rup or Ruolo.Responsabile => true,
        Ruolo.Auditor or Ruolo.Amministratore or Ruolo.Delegato => false,
    };

    /// <summary>The roles that the office assigns, in the order of <see cref="Ruolo"/>.</summary>
    public static IReadOnlyList<Ruolo> Assegnabili { get; } = [.. Enum.GetValues<Ruolo>().Where(r => r.SiAssegna())];
}
