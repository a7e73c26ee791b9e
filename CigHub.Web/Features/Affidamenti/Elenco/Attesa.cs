namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// The reasons why somebody has to look at an Affidamento. The worklist of the Cruscotto has one group for each reason, and the list of
/// Affidamenti can be filtered by each.
/// </summary>
/// <remarks>The first twelve, up to <see cref="Acquisito"/>, are the groups of a RUP's worklist in the order of urgency.</remarks>
public enum Attesa
{
    EsitoDaVerificare,

    /// <summary>The portal gave a second CIG for the same adhesion, and its ANN is not recorded yet.</summary>
    CigDaAnnullare,

    /// <summary>A scheda waits on the portal for so long that ANAC may delete it.</summary>
    SchedaInScadenza,

    /// <summary>The draft is in work again, because the portal refused it or its approver returned it.</summary>
    Rifiutato,
    InRichiesta,

    /// <summary>A correction, an annulment or a change of the RUP was begun and is still open.</summary>
    OperazioneInCorso,
    Pronto,

    /// <summary>The amount is above the soglia di approvazione, and the Affidamento waits for an approver.</summary>
    InApprovazione,

    /// <summary>A conferma di capienza ends soon, or has lately ended without a request.</summary>
    ConfermaInScadenza,

    /// <summary>The CIG is there, and the fascicolo has no act yet that proves the order or the publication.</summary>
    DopoIlCig,
    InLavorazione,
    Acquisito,

    /// <summary>A request of a CIG is open on the portal, also when the portal's answer was not clear.</summary>
    SulPortale,

    /// <summary>A request of a CIG has been open for at least as many days as the office allows.</summary>
    SenzaEsito,

    /// <summary>
    /// The Affidamento waits for an approval that the user may give: the user is neither its author nor its RUP, and has not worked on it.
    /// </summary>
    DaApprovare,
}

/// <summary>
/// The names on screen of each <see cref="Attesa"/>, in one place, so that the worklist and the list's filter use the same words.
/// </summary>
public static class AttesaNames
{
    public static string Titolo(this Attesa attesa) => attesa switch
    {
        Attesa.EsitoDaVerificare => "Esito da verificare",
        Attesa.CigDaAnnullare => "CIG in più da annullare",
        Attesa.SchedaInScadenza => "Schede che potrebbero essere cancellate",
        Attesa.Rifiutato => "Rifiutati dal portale o restituiti",
        Attesa.InRichiesta => "CIG in richiesta",
        Attesa.OperazioneInCorso => "Operazioni dopo il CIG in corso",
        Attesa.Pronto => "Pronti per il portale",
        Attesa.InApprovazione => "In approvazione",
        Attesa.ConfermaInScadenza => "Conferme di capienza in scadenza o terminate",
        Attesa.DopoIlCig => "Ordinativo o pubblicazione da fare",
        Attesa.InLavorazione => "In lavorazione",
        Attesa.Acquisito => "CIG acquisiti",
        Attesa.SulPortale => "In attesa del CIG",
        Attesa.SenzaEsito => "Richieste senza esito da giorni",
        Attesa.DaApprovare => "Da approvare, non tuoi",
        _ => throw new ArgumentOutOfRangeException(nameof(attesa), attesa, null),
    };
}
