using System.Globalization;

namespace CigHub.Web.Common;

/// <summary>UTC moments as the clock on an Italian wall shows them, summer time included; the only place that knows the zone.</summary>
public static class OraItaliana
{
    private static readonly TimeZoneInfo Roma = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The wall clock in Rome. A local time throws: moments are UTC everywhere in the app.</summary>
    public static DateTime DiRoma(DateTime utc) => utc.Kind == DateTimeKind.Local
        ? throw new ArgumentException("A moment is UTC, never the machine's local time.", nameof(utc))
        : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Roma);

    /// <summary>The day it was in Rome: at 23:30 UTC it is already tomorrow.</summary>
    public static DateOnly GiornoDiRoma(DateTime utc) => DateOnly.FromDateTime(DiRoma(utc));

    /// <summary>Today's date there: dates of the law are local.</summary>
    public static DateOnly Oggi(this TimeProvider clock) => GiornoDiRoma(clock.GetUtcNow().UtcDateTime);

    /// <summary>The moment, in UTC, at which a local day begins.</summary>
    public static DateTime InizioDi(DateOnly giorno) => Momento(giorno, TimeOnly.MinValue);

    /// <summary>
    /// The moment, in UTC, of a time of a local day. In the night in which the clock is put forward a time that is left out is an hour later;
    /// in the night in which it is put back a time that comes twice is the second.
    /// </summary>
    public static DateTime Momento(DateOnly giorno, TimeOnly ora)
    {
        var locale = giorno.ToDateTime(ora);
        return TimeZoneInfo.ConvertTimeToUtc(Roma.IsInvalidTime(locale) ? locale.AddHours(1) : locale, Roma);
    }

    /// <summary><c>10:32</c></summary>
    public static string Ora(DateTime utc) => DiRoma(utc).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary><c>23/11/2026</c></summary>
    public static string Testo(DateOnly giorno) => giorno.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>23/11/2026 10:32</c></summary>
    public static string Testo(DateTime utc) => DiRoma(utc).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary><c>23/11/2026 10:32:07</c></summary>
    public static string AlSecondo(DateTime utc) => DiRoma(utc).ToString("dd'/'MM'/'yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>What the <c>datetime</c> attribute takes: <c>2026-11-23T09:32:00Z</c>.</summary>
    internal static string Attributo(DateTime utc) => utc.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What the <c>datetime</c> attribute takes: <c>2026-11-23</c>.</summary>
    internal static string Attributo(DateOnly giorno) => giorno.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
}
