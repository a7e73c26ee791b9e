using CigHub.Domain.Persone;

namespace CigHub.Web.UseCases;

/// <summary>The one table of roles and permissions, which the page «Chi può fare cosa» shows.</summary>
public static class PermissionsByRuolo
{
    private static readonly Dictionary<Ruolo, Permission[]> ByRuolo = Enum.GetValues<Ruolo>().ToDictionary(r => r, OfRuolo);

    private static Permission[] OfRuolo(Ruolo ruolo) => ruolo switch
    {
        Ruolo.Istruttore =>
        [
            Permission.PreparaBozza, Permission.DichiaraConflitti, Permission.LeggiAffidamenti, Permission.LeggiCapienza,
            Permission.SegnalaPortale, Permission.VediPortale,
        ],
        Ruolo.Rup =>
        [
            Permission.PreparaBozza, Permission.RichiediCig, Permission.DichiaraConflitti, Permission.LeggiAffidamenti,
            Permission.LeggiCapienza, Permission.SegnalaPortale, Permission.VediPortale, Permission.RiassegnaAffidamenti,
            Permission.GestisciRegistrazionePortale, Permission.ConferisciDeleghe, Permission.RispondiAudit,
        ],
        Ruolo.Responsabile =>
        [
            Permission.ApprovaAffidamenti, Permission.DichiaraConflitti, Permission.DecidiConflitti,
            Permission.RiassegnaAffidamenti, Permission.LeggiAffidamenti, Permission.LeggiIter, Permission.LeggiCapienza, Permission.LeggiRilievi,
            Permission.EsaminaRilievi, Permission.RiconciliaOpenData, Permission.SollecitaRup, Permission.SilenziaAvvisi, Permission.VediPortale,
            Permission.RispondiAudit,
        ],
        Ruolo.Auditor =>
        [
            Permission.LeggiAffidamenti, Permission.LeggiIter, Permission.LeggiCapienza, Permission.LeggiRegistro, Permission.SpiegaDiscordanze,
            Permission.LeggiRilievi, Permission.EsaminaRilievi, Permission.LeggiAnagrafe, Permission.LeggiListe, Permission.VediPortale,
            Permission.ConduciAudit, Permission.LeggiSalute,
        ],
        Ruolo.Amministratore =>
        [
            Permission.LeggiCapienza, Permission.GestisciCatalogo, Permission.LeggiAnagrafe, Permission.GestisciListe,
            Permission.LeggiListe, Permission.GestisciPercorso, Permission.VediPortale, Permission.LeggiSalute,
        ],

        // A delegate has these only within the delega, and only for commands that may be delegated (ICommand.Delegabile).
        Ruolo.Delegato =>
        [
            Permission.PreparaBozza, Permission.RichiediCig, Permission.DichiaraConflitti, Permission.LeggiAffidamenti,
            Permission.LeggiCapienza, Permission.SegnalaPortale, Permission.VediPortale,
        ],
    };

    private static readonly Dictionary<Permission, (PermissionKind Natura, string Parole)> Descriptions = new()
    {
        [Permission.PreparaBozza] = (PermissionKind.Affidamenti, "Prepara le bozze degli affidamenti"),
        [Permission.RichiediCig] = (PermissionKind.Affidamenti, "Richiede il CIG e registra ciò che il portale risponde"),
        [Permission.ApprovaAffidamenti] = (PermissionKind.Affidamenti, "Approva o restituisce gli affidamenti sopra la soglia"),
        [Permission.DichiaraConflitti] = (PermissionKind.Affidamenti, "Dichiara un proprio conflitto di interessi e si astiene"),
        [Permission.ConferisciDeleghe] = (PermissionKind.Affidamenti, "Delega operazioni esecutive sui propri affidamenti, e revoca la delega"),
        [Permission.DecidiConflitti] = (PermissionKind.Affidamenti, "Decide sui conflitti di interessi dichiarati da altri"),
        [Permission.RiassegnaAffidamenti] = (PermissionKind.Affidamenti, "Passa gli affidamenti del proprio Ente a un altro RUP"),
        [Permission.GestisciRegistrazionePortale] = (PermissionKind.Affidamenti, "Tiene la propria registrazione sul portale"),
        [Permission.SegnalaPortale] = (PermissionKind.Affidamenti, "Segnala i malfunzionamenti del portale"),
        [Permission.LeggiAffidamenti] = (PermissionKind.LetturaAffidamenti, "Legge, esporta e stampa gli affidamenti"),
        [Permission.LeggiIter] = (PermissionKind.LetturaAffidamenti, "Legge l'iter di un affidamento: chi ha fatto che cosa, in quale ruolo"),
        [Permission.LeggiCapienza] = (PermissionKind.Lettura, "Vede Convenzioni, Lotti e capienza"),
        [Permission.LeggiRegistro] = (PermissionKind.Lettura, "Legge e verifica il registro eventi"),
        [Permission.LeggiSalute] = (PermissionKind.Lettura, "Legge la salute dell'installazione: spazio, copie, verifiche"),
        [Permission.LeggiAnagrafe] = (PermissionKind.Lettura, "Legge persone ed Enti"),
        [Permission.SpiegaDiscordanze] = (PermissionKind.Verifica, "Spiega le differenze tra dati e registro"),
        [Permission.LeggiRilievi] = (PermissionKind.LetturaAffidamenti, "Legge i rilievi sulla spesa"),
        [Permission.EsaminaRilievi] = (PermissionKind.Verifica, "Chiarisce i rilievi che gli spettano, o li trasmette al RPCT"),
        [Permission.SollecitaRup] = (PermissionKind.Affidamenti, "Sollecita il RUP di una richiesta o di una conferma che tiene capienza da tempo"),
        [Permission.SilenziaAvvisi] = (PermissionKind.Verifica, "Silenzia un avviso sulla spesa fino a un giorno, e lo riattiva"),
        [Permission.RiconciliaOpenData] = (PermissionKind.Verifica, "Confronta CigHub con gli open data di ANAC e spiega le differenze"),
        [Permission.ConduciAudit] = (PermissionKind.Verifica, "Conduce gli audit: piano, campione, carte di lavoro, constatazioni, rapporto"),
        [Permission.RispondiAudit] = (PermissionKind.Verifica, "Risponde alle constatazioni di un audit di cui è responsabile"),
        [Permission.LeggiListe] = (PermissionKind.Lettura, "Legge le liste di codici"),
        [Permission.VediPortale] = (PermissionKind.Lettura, "Vede se il portale funziona"),
        [Permission.GestisciCatalogo] = (PermissionKind.Ufficio, "Gestisce Enti, persone, ruoli, Convenzioni, Lotti e massimali"),
        [Permission.GestisciListe] = (PermissionKind.Ufficio, "Carica le liste di codici di ANAC e tiene gli aiuti sugli errori del portale"),
        [Permission.GestisciPercorso] = (PermissionKind.Ufficio, "Pubblica il percorso del portale"),
    };

    /// <summary>
    /// The areas of permissions that a role must never have, each with its rule in Italian: an Amministratore has nothing to do with
    /// Affidamenti, and an Auditor changes nothing.
    /// </summary>
    public static readonly IReadOnlyList<(Ruolo Ruolo, PermissionKind[] Esclusa, string Regola)> NeverTogether =
    [
        (Ruolo.Amministratore, [PermissionKind.LetturaAffidamenti, PermissionKind.Affidamenti],
            "Un Amministratore non tocca mai un affidamento, e non ne vede."),
        (Ruolo.Auditor, [PermissionKind.Affidamenti, PermissionKind.Ufficio], "Un Auditor legge, esporta e verifica: non cambia nulla."),
    ];

    public static bool Allows(this Ruolo ruolo, Permission permission) =>
        ByRuolo[ruolo].Contains(permission) && !NeverTogether.Any(m => m.Ruolo == ruolo && m.Esclusa.Contains(permission.KindOf()));

    /// <summary>Returns the roles that hold a permission.</summary>
    public static IReadOnlyList<Ruolo> With(Permission permission) => [.. Enum.GetValues<Ruolo>().Where(r => r.Allows(permission))];

    public static PermissionKind KindOf(this Permission permission) => Descriptions[permission].Natura;

    /// <summary>Returns the Italian words for a permission: a verb phrase about its holder.</summary>
    public static string Words(this Permission permission) => Descriptions[permission].Parole;
}
