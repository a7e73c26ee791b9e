using System.Diagnostics;
using CigHub.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("CigHub.Tests.Support." + nameof(BrowserChainsFirst), "CigHub.Tests")]

namespace CigHub.Tests.Support;

/// <summary>
/// The tests that drive a browser, in chains that run side by side: the classes of one chain share a browser and run one after the
/// other. Put a new class into the chain that ends first.
/// </summary>
public static class BrowserChains
{
    public const string First = "Browser, first chain";
    public const string Second = "Browser, second chain";
}

[CollectionDefinition(BrowserChains.First)]
public sealed class FirstBrowserChain : ICollectionFixture<BrowserFixture>;

[CollectionDefinition(BrowserChains.Second)]
public sealed class SecondBrowserChain : ICollectionFixture<BrowserFixture>;

/// <summary>Starts the browser chains, the longest part of a run, before the other tests.</summary>
public sealed class BrowserChainsFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(c => c.DisplayName is BrowserChains.First or BrowserChains.Second);
}

/// <summary>The width of the window: what an office has on the desk, or a telephone.</summary>
public enum Schermo
{
    /// <summary>1440 × 900.</summary>
    Scrivania,

    /// <summary>390 × 844.</summary>
    Telefono,
}

/// <summary>
/// One Chromium for a chain. It is looked for in the order of <see cref="CercaBrowser"/>, then installed by Playwright, then (on
/// Debian, as root) by apt. Without a browser every test that needs one fails and says what was tried: none is skipped.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] _opzioni =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Held while a browser is looked for: two chains would install the same one at once.</summary>
    private static readonly SemaphoreSlim _search = new(1);

    private readonly List<string> _tentativi = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>How long the browser took to start, the search included and an installation too.</summary>
    public TimeSpan TempoDiAvvio { get; private set; }

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not started.");

    public async Task InitializeAsync()
    {
        var cronometro = Stopwatch.StartNew();
        _playwright = await Playwright.CreateAsync();
        await _search.WaitAsync();
        try
        {
            _browser = await Trova(_playwright.Chromium, Macchina.Questa);
        }
        finally
        {
            _search.Release();
        }

        if (_browser is null)
        {
            _playwright.Dispose();
            throw new InvalidOperationException(
                $"No browser could be started for the tests. Install Chromium, Chrome or Edge, or set {CercaBrowser.Variabile} to the path of one. Tried:\n- "
                + string.Join("\n- ", _tentativi));
        }

        Assertions.SetDefaultExpectTimeout(PaginaInProva.Pazienza);
        TempoDiAvvio = cronometro.Elapsed;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>
    /// A page in a context of its own (cookies, storage, theme). Dispose it (<c>await using</c>): that is where an error of the page,
    /// unless declared expected, makes the test fail.
    /// </summary>
    /// <param name="indirizzo">The app's address: relative paths start there, and its requests are watched. Null for a page without a server.</param>
    public async Task<PaginaInProva> NuovaPagina(Uri? indirizzo = null, Schermo schermo = Schermo.Scrivania, ColorScheme tema = ColorScheme.Light)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = indirizzo?.ToString(),

            // Over HTTPS the certificate is of a test's own authority, which the browser does not know.
            IgnoreHTTPSErrors = indirizzo?.Scheme == Uri.UriSchemeHttps,
            Locale = "it-IT",
            TimezoneId = "Europe/Rome",
            ViewportSize = PaginaInProva.Misure(schermo),
            ColorScheme = tema,
        });
        if (indirizzo is not null)
        {
            await context.GrantPermissionsAsync(
                ["clipboard-read", "clipboard-write"], new() { Origin = indirizzo.GetLeftPart(UriPartial.Authority) });
        }

        return await PaginaInProva.Apri(context, indirizzo);
    }

    private async Task<IBrowser?> Trova(IBrowserType chromium, Macchina macchina)
    {
        if (await PrimoCheParte(chromium, CercaBrowser.Candidati(macchina)) is { } installato)
        {
            return installato;
        }

        if (CercaBrowser.Indicato(macchina) is not null)
        {
            return null;
        }

        if (_tentativi.Count == 0)
        {
            _tentativi.Add("no Chromium, Chrome or Edge on the PATH or in the usual places");
        }

        if (await DiPlaywright(chromium) is { } scaricato)
        {
            return scaricato;
        }

        if (!File.Exists("/etc/debian_version") || !Environment.IsPrivilegedProcess)
        {
            _tentativi.Add("apt-get: not tried, it needs Debian and root");
            return null;
        }

        return await Esegui("apt-get", "update") && await Esegui("apt-get", "install", "-y", CercaBrowser.HeadlessShell)
            ? await PrimoCheParte(chromium, CercaBrowser.Candidati(macchina))
            : null;
    }

    private async Task<IBrowser?> DiPlaywright(IBrowserType chromium)
    {
        if (!File.Exists(chromium.ExecutablePath))
        {
            var codice = await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]));
            _tentativi.Add($"Playwright's installer: exit code {codice}");
            if (codice != 0)
            {
                return null;
            }
        }

        return await Avvia(chromium, null);
    }

    private async Task<IBrowser?> PrimoCheParte(IBrowserType chromium, IEnumerable<string> percorsi)
    {
        foreach (var percorso in percorsi)
        {
            if (await Avvia(chromium, percorso) is { } browser)
            {
                return browser;
            }
        }

        return null;
    }

    /// <summary>A file that exists is not yet a browser that starts (Ubuntu's chromium-browser without snap is not), so each is started.</summary>
    private async Task<IBrowser?> Avvia(IBrowserType chromium, string? percorso)
    {
        try
        {
            return await chromium.LaunchAsync(new() { ExecutablePath = percorso, Args = _opzioni, Timeout = 60_000 });
        }
        catch (PlaywrightException errore)
        {
            _tentativi.Add($"{percorso ?? "Playwright's own Chromium"}: {errore.Message.Trim()}");
            return null;
        }
    }

    private async Task<bool> Esegui(string comando, params string[] argomenti)
    {
        var avvio = new ProcessStartInfo(comando, argomenti) { RedirectStandardError = true, RedirectStandardOutput = true };
        avvio.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var processo = Process.Start(avvio)!;
        var uscita = processo.StandardOutput.ReadToEndAsync();
        var errori = await processo.StandardError.ReadToEndAsync();
        await uscita;
        await processo.WaitForExitAsync();
        _tentativi.Add($"{comando} {string.Join(' ', argomenti)}: exit code {processo.ExitCode} {errori.Trim()}");
        return processo.ExitCode == 0;
    }
}
