using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// The fields that a step of the portal's path may have: the fields of the scheda, and the values that the portal asks for and CigHub
/// computes from them.
/// </summary>
public static class CampiDelPercorso
{
    /// <summary>
    /// The path of the total amount of the adhesion, under the name that the portal's list uses. ANAC has only the parts of that amount.
    /// </summary>
    public const string ImportoAppalto = "importoAppalto";

    private static readonly CampoAd4 _importoAppalto = new(
        ImportoAppalto, "Importo Appalto", SezioneAd4.QuadroEconomico, TipoCampo.Euro, "La somma che impegna il massimale: si calcola dal quadro economico.");

    /// <summary>The fields that a step may choose from.</summary>
    public static IEnumerable<CampoAd4> Tutti => CatalogoAd4.Campi.Where(c => c.NellaMaschera).Append(_importoAppalto);

    /// <summary>Finds the field at a path, or returns null when there is none.</summary>
    public static CampoAd4? Trova(string percorso) => percorso == ImportoAppalto ? _importoAppalto : CatalogoAd4.Trova(percorso);
}
