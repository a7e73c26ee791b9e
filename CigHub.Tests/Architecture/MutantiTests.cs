using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Tests that each mutant still fits the code that it breaks and names a test class that exists. The script that runs the mutants takes too
/// long for every day, so that a mutant could stop to apply without anybody seeing it.
/// </summary>
public sealed partial class MutantiTests
{
    private static readonly string _folder = Path.Combine(House.Root, "CigHub.Tests", "Mutanti");

    public static TheoryData<string> Patches => [.. Directory.GetFiles(_folder, "*.patch").Select(p => Path.GetFileName(p)).Order()];

    [Fact]
    public void There_are_at_least_thirty() => Assert.True(Patches.Count >= 30, $"{Patches.Count} mutants");

    [Theory]
    [MemberData(nameof(Patches))]
    public void A_mutant_applies_and_its_test_class_exists(string name)
    {
        var patch = File.ReadAllText(Path.Combine(_folder, name)).ReplaceLineEndings("\n");
        Assert.NotNull(typeof(MutantiTests).Assembly.GetType("CigHub.Tests." + TestClass().Match(patch).Groups[1].Value));
        var files = TouchedFile().Split(patch).Skip(1).Chunk(2).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var code = File.ReadAllText(Path.Combine(House.Root, file[0])).ReplaceLineEndings("\n");
            var hunks = Hunk().Split(file[1]).Skip(1).ToList();
            Assert.NotEmpty(hunks);
            Assert.All(hunks, hunk => Assert.Contains(Before(hunk), code, StringComparison.Ordinal));
        }
    }

    /// <summary>Returns the lines of the code that a hunk expects, which are those that it keeps or takes away.</summary>
    private static string Before(string hunk) =>
        string.Join('\n', hunk.TrimEnd('\n').Split('\n').Where(line => !line.StartsWith('+')).Select(line => line.Length > 0 ? line[1..] : ""));

    [GeneratedRegex(@"^Test: *(\S+)$", RegexOptions.Multiline)]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^diff --git .+\n--- a/(.+)\n\+\+\+ .+\n", RegexOptions.Multiline)]
    private static partial Regex TouchedFile();

    [GeneratedRegex(@"^@@ .*\n", RegexOptions.Multiline)]
    private static partial Regex Hunk();
}
