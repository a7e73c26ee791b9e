using System.Text.RegularExpressions;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>What a JSON text may hold and .NET's reader cannot hand out.</summary>
internal static partial class TestoJson
{
    /// <summary>
    /// The text with each half of a surrogate pair that stands alone, written out or escaped, as U+FFFD: one character for one character, so that
    /// lengths stay what they were. Only for checking: what is kept is never rewritten.
    /// </summary>
    public static string SenzaMetaOrfane(string json) =>
        Sospetta().IsMatch(json) ? Pezzo().Replace(json, static m => m.Groups["sola"].Success ? "\uFFFD" : m.Value) : json;

    [GeneratedRegex(@"\\u[dD][89a-fA-F]|[\uD800-\uDFFF]")]
    private static partial Regex Sospetta();

    // In order: an escape that is no surrogate, a whole pair, a half. A backslash takes what follows it, so «\\ud800» is text.
    [GeneratedRegex(
        @"\\[^u]|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|[\uD800-\uDBFF][\uDC00-\uDFFF]|"
        + @"(?<sola>\\u[dD][89a-fA-F][0-9a-fA-F]{2}|[\uD800-\uDFFF])")]
    private static partial Regex Pezzo();
}
