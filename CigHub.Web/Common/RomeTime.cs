using System.Globalization;

namespace CigHub.Web.Common;

/// <summary>Converts UTC instants to the wall clock in Italy, summer time included. No other class knows the time zone.</summary>
public static class RomeTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>Returns the wall clock in Rome. A local time throws, because instants are UTC everywhere in the app.</summary>
    public static DateTime InRome(DateTime utc) => utc.Kind == DateTimeKind.Local
        ? throw new ArgumentException("A moment is UTC, never the machine's local time.", nameof(utc))
        : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>Returns the day in Rome: at 23:30 UTC it is already the next day.</summary>
    public static DateOnly DayInRome(DateTime utc) => DateOnly.FromDateTime(InRome(utc));

    /// <summary>Returns today's date in Rome, because dates of the law are local.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayInRome(clock.GetUtcNow().UtcDateTime);

    /// <summary>Returns the instant, UTC, at which a local day begins.</summary>
    public static DateTime StartOf(DateOnly giorno) => Moment(giorno, TimeOnly.MinValue);

    /// <summary>
    /// Returns the instant, UTC, of a time of a local day. In the night in which the clock is put forward, a skipped time counts as one
    /// hour later. In the night in which it is put back, a time that comes twice is the second one.
    /// </summary>
    public static DateTime Moment(DateOnly giorno, TimeOnly ora)
    {
        var locale = giorno.ToDateTime(ora);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(locale) ? locale.AddHours(1) : locale, Zone);
    }

    /// <summary>Returns the time in Rome as <c>10:32</c>.</summary>
    public static string Time(DateTime utc) => InRome(utc).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>Returns the day as text: <c>23/11/2026</c>.</summary>
    public static string Text(DateOnly giorno) => giorno.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>Returns day and time in Rome as <c>23/11/2026 10:32</c>.</summary>
    public static string Text(DateTime utc) => InRome(utc).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>Returns day and time in Rome as <c>23/11/2026 10:32:07</c>.</summary>
    public static string ToTheSecond(DateTime utc) => InRome(utc).ToString("dd'/'MM'/'yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>Returns the instant for a <c>datetime</c> attribute: <c>2026-11-23T09:32:00Z</c>.</summary>
    internal static string Attribute(DateTime utc) => utc.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns the day for a <c>datetime</c> attribute: <c>2026-11-23</c>.</summary>
    internal static string Attribute(DateOnly giorno) => giorno.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
}
