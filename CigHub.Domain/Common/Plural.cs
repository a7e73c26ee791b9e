using System.Globalization;

namespace CigHub.Domain.Common;

/// <summary>
/// Writes numbers with the noun that they count, in Italian: «1 evento», «0 eventi», «9.454 eventi». Every sentence with a counted noun
/// uses this class, so that no screen shows «1 eventi».
/// </summary>
public static class Plural
{
    private static readonly CultureInfo _italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>Returns the number with a dot between thousands: <c>9.454</c>.</summary>
    public static string Number(long number) => number.ToString("N0", _italian);

    /// <summary>
    /// Returns the number followed by the noun in singular or plural, with the words that agree with it: <c>Of(1, "riga pronta", "righe
    /// pronte")</c> gives «1 riga pronta».
    /// </summary>
    public static string Of(long number, string one, string many) => $"{Number(number)} {Word(number, one, many)}";

    /// <summary>
    /// Returns the singular or the plural without the number, for sentences in which the number stands elsewhere or is left out.
    /// </summary>
    public static string Word(long number, string one, string many) => number == 1 ? one : many;
}
