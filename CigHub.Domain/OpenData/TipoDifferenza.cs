namespace CigHub.Domain.OpenData;

/// <summary>The kinds of difference between CigHub and ANAC's open data.</summary>
/// <remarks>The numbers are stored and stand in the identity of an explained difference: they never change.</remarks>
public enum TipoDifferenza
{
    /// <summary>ANAC has an adhesion to one of our Convenzioni that CigHub has not.</summary>
    SoloInAnac = 1,

    /// <summary>ANAC has an adhesion of one of our Enti to a Convenzione that CigHub has not.</summary>
    AltraConvenzione = 2,

    /// <summary>CigHub has a CIG that should be in the file by its month, and is not.</summary>
    SoloInCigHub = 3,

    /// <summary>The CIG is in both, with another amount.</summary>
    Importo = 4,

    /// <summary>The CIG is in both: one as valid, the other as cancelled or annulled.</summary>
    Stato = 5,

    /// <summary>The CIG is in both, under another CIG Padre.</summary>
    Padre = 6,

    /// <summary>The CIG is in both, of another Ente.</summary>
    Ente = 7,

    /// <summary>ANAC does not hold one of our CIG Padre as a Convenzione.</summary>
    NonConvenzione = 8,

    /// <summary>The CIG is in both, with another supplier.</summary>
    Fornitore = 9,

    /// <summary>The CIG is in both, with other CUP.</summary>
    Cup = 10,
}

/// <summary>The words of the kinds of difference.</summary>
public static class ParoleDifferenza
{
    public static string Nome(this TipoDifferenza tipo) => tipo switch
    {
        TipoDifferenza.SoloInAnac => "In ANAC e non in CigHub",
        TipoDifferenza.AltraConvenzione => "Adesione a una Convenzione che CigHub non ha",
        TipoDifferenza.SoloInCigHub => "In CigHub e non in ANAC",
        TipoDifferenza.Importo => "Importo diverso",
        TipoDifferenza.Stato => "Stato diverso",
        TipoDifferenza.Padre => "CIG Padre diverso",
        TipoDifferenza.Ente => "Ente diverso",
        TipoDifferenza.Fornitore => "Fornitore diverso",
        TipoDifferenza.Cup => "CUP diverso",
        _ => "CIG Padre che ANAC non tiene come Convenzione",
    };

    /// <summary>Returns the advice of what to do about a difference.</summary>
    public static string Consiglio(this TipoDifferenza tipo) => tipo switch
    {
        TipoDifferenza.SoloInAnac =>
            "Di un Ente di CigHub: registrala come adesione pregressa. Di un altro Ente: la conta CMRC tra le adesioni comunicate.",
        TipoDifferenza.AltraConvenzione => "Non prende capienza dei nostri Lotti: serve a sapere a che cosa altro aderiscono gli Enti.",
        TipoDifferenza.SoloInCigHub => "Gli open data escono con mesi di ritardo: aspetta il prossimo file prima di cercare la scheda sul portale.",
        TipoDifferenza.Importo => "Confronta la scheda sul portale con l'affidamento: può mancare una CM1 da una delle due parti.",
        TipoDifferenza.Stato => "Confronta la scheda sul portale con l'affidamento: può mancare un annullamento da una delle due parti.",
        TipoDifferenza.Padre => "Confronta il CIG Padre della scheda sul portale con quello del Lotto.",
        TipoDifferenza.Ente => "Confronta la stazione appaltante della scheda sul portale con quella dell'affidamento.",
        TipoDifferenza.Fornitore =>
            "Confronta l'aggiudicatario della scheda sul portale con quello dell'affidamento: di un raggruppamento contano tutti i componenti.",
        TipoDifferenza.Cup => "Confronta i CUP della scheda sul portale con quelli dell'affidamento: può mancare una CM1 da una delle due parti.",
        _ => "Controlla sul portale come è registrato il CIG Padre: da questo dipende se si aderisce con un AD4.",
    };
}
