using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using MudBlazor;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>The Italian words of the pages of the spending.</summary>
public static class SpesaWords
{
    /// <summary>The line that stands at the head of every page of the spending.</summary>
    public const string Testata = "Valore delle adesioni (netto IVA, intera durata). Non è il liquidato.";

    public const string AltriEnti = "Altri Enti";

    public const string FuoriDaCigHub = "Enti fuori da CigHub";

    private static readonly CultureInfo _italian = CultureInfo.GetCultureInfo("it-IT");

    public static string Name(this ComponenteCapienza voce) => voce switch
    {
        ComponenteCapienza.Massimale => "Massimale",
        ComponenteCapienza.Aderito => "Aderito",
        ComponenteCapienza.Riservato => "In corso di adesione",
        _ => "Adesioni comunicate da CMRC",
    };

    /// <summary>Returns the words for an outcome, its icon and its color.</summary>
    public static (string Parola, string Icona, Color Colore) Shown(this EsitoPrevisione esito) => esito switch
    {
        EsitoPrevisione.OltreIlMassimale => ("Oltre il massimale", Icons.Material.Outlined.Warning, Color.Error),
        EsitoPrevisione.DomandaSuperiore => ("Domanda superiore al residuo", Icons.Material.Outlined.PriorityHigh, Color.Error),
        EsitoPrevisione.InEsaurimento => ("In esaurimento", Icons.Material.Outlined.HourglassBottom, Color.Warning),
        EsitoPrevisione.EsaurimentoAnticipato => ("Esaurimento anticipato", Icons.Material.Outlined.TrendingDown, Color.Warning),
        EsitoPrevisione.DatoNonAggiornato => ("Dato non aggiornato", Icons.Material.Outlined.UpdateDisabled, Color.Warning),
        EsitoPrevisione.DatiInsufficienti => ("Dati insufficienti", Icons.Material.Outlined.HelpOutline, Color.Default),
        EsitoPrevisione.AdesioniConcluse => ("Adesioni concluse", Icons.Material.Outlined.EventBusy, Color.Default),
        _ => ("Capienza sufficiente", Icons.Material.Outlined.Check, Color.Success),
    };

    /// <summary>Returns the statement of a page in words: which day, and by which of the two readings.</summary>
    public static string Statement(this SpesaFilter filter) => filter switch
    {
        { Al: null } => "Come noto oggi, per data di adesione.",
        { Orologio: SpesaClock.Registrazione, Al: { } al } => $"Come noto quel giorno: al {RomeTime.Text(al)}, per data di registrazione.",
        { Al: { } al } => $"Come noto oggi, per data di adesione fino al {RomeTime.Text(al)}.",
    };

    /// <summary>Returns a percentage with one decimal: <c>37,5 %</c>.</summary>
    public static string Percentage(decimal percentage) => decimal.Round(percentage, 1).ToString("0.#", _italian) + "\u00A0%";

    /// <summary>Returns a month in words: <c>novembre 2026</c>.</summary>
    public static string Month(int month) => new DateOnly(month / 100, month % 100, 1).ToString("MMMM yyyy", _italian);

    /// <summary>Returns the change against the same span of the year before: <c>+12,5 %</c>, or the words where it cannot be computed.</summary>
    public static string Change(Importo now, Importo before) => before.Centesimi <= 0
        ? (now.Centesimi <= 0 ? "nessuna adesione" : "nessuna l'anno prima")
        : (now >= before ? "+" : "−") + Percentage(Math.Abs(100m * (now - before).Centesimi / before.Centesimi));

    /// <summary>Returns the sentence that says from what a forecast was computed. It names the excluded adhesions that the forecast tells.</summary>
    public static string Explained(this PrevisioneLotto p)
    {
        var average = $"Media mensile delle adesioni {p.MediaMensile:E} su {Plural.Of(p.GiorniOsservati, "giorno", "giorni")} "
            + $"({Plural.Of(p.Quante, "adesione", "adesioni")}); di recente "
            + $"{p.MediaRecente:E} su {Plural.Of(Math.Min(p.GiorniOsservati, PrevisioneLotto.GiorniRecenti), "giorno", "giorni")}.";
        var left = p.QuanteEscluse == 0 ? ""
            : p.Escluse.Count > 0 ? $" Fuori dalla media: {string.Join(", ", p.Escluse.Select(e => $"{e.Importo:E} del {RomeTime.Text(e.Giorno)}"))}."
            : $" {Plural.Of(p.QuanteEscluse, "adesione sopra il 20 % del massimale è", "adesioni sopra il 20 % del massimale sono")} fuori dalla media.";
        return average + left;
    }

    /// <summary>Returns the expected exhaustion in words, or null where the outcome allows no date.</summary>
    public static string? Expected(this PrevisioneLotto p) => p switch
    {
        { PochiDati: true } or { Esito: EsitoPrevisione.OltreIlMassimale or EsitoPrevisione.AdesioniConcluse } => null,
        { Esaurimento: null } => "con questa media non si esaurisce",
        { Esaurimento: { } giorno } => RomeTime.Text(giorno),
    };

    /// <summary>Returns the band of a forecast in words, from the faster average to the slower.</summary>
    public static string Band(this PrevisioneLotto p) => (p.PrimaData, p.UltimaData) switch
    {
        ({ } prima, { } ultima) when prima == ultima => "",
        ({ } prima, { } ultima) => $"tra il {RomeTime.Text(prima)} e il {RomeTime.Text(ultima)}",
        ({ } prima, null) => $"non prima del {RomeTime.Text(prima)}",
        _ => "",
    };
}
