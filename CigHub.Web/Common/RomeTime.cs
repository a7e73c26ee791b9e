using System.Globalization;

namespace CigHub.Web.Common;

/// <summary>Converts UTC instants to the wall clock in Italy, summer time included. No other class knows the time zone.</summary>
public static class RomeTime
{
    private static readonly TimeZoneInfo Roma = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>Returns the wall clock in Rome. A local time throws, because instants are UTC everywhere in the app.</summary>
    public static DateTime DiRoma(DateTime utc) => utc.Kind == DateTimeKind.Local
        ? throw new ArgumentException("A moment is UTC, never the machine's local time.", nameof(utc))
        : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Roma);

    /// <summary>Returns the day in Rome: at 23:30 UTC it is already the next day.</summary>
    public static DateOnly GiornoDiRoma(DateTime utc) => DateOnly.FromDateTime(DiRoma(utc));

    /// <summary>Returns today's date in Rome, because dates of the law are local.</summary>
    public static DateOnly Oggi(this TimeProvider clock) => GiornoDiRoma(clock.GetUtcNow().UtcDateTime);

    /// <summary>Returns the instant, UTC, at which a local day begins.</summary>
    public static DateTime InizioDi(DateOnly giorno) => Momento(giorno, TimeOnly.MinValue);

    /// <summary>
    /// Returns the instant, UTC, of a time of a local day. In the night in which the clock is put forward, a skipped time counts as one
    /// hour later. In the night in which it is put back, a time that comes twice is the second one.
    /// </summary>
    public static DateTime Momento(DateOnly giorno, TimeOnly ora)
    {
        var locale = giorno.ToDateTime(ora);
        return TimeZoneInfo.ConvertTimeToUtc(Roma.IsInvalidTime(locale) ? locale.AddHours(1) : locale, Roma);
    }

    /// <summary>Returns the time in Rome as <c>10:32</c>.</summary>
    public static string Ora(DateTime utc) => DiRoma(utc).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>Returns the day as text: <c>23/11/2026</c>.</summary>
    public static string Testo(DateOnly giorno) => giorno.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>Returns day and time in Rome as <c>23/11/2026 10:32</c>.</summary>
    public static string Testo(DateTime utc) => DiRoma(utc).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>Returns day and time in Rome as <c>23/11/2026 10:32:07</c>.</summary>
    public static string AlSecondo(DateTime utc) => DiRoma(utc).ToString("dd'/'MM'/'yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>Returns the instant for a <c>datetime</c> attribute: <c>2026-11-23T09:32:00Z</c>.</summary>
    internal static string Attributo(DateTime utc) => utc.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns the day for a <c>datetime</c> attribute: <c>2026-11-23</c>.</summary>
    internal static string Attributo(DateOnly giorno) => giorno.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
}
