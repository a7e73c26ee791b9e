namespace CigHub.Web.Features.Codici.Liste;

/// <summary>The names under which the pages show the code lists.</summary>
public static class NomiListe
{
    private static readonly Dictionary<string, string> Nomi = new()
    {
        ["accessibilita"] = "Criteri di accessibilità",
        ["categoria"] = "Categorie",
        ["ccnl"] = "Contratti collettivi (CCNL)",
        ["codIstat"] = "Comuni (codici ISTAT)",
        ["codNUTS"] = "Luoghi (codici NUTS)",
        ["CPV"] = "CPV",
        ["funzioniSvolte"] = "Funzioni svolte dalla stazione appaltante",
        ["lingue"] = "Lingue",
        ["misurePremiali"] = "Misure premiali",
        ["motivoDeroga"] = "Motivi di deroga",
        ["oggettoContratto"] = "Tipi di appalto",
        ["ruoloOE"] = "Ruoli degli operatori economici",
        ["subappalto"] = "Subappalto",
        ["tipoClassificazione"] = "Tipi di classificazione",
        ["tipoFinanziamento"] = "Tipi di finanziamento",
        ["tipologiaAvvalimento"] = "Tipi di avvalimento",
        ["tipoOE"] = "Tipi di operatore economico",
    };

    /// <summary>Returns the name of a list. A list without a name here, from a later version, keeps the name that ANAC gives it.</summary>
    public static string Of(string idTipologica) => Nomi.GetValueOrDefault(idTipologica, idTipologica);
}
