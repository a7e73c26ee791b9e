using System.Text.RegularExpressions;
using CigHub.Domain.Common;

namespace CigHub.Tests.Architecture;

/// <summary>Tests that <see cref="Plural"/> writes each number with its noun, so that no sentence says «1 eventi».</summary>
public sealed partial class CountedNounsTests
{
    /// <summary>Nouns that the app counts. The nouns in calls of <see cref="Plural"/> are added, so that the list grows by itself.</summary>
    private static readonly string[] KnownNouns =
    [
        "eventi", "righe", "giuste", "affidamenti", "adesioni", "bozze", "campi", "voci", "codici", "liste", "giorni", "mesi", "anni",
        "ore", "minuti", "secondi",
        "caratteri", "cifre", "persone", "enti", "lotti", "convenzioni", "atti", "schede", "errori", "avvisi", "cose", "celle", "testi", "valori", "passi",
        "volte", "selezionati", "aggiornamenti", "richieste", "comandi", "sessioni", "movimenti", "documenti", "operatori", "aggiudicatari", "esportazioni",
    ];

    private static readonly HashSet<string> _nouns = House.Sources
        .SelectMany(s => Asked().Matches(s.Text))
        .Where(m => m.Groups["one"].Value != m.Groups["noun"].Value)
        .Select(m => m.Groups["noun"].Value)
        .Concat(KnownNouns)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void No_sentence_writes_a_counted_noun_by_hand() => Assert.Empty(House.Sources.SelectMany(HandWritten));

    [Theory]
    [InlineData("X.cs", "var s = $\"{totale} eventi trovati\";")]
    [InlineData("X.cs", "var s = $\"{Righe.Count - sbagliate} giuste\";")]
    [InlineData("X.cs", "var s = $\"da {(int)durata.TotalDays} giorni\";")]
    [InlineData("X.cs", "var s = $\"{Totale:N0} Affidamenti\";")]
    [InlineData("X.cs", "var s = n == 1 ? \"1 pagina\" : \"tante pagine\";")]
    [InlineData("X.razor", "<p>@Eventi.Totale eventi</p>")]
    [InlineData("X.razor", "<p><strong>@Voci.Count</strong> voci</p>")]
    [InlineData("X.razor", "<p>@(Righe.Count - Sbagliate) righe</p>")]
    public void The_check_finds_a_noun_written_by_hand(string file, string line) =>
        Assert.NotEmpty(HandWritten(new House.SourceFile("CigHub.Web/" + file, line)));

    [Theory]
    [InlineData("X.cs", "var s = $\"al massimo {MaxRighe} righe\";")]
    [InlineData("X.cs", "var s = $\"{Plural.Of(n, \"evento\", \"eventi\")} trovati\";")]
    [InlineData("X.razor", "<p>@Plural.Of(Righe.Count, \"riga\", \"righe\") lette</p>")]
    [InlineData("X.razor", "<p>Lotto @Lotto.Numero aperto</p>")]
    public void The_check_lets_limits_and_names_pass(string file, string line) => Assert.Empty(HandWritten(new House.SourceFile("CigHub.Web/" + file, line)));

    [Theory]
    [InlineData(0, "0 eventi")]
    [InlineData(1, "1 evento")]
    [InlineData(2, "2 eventi")]
    [InlineData(9_454, "9.454 eventi")]
    public void A_number_agrees_with_its_noun(long number, string sentence) => Assert.Equal(sentence, Plural.Of(number, "evento", "eventi"));

    private static IEnumerable<string> HandWritten(House.SourceFile source)
    {
        var markup = source.Path.EndsWith(".razor", StringComparison.Ordinal);
        return from line in source.Lines.Select((text, i) => (Text: text, Number: i + 1))
               from found in (line.Text.Contains("$\"", StringComparison.Ordinal) ? Hole().Matches(line.Text) : Enumerable.Empty<Match>())
                   .Concat(markup ? Shown().Matches(line.Text) : [])
                   .Where(m => _nouns.Contains(m.Groups["noun"].Value) && !IsFixed(m.Groups["hole"].Value))
                   .Concat(Choice().Matches(line.Text))
               select $"{source.Path}:{line.Number}: {found.Value}";
    }

    /// <summary>
    /// Says whether the number in a hole can never be one, so that its noun needs no <see cref="Plural"/>: it is a constant limit greater
    /// than one, or the hole already calls <see cref="Plural"/>.
    /// </summary>
    private static bool IsFixed(string hole) => Limit().IsMatch(hole) || hole.Contains("Plural.", StringComparison.Ordinal);

    [GeneratedRegex("Plural\\.Of\\([^\"]+, \"(?<one>\\p{L}+)[^\"]*\", \"(?<noun>\\p{L}+)")]
    private static partial Regex Asked();

    /// <summary>Matches a hole of an interpolated string (<c>{count}</c>) and the word that follows it.</summary>
    [GeneratedRegex("\\{(?<hole>[^{}\" ][^{}\"]*)\\} (?<noun>\\p{L}+)")]
    private static partial Regex Hole();

    /// <summary>Matches a value that Razor markup writes (<c>@count</c>) and the word that follows it.</summary>
    [GeneratedRegex("@(?<hole>\\([^@<>\"]*\\)|[A-Za-z_][\\w.!]*(?:\\([^()]*\\))?)(?:</\\w+>)? (?<noun>\\p{L}+)")]
    private static partial Regex Shown();

    [GeneratedRegex("== 1 \\? \\$?\"(?:1|[Uu]n|[Uu]na|[Uu]no) ")]
    private static partial Regex Choice();

    [GeneratedRegex("(^|\\.)[Mm](ax|in)[A-Z]\\w*$")]
    private static partial Regex Limit();
}
