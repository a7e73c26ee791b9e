using CigHub.Domain.Convenzioni;

namespace CigHub.Web.Features.Convenzioni.Elenco;

/// <summary>The Italian words on screen for values of Convenzioni, Lotti and ledger rows.</summary>
public static class CatalogoWords
{
    public static IReadOnlyList<(string Codice, string Parola)> Discipline { get; } =
        [.. Enum.GetValues<DisciplinaApplicabile>().Select(d => (d.ToString(), d.Word()))];

    public static IReadOnlyList<(string Codice, string Parola)> Erosioni { get; } =
        [.. Enum.GetValues<ErosioneMassimale>().Select(e => (e.ToString(), e.Word()))];

    public static IReadOnlyList<(string Codice, string Parola)> Criteri { get; } =
        [.. Enum.GetValues<CriterioFornitore>().Select(c => (c.ToString(), c.Word()))];

    public static string Word(this CriterioFornitore criterio) => criterio switch
    {
        CriterioFornitore.Quota => "Quota: chi ha usato meno la propria",
        CriterioFornitore.Graduatoria => "Graduatoria: il primo che può eseguire",
        CriterioFornitore.EsigenzaSpecifica => "Esigenza specifica dell'Ente",
        _ => criterio.ToString(),
    };

    public static string Word(this TipoAvviso tipo) => tipo switch
    {
        TipoAvviso.ResiduoBasso => "Resta poco",
        TipoAvviso.EsaurimentoPrimaDellaFine => "Finisce prima",
        TipoAvviso.CapienzaBloccata => "Capienza bloccata",
        TipoAvviso.ChiusuraConResiduo => "Resta molto",
        _ => "Residuo stimato",
    };

    public static string Word(this GravitaAvviso gravita) => gravita switch
    {
        GravitaAvviso.Alta => "Alta",
        GravitaAvviso.Media => "Media",
        _ => "Bassa",
    };

    public static string Word(this DisciplinaApplicabile disciplina) => disciplina == DisciplinaApplicabile.Dlgs50Del2016
        ? "D.Lgs. 50/2016 (bandi prima del 1/7/2023)"
        : "D.Lgs. 36/2023 (bandi dal 1/7/2023)";

    /// <summary>Returns the article of law that allows the quinto d'obbligo, for example «art. 120 c. 9 D.Lgs. 36/2023».</summary>
    public static string ArticoloDelQuinto(this DisciplinaApplicabile disciplina) =>
        disciplina == DisciplinaApplicabile.Dlgs50Del2016 ? "art. 106 c. 12 D.Lgs. 50/2016" : "art. 120 c. 9 D.Lgs. 36/2023";

    public static string Word(this ErosioneMassimale erosione) => erosione == ErosioneMassimale.NettoConSicurezza
        ? "Importo netto con gli oneri di sicurezza, senza opzioni e rinnovi"
        : "Importo netto con gli oneri di sicurezza, opzioni e rinnovi compresi";

    public static string Word(this TipoMovimento tipo) => tipo switch
    {
        TipoMovimento.Iniziale => "Massimale iniziale",
        TipoMovimento.AltreAdesioni => "Adesioni comunicate da CMRC",
        TipoMovimento.Riserva => "Riserva",
        TipoMovimento.Adesione => "Adesione",
        TipoMovimento.Rilascio => "Importo tornato libero",
        TipoMovimento.Variazione => "Variazione del massimale",
        TipoMovimento.AdesionePregressa => "Adesione pregressa",
        TipoMovimento.Correzione => "Correzione dell'importo",
        TipoMovimento.Annullamento => "Annullamento dell'adesione",
        TipoMovimento.Ripresa => "Adesione ripresa",
        TipoMovimento.Conferma => "Conferma di capienza",
        TipoMovimento.FineConferma => "Fine della conferma di capienza",
        _ => tipo.ToString(),
    };

    /// <summary>
    /// Returns the names of the suppliers of a Lotto, separated by commas. The names of the members of a raggruppamento are joined by a
    /// plus.
    /// </summary>
    public static string NomiDeiFornitori(this Lotto lotto) =>
        string.Join(", ", lotto.Fornitori.GroupBy(f => f.IdPartecipante).Select(g => string.Join(" + ", g.Select(f => f.Denominazione))));
}
