using System.Globalization;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;

/// <summary>The Italian words on screen about a serie di richieste.</summary>
public static class SerieWords
{
    /// <summary>Returns a duration as minutes and seconds, for example <c>1:48</c>.</summary>
    public static string Duration(TimeSpan tempo) => string.Create(CultureInfo.InvariantCulture, $"{(int)tempo.TotalMinutes}:{tempo.Seconds:00}");

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
