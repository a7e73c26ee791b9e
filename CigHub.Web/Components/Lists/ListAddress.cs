using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace CigHub.Web.Components.Lists;

/// <summary>
/// Reads and writes the values that the address of a list contains. Texts are trimmed and cut to <see cref="MaxText"/>, days have the form
/// <c>2026-11-23</c>.
/// </summary>
public static class ListAddress
{
    /// <summary>
    /// The largest number of characters of a filter's text. The rest is cut off, because a longer text was surely pasted by mistake.
    /// </summary>
    public const int MaxText = 200;

    /// <summary>The value in the address of an on-or-off filter that is on. When it is off, the address leaves it out.</summary>
    public const string On = "si";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Returns a function that gives the value with a name in the address, or null when it is missing or blank.</summary>
    /// <param name="address">An absolute or relative address, or a query alone.</param>
    public static Func<string, string?> Read(string address)
    {
        var isWhole = new Uri(address, UriKind.RelativeOrAbsolute).IsAbsoluteUri;
        var query = QueryHelpers.ParseQuery(isWhole ? new Uri(address).Query : address[(address.IndexOf('?') + 1)..]);
        return name => query.TryGetValue(name, out var value) ? Clean(value.ToString()) : null;
    }

    /// <summary>Returns the address with the values as its query. Values that are null or empty are left out.</summary>
    public static string Write(string path, IEnumerable<KeyValuePair<string, string?>> values) =>
        QueryHelpers.AddQueryString(path, values.Where(v => !string.IsNullOrEmpty(v.Value)));

    /// <summary>Returns the text trimmed and cut to <see cref="MaxText"/>, or null when it is blank.</summary>
    public static string? Clean(string? text) => text?.Trim() is { Length: > 0 } clean ? clean[..Math.Min(clean.Length, MaxText)] : null;

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string? Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);
}
