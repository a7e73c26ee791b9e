using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Checks the users' guide in <c>docs/guida</c>. Words in bold must be words on screen, so each of them must occur in the sources of the
/// app. Links and pictures must exist.
/// </summary>
public sealed partial class GuidaTests
{
    private const string Folder = "docs/guida";

    /// <summary>The path, relative to the folder of the guide, of the script that makes the guide's pictures.</summary>
    private const string Script = "immagini/crea";

    private static readonly IReadOnlyList<House.SourceFile> _guides =
    [
        .. Directory.EnumerateFiles(Path.Combine(House.Root, Folder), "*.md")
            .Select(f => new House.SourceFile($"{Folder}/{Path.GetFileName(f)}", File.ReadAllText(f))),
    ];

    /// <summary>The text of all sources of the app that may appear on screen, with single spaces.</summary>
    private static readonly string _screens = OneSpace(string.Join('\n', House.Sources.Select(TextOnScreen)));

    [Fact]
    public void The_guides_are_found() => Assert.Equal(
        ["README.md", "amministratore.md", "auditor.md", "responsabile.md", "rup.md"],
        _guides.Select(g => Path.GetFileName(g.Path)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_word_in_bold_stands_in_the_app() => Assert.Empty(_guides.SelectMany(StaleWords));

    [Fact]
    public void Every_link_leads_to_a_file() => Assert.Empty(_guides.SelectMany(BrokenLinks));

    [Fact]
    public void Every_picture_of_a_guide_is_there() => Assert.Empty(_guides.SelectMany(MissingPictures));

    [Fact]
    public void The_script_makes_every_picture_of_a_guide_and_no_other() => Assert.Equal(
        _guides.SelectMany(g => Pictures(g.Text)).Distinct().Order(StringComparer.Ordinal),
        PicturesOf(File.ReadAllText(Path.Combine(House.Root, Folder, Script))).Order(StringComparer.Ordinal));

    [Fact]
    public void The_script_runs_tests_that_exist() => Assert.Empty(LostTests(File.ReadAllText(Path.Combine(House.Root, Folder, Script))));

    [Fact]
    public void A_test_that_is_gone_is_found() => Assert.Equal(["SpesaTests.Gone"], LostTests("    \"SpesaTests.Gone spesa\""));

    [Fact]
    public void Words_that_are_not_on_screen_are_found()
    {
        Assert.Empty(StaleWords(Planted("Premi **Avvia richiesta CIG**, poi **Segna «Esito da verificare»**.")));
        Assert.Single(StaleWords(Planted("Premi **Avvia richiesta CIG**, poi **Avvia la richiesta con un fischio**.")));
    }

    [Fact]
    public void A_piece_of_a_word_is_not_enough() => Assert.Single(StaleWords(Planted("Premi **Avvia richiesta CI**.")));

    [Fact]
    public void A_broken_link_is_found()
    {
        Assert.Empty(BrokenLinks(Planted("[Indice](README.md), [sito](https://www.anticorruzione.it)")));
        Assert.Single(BrokenLinks(Planted("[Indice](README.md), [altro](che-non-c-e.md)")));
    }

    [Fact]
    public void A_missing_picture_is_found() => Assert.Single(MissingPictures(Planted("![Prova](immagini/che-non-c-e.png)")));

    private static IEnumerable<string> StaleWords(House.SourceFile guide) =>
        Bold().Matches(guide.Text).Select(m => OneSpace(m.Groups["words"].Value)).Where(w => !IsOnScreen(w)).Select(w => $"{guide.Path}: {w}");

    private static IEnumerable<string> BrokenLinks(House.SourceFile guide) =>
        from link in Link().Matches(guide.Text).Select(m => m.Groups["to"].Value.Split('#')[0])
        where link.Length > 0 && !link.Contains("://", StringComparison.Ordinal) && !link.EndsWith(".png", StringComparison.Ordinal)
        where !Path.Exists(Path.Combine(House.Root, Folder, link))
        select $"{guide.Path}: {link}";

    private static IEnumerable<string> MissingPictures(House.SourceFile guide) =>
        from name in Pictures(guide.Text)
        where !File.Exists(Path.Combine(House.Root, Folder, "immagini", name + ".png"))
        select $"{guide.Path}: {name}.png, which {Folder}/{Script} makes";

    private static IEnumerable<string> Pictures(string guide) => Picture().Matches(guide).Select(m => m.Groups["name"].Value);

    /// <summary>
    /// Returns the names of the pictures that the script makes. Each line of its list names a browser test, then the pictures which that
    /// test takes.
    /// </summary>
    private static IEnumerable<string> PicturesOf(string script) => ListedTest().Matches(script).SelectMany(m => m.Groups["names"].Value.Split(' '));

    /// <summary>Returns the browser tests that the script's list names and that no longer exist, as <c>Type.Method</c>.</summary>
    private static IEnumerable<string> LostTests(string script) =>
        from line in ListedTest().Matches(script)
        let type = typeof(GuidaTests).Assembly.GetType($"CigHub.Tests.Browser.{line.Groups["type"].Value}")
        where type?.GetMethod(line.Groups["method"].Value) is null
        select $"{line.Groups["type"].Value}.{line.Groups["method"].Value}";

    /// <summary>Says whether the app's text on screen holds these words one after the other, and not as a part of longer words.</summary>
    private static bool IsOnScreen(string words)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(_screens[at - 1])) && (end == _screens.Length || !char.IsLetterOrDigit(_screens[end])))
            {
                return true;
            }
        }

        return false;

        int Next(int from) => _screens.IndexOf(words, from, StringComparison.Ordinal);
    }

    /// <summary>
    /// Returns the text of a source that may appear on screen: a .razor file without its comments, or the string literals of a .cs file.
    /// </summary>
    private static string TextOnScreen(House.SourceFile source)
    {
        var lines = RazorComment().Replace(source.Text, "").Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal));
        var text = Concatenation().Replace(string.Join('\n', lines), "");
        return source.Path.EndsWith(".razor", StringComparison.Ordinal) ? text : string.Join('\n', Quoted().Matches(text).Select(m => m.Value));
    }

    private static string OneSpace(string text) => Spaces().Replace(text, " ").Trim();

    private static House.SourceFile Planted(string text) => new($"{Folder}/prova.md", text);

    [GeneratedRegex(@"\*\*(?<words>.+?)\*\*", RegexOptions.Singleline)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\(immagini/(?<name>[^)\s]+)\.png\)")]
    private static partial Regex Picture();

    [GeneratedRegex("""^\s+"(?<type>\w+)\.(?<method>\w+) (?<names>[a-z0-9 -]+)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex ListedTest();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    /// <summary>Matches the end of a literal and the beginning of the next one, which C# joins with a plus.</summary>
    [GeneratedRegex("""
        "\s*\+\s*\$?"
        """)]
    private static partial Regex Concatenation();

    /// <summary>Matches the part of a line from its first quotation mark to its last one.</summary>
    [GeneratedRegex("\".*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
