using System.Globalization;
using System.Text.RegularExpressions;

namespace CigHub.Domain.Common;

/// <summary>Reads a day as a person writes it. Every date field uses this class, so that all fields understand the same forms.</summary>
/// <remarks>
/// The forms are day, month and year with <c>/</c>, <c>-</c>, <c>.</c> or a blank between them (<c>1/2/26</c>, <c>1.2.2026</c>), the same
/// without separators (<c>01022026</c>, <c>010226</c>), and year, month and day (<c>2026-02-01</c>). A year of two digits belongs to this
/// century. The word <c>oggi</c> is understood where the caller says which day today is. No date of an adhesion to a Convenzione lies
/// before 1990 or after 2099, so that such a year is a typing error and is refused.
/// </remarks>
public static partial class WrittenDate
{
    public const int PrimoAnno = 1990;
    public const int UltimoAnno = 2099;

    private const string Oggi = "oggi";
    private const int Secolo = 2000;

    private static readonly string[] _mesi =
        ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"];

    /// <summary>Reads a day from the text that a user typed, or returns an error that says why the text is not a day.</summary>
    /// <param name="testo">The text that the user typed.</param>
    /// <param name="oggi">The day that <c>oggi</c> means, or null where the word is not understood.</param>
    /// <returns>The day, or one of the errors <c>data.mancante</c>, <c>data.formato</c>, <c>data.fuori-limite</c>,
    /// <c>data.inesistente</c>.</returns>
    public static Result<DateOnly> Leggi(string? testo, DateOnly? oggi = null)
    {
        var scritto = TypedText.Pulisci(testo);
        if (scritto.Length == 0)
        {
            return new Error("data.mancante", "Scrivi la data: giorno, mese e anno, per esempio 24/11/2026.");
        }

        if (oggi is { } giorno && scritto.Equals(Oggi, StringComparison.OrdinalIgnoreCase))
        {
            return giorno;
        }

        return Parti(scritto) is var (g, m, a)
            ? Giorno(g, m, a)
            : new Error("data.formato", "Data non leggibile: scrivi giorno, mese e anno, per esempio 24/11/2026.");
    }

    /// <summary>Returns today's date as text when the text is the word <c>oggi</c>, and any other text unchanged.</summary>
    public static string? SenzaParole(string? testo, DateOnly oggi) =>
        TypedText.Pulisci(testo).Equals(Oggi, StringComparison.OrdinalIgnoreCase) ? Testo(oggi) : testo;

    /// <summary>Returns the day as every field shows it: <c>24/11/2026</c>.</summary>
    public static string Testo(DateOnly giorno) => giorno.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static (int Giorno, int Mese, int Anno)? Parti(string scritto)
    {
        var letto = GiornoMeseAnno().Match(scritto);
        letto = letto.Success ? letto : SoloCifre().Match(scritto);
        letto = letto.Success ? letto : AnnoMeseGiorno().Match(scritto);
        if (!letto.Success)
        {
            return null;
        }

        int Numero(string gruppo) => int.Parse(letto.Groups[gruppo].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return (Numero("g"), Numero("m"), letto.Groups["a"].Length == 2 ? Secolo + Numero("a") : Numero("a"));
    }

    private static Result<DateOnly> Giorno(int giorno, int mese, int anno)
    {
        if (anno is < PrimoAnno or > UltimoAnno)
        {
            return new Error("data.fuori-limite", $"L'anno {anno} non è plausibile: controlla la data, per esempio 24/11/2026.");
        }

        if (mese is < 1 or > 12)
        {
            return new Error("data.inesistente", $"Il mese {mese} non esiste: scrivi prima il giorno e poi il mese, per esempio 24/11/2026.");
        }

        var giorni = DateTime.DaysInMonth(anno, mese);
        return giorno >= 1 && giorno <= giorni
            ? new DateOnly(anno, mese, giorno)
            : new Error(
                "data.inesistente",
                $"Il giorno {giorno} non esiste: {_mesi[mese - 1]} {anno} ha {Plural.Of(giorni, "giorno", "giorni")}. Correggi la data.");
    }

    [GeneratedRegex(@"^(?<g>[0-9]{1,2})[ ]?[/\-. ][ ]?(?<m>[0-9]{1,2})[ ]?[/\-. ][ ]?(?<a>[0-9]{4}|[0-9]{2})$")]
    private static partial Regex GiornoMeseAnno();

    [GeneratedRegex(@"^(?<g>[0-9]{2})(?<m>[0-9]{2})(?<a>[0-9]{4}|[0-9]{2})$")]
    private static partial Regex SoloCifre();

    [GeneratedRegex(@"^(?<a>[0-9]{4})[/\-.](?<m>[0-9]{1,2})[/\-.](?<g>[0-9]{1,2})$")]
    private static partial Regex AnnoMeseGiorno();
}
