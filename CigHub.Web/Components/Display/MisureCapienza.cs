using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Web.Components.Display;

/// <summary>
/// The capacity of a Lotto as it is drawn: massimale = aderito + riservato + altre adesioni + residuo. Equality: by the four amounts.
/// Widths are percentages of the massimale, or of what is taken when that is more.
/// </summary>
public sealed record MisureCapienza(Importo Massimale, Importo Aderito, Importo Riservato, Importo AltreAdesioni)
{
    public Importo Occupato => Aderito + Riservato + AltreAdesioni;

    /// <summary>Never negative: what exceeds is the <see cref="Sforamento"/>.</summary>
    public Importo Residuo => Massimale > Occupato ? Massimale - Occupato : Importo.Zero;

    /// <summary>What facts (a CIG already granted) take beyond the massimale; zero nearly always.</summary>
    public Importo Sforamento => Occupato > Massimale ? Occupato - Massimale : Importo.Zero;

    public bool Sfora => Occupato > Massimale;

    private Importo Scala => Sfora ? Occupato : Massimale;

    /// <summary>The width of a part, as CSS writes it: <c>37.5%</c>. Zero of a scale of zero is zero.</summary>
    public string Larghezza(Importo parte) => Quota(parte, Scala).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The share of the massimale in words, <c>37,5 %</c>; what is more than nothing is never called zero.</summary>
    public string Percentuale(Importo parte)
    {
        var quota = Quota(parte, Massimale);
        return quota is > 0 and < 0.1m ? "<\u00A00,1\u00A0%" : decimal.Round(quota, 1).ToString("0.#", CultureInfo.GetCultureInfo("it-IT")) + "\u00A0%";
    }

    private static decimal Quota(Importo parte, Importo intero) => intero.Centesimi <= 0 || parte.Centesimi <= 0 ? 0 : parte.Centesimi * 100m / intero.Centesimi;
}
