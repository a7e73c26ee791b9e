using System.Text.Json;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using Xunit.Abstractions;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>
/// Compares the verdict of <see cref="VerificaAd4"/> with that of ANAC's decision table and of ANAC's own schema files, on thousands of
/// generated schede. The schema files are not in the repository: see <see cref="AnacFactAttribute"/>.
/// </summary>
public sealed class AnacVerdictTests(ITestOutputHelper output)
{
    private const int Count = 10_200, Seed = 20_260_630;

    /// <summary>The least number of schede for the decision table. The plain run goes on until every rule was broken by one.</summary>
    private static readonly int _few = LongRun.Is ? Count : 2_500;

    private static readonly string[] _keywords =
        ["additionalProperties", "enum", "format", "maxLength", "maximum", "minLength", "minimum", "required", "type"];

    [Fact]
    public void Le_regole_dicono_di_ogni_scheda_cio_che_dice_la_tabella_di_ANAC()
    {
        var (tried, broken) = (0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var line in SampleGeneratedSchede.Take(Count, Seed).TakeWhile(_ => tried < _few || !broken.IsSupersetOf(RegoleAnac.Codici)))
        {
            tried++;
            var (ours, schema) = Verdict(line);
            if (schema.Count == 0)
            {
                using var scheda = JsonDocument.Parse(line);
                Assert.True(AnacDecisionTable.Broken(scheda.RootElement).SequenceEqual(ours), $"{string.Join(' ', ours)}: {line}");
                broken.UnionWith(ours);
            }
        }

        Assert.Equal(RegoleAnac.Codici.Order(StringComparer.Ordinal), broken);
    }

    [AnacFact]
    public void Lo_schema_dice_di_ogni_scheda_cio_che_dicono_i_file_di_ANAC()
    {
        var anac = AnacSchema.Load(AnacFactAttribute.Folder!);
        var keywords = new SortedSet<string>(StringComparer.Ordinal);
        var (sound, different) = (0, new List<string>());
        foreach (var line in SampleGeneratedSchede.Take(Count, Seed))
        {
            using var scheda = JsonDocument.Parse(line);
            var theirs = anac.Violations(scheda.RootElement);
            var ours = Verdict(line).Schema;
            sound += theirs.Count == 0 ? 1 : 0;
            keywords.UnionWith(theirs.Select(v => v.Split(' ')[1]));
            if (!theirs.SequenceEqual(ours))
            {
                different.Add($"ANAC [{string.Join(", ", theirs)}], CigHub [{string.Join(", ", ours)}]: {line}");
            }
        }

        output.WriteLine($"{Count} schede, {sound} of them right for ANAC's schema: {different.Count} differences.");
        Assert.True(different.Count == 0, $"{different.Count} of {Count}, the first: {different.FirstOrDefault()}");
        Assert.True(sound > Count / 4 && sound < Count * 3 / 4, $"{sound} right ones of {Count}: the generator is lopsided.");
        Assert.Equal(_keywords, keywords);
    }

    private static (IReadOnlyList<string> Rules, IReadOnlyList<string> Schema) Verdict(string line)
    {
        using var verdict = JsonDocument.Parse(VerificaAd4.Riga(line));
        return (Texts("reg"), Texts("schema"));

        IReadOnlyList<string> Texts(string name) => [.. verdict.RootElement.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];
    }
}

/// <summary>
/// A test that needs ANAC's schema files. It runs when the environment variable <c>CIGHUB_ANAC</c> names a folder with ANAC's YAML files,
/// directly or in its folder <c>schema</c>. Otherwise it is reported as skipped, with the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnacFactAttribute : FactAttribute
{
    private const string Form = "modello-dati-schede-AD4.yaml";

    public AnacFactAttribute() => Skip = Folder is null
        ? $"Not run: CIGHUB_ANAC names no folder with ANAC's schema files ({Form} and the two beside it), which are not in the repository."
        : null;

    /// <summary>The folder with ANAC's YAML files. Null when the environment names none.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("CIGHUB_ANAC") is { Length: > 0 } named
        ? new[] { named, Path.Combine(named, "schema") }.FirstOrDefault(f => File.Exists(Path.Combine(f, Form)))
        : null;
}
