using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace CigHub.Web.Components.Lists;

/// <summary>Reads and writes the values that a list keeps in its address. Texts are trimmed and cut, days are written <c>2026-11-23</c>.</summary>
public static class ListAddress
{
    /// <summary>The longest text that a filter takes. A longer text was pasted by mistake.</summary>
    public const int MaxText = 200;

    /// <summary>The value of a filter that is either on or absent.</summary>
    public const string On = "si";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Returns a function that reads a value of an address by its name. A missing or blank value is null.</summary>
    /// <param name="address">An absolute or relative address, or a query alone.</param>
    public static Func<string, string?> Read(string address)
    {
        var isWhole = new Uri(address, UriKind.RelativeOrAbsolute).IsAbsoluteUri;
        var query = QueryHelpers.ParseQuery(isWhole ? new Uri(address).Query : address[(address.IndexOf('?') + 1)..]);
        return name => query.TryGetValue(name, out var value) ? Clean(value.ToString()) : null;
    }

    /// <summary>Writes an address with its values. Leaves out values that are null or empty.</summary>
    public static string Write(string path, IEnumerable<KeyValuePair<string, string?>> values) =>
        QueryHelpers.AddQueryString(path, values.Where(v => !string.IsNullOrEmpty(v.Value)));

    /// <summary>Trims a text and cuts it to <see cref="MaxText"/>. Returns null for a blank text.</summary>
    public static string? Clean(string? text) => text?.Trim() is { Length: > 0 } clean ? clean[..Math.Min(clean.Length, MaxText)] : null;

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string? Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);
}
