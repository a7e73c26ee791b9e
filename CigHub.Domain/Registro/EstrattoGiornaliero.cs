using System.Globalization;

namespace CigHub.Domain.Registro;

/// <summary>
/// The daily extract of the registro for the Ente's conservatore. Every event stands in exactly one extract: that of a day begins after the
/// last event of the extract before it, and ends with the last event of the day.
/// </summary>
/// <remarks>Equality: by all members. A day is a day in Rome, from midnight to midnight.</remarks>
/// <param name="Primo">The number of the first event.</param>
/// <param name="Ultimo">The number of the last event. It is the first less one on a day without events.</param>
public sealed record EstrattoGiornaliero(DateOnly Giorno, long Primo, long Ultimo)
{
    private const string Inizio = "estratto-", Forma = "yyyy-MM-dd", Fine = ".xml";

    /// <summary>The number of events between the first and the last, both included.</summary>
    public long Eventi => Ultimo - Primo + 1;

    /// <summary>The name of the file: <c>estratto-2026-11-29.xml</c>.</summary>
    public string NomeFile => Inizio + Giorno.ToString(Forma, CultureInfo.InvariantCulture) + Fine;

    /// <summary>Reads the day from the name of an extract's file. Returns null for any other name.</summary>
    public static DateOnly? GiornoDi(string? nomeFile) =>
        nomeFile is not null && nomeFile.StartsWith(Inizio, StringComparison.Ordinal) && nomeFile.EndsWith(Fine, StringComparison.Ordinal)
        && DateOnly.TryParseExact(nomeFile[Inizio.Length..^Fine.Length], Forma, CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno)
            ? giorno
            : null;

    /// <summary>
    /// Returns the days whose extract is due: yesterday the first time, afterwards every day that follows the last extract and is over. A day
    /// on which the program stood still is made up for.
    /// </summary>
    /// <param name="ultimo">The day of the last extract. Null before the first.</param>
    public static IReadOnlyList<DateOnly> Dovuti(DateOnly? ultimo, DateOnly oggi)
    {
        var dal = ultimo?.AddDays(1) ?? oggi.AddDays(-1);
        return [.. Enumerable.Range(0, Math.Max(0, oggi.DayNumber - dal.DayNumber)).Select(dal.AddDays)];
    }
}
