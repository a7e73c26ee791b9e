using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Web.Components.Display;

/// <summary>
/// The parts of a Lotto's massimale as they are drawn: massimale = aderito + riservato + altre adesioni + residuo. A width is a percentage
/// of the massimale, or of the occupied amount when that is larger. Equality: by the four amounts.
/// </summary>
public sealed record CapienzaMeasures(Importo Massimale, Importo Aderito, Importo Riservato, Importo AltreAdesioni)
{
    public Importo Occupato => Aderito + Riservato + AltreAdesioni;

    /// <summary>
    /// The residuo: the amount of the massimale that is left. It is never negative, because an excess is the <see cref="Sforamento"/>.
    /// </summary>
    public Importo Residuo => Massimale > Occupato ? Massimale - Occupato : Importo.Zero;

    /// <summary>
    /// The amount by which the adhesions exceed the massimale, nearly always zero. It can arise because a CIG already granted is always
    /// recorded.
    /// </summary>
    public Importo Sforamento => Occupato > Massimale ? Occupato - Massimale : Importo.Zero;

    public bool Sfora => Occupato > Massimale;

    private Importo Scale => Sfora ? Occupato : Massimale;

    /// <summary>Returns the width of a part as CSS takes it: <c>37.5%</c>. It is zero when all amounts are zero.</summary>
    public string Width(Importo parte) => Share(parte, Scale).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>
    /// Returns the share of a part in the massimale as the screen shows it: <c>37,5 %</c>. A share above zero and below 0.1 becomes <c>&lt;
    /// 0,1 %</c>, never zero.
    /// </summary>
    public string Percentage(Importo parte)
    {
        var quota = Share(parte, Massimale);
        return quota is > 0 and < 0.1m ? "<\u00A00,1\u00A0%" : decimal.Round(quota, 1).ToString("0.#", CultureInfo.GetCultureInfo("it-IT")) + "\u00A0%";
    }

    private static decimal Share(Importo parte, Importo intero) =>
        intero.Centesimi <= 0 || parte.Centesimi <= 0 ? 0 : parte.Centesimi * 100m / intero.Centesimi;
}
