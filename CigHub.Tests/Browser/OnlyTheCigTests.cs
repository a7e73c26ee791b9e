using System.Collections.Concurrent;
using System.Text;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the box for the CIG. When a whole page of the portal, with a password on it, is pasted into the box, only the CIG may be kept.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class OnlyTheCigTests(BrowserFixture browser)
{
    private const string Finta = "Provvisoria-Zq7w93";

    [Fact]
    public async Task Di_cio_che_si_incolla_resta_solo_il_CIG()
    {
        var cartella = TestFolder.New("only-the-cig");
        using var diario = new EveryLine();
        try
        {
            var cig = InventedCodes.Cig('B', 0x61107E).Valore;
            await using (var app = await Start(cartella, diario))
            await using (var rup = await browser.NewPage(app.Address))
            {
                var page = rup.Page;
                await page.SignIn("rup2.tivoli", "Rup");
                await page.Go(AppRoutes.Cruscotto);
                await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Verifica sul portale") }).First.ClickAsync();

                // Paste a page copied whole, first without a CIG, then with one.
                var casella = page.GetByLabel("Incolla qui il CIG Derivato");
                await casella.FillAsync($"Nome Utente: rup2\tPassword: {Finta}\nNuovo Affidamento");
                await Expect(page.Locator("#cig-errore")).Not.ToBeEmptyAsync();
                await casella.FillAsync($"Nome Utente: rup2\tPassword: {Finta}\nCIG Derivato\t{cig}\nPassword: {Finta}");
                await Expect(page.GetByText("CIG trovato:")).ToContainTextAsync(cig);
                await page.Bottone("Registra il CIG Derivato").ClickAsync();
                await Expect(page.GetByText("CIG Derivato acquisito:")).ToContainTextAsync(cig);

                // The end of the app folds the database's log into its file, so what it leaves there must be searched before.
                KeepsOnly(cartella, cig);
            }

            Assert.Contains(diario.Written, l => l.StartsWith(nameof(LogLevel.Debug), StringComparison.Ordinal));
            Assert.All(diario.Written, l => Assert.DoesNotContain(Finta, l, StringComparison.Ordinal));
        }
        finally
        {
            TestFolder.Delete(cartella);
        }
    }

    /// <summary>Starts an app that writes its log, down to the least lines of its own, into a list.</summary>
    private static async Task<TestApp> Start(string cartella, EveryLine diario)
    {
        var app = new TestApp
        {
            Folder = cartella,
            KeepsItsFolder = true,
            Adjust = services => services.AddSingleton<ILoggerProvider>(diario).PostConfigure<LoggerFilterOptions>(o =>
            {
                // The framework's own parts keep the levels of the settings.
                foreach (var general in o.Rules.Where(r => r.CategoryName is null).ToList())
                {
                    o.Rules.Remove(general);
                }

                o.MinLevel = LogLevel.Debug;
            }),
        };
        await app.InitializeAsync();
        return app;
    }

    private sealed class EveryLine : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }

    private static void KeepsOnly(string cartella, string cig)
    {
        // The lock of a running app cannot be read. It has no content.
        var files = Directory.GetFiles(cartella, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "cighub.lock").ToList();
        Assert.Contains(files, f => f.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Contains(files, f => Contains(f, Encoding.UTF8.GetBytes(cig)));
        Assert.DoesNotContain(files, f => Contains(f, Encoding.UTF8.GetBytes(Finta)) || Contains(f, Encoding.Unicode.GetBytes(Finta)));
    }

    private static bool Contains(string file, byte[] cercati)
    {
        // The app has the file open.
        using var opened = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        opened.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(cercati) >= 0;
    }
}
