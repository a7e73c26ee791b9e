using System.Text.RegularExpressions;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>Repairs JSON texts that hold half of a surrogate pair, which JSON allows and .NET's reader cannot return as a string.</summary>
internal static partial class JsonText
{
    /// <summary>
    /// Replaces each half of a surrogate pair that stands alone, written out or escaped, with U+FFFD. One character replaces one character,
    /// so lengths do not change. It is used only for checks: a stored text is never rewritten.
    /// </summary>
    public static string SenzaMetaOrfane(string json) =>
        Sospetta().IsMatch(json) ? Pezzo().Replace(json, static m => m.Groups["sola"].Success ? "\uFFFD" : m.Value) : json;

    [GeneratedRegex(@"\\u[dD][89a-fA-F]|[\uD800-\uDFFF]")]
    private static partial Regex Sospetta();

    // The alternatives, in order: an escape that is not a surrogate, a whole pair, a half. A backslash takes the character after it, so
    // «\\ud800» is plain text.
    [GeneratedRegex(
        @"\\[^u]|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|[\uD800-\uDBFF][\uDC00-\uDFFF]|"
        + @"(?<sola>\\u[dD][89a-fA-F][0-9a-fA-F]{2}|[\uD800-\uDFFF])")]
    private static partial Regex Pezzo();
}
