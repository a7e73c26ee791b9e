using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>Finds the CSS classes that the app's sources give to elements.</summary>
internal static partial class UsedClasses
{
    /// <summary>
    /// Returns the CSS classes that a source gives to elements. Where C# completes a name (<c>stato-@Classe</c>) only its beginning is
    /// returned, with the hyphen. In C# code a string counts as class names when its line holds the word «class».
    /// </summary>
    public static IEnumerable<string> Find(House.SourceFile source)
    {
        var kind = Path.GetExtension(source.Path);
        var text = kind == ".razor" ? RazorComment().Replace(source.Text, string.Empty) : source.Text;
        return kind switch
        {
            ".razor" => Attributes(text).Concat(InCode(text)).SelectMany(Words),
            ".cs" => InCode(text).SelectMany(Words),
            ".js" => Literal().Matches(text).SelectMany(m => Words(m.Groups["text"].Value)),
            _ => [],
        };
    }

    /// <summary>Returns the values of the attributes in markup whose name is <c>class</c> or ends with <c>Class</c>.</summary>
    private static IEnumerable<string> Attributes(string text)
    {
        foreach (Match start in ClassAttribute().Matches(text))
        {
            var depth = 0;
            var end = start.Index + start.Length;
            while (end < text.Length && (depth > 0 || text[end] != '"'))
            {
                depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
                end++;
            }

            yield return text[(start.Index + start.Length)..end];
        }
    }

    private static IEnumerable<string> InCode(string text) =>
        from line in text.Split('\n')
        where line.Contains("class", StringComparison.OrdinalIgnoreCase)
        from Match literal in Literal().Matches(line)
        select literal.Groups["text"].Value;

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"\b(\w*C|c)lass=""")]
    private static partial Regex ClassAttribute();

    [GeneratedRegex(@"(?<quote>[""'`])(?<text>[^""'`\n]*)\k<quote>")]
    private static partial Regex Literal();

    [GeneratedRegex(@"[A-Za-z_][\w-]*")]
    private static partial Regex Word();
}
