using System.Globalization;
using CigHub.Web.Data.Preferenze;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

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

    /// <summary>The parameter that holds the names of the chosen columns.</summary>
    public const string Columns = "colonne";

    /// <summary>The parameter that holds the widths of columns, as <see cref="ColumnWidths"/> writes them.</summary>
    public const string Widths = "larghezze";

    /// <summary>The parameter that says that the list does not open with the user's opening view.</summary>
    public const string WithoutView = "senzaVista";

    /// <summary>The parameter that names the order.</summary>
    public const string Order = "ordine";

    /// <summary>The parameter that holds the direction of the order.</summary>
    public const string Direction = "verso";

    /// <summary>The value of <see cref="Direction"/> for an order that begins with the smallest value.</summary>
    public const string Up = "su";

    /// <summary>The parameters of lists that are no filters.</summary>
    private static readonly string[] _noFilters = [Order, Direction, Columns, Widths, WithoutView, "pagina", "righe", "prima"];

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Returns a function that gives the value with a name in the address, or null when it is missing or blank.</summary>
    /// <param name="address">An absolute or relative address, or a query alone.</param>
    public static Func<string, string?> Read(string address)
    {
        var query = Parsed(address);
        return name => query.TryGetValue(name, out var value) ? Clean(value.ToString()) : null;
    }

    /// <summary>Returns the names of the columns that the address asks for, or null when it asks for none.</summary>
    public static string? ColumnsOf(string address) => LongText(address, Columns);

    /// <summary>Returns the widths of columns that the address asks for, or null when it asks for none.</summary>
    public static string? WidthsOf(string address) => LongText(address, Widths);

    /// <summary>Returns the names of the filters that the address uses.</summary>
    public static IEnumerable<string> FiltersOf(string address) =>
        Parsed(address).Where(v => !string.IsNullOrWhiteSpace(v.Value)).Select(v => v.Key).Except(_noFilters, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the address with one value changed, or left out for null. The other values stay as they are.</summary>
    /// <param name="address">A relative address.</param>
    public static string With(string address, string name, string? value) => Write(
        address.Split('?')[0],
        [
            .. Parsed(address).Where(v => !v.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)),
            new(name, value),
        ]);

    /// <summary>Returns the address with the values as its query. Values that are null or empty are left out.</summary>
    public static string Write(string path, IEnumerable<KeyValuePair<string, string?>> values) =>
        QueryHelpers.AddQueryString(path, values.Where(v => !string.IsNullOrEmpty(v.Value)));

    /// <summary>Returns the text trimmed and cut to <see cref="MaxText"/>, or null when it is blank.</summary>
    public static string? Clean(string? text) => text?.Trim() is { Length: > 0 } clean ? clean[..Math.Min(clean.Length, MaxText)] : null;

    private static string? LongText(string address, string name) =>
        Parsed(address).TryGetValue(name, out var value) && value.ToString().Trim() is { Length: > 0 and <= PreferenceKey.MaxColumns } text ? text : null;

    private static Dictionary<string, StringValues> Parsed(string address)
    {
        var isWhole = new Uri(address, UriKind.RelativeOrAbsolute).IsAbsoluteUri;
        var start = address.IndexOf('?', StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(isWhole ? new Uri(address).Query : start < 0 ? "" : address[start..]);
    }

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string? Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);
}
