using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Tests that comments are plain English and that no line is too long to read. The rules hold for the app, its tests, its css and its js.
/// </summary>
public sealed partial class WordsTests
{
    private const int MaxLine = 160;
    private const int MinWords = 5;

    /// <summary>Words that add nothing to the name of the member that a summary describes.</summary>
    private static readonly string[] _fillers =
    [
        "a", "an", "and", "as", "at", "by", "for", "from", "get", "gets", "in", "is", "its", "of", "on", "or", "return", "returns", "set", "sets", "that",
            "the",
        "this", "to", "with",
    ];

    private static readonly IReadOnlyList<House.SourceFile> _sources =
    [
        .. from folder in new[] { "CigHub.Domain", "CigHub.Web", "CigHub.Tests", "wwwroot" }
           from file in Directory.EnumerateFiles(Path.Combine(House.Root, folder), "*", SearchOption.AllDirectories)
           where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
               || file.EndsWith(".css", StringComparison.Ordinal) || file.EndsWith(".js", StringComparison.Ordinal)
           let path = Path.GetRelativePath(House.Root, file).Replace('\\', '/')
           where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
               && !path.Contains("/Migrations/", StringComparison.Ordinal)
           select new House.SourceFile(path, File.ReadAllText(file)),
    ];

    [Fact]
    public void Every_summary_begins_with_a_verb_or_a_noun() => Assert.Empty(_sources.SelectMany(BareBeginnings));

    [Fact]
    public void Every_summary_is_a_sentence() => Assert.Empty(_sources.SelectMany(ShortSummaries));

    [Fact]
    public void No_summary_repeats_the_name_of_its_member() => Assert.Empty(_sources.SelectMany(Repetitions));

    [Fact]
    public void No_comment_calls_a_person_by_a_pronoun() => Assert.Empty(_sources.SelectMany(Pronouns));

    [Fact]
    public void No_line_is_longer_than_the_limit() => Assert.Empty(_sources.SelectMany(LongLines));

    [Fact]
    public void The_sources_are_found() => Assert.All(
        new[] { "CigHub.Domain/", "CigHub.Web/", "CigHub.Tests/", "wwwroot/css/", "wwwroot/js/" },
        folder => Assert.Contains(_sources, s => s.IsIn(folder)));

    [Theory]
    [InlineData("/// <summary>What the registro says of a day.</summary>")]
    [InlineData("/// <summary>Whether the role is held on that day.</summary>")]
    [InlineData("/// <summary>\n/// Null: there was room, and nothing is left to say.\n/// </summary>")]
    [InlineData("/// <summary>It holds the rows of one page.</summary>")]
    public void A_bare_beginning_is_found(string comment) => Assert.NotEmpty(BareBeginnings(Planted(comment)));

    [Theory]
    [InlineData("/// <summary>UTC.</summary>")]
    [InlineData("/// <summary>The rows of <see cref=\"X\"/>.</summary>")]
    public void A_short_summary_is_found(string comment) => Assert.NotEmpty(ShortSummaries(Planted(comment)));

    [Theory]
    [InlineData("/// <summary>Returns the open sessions of the person to the person.</summary>\npublic int OpenSessionsOfPerson() => 0;")]
    [InlineData("/// <summary>Gets or sets the name of the file.</summary>\npublic string FileName { get; set; }")]
    public void A_repeated_name_is_found(string code) => Assert.NotEmpty(Repetitions(Planted(code)));

    [Theory]
    [InlineData("/" + "/ What she typed stays.")]
    [InlineData("/" + "/ The version that the user saw, compared with what he saw.")]
    public void A_pronoun_is_found(string comment) => Assert.NotEmpty(Pronouns(Planted(comment)));

    [Fact]
    public void A_long_line_is_found()
    {
        var line = new string('x', MaxLine + 1);
        Assert.NotEmpty(LongLines(Planted(line)));
        Assert.Empty(LongLines(Planted(line[1..])));
        Assert.Empty(LongLines(Planted($"var json = \"\"\"\n{line}\n\"\"\";")));
        Assert.NotEmpty(LongLines(Planted($"var json = \"\"\"\n{{}}\n\"\"\";\n{line}")));
    }

    [Theory]
    [InlineData("/// <summary>Returns the open sessions of a person, newest first.</summary>\npublic int OpenSessions() => 0;")]
    [InlineData("/// <summary>True when the user may act.</summary>\npublic bool Enabled { get; }")]
    public void Plain_words_pass(string code)
    {
        var source = Planted(code);
        Assert.Empty(BareBeginnings(source).Concat(ShortSummaries(source)).Concat(Repetitions(source)).Concat(Pronouns(source)).Concat(LongLines(source)));
    }

    private static House.SourceFile Planted(string text) => new("CigHub.Web/X.cs", text);

    private static IEnumerable<string> BareBeginnings(House.SourceFile source) =>
        Summaries(source).Where(s => Bare().IsMatch(s.Text)).Select(s => $"{source.Path}: {s.Text}");

    private static IEnumerable<string> ShortSummaries(House.SourceFile source) =>
        Summaries(source).Where(s => Word().Count(s.Text) < MinWords).Select(s => $"{source.Path}: {s.Text}");

    private static IEnumerable<string> Repetitions(House.SourceFile source) =>
        from summary in Summaries(source)
        where summary.Member is not null
        let name = NamePart().Matches(summary.Member).Select(m => Stem(m.Value)).ToHashSet()
        where Word().Matches(summary.Text).Select(m => Stem(m.Value)).Except(_fillers.Select(Stem)).All(name.Contains)
        select $"{source.Path}: {summary.Member}: {summary.Text}";

    private static IEnumerable<string> Pronouns(House.SourceFile source) =>
        source.Lines.Select((line, i) => (Line: Comment().Match(line).Value, Number: i + 1))
            .Where(l => Pronoun().IsMatch(l.Line)).Select(l => $"{source.Path}:{l.Number}: {l.Line.Trim()}");

    /// <summary>
    /// Returns the lines that are longer than the limit. Two kinds of line may be longer: data inside a raw literal, and the plain text of
    /// an attribute that stands alone on its line.
    /// </summary>
    private static IEnumerable<string> LongLines(House.SourceFile source)
    {
        var inRawLiteral = false;
        foreach (var (i, line) in source.Lines.Index())
        {
            var opensOrCloses = RawQuotes().Count(line) % 2 == 1;
            if (!inRawLiteral && line.TrimEnd('\r').Length > MaxLine && !RawQuotes().IsMatch(line) && !LoneAttribute().IsMatch(line))
            {
                yield return $"{source.Path}:{i + 1}: {line.Trim()[..60]}…";
            }

            inRawLiteral ^= opensOrCloses;
        }
    }

    /// <summary>
    /// Returns the text of each summary without its tags, with the name of the member under it. The name is null where no member follows.
    /// </summary>
    private static IEnumerable<(string Text, string? Member)> Summaries(House.SourceFile source) =>
        source.Path.EndsWith(".cs", StringComparison.Ordinal) || source.Path.EndsWith(".razor", StringComparison.Ordinal)
            ? Summary().Matches(source.Text).Select(m => (
                Tag().Replace(Reference().Replace(Slashes().Replace(m.Groups["text"].Value, " "), "$1"), " ").Trim(),
                m.Groups["member"] is { Success: true } member ? member.Value : null))
            : [];

    private static string Stem(string word) => word.ToUpperInvariant().TrimEnd('.', '-').TrimEnd('S');

    [GeneratedRegex(
        @"^[ \t]*/// <summary>(?<text>.*?)</summary>[^\n]*(?:\n[ \t]*(?:///[^\n]*|\[[^\n]*\])\r?(?=\n))*"
            + @"(?:\n[^\n=(;{]*?[ .](?<member>\w+)(?:<[\w, ]+>)?[ \t]*(?:[(;={]|\r?$))?",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\s*\n\s*///\s*")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"<\w+ (?:cref|langword|name)=""(?:\w:)?([^""]+)""\s*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{Lu}+(?=\p{Lu}\p{Ll}|\b)|\p{Lu}?\p{Ll}+|\p{N}+")]
    private static partial Regex NamePart();

    [GeneratedRegex(@"//[^\n]*|@\*[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?:she|her|hers|herself|he|him|his|himself|who comes)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        @"^(?:what|who|whose|whom|which|whether|where|when|why|how|of|those|null|the same|he|she|his|her|they|it|its|this|that|these|not|no"
            + @"|nothing|nobody|else|so|and|or|but|if|as|for|from|to|by|in|on|at|with|without|before|after|once|only|today|also"
            + @"|both|one who|asked|kept|said|seen|written)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\s*[\w-]+=""[^""@]*""( ?/?>)?\s*$")]
    private static partial Regex LoneAttribute();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();
}
