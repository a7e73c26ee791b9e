using System.Diagnostics;
using CigHub.Tests.Architecture;
using CigHub.Tests.Support;

namespace CigHub.Tests.Domain.Revisione;

/// <summary>Draws a sample with the very lines of <c>docs/audit.md</c>, as somebody without CigHub would.</summary>
internal static class DocumentedDraw
{
    /// <summary>Returns what the lines print: the hash of the population with its size, then the drawn ids in their order.</summary>
    public static string[] Run(string population, string method, string seed, int size)
    {
        const string fence = "```python\n";
        var folder = TestFolder.New("audit");
        var document = File.ReadAllText(Path.Combine(House.Root, "docs", "audit.md"));
        var start = document.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        File.WriteAllText(Path.Combine(folder, "estrai.py"), document[start..document.IndexOf("```\n", start, StringComparison.Ordinal)]);
        File.WriteAllText(Path.Combine(folder, "popolazione.csv"), population);
        var python = new ProcessStartInfo("python3", ["estrai.py", "popolazione.csv", method, seed, $"{size}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(python)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TestFolder.Delete(folder);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
