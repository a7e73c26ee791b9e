namespace CigHub.Web.UseCases;

/// <summary>What a permission is about: what keeps two roles apart looks at this, never at single permissions.</summary>
public enum NaturaPermesso
{
    /// <summary>Reads what is not an Affidamento.</summary>
    Lettura,

    /// <summary>Reads Affidamenti; exports and prints, which leave an event.</summary>
    LetturaAffidamenti,

    /// <summary>Writes into the registro what a check of it led to; changes no data.</summary>
    Verifica,

    /// <summary>Changes Affidamenti, or what their people answer for.</summary>
    Affidamenti,

    /// <summary>Changes what the office keeps.</summary>
    Ufficio,
}

/// <summary>What somebody may do, finer than a role; commands name one, pages ask for one.</summary>
public enum Permission
{
    PreparaBozza,
    RichiediCig,

    /// <summary>Approves or sends back what is above a Convenzione's threshold.</summary>
    ApprovaAffidamenti,

    /// <summary>Declares an own conflict of interest, which takes the user off the Affidamento.</summary>
    DichiaraConflitti,
    LeggiAffidamenti,
    LeggiCapienza,
    LeggiRegistro,

    /// <summary>Explains what a comparison of data and registro found.</summary>
    SpiegaDiscordanze,

    /// <summary>Enti, people, Convenzioni, Lotti and their massimale: the office's, never an Affidamento.</summary>
    GestisciCatalogo,

    /// <summary>Reads Enti and people.</summary>
    LeggiAnagrafe,

    /// <summary>Loads new versions of ANAC's code lists.</summary>
    GestisciListe,

    /// <summary>Reads the lists in force and where they come from.</summary>
    LeggiListe,

    /// <summary>Publishes a new version of the portal's path.</summary>
    GestisciPercorso,

    /// <summary>Says that the portal does not work, or works again.</summary>
    SegnalaPortale,

    /// <summary>Sees whether the portal works: everybody.</summary>
    VediPortale,

    /// <summary>Passes an Affidamento from a RUP to another of the same Ente.</summary>
    RiassegnaAffidamenti,

    /// <summary>A RUP's own registration on the portal.</summary>
    GestisciRegistrazionePortale,
}
