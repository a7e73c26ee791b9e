using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Domain.Affidamenti;

/// <summary>What a step of the portal's path may carry across: the fields of the scheda, and what the portal asks for that is worked out from them.</summary>
public static class CampiDelPercorso
{
    /// <summary>The whole amount of the adhesion, as the portal's list calls it: ANAC has only its parts.</summary>
    public const string ImportoAppalto = "importoAppalto";

    private static readonly CampoAd4 _importoAppalto = new(
        ImportoAppalto, "Importo Appalto", SezioneAd4.QuadroEconomico, TipoCampo.Euro, "La somma che impegna il massimale: si calcola dal quadro economico.");

    /// <summary>Those to choose from.</summary>
    public static IEnumerable<CampoAd4> Tutti => CatalogoAd4.Campi.Where(c => c.NellaMaschera).Append(_importoAppalto);

    /// <summary>Null where there is no such field.</summary>
    public static CampoAd4? Trova(string percorso) => percorso == ImportoAppalto ? _importoAppalto : CatalogoAd4.Trova(percorso);
}
