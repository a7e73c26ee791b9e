using System.Runtime.InteropServices;

namespace CigHub.Tests.Support;

/// <summary>The machine as the search for a browser needs it. Its members are delegates, so that a test can imitate any machine.</summary>
/// <param name="Variable">Returns the value of an environment variable, or null.</param>
/// <param name="FileExists">Says whether a file exists at a path.</param>
/// <param name="System">The operating system. It decides separators, file extension and usual install folders.</param>
public sealed record Machine(Func<string, string?> Variable, Func<string, bool> FileExists, OSPlatform System)
{
    public static Machine This { get; } = new(
        Environment.GetEnvironmentVariable,
        File.Exists,
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux);
}

/// <summary>Lists the browsers on the machine that the tests may use, in the order in which they are tried.</summary>
public static class BrowserSearch
{
    /// <summary>The environment variable that holds the path of one browser. When it is set, no other browser is tried.</summary>
    public const string Variable = "CIGHUB_BROWSER";

    /// <summary>The name of Chromium's engine without windows, as Debian names both the program and the package.</summary>
    public const string HeadlessShell = "chromium-headless-shell";

    /// <summary>
    /// The programs to look for, best first. The engine without windows comes first, because a whole browser draws its own tabs and bars
    /// for each test even without a window.
    /// </summary>
    private static readonly string[] _names =
        [HeadlessShell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    /// <summary>Returns the path that <see cref="Variable"/> holds, or null when it is not set.</summary>
    public static string? Given(Machine macchina) =>
        macchina.Variable(Variable)?.Trim() is { Length: > 0 } percorso ? percorso : null;

    /// <summary>
    /// Returns the paths of the browsers to try, best first. When <see cref="Variable"/> is set it is the only one. Otherwise those on the
    /// PATH come first, then those in the usual folders.
    /// </summary>
    public static IReadOnlyList<string> Candidates(Machine macchina)
    {
        if (Given(macchina) is { } indicato)
        {
            return [indicato];
        }

        var windows = macchina.System == OSPlatform.Windows;
        var cartelle = (macchina.Variable("PATH") ?? "").Split(windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
        var nelPath = from nome in _names
                      from cartella in cartelle
                      select windows ? $@"{cartella.TrimEnd('\\')}\{nome}.exe" : $"{cartella.TrimEnd('/')}/{nome}";
        return [.. nelPath.Concat(UsualPlaces(macchina)).Where(macchina.FileExists).Distinct()];
    }

    private static IEnumerable<string> UsualPlaces(Machine macchina)
    {
        if (macchina.System == OSPlatform.Windows)
        {
            string[] relativi = [@"Chromium\Application\chrome.exe", @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];
            string[] radici = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
            return from relativo in relativi
                   from radice in radici
                   let cartella = macchina.Variable(radice)
                   where !string.IsNullOrEmpty(cartella)
                   select $@"{cartella}\{relativo}";
        }

        if (macchina.System == OSPlatform.OSX)
        {
            string[] nomi = ["Chromium", "Google Chrome", "Microsoft Edge"];
            string[] radici = ["/Applications", $"{macchina.Variable("HOME")}/Applications"];
            return from nome in nomi from radice in radici select $"{radice}/{nome}.app/Contents/MacOS/{nome}";
        }

        return ["/usr/bin/chromium", "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];
    }
}
