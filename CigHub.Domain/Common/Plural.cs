using System.Globalization;

namespace CigHub.Domain.Common;

/// <summary>
/// Numbers beside the noun that they count, as Italian reads them: «1 evento», «0 eventi», «9.454 eventi». Every sentence with a counted
/// noun is made here, so that no screen says «1 eventi».
/// </summary>
public static class Plural
{
    private static readonly CultureInfo _italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>The number with a dot between thousands: <c>9.454</c>.</summary>
    public static string Number(long number) => number.ToString("N0", _italian);

    /// <summary>The number and its noun, with what agrees with the noun: <c>Of(1, "riga pronta", "righe pronte")</c>.</summary>
    public static string Of(long number, string one, string many) => $"{Number(number)} {Word(number, one, many)}";

    /// <summary>The word alone, where the number stands elsewhere in the sentence or is not said.</summary>
    public static string Word(long number, string one, string many) => number == 1 ? one : many;
}
