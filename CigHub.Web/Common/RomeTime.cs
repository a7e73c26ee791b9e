using System.Globalization;

namespace CigHub.Web.Common;

/// <summary>Converts UTC instants to the wall clock in Italy, summer time included. No other class knows the time zone.</summary>
public static class RomeTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>
    /// Returns the date and time that a clock in Rome shows at the instant. Throws for a local time, because instants are UTC everywhere in
    /// the app.
    /// </summary>
    public static DateTime InRome(DateTime utc) => utc.Kind == DateTimeKind.Local
        ? throw new ArgumentException("A moment is UTC, never the machine's local time.", nameof(utc))
        : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>Returns the calendar day in Rome at the instant. At 23:30 UTC, Rome has already reached the next day.</summary>
    public static DateOnly DayInRome(DateTime utc) => DateOnly.FromDateTime(InRome(utc));

    /// <summary>Returns today's date in Rome, by which legal deadlines are counted.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayInRome(clock.GetUtcNow().UtcDateTime);

    /// <summary>Returns the instant, in UTC, at which the day begins in Rome.</summary>
    public static DateTime StartOf(DateOnly giorno) => Moment(giorno, TimeOnly.MinValue);

    /// <summary>
    /// Returns the instant, in UTC, of a time on a day in Rome. A time that is skipped when summer time begins counts as one hour later. A
    /// time that comes twice when summer time ends means the second one.
    /// </summary>
    public static DateTime Moment(DateOnly giorno, TimeOnly ora)
    {
        var locale = giorno.ToDateTime(ora);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(locale) ? locale.AddHours(1) : locale, Zone);
    }

    /// <summary>Returns the first instant after the given one, in UTC, at which it is that time of day in Rome.</summary>
    public static DateTime Next(DateTime utc, TimeOnly ora) =>
        Moment(DayInRome(utc), ora) is var oggi && oggi > utc ? oggi : Moment(DayInRome(utc).AddDays(1), ora);

    /// <summary>Returns the time of day in Rome, in the form <c>10:32</c>.</summary>
    public static string Time(DateTime utc) => InRome(utc).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>Returns the day in the Italian form <c>23/11/2026</c>.</summary>
    public static string Text(DateOnly giorno) => giorno.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>Returns the day and time in Rome, in the form <c>23/11/2026 10:32</c>.</summary>
    public static string Text(DateTime utc) => InRome(utc).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>Returns the day and time in Rome to the second, in the form <c>23/11/2026 10:32:07</c>.</summary>
    public static string ToTheSecond(DateTime utc) => InRome(utc).ToString("dd'/'MM'/'yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>Returns the instant in the form that the HTML attribute <c>datetime</c> takes: <c>2026-11-23T09:32:00Z</c>.</summary>
    internal static string Attribute(DateTime utc) => utc.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns the day in the form that the HTML attribute <c>datetime</c> takes: <c>2026-11-23</c>.</summary>
    internal static string Attribute(DateOnly giorno) => giorno.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
}
