using System.Diagnostics;
using CigHub.Tests.Security.Accesso;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that a sign-out while another tab is still open leaves no error in the log. An error in the log must be one that somebody has to
/// examine.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class SignOutTests(BrowserFixture browser)
{
    [Fact]
    [LongRun(typeof(BrowserSessionsTests), "overdue calls after a sign-out, for which the plain run has no sister")]
    public async Task Chi_esce_in_produzione_non_lascia_errori_nel_diario()
    {
        var app = new AppThatWaitsForNoAnswer();
        await app.InitializeAsync();
        try
        {
            app.Ora(Behaviour.Of("rup.tivoli", "Rup"));

            // Signs in and out until any call that the first sign-out left unanswered is overdue.
            long? first = null;
            do
            {
                await using var testPage = await browser.NewPage(app.Indirizzo);
                await LeavesWithAnotherTabOpen(testPage, p => p.GotoAsync(AppRoutes.Cruscotto));
                first ??= Stopwatch.GetTimestamp();
            }
            while (Stopwatch.GetElapsedTime(first.Value) < AppThatWaitsForNoAnswer.Patience * 1.2);
        }
        finally
        {
            await app.DisposeAsync();
        }

        Assert.Contains(app.Diario, l => l.Contains("Uscita", StringComparison.Ordinal));
        Assert.True(!app.ErroriNelDiario.Any(), string.Join("\n", app.ErroriNelDiario));
    }

    /// <summary>An app in which a call to the browser that gets no answer fails after five seconds instead of a minute.</summary>
    private sealed class AppThatWaitsForNoAnswer : AppWithSignIn
    {
        public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

        protected override void ConfigureServices(IServiceCollection services) =>
            services.Configure<CircuitOptions>(o => o.JSInteropDefaultCallTimeout = Patience);
    }

    private static async Task LeavesWithAnotherTabOpen(TestPage testPage, Func<IPage, Task> signIn)
    {
        var page = testPage.Page;
        await signIn(page);
        await page.WaitUntilInteractive();
        var other = await testPage.Context.NewPageAsync();
        await other.Go(AppRoutes.Affidamenti);
        await page.GetByRole(AriaRole.Link, new() { Name = "Esci" }).ClickAsync();
        await page.Bottone("Esci").ClickAsync();
        await page.WaitForPath(p => p is AppRoutes.Uscita or AppRoutes.Accedi);
        await other.WaitForPath(AppRoutes.SessioneFinita);
        await Expect(other.Locator("h1")).ToBeVisibleAsync();
    }
}
