namespace CigHub.Web.Features.Codici.Liste;

/// <summary>The Italian names under which the pages show ANAC's code lists.</summary>
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

    /// <summary>Returns the Italian name of a code list. A list that has no name here keeps the one that ANAC gives it.</summary>
    public static string Of(string idTipologica) => Nomi.GetValueOrDefault(idTipologica, idTipologica);
}
