using System.Runtime.CompilerServices;

namespace CigHub.Tests.Architecture;

/// <summary>The sources of the repository as text, for the tests that check the house rules on them.</summary>
internal static class House
{
    public static string Root { get; } = Find();

    /// <summary>A source file: its path relative to the root of the repository, with slashes, and its text.</summary>
    public sealed record SourceFile(string Path, string Text)
    {
        public IReadOnlyList<string> Lines => Text.Split('\n');

        public bool IsIn(params string[] cartelle) => cartelle.Any(c => Path.StartsWith(c, StringComparison.Ordinal));
    }

    /// <summary>The sources of the app, without tests, generated files and migrations.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. new[] { "CigHub.Domain", "CigHub.Web" }
            .SelectMany(progetto => Directory.EnumerateFiles(Path.Combine(Root, progetto), "*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Select(f => new SourceFile(Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)))
            .Where(s => !s.Path.Contains("/obj/", StringComparison.Ordinal)
                && !s.Path.Contains("/bin/", StringComparison.Ordinal)
                && !s.Path.Contains("/Migrations/", StringComparison.Ordinal)),
    ];

    /// <summary>All style sheets and scripts of the app, including those that belong to a single component.</summary>
    public static IReadOnlyList<SourceFile> StylesAndScripts { get; } =
    [
        .. new[] { Path.Combine("wwwroot", "css"), Path.Combine("wwwroot", "js"), "CigHub.Web" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".css", StringComparison.Ordinal) || f.EndsWith(".js", StringComparison.Ordinal))
            .Select(f => new SourceFile(Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)))
            .Where(s => !s.Path.Contains("/obj/", StringComparison.Ordinal) && !s.Path.Contains("/bin/", StringComparison.Ordinal)),
    ];

    private static string Find([CallerFilePath] string questo = "")
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, "CigHub.sln")))
            {
                return d.FullName;
            }
        }

        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(questo)!, "..", ".."));
    }
}
