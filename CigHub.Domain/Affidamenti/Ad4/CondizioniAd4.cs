namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The answers in a draft on which it depends whether other fields apply or are mandatory. Most of them are read in the same aggiudicazione
/// as the field at the given path.
/// </summary>
internal static class CondizioniAd4
{
    public static bool FondiPnrr(BozzaAd4 bozza, string percorso) => Vicino(bozza, percorso, "afferenteInvestimentiPNRR") == "true";

    public static bool CupRichiesto(BozzaAd4 bozza, string percorso) => Vicino(bozza, percorso, "acquisizioneCup") == "true";

    public static bool QuotaInferiore(BozzaAd4 bozza, string percorso) =>
        Vicino(bozza, percorso, "paritaDiGenereGenerazionale/quota30PerCento") == "SI_QUOTA_INFERIORE";

    public static bool QuotaRidotta(BozzaAd4 bozza, string percorso) =>
        Vicino(bozza, percorso, "paritaDiGenereGenerazionale/quota30PerCento") is "NO" or "SI_QUOTA_INFERIORE";

    public static bool GiustificazioneAnnunciata(BozzaAd4 bozza, string percorso) =>
        Vicino(bozza, percorso, "datiBaseAccessibilita/accessibilita") == "n-inc-just";

    public static bool Lavori(BozzaAd4 bozza, string percorso) => Vicino(bozza, percorso, "datiBase/oggettoContratto") == "works";

    public static bool Avvalimento(BozzaAd4 bozza, string percorso) => bozza.Testo(percorso[..(percorso.LastIndexOf('/') + 1)] + "avvalimento") == "true";

    private static string? Vicino(BozzaAd4 bozza, string percorso, string campo) => bozza.Testo($"{PercorsoAd4.Aggiudicazione(percorso)}/{campo}");
}
