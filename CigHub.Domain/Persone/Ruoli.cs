namespace CigHub.Domain.Persone;

/// <summary>At which Enti a role may be held.</summary>
public enum AmbitoDelRuolo
{
    /// <summary>At one Ente.</summary>
    UnEnte,

    /// <summary>At one Ente, or at all of them.</summary>
    UnEnteOTutti,

    /// <summary>In the office, at no Ente.</summary>
    Ufficio,
}

/// <summary>When an act of appointment gives a role.</summary>
public enum AttoDelRuolo
{
    Mai,

    /// <summary>To a person who comes from outside the Ente.</summary>
    SeEsterno,

    Sempre,
}

/// <summary>Answers questions about a role alone. Each answer names every role, so a new role does not compile until it has one.</summary>
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
