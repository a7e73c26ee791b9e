namespace CigHub.Domain.Persone;

/// <summary>The Enti at which a role may be held.</summary>
public enum AmbitoDelRuolo
{
    UnEnte,

    /// <summary>One Ente, or all of them.</summary>
    UnEnteOTutti,

    /// <summary>The office, at no Ente.</summary>
    Ufficio,
}

/// <summary>The cases in which an act of appointment gives a role.</summary>
public enum AttoDelRuolo
{
    Mai,

    /// <summary>Required for a person from outside the Ente.</summary>
    SeEsterno,

    Sempre,
}

/// <summary>Answers questions about a role alone. Each answer names every role, so a new role does not compile without one.</summary>
public static class Ruoli
{
    public static AmbitoDelRuolo Ambito(this Ruolo ruolo) => ruolo switch
    {
        Ruolo.Istruttore or Ruolo.Rup => AmbitoDelRuolo.UnEnte,
        Ruolo.Responsabile or Ruolo.Auditor => AmbitoDelRuolo.UnEnteOTutti,
        Ruolo.Amministratore => AmbitoDelRuolo.Ufficio,
    };

    public static AttoDelRuolo Atto(this Ruolo ruolo) => ruolo switch
    {
        Ruolo.Rup => AttoDelRuolo.Sempre,
        Ruolo.Responsabile => AttoDelRuolo.SeEsterno,
        Ruolo.Istruttore or Ruolo.Auditor or Ruolo.Amministratore => AttoDelRuolo.Mai,
    };
}
