using System.Globalization;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// Writes and reads the widths that a user has given to columns, as addresses, saved views and preferences hold them: <c>Rup-320.Titolo-400</c>, in
/// CSS pixels. A column without a width is as wide as its content.
/// </summary>
public static class ColumnWidths
{
    /// <summary>The widths that a column may have, both inclusive.</summary>
    public const int Least = 60, Most = 1200;

    private const char Between = '.', BeforeWidth = '-';

    /// <summary>Returns the widths of known columns. What is no width of a column is left out.</summary>
    /// <param name="known">The names of the columns that the user may see.</param>
    public static IReadOnlyDictionary<string, int> Read(string? written, IEnumerable<string> known)
    {
        var widths = new Dictionary<string, int>();
        var names = known.ToDictionary(n => n, StringComparer.OrdinalIgnoreCase);
        foreach (var part in (written ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, width) = Parted(part);
            if (width is >= Least and <= Most && names.TryGetValue(name, out var column))
            {
                widths[column] = width;
            }
        }

        return widths;
    }

    public static string Written(IReadOnlyDictionary<string, int> widths) => string.Join(
        Between,
        widths.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key}{BeforeWidth}{w.Value}")));

    /// <summary>
    /// Returns the widths after one change. The width 0 makes a column as wide as its content again. What is no width changes nothing.
    /// </summary>
    /// <param name="change">The name of a column with its width, as <see cref="Written"/> writes one.</param>
    public static string With(string? written, string change)
    {
        var (name, width) = Parted(change);
        if (width < 0)
        {
            return written ?? "";
        }

        var others = (written ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Parted(part).Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return string.Join(Between, width == 0 ? others : others.Append(change));
    }

    private static (string Name, int Width) Parted(string part)
    {
        var at = part.LastIndexOf(BeforeWidth);
        return at > 0 && int.TryParse(part[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? (part[..at], width) : (part, -1);
    }
}
