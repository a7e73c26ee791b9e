using System.Runtime.InteropServices;

namespace CigHub.Tests.Support;

/// <summary>The machine as the search for a browser sees it. Its members are delegates, so that the search can be tested for any machine.</summary>
/// <param name="Variabile">Returns the value of an environment variable, or null.</param>
/// <param name="EsisteFile">Says whether a file exists at a path.</param>
/// <param name="Sistema">The operating system. It decides separators, file extension and usual install folders.</param>
public sealed record Machine(Func<string, string?> Variabile, Func<string, bool> EsisteFile, OSPlatform Sistema)
{
    public static Machine Questa { get; } = new(
        Environment.GetEnvironmentVariable,
        File.Exists,
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux);
}

/// <summary>Lists the installed browsers that the tests may use, in the order in which they are tried.</summary>
public static class BrowserSearch
{
    /// <summary>The environment variable with the path of one browser. When it is set, no other browser is tried.</summary>
    public const string Variabile = "CIGHUB_BROWSER";

    /// <summary>The engine of Chromium without windows. Debian gives this name to the program and to the package.</summary>
    public const string HeadlessShell = "chromium-headless-shell";

    /// <summary>
    /// The programs to look for. The engine alone comes first, because a whole browser draws its own tabs and bars for each test even
    /// without a window.
    /// </summary>
    private static readonly string[] _nomi =
        [HeadlessShell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    /// <summary>Returns the path in <see cref="Variabile"/>, or null when it is not set.</summary>
    public static string? Indicato(Machine macchina) =>
        macchina.Variabile(Variabile)?.Trim() is { Length: > 0 } percorso ? percorso : null;

    /// <summary>
    /// Returns the browsers to try, best first: only the named one, else those on the PATH by name, then those in the usual folders.
    /// </summary>
    public static IReadOnlyList<string> Candidati(Machine macchina)
    {
        if (Indicato(macchina) is { } indicato)
        {
            return [indicato];
        }

        var windows = macchina.Sistema == OSPlatform.Windows;
        var cartelle = (macchina.Variabile("PATH") ?? "").Split(windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
        var nelPath = from nome in _nomi
                      from cartella in cartelle
                      select windows ? $@"{cartella.TrimEnd('\\')}\{nome}.exe" : $"{cartella.TrimEnd('/')}/{nome}";
        return [.. nelPath.Concat(PostiConsueti(macchina)).Where(macchina.EsisteFile).Distinct()];
    }

    private static IEnumerable<string> PostiConsueti(Machine macchina)
    {
        if (macchina.Sistema == OSPlatform.Windows)
        {
            string[] relativi = [@"Chromium\Application\chrome.exe", @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];
            string[] radici = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
            return from relativo in relativi
                   from radice in radici
                   let cartella = macchina.Variabile(radice)
                   where !string.IsNullOrEmpty(cartella)
                   select $@"{cartella}\{relativo}";
        }

        if (macchina.Sistema == OSPlatform.OSX)
        {
            string[] nomi = ["Chromium", "Google Chrome", "Microsoft Edge"];
            string[] radici = ["/Applications", $"{macchina.Variabile("HOME")}/Applications"];
            return from nome in nomi from radice in radici select $"{radice}/{nome}.app/Contents/MacOS/{nome}";
        }

        return ["/usr/bin/chromium", "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];
    }
}
