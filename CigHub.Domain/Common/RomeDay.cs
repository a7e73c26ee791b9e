using System.Globalization;

namespace CigHub.Domain.Common;

/// <summary>Computes the day in Italy at an instant, and converts between a day and ANAC's date-time text.</summary>
/// <remarks>
/// A day is written as its midnight UTC (<c>2026-11-24T00:00:00Z</c>), as in ANAC's own lists. In Italy that is one or two in the morning
/// of the same day, so no reader sees another day. A text with another time or offset is shown as its day in Rome, and is not rewritten.
/// The clock of Rome is computed here (one hour ahead of UTC, two from the last Sunday of March to the last of October, 01:00 UTC:
/// directive 2000/84/EC), because the Domain reads no time zone data.
/// </remarks>
internal static class RomeDay
{
    public static string Scrivi(DateOnly giorno) => giorno.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    /// <summary>Returns the day in Rome at an instant (UTC).</summary>
    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(utc.AddHours(OraLegale(utc) ? 2 : 1));

    /// <summary>Reads a date-time text of ANAC and returns its day in Rome, or null when the text is not a date.</summary>
    public static DateOnly? Leggi(string testo)
    {
        var fissa = CultureInfo.InvariantCulture;
        if (testo.Length < 10 || !DateOnly.TryParseExact(testo[..10], "yyyy-MM-dd", fissa, DateTimeStyles.None, out var scritto))
        {
            return null;
        }

        if (testo.Length == 10)
        {
            return scritto;
        }

        if (!DateTimeOffset.TryParse(testo, fissa, DateTimeStyles.AssumeUniversal, out var istante))
        {
            return null;
        }

        var conFuso = testo[^1] is 'Z' or 'z' || testo.LastIndexOfAny(['+', '-']) > 10;
        if (!conFuso || scritto.Year is < 2 or > 9998)
        {
            return scritto;
        }

        var utc = istante.UtcDateTime;
        return Of(utc);
    }

    private static bool OraLegale(DateTime utc) => utc >= UltimaDomenica(utc.Year, 3) && utc < UltimaDomenica(utc.Year, 10);

    private static DateTime UltimaDomenica(int anno, int mese)
    {
        var fine = new DateTime(anno, mese, 31, 1, 0, 0, DateTimeKind.Utc);
        return fine.AddDays(-(int)fine.DayOfWeek);
    }
}
