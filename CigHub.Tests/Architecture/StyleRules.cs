using System.Text.RegularExpressions;
using static CigHub.Tests.Architecture.House;

namespace CigHub.Tests.Architecture;

/// <summary>
/// The rules for style sheets and scripts, which are checked on their sources. Each rule returns the places that break it.
/// </summary>
internal static partial class StyleRules
{
    public const int MaxLine = 160;

    private const string Css = "wwwroot/css/";
    private const string Js = "wwwroot/js/";
    private const string Palestra = Css + "palestra.css";
    private const string Print = Css + "print.css";
    private const string App = "CigHub.Web/Components/App.razor";

    /// <summary>
    /// The style sheets by purpose, in the order in which a page loads them. The pages of the palestra load only the last one.
    /// </summary>
    private static readonly string[] _sheets = [Css + "base.css", Css + "layout.css", Css + "components.css", Print, Palestra];

    /// <summary>The prefixes of the CSS classes that libraries put on their own markup.</summary>
    private static readonly string[] _ofLibraries = ["mud-", "components-reconnect-"];

    /// <summary>
    /// One rule: its name, planted sources that break it (to test that the check finds them), and the check, which takes all sources and
    /// returns the offending places.
    /// </summary>
    public sealed record Rule(string Name, IReadOnlyList<SourceFile> Offence, Func<IReadOnlyList<SourceFile>, IEnumerable<string>> Check)
    {
        public override string ToString() => Name;
    }

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "A style sheet is one of the five by purpose, or stands beside its component",
            [new(Css + "lists.css", ".x {\n}\n")],
            all => Sheets(all).Select(s => s.Path)
                .Where(p => !_sheets.Contains(p) && !all.Any(s => s.Path + ".css" == p))
                .Concat(_sheets.Except(all.Select(s => s.Path)).Select(missing => $"{missing} is missing"))),
        new(
            "The rules that begin with a class stand in one file",
            [new(Css + "layout.css", ".x > a {\n}\n"), new(Css + "components.css", ".y, .x:hover {\n}\n")],
            all => from sheet in Sheets(all)
                   where sheet.Path != Palestra
                   from rule in StyleSheet.Rules(sheet.Text)
                   where sheet.Path != Print || rule.Media is null
                   let owner = FirstClass().Match(rule.Selector).Groups["name"].Value
                   where owner.Length > 0
                   group sheet.Path by owner into files
                   where files.Distinct().Count() > 1
                   select $".{files.Key}: {string.Join(", ", files.Distinct())}"),
        new(
            "A media query's width is one of the three that base.css names",
            [new(Css + "layout.css", "@media (width <= 50rem) {\n}\n")],
            all => from sheet in Sheets(all)
                   from media in StyleSheet.Media(sheet.Text)
                   where Length().IsMatch(Breakpoint().Replace(media, string.Empty))
                   select $"{sheet.Path}: @media {media}"),
        new(
            "Paper's rules stand in print.css, or beside the component that they are for",
            [new(Css + "components.css", "@media print {\n  .x {\n  }\n}\n")],
            all => from sheet in Sheets(all)
                   where sheet.IsIn(Css) && sheet.Path is not (Print or Palestra) && StyleSheet.Media(sheet.Text).Contains("print")
                   select sheet.Path),
        new(
            "A line of a style sheet holds one declaration",
            [new(Css + "base.css", "a { color: red; }\n")],
            all => Sheets(all).SelectMany(s => Lines(s, StyleSheet.WithoutComments(s.Text), line => SecondOnALine().IsMatch(line)))),
        new(
            "Style sheets and scripts are indented by two spaces",
            [new(Js + "x.js", "function x() {\n    return 1;\n}\n")],
            all => Sheets(all).Concat(Scripts(all)).SelectMany(Misindented)),
        new(
            $"No line of a style sheet or script is over {MaxLine} characters",
            [new(Js + "x.js", "// " + new string('x', MaxLine))],
            all => Sheets(all).Concat(Scripts(all)).SelectMany(s => Lines(s, s.Text, line => line.Length > MaxLine))),
        new(
            "No style sheet has a class that no markup uses",
            [new(Css + "base.css", ".nobody-has-this {\n}\n")],
            all => UnusedClasses(all)),
        new(
            "A script says on top what it is for",
            [new(Js + "x.js", "export const x = 1;\n")],
            all => Scripts(all).Where(s => !s.Text.StartsWith("// ", StringComparison.Ordinal)).Select(s => s.Path)),
        new(
            "A module that others import has one address: the page loads it by its plain name",
            [new(App, "<script type=\"module\" src=\"@Assets[\"js/x.js\"]\"></script>"), new(Js + "y.js", "// Y.\nimport { x } from './x.js';\n")],
            all =>
            {
                var imported = all.SelectMany(s => Import().Matches(s.Text)).Select(m => m.Groups["name"].Value).ToHashSet();
                return all.Where(s => s.Path.EndsWith(".razor", StringComparison.Ordinal))
                    .SelectMany(s => FingerprintedScript().Matches(s.Text).Select(m => m.Groups["name"].Value))
                    .Where(imported.Contains);
            }),
    ];

    private static IEnumerable<SourceFile> Sheets(IEnumerable<SourceFile> all) => all.Where(s => s.Path.EndsWith(".css", StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Scripts(IEnumerable<SourceFile> all) => all.Where(s => s.Path.EndsWith(".js", StringComparison.Ordinal));

    private static IEnumerable<string> Lines(SourceFile source, string text, Func<string, bool> breaks) =>
        text.Split('\n').Select((line, i) => (line, i)).Where(x => breaks(x.line)).Select(x => $"{source.Path}:{x.i + 1}: {x.line.Trim()}");

    /// <summary>
    /// Returns the lines that are indented with a tab or by an odd number of spaces, or by more than one step beyond the line before.
    /// </summary>
    private static IEnumerable<string> Misindented(SourceFile source)
    {
        var before = 0;
        foreach (var (line, number) in StyleSheet.WithoutComments(source.Text).Split('\n').Select((line, i) => (line, i + 1)))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var indent = line.Length - line.TrimStart().Length;
            if (line[..indent].Contains('\t', StringComparison.Ordinal) || indent % 2 != 0 || indent > before + 2)
            {
                yield return $"{source.Path}:{number}: {line.Trim()}";
            }

            before = indent;
        }
    }

    private static IEnumerable<string> UnusedClasses(IReadOnlyList<SourceFile> all)
    {
        var used = all.SelectMany(UsedClasses.Find).ToHashSet();
        var beginnings = used.Where(u => u.EndsWith('-')).Concat(_ofLibraries).ToList();
        return from sheet in Sheets(all)
               from rule in StyleSheet.Rules(sheet.Text)
               from Match name in AnyClass().Matches(rule.Selector)
               let own = name.Groups["name"].Value
               where !used.Contains(own) && !beginnings.Exists(b => own.StartsWith(b, StringComparison.Ordinal))
               select $"{sheet.Path}: .{own}";
    }

    /// <summary>
    /// Matches the first CSS class of a selector. The class of the theme on the root element does not count, because a rule of the dark
    /// theme belongs to the element that it colours.
    /// </summary>
    [GeneratedRegex(@"^(:root(\.scuro|:not\(\.scuro\)) )?[^.]*\.(?<name>-?[A-Za-z_][\w-]*)")]
    private static partial Regex FirstClass();

    [GeneratedRegex(@"\.(?<name>-?[A-Za-z_][\w-]*)")]
    private static partial Regex AnyClass();

    [GeneratedRegex(@"\(width (<=|>) (75|60|48)rem\)")]
    private static partial Regex Breakpoint();

    [GeneratedRegex(@"width|height|\d(rem|em|px)")]
    private static partial Regex Length();

    /// <summary>
    /// Matches a second thing on a line of a style sheet: text after an opening brace or a semicolon, or before a closing brace.
    /// </summary>
    [GeneratedRegex(@"[{;]\s*\S|\S\s*\}")]
    private static partial Regex SecondOnALine();

    [GeneratedRegex(@"from '\./(?<name>[\w-]+)\.js'|new JsModule\(\w+, ""(?<name>[\w-]+)""\)|new\(js, ""(?<name>[\w-]+)""\)")]
    private static partial Regex Import();

    [GeneratedRegex(@"@Assets\[""js/(?<name>[\w-]+)\.js""\]")]
    private static partial Regex FingerprintedScript();
}
