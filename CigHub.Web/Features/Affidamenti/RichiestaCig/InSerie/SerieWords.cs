namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>The Italian words on screen about a serie di richieste.</summary>
public static class SerieWords
{
    public static string Name(this EsitoInSerie esito) => esito switch
    {
        EsitoInSerie.DaFare => "Da fare",
        EsitoInSerie.InCorso => "In corso",
        EsitoInSerie.Fatto => "Fatto",
        EsitoInSerie.DaVerificare => "Esito da verificare",
        EsitoInSerie.Fermo => "Fermo",
        _ => throw new ArgumentOutOfRangeException(nameof(esito), esito, null),
    };
}
