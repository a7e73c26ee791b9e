using CigHub.Domain.Persone;

namespace CigHub.Web.Security;

/// <summary>What somebody may do, finer than a role; commands name one, pages ask for one.</summary>
public enum Permission
{
    PreparaBozza,
    RichiediCig,
    LeggiAffidamenti,
    LeggiCapienza,
    LeggiRegistro,

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
}

/// <summary>The one table of roles and permissions.</summary>
public static class Permessi
{
    private static readonly Dictionary<Ruolo, Permission[]> PerRuolo = new()
    {
        [Ruolo.Istruttore] = [Permission.PreparaBozza, Permission.LeggiAffidamenti, Permission.LeggiCapienza, Permission.SegnalaPortale, Permission.VediPortale],
        [Ruolo.Rup] = [Permission.PreparaBozza, Permission.RichiediCig, Permission.LeggiAffidamenti, Permission.LeggiCapienza, Permission.SegnalaPortale, Permission.VediPortale],
        [Ruolo.Responsabile] = [Permission.LeggiAffidamenti, Permission.LeggiCapienza, Permission.VediPortale],
        [Ruolo.Auditor] = [Permission.LeggiAffidamenti, Permission.LeggiCapienza, Permission.LeggiRegistro, Permission.LeggiAnagrafe, Permission.LeggiListe, Permission.VediPortale],
        [Ruolo.Amministratore] = [Permission.LeggiCapienza, Permission.GestisciCatalogo, Permission.LeggiAnagrafe, Permission.GestisciListe, Permission.LeggiListe, Permission.GestisciPercorso, Permission.VediPortale],
    };

    public static bool Ammette(this Ruolo ruolo, Permission permission) => PerRuolo[ruolo].Contains(permission);
}
