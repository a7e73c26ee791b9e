using System.Text;
using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>Reads the parts of a style sheet that the house rules check: media queries and selectors.</summary>
internal static partial class StyleSheet
{
    /// <summary>
    /// One selector (each selector of a list counts alone) and the condition of the media query around it. The condition is null outside of
    /// any media query.
    /// </summary>
    public sealed record Rule(string? Media, string Selector);

    /// <summary>
    /// Returns the selectors of a style sheet in their order. The contents of <c>@font-face</c>, <c>@keyframes</c> and <c>@page</c> hold no
    /// selectors and are left out.
    /// </summary>
    public static IReadOnlyList<Rule> Rules(string css)
    {
        var found = new List<Rule>();
        var open = new Stack<string>();
        var text = new StringBuilder();
        foreach (var c in WithoutComments(css))
        {
            switch (c)
            {
                case '{':
                    var prelude = Spaces().Replace(text.ToString().Trim(), " ");
                    if (!prelude.StartsWith('@') && open.All(o => o.StartsWith("@media ", StringComparison.Ordinal)))
                    {
                        var media = open.TryPeek(out var around) ? around["@media ".Length..] : null;
                        found.AddRange(Comma().Split(prelude).Select(selector => new Rule(media, selector)));
                    }

                    open.Push(prelude);
                    text.Clear();
                    break;
                case '}':
                    open.TryPop(out _);
                    text.Clear();
                    break;
                case ';':
                    text.Clear();
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return found;
    }

    /// <summary>Returns the conditions of the media queries, without <c>@media</c>.</summary>
    public static IEnumerable<string> Media(string css) => MediaQuery().Matches(WithoutComments(css)).Select(m => m.Groups["condition"].Value.Trim());

    /// <summary>
    /// Returns the text with its block comments replaced by spaces. Line breaks stay, so that line numbers do not change.
    /// </summary>
    public static string WithoutComments(string text) => Comment().Replace(text, m => new string([.. m.Value.Select(c => c == '\n' ? '\n' : ' ')]));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@media (?<condition>[^{]*)\{")]
    private static partial Regex MediaQuery();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Matches a comma between two selectors, but not one inside the brackets of <c>:is</c> or <c>:not</c>.</summary>
    [GeneratedRegex(@", ?(?![^(]*\))")]
    private static partial Regex Comma();
}
