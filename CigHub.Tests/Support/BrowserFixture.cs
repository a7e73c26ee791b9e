using System.Diagnostics;
using CigHub.Tests.Features.Affidamenti.Elenco;
using CigHub.Tests.Features.Attestazioni.Dossier;
using CigHub.Tests.Features.Spesa;
using CigHub.Tests.Operations;
using CigHub.Tests.Security;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Tests.UseCases.TenYears;
using Microsoft.Playwright;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("CigHub.Tests.Support." + nameof(LongestFirst), "CigHub.Tests")]

namespace CigHub.Tests.Support;

/// <summary>
/// The names of the chains of browser tests. The chains run side by side, and the classes of one chain share a browser and run one after
/// the other. Put a new class into the chain that ends first.
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

/// <summary>
/// Orders the test collections: the chains of browser tests start first, because they take the longest, then the classes that take half a
/// minute each. One of those that started last would run alone on one core after all others.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _order =
    [
        BrowserChains.First, BrowserChains.Second, nameof(TenYearsTests), nameof(ProcessStartTests), nameof(DossierTests), nameof(AltriEntiTests),
        nameof(ImportiInSqlTests), nameof(DieciGiorniTests), nameof(SettingsTests), nameof(CommandTests), nameof(AllowedCommandsTests),
        nameof(AmbitoTests), nameof(OpenDataReaderTests), nameof(LongExportTests), nameof(QueryReaderTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        // The collection of a class is named by the whole name of the class.
        var place = Array.FindIndex(_order, n => collection.DisplayName == n || collection.DisplayName.EndsWith($".{n}", StringComparison.Ordinal));
        return place < 0 ? _order.Length : place;
    }
}

/// <summary>The size of the browser window, in pixels: a desk screen or a telephone.</summary>
public enum TestScreen
{
    /// <summary>A desk screen of 1440 × 900 pixels.</summary>
    Desktop,

    /// <summary>A telephone of 390 × 844 pixels.</summary>
    Phone,
}

/// <summary>
/// The Chromium browser of one chain of tests. Installed browsers are tried in the order of <see cref="BrowserSearch"/>. If none starts,
/// Playwright installs one, or (on Debian, as root) apt does. Without a browser every test that needs one fails and says what was tried. No
/// test is skipped.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] _options =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Lets only one chain at a time look for a browser, because two chains would install the same one at once.</summary>
    private static readonly SemaphoreSlim _search = new(1);

    private readonly List<string> _attempts = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The time from the beginning of the search until the browser was running, including an installation.</summary>
    public TimeSpan StartTimeout { get; private set; }

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not started.");

    public async Task InitializeAsync()
    {
        var cronometro = Stopwatch.StartNew();
        _playwright = await Playwright.CreateAsync();
        await _search.WaitAsync();
        try
        {
            _browser = await Find(_playwright.Chromium, Machine.This);
        }
        finally
        {
            _search.Release();
        }

        if (_browser is null)
        {
            _playwright.Dispose();
            throw new InvalidOperationException(
                $"No browser could be started for the tests. Install Chromium, Chrome or Edge, or set {BrowserSearch.Variable} to the path of one. Tried:\n- "
                + string.Join("\n- ", _attempts));
        }

        Assertions.SetDefaultExpectTimeout(TestPage.Patience);
        StartTimeout = cronometro.Elapsed;
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
    /// Opens a page in a browser context of its own (cookies, storage, theme). Dispose it with <c>await using</c>. Disposing fails the test
    /// when the page had an unexpected error.
    /// </summary>
    /// <param name="indirizzo">
    /// The address of the app. Relative paths start there, and its requests are watched. Null for a page without a server.
    /// </param>
    public async Task<TestPage> NewPage(Uri? indirizzo = null, TestScreen schermo = TestScreen.Desktop, ColorScheme tema = ColorScheme.Light)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = indirizzo?.ToString(),

            // The certificate of a test comes from an authority that the browser does not know.
            IgnoreHTTPSErrors = indirizzo?.Scheme == Uri.UriSchemeHttps,
            Locale = "it-IT",
            TimezoneId = "Europe/Rome",
            ViewportSize = TestPage.SizeOf(schermo),
            ColorScheme = tema,

            // In the plain run nothing waits for an animation.
            ReducedMotion = LongRun.Is ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
        });
        if (indirizzo is not null)
        {
            await context.GrantPermissionsAsync(
                ["clipboard-read", "clipboard-write"], new() { Origin = indirizzo.GetLeftPart(UriPartial.Authority) });
        }

        return await TestPage.Open(context, indirizzo);
    }

    private async Task<IBrowser?> Find(IBrowserType chromium, Machine macchina)
    {
        if (await FirstThatStarts(chromium, BrowserSearch.Candidates(macchina)) is { } installato)
        {
            return installato;
        }

        if (BrowserSearch.Given(macchina) is not null)
        {
            return null;
        }

        if (_attempts.Count == 0)
        {
            _attempts.Add("no Chromium, Chrome or Edge on the PATH or in the usual places");
        }

        if (await OfPlaywright(chromium) is { } scaricato)
        {
            return scaricato;
        }

        if (!File.Exists("/etc/debian_version") || !Environment.IsPrivilegedProcess)
        {
            _attempts.Add("apt-get: not tried, it needs Debian and root");
            return null;
        }

        return await Run("apt-get", "update") && await Run("apt-get", "install", "-y", BrowserSearch.HeadlessShell)
            ? await FirstThatStarts(chromium, BrowserSearch.Candidates(macchina))
            : null;
    }

    private async Task<IBrowser?> OfPlaywright(IBrowserType chromium)
    {
        if (!File.Exists(chromium.ExecutablePath))
        {
            var codice = await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]));
            _attempts.Add($"Playwright's installer: exit code {codice}");
            if (codice != 0)
            {
                return null;
            }
        }

        return await Start(chromium, null);
    }

    private async Task<IBrowser?> FirstThatStarts(IBrowserType chromium, IEnumerable<string> percorsi)
    {
        foreach (var percorso in percorsi)
        {
            if (await Start(chromium, percorso) is { } browser)
            {
                return browser;
            }
        }

        return null;
    }

    /// <summary>
    /// Starts a browser and returns it. Returns null when it does not start, because a file that exists need not be a working browser, such
    /// as Ubuntu's chromium-browser without snap.
    /// </summary>
    private async Task<IBrowser?> Start(IBrowserType chromium, string? percorso)
    {
        try
        {
            return await chromium.LaunchAsync(new() { ExecutablePath = percorso, Args = _options, Timeout = 60_000 });
        }
        catch (PlaywrightException errore)
        {
            _attempts.Add($"{percorso ?? "Playwright's own Chromium"}: {errore.Message.Trim()}");
            return null;
        }
    }

    private async Task<bool> Run(string comando, params string[] argomenti)
    {
        var avvio = new ProcessStartInfo(comando, argomenti) { RedirectStandardError = true, RedirectStandardOutput = true };
        avvio.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var processo = Process.Start(avvio)!;
        var uscita = processo.StandardOutput.ReadToEndAsync();
        var errori = await processo.StandardError.ReadToEndAsync();
        await uscita;
        await processo.WaitForExitAsync();
        _attempts.Add($"{comando} {string.Join(' ', argomenti)}: exit code {processo.ExitCode} {errori.Trim()}");
        return processo.ExitCode == 0;
    }
}
