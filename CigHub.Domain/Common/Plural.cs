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

    /// <summary>Returns the number and its noun, with the words that agree with the noun: <c>Of(1, "riga pronta", "righe pronte")</c>.</summary>
    public static string Of(long number, string one, string many) => $"{Number(number)} {Word(number, one, many)}";

    /// <summary>Returns the word alone, for sentences in which the number stands elsewhere or is left out.</summary>
    public static string Word(long number, string one, string many) => number == 1 ? one : many;
}
