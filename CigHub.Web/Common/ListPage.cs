using CigHub.Domain.Common;

namespace CigHub.Web.Common;

/// <summary>One page of a longer list, with the number of rows that the whole list has, which <see cref="CappedCount"/> puts into words.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Total);

/// <summary>
/// Puts into words a number that was counted up to a limit. Nobody pages through more rows, and an exact count of more would make every
/// user wait.
/// </summary>
public static class CappedCount
{
    /// <summary>The greatest number that is counted exactly. A greater one is counted as one more than this.</summary>
    public const int Most = 10_000;

    /// <summary>Says whether there are more rows than were counted.</summary>
    public static bool IsOver(int total) => total > Most;

    /// <summary>Returns the number of pages that a list offers, at least one.</summary>
    public static int Pages(int total, int perPage) => Math.Max(1, (Math.Min(total, Most) + perPage - 1) / perPage);

    /// <summary>Returns the number with a dot between thousands, or «più di 10.000».</summary>
    public static string Number(int total) => IsOver(total) ? $"più di {Plural.Number(Most)}" : Plural.Number(total);

    /// <summary>Returns the number followed by the noun in singular or plural, with the first letter in upper case.</summary>
    public static string Of(int total, string one, string many) =>
        IsOver(total) ? $"Più di {Plural.Of(Most, one, many)}" : Plural.Of(total, one, many);
}
