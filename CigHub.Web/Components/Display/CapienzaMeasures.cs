using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Web.Components.Display;

/// <summary>
/// The Capienza of a Lotto as it is drawn: massimale = aderito + riservato + altre adesioni + residuo. Equality: by the four amounts. A
/// width is a percentage of the massimale, or of the occupied amount when that is more.
/// </summary>
public sealed record CapienzaMeasures(Importo Massimale, Importo Aderito, Importo Riservato, Importo AltreAdesioni)
{
    public Importo Occupato => Aderito + Riservato + AltreAdesioni;

    /// <summary>The amount that is left. It is never negative: the excess is the <see cref="Sforamento"/>.</summary>
    public Importo Residuo => Massimale > Occupato ? Massimale - Occupato : Importo.Zero;

    /// <summary>The amount that facts (a CIG already granted) take beyond the massimale; nearly always zero.</summary>
    public Importo Sforamento => Occupato > Massimale ? Occupato - Massimale : Importo.Zero;

    public bool Sfora => Occupato > Massimale;

    private Importo Scale => Sfora ? Occupato : Massimale;

    /// <summary>Returns the width of a part for CSS: <c>37.5%</c>. A part of a scale of zero has no width.</summary>
    public string Width(Importo parte) => Share(parte, Scale).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>
    /// Returns the share of the massimale for people: <c>37,5 %</c>. A share above zero and below 0.1 is shown as <c>&lt; 0,1 %</c>, never
    /// as zero.
    /// </summary>
    public string Percentage(Importo parte)
    {
        var quota = Share(parte, Massimale);
        return quota is > 0 and < 0.1m ? "<\u00A00,1\u00A0%" : decimal.Round(quota, 1).ToString("0.#", CultureInfo.GetCultureInfo("it-IT")) + "\u00A0%";
    }

    private static decimal Share(Importo parte, Importo intero) =>
        intero.Centesimi <= 0 || parte.Centesimi <= 0 ? 0 : parte.Centesimi * 100m / intero.Centesimi;
}
