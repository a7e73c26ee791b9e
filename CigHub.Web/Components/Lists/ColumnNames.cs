namespace CigHub.Web.Components.Lists;

/// <summary>Writes and reads the names of chosen columns, as addresses and saved views hold them: separated by dots, in order.</summary>
public static class ColumnNames
{
    /// <summary>The text that stands in the place of names for all the columns that the user may see.</summary>
    public const string All = "tutte";

    private const char Separator = '.';

    public static string Written(IEnumerable<string> names) => string.Join(Separator, names);

    /// <summary>Returns the names of a text, each once, without regard to upper and lower case.</summary>
    public static IReadOnlyList<string> Read(string? written) =>
    [
        .. (written ?? "").Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
