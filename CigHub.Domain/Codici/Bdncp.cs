namespace CigHub.Domain.Codici;

/// <summary>
/// The public pages of ANAC's national database of public contracts (Banca dati nazionale dei contratti pubblici). Each CIG that ANAC has
/// published has one.
/// </summary>
/// <remarks>Source: the address that ANAC's open data portal and public bodies' own sites use for one CIG.</remarks>
public static class Bdncp
{
    private const string Dettaglio = "https://dati.anticorruzione.it/superset/dashboard/dettaglio_cig/?cig=";

    /// <summary>Returns the address of the public page of a CIG. A new CIG may take some days to appear there.</summary>
    public static string Address(string cig) => Dettaglio + Uri.EscapeDataString(cig);
}
