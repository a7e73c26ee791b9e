namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>
/// The reasons why somebody has to look at an Affidamento. A worklist shows one group for each reason, and the list of Affidamenti filters
/// by it.
/// </summary>
/// <remarks>The first ten, up to <see cref="Acquisito"/>, are the groups of a RUP's worklist in the order of urgency.</remarks>
public enum Attesa
{
    EsitoDaVerificare,

    /// <summary>The Affidamento is back in work, because the portal refused it or its approver returned it.</summary>
    Rifiutato,
    InRichiesta,

    /// <summary>A correction, an annulment or a change of the RUP was begun on the portal.</summary>
    OperazioneInCorso,
    Pronto,

    /// <summary>The amount is above the threshold, and somebody else has to approve it.</summary>
    InApprovazione,
    ConfermaInScadenza,

    /// <summary>The CIG is there, and its order or its publication is not proved yet.</summary>
    DopoIlCig,
    InLavorazione,
    Acquisito,

    /// <summary>A request is open on the portal, with or without a clear answer.</summary>
    SulPortale,

    /// <summary>A request has been open for more days than the office allows.</summary>
    SenzaEsito,

    /// <summary>
    /// The Affidamento waits for an approval that the user may give: the user is neither its author nor its RUP, and has not worked on it.
    /// </summary>
    DaApprovare,
}

/// <summary>The words for each <see cref="Attesa"/>, in one place, so that a worklist and the list's filter say the same.</summary>
public static class AttesaNames
{
    public static string Titolo(this Attesa attesa) => attesa switch
    {
        Attesa.EsitoDaVerificare => "Esito da verificare",
        Attesa.Rifiutato => "Rifiutati dal portale o restituiti",
        Attesa.InRichiesta => "CIG in richiesta",
        Attesa.OperazioneInCorso => "Operazioni dopo il CIG in corso",
        Attesa.Pronto => "Pronti per il portale",
        Attesa.InApprovazione => "In approvazione",
        Attesa.ConfermaInScadenza => "Conferme di capienza in scadenza",
        Attesa.DopoIlCig => "Ordinativo o pubblicazione da fare",
        Attesa.InLavorazione => "In lavorazione",
        Attesa.Acquisito => "CIG acquisiti",
        Attesa.SulPortale => "In attesa del CIG",
        Attesa.SenzaEsito => "Richieste senza esito da giorni",
        Attesa.DaApprovare => "Da approvare, non tuoi",
        _ => throw new ArgumentOutOfRangeException(nameof(attesa), attesa, null),
    };
}
