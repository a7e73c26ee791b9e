namespace CigHub.Web.UseCases;

/// <summary>
/// The area that a permission is about. The rules that keep the duties of roles apart are stated by area, not by single permission.
/// </summary>
public enum PermissionKind
{
    /// <summary>Reads data other than Affidamenti.</summary>
    Lettura,

    /// <summary>Reads Affidamenti, and exports and prints them, which leaves an event.</summary>
    LetturaAffidamenti,

    /// <summary>Writes the conclusions of a check into the registro, and changes no data.</summary>
    Verifica,

    /// <summary>Changes Affidamenti, or what belongs to the work on them (declarations of conflict, the registration on the portal).</summary>
    Affidamenti,

    /// <summary>Changes the data that the office keeps.</summary>
    Ufficio,
}

/// <summary>A right of a user, finer than a role. Each command and query requires one, and pages ask for one.</summary>
public enum Permission
{
    PreparaBozza,
    RichiediCig,

    /// <summary>Approves or sends back Affidamenti above a Convenzione's threshold.</summary>
    ApprovaAffidamenti,

    /// <summary>Declares a conflict of interest of one's own, which takes the person off the Affidamento.</summary>
    DichiaraConflitti,

    /// <summary>Decides about a conflict of interest that somebody else has declared.</summary>
    DecidiConflitti,
    LeggiAffidamenti,
    LeggiCapienza,
    LeggiRegistro,

    /// <summary>Reads how the installation is: space, backups, checks. It shows no business data.</summary>
    LeggiSalute,

    /// <summary>Reads the whole course of an Affidamento: who did what, in which role and by which appointment.</summary>
    LeggiIter,

    /// <summary>Explains the differences that a comparison of data and registro found.</summary>
    SpiegaDiscordanze,

    /// <summary>Reads the rilievi about the spending.</summary>
    LeggiRilievi,

    /// <summary>Clarifies rilievi, or passes them to the RPCT.</summary>
    EsaminaRilievi,

    /// <summary>Reminds the RUP of an Affidamento that holds capacity.</summary>
    SollecitaRup,

    /// <summary>Mutes an alert about the spending until a day, and shows it again.</summary>
    SilenziaAvvisi,

    /// <summary>Compares CigHub with ANAC's open data, and explains the differences.</summary>
    RiconciliaOpenData,

    /// <summary>Plans and carries out audits: sample, working papers, findings, report.</summary>
    ConduciAudit,

    /// <summary>Answers the findings of an audit for which the person is named as the owner of the action.</summary>
    RispondiAudit,

    /// <summary>Manages Enti, people, Convenzioni, Lotti and their massimale, but never an Affidamento.</summary>
    GestisciCatalogo,

    /// <summary>Reads the data of Enti and people.</summary>
    LeggiAnagrafe,

    /// <summary>Loads new versions of ANAC's code lists, and keeps the help for the errors of the portal.</summary>
    GestisciListe,

    /// <summary>Reads ANAC's code lists in force, and where they come from.</summary>
    LeggiListe,

    /// <summary>Publishes a new version of the percorso del portale.</summary>
    GestisciPercorso,

    /// <summary>Reports that the portal does not work, or works again.</summary>
    SegnalaPortale,

    /// <summary>Sees whether the portal works. Every role has this permission.</summary>
    VediPortale,

    /// <summary>Passes an Affidamento from its RUP to another RUP of the same Ente.</summary>
    RiassegnaAffidamenti,

    /// <summary>Delegates merely executive operations on a RUP's own Affidamenti, and revokes such a delega.</summary>
    ConferisciDeleghe,

    /// <summary>Records the progress of a RUP's own registration on the portal.</summary>
    GestisciRegistrazionePortale,
}
