using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// The fields that a step of the percorso through the portal may ask for: the fields of the scheda, and the values that CigHub computes
/// from them.
/// </summary>
public static class CampiDelPercorso
{
    /// <summary>
    /// The path by which a step names the total amount of the adhesion, which the portal's list calls Importo Appalto. ANAC's document has
    /// only the parts of that amount.
    /// </summary>
    public const string ImportoAppalto = "importoAppalto";

    private static readonly CampoAd4 _importoAppalto = new(
        ImportoAppalto, "Importo Appalto", SezioneAd4.QuadroEconomico, TipoCampo.Euro, "La somma che impegna il massimale: si calcola dal quadro economico.");

    /// <summary>All the fields that a step of the percorso may ask for.</summary>
    public static IEnumerable<CampoAd4> Tutti => CatalogoAd4.Campi.Where(c => c.NellaMaschera).Append(_importoAppalto);

    /// <summary>Returns the field at a path, whether of the scheda or computed, or null when there is none.</summary>
    public static CampoAd4? Trova(string percorso) => percorso == ImportoAppalto ? _importoAppalto : CatalogoAd4.Trova(percorso);
}
