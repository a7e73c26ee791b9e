using System.Text;
using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>Reads as much of CSS as the rules of the house ask about: media queries and selectors.</summary>
internal static partial class StyleSheet
{
    /// <summary>One selector (of a list, each for itself) and the media query around it, null outside of any.</summary>
    public sealed record Rule(string? Media, string Selector);

    /// <summary>Returns the selectors in their order. What stands inside <c>@font-face</c>, <c>@keyframes</c> and <c>@page</c> is no selector.</summary>
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

    /// <summary>Returns the text with its block comments blanked out. Lines keep their numbers.</summary>
    public static string WithoutComments(string text) => Comment().Replace(text, m => new string([.. m.Value.Select(c => c == '\n' ? '\n' : ' ')]));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@media (?<condition>[^{]*)\{")]
    private static partial Regex MediaQuery();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>A comma between two selectors, not one inside the brackets of <c>:is</c> or <c>:not</c>.</summary>
    [GeneratedRegex(@", ?(?![^(]*\))")]
    private static partial Regex Comma();
}
