using System.Runtime.InteropServices;

namespace CigHub.Tests.Support;

/// <summary>What the search for a browser looks at: delegates, so that its order can be tested for any machine.</summary>
/// <param name="Variabile">An environment variable's value, or null.</param>
/// <param name="EsisteFile">Whether a file stands at a path.</param>
/// <param name="Sistema">Decides the separators, the file's extension and the usual install places.</param>
public sealed record Macchina(Func<string, string?> Variabile, Func<string, bool> EsisteFile, OSPlatform Sistema)
{
    public static Macchina Questa { get; } = new(
        Environment.GetEnvironmentVariable,
        File.Exists,
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux);
}

/// <summary>Which installed browsers the tests may drive, in the order in which they are tried.</summary>
public static class CercaBrowser
{
    /// <summary>Names one browser by its path. When set nothing else is tried: who names a browser wants that one.</summary>
    public const string Variabile = "CIGHUB_BROWSER";

    /// <summary>Chromium's engine without windows, by the name that Debian gives to its program and to its package.</summary>
    public const string HeadlessShell = "chromium-headless-shell";

    /// <summary>The engine alone comes first: a whole browser without a window draws its own tabs and bars for each test.</summary>
    private static readonly string[] _nomi =
        [HeadlessShell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    /// <summary>The path that <see cref="Variabile"/> gives, or null when it is not set.</summary>
    public static string? Indicato(Macchina macchina) =>
        macchina.Variabile(Variabile)?.Trim() is { Length: > 0 } percorso ? percorso : null;

    /// <summary>The browsers to try, best first: the named one alone, else those on the path by name, else those in the usual places.</summary>
    public static IReadOnlyList<string> Candidati(Macchina macchina)
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

    private static IEnumerable<string> PostiConsueti(Macchina macchina)
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
