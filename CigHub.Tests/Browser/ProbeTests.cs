using System.Diagnostics;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CigHub.Tests.Browser;

[Collection(BrowserChains.First)]
public sealed class ProbeTests(BrowserFixture browser, ITestOutputHelper output)
{
    private static double Busy() => File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(double.Parse)
        .Select((v, i) => i is 3 or 4 ? 0 : v).Sum() / 100;

    private static double Self() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private async Task Time(string what, int times, Func<int, Task> run)
    {
        var (b, s, w) = (Busy(), Self(), Stopwatch.StartNew());
        for (var i = 0; i < times; i++)
        {
            await run(i);
        }

        output.WriteLine($"{what,-50} cpu {(Busy() - b) / times:0.000} of it app {(Self() - s) / times:0.000} wall {w.Elapsed.TotalSeconds / times:0.000}");
    }

    [Fact]
    public async Task Probe()
    {
        await TestApp.Start();
        await Time("start of an app", 4, async _ => { await using var a = await TestApp.Start(); });
        await Time("fake clock app", 2, async _ => { await using var a = await TestApp.Start(clock: new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow())); });
        await Time("150 app", 2, async _ => { await using var a = new TestApp { Affidamenti = 150 }; await a.InitializeAsync(); });
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var draft = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.InLavorazione).Select(a => a.Id).FirstAsync());
        string[] pages = [AppRoutes.Cruscotto, AppRoutes.Convenzioni, AppRoutes.Affidamenti, AppRoutes.SchedaDi(draft), AppRoutes.Spesa, AppRoutes.ElencoPortale];
        async Task Settle()
        {
            await page.Locator("h1").First.WaitForAsync();
            await page.Locator(".caricamento").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        await Time("first full loads", 6, async i => { await page.Go(pages[i % 6]); await Settle(); });
        await Time("second full loads", 12, async i => { await page.Go(pages[i % 6]); await Settle(); });
        await Time("new context and one page", 6, async i => { await using var p = await browser.NewPage(app.Address); await p.Page.SignIn("rup.tivoli", "Rup"); await p.Page.Go(pages[i % 6]); });
        await Time("new context alone", 6, async i => { await using var p = await browser.NewPage(app.Address); });
        await Time("navigateTo", 12, async i =>
        {
            await page.EvaluateAsync("a => { for (const e of document.querySelectorAll('main h1')) e.dataset.left = 'x'; Blazor.navigateTo(a); }", pages[i % 6]);
            await page.Locator("main h1[data-left]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await Settle();
        });
        foreach (var address in new[] { AppRoutes.Cruscotto, AppRoutes.SchedaDi(draft), AppRoutes.ElencoPortale })
        {
            await page.Go(address);
            await Settle();
            await Axe.CheckState(page);
            await Time("axe " + address, 5, _ => Axe.Check(page));
            await Time("still", 5, _ => page.WaitUntilStill());
            foreach (var (name, ctx, opts) in new[]
            {
                ("as is", "document", "{}"),
                ("no preload", "document", "{}, preload: false"),
                ("no preload no selectors", "document", "{}, preload: false, selectors: false"),
                ("main", "document.querySelector('main')", "{}, preload: false"),
                ("no contrast", "document", "{'color-contrast': {enabled:false}}, preload: false"),
                ("main no contrast", "document.querySelector('main')", "{'color-contrast': {enabled:false}}, preload: false"),
            })
            {
                await Time($"axe {name}", 5, _ => page.EvaluateAsync<int>("async () => { const r = await axe.run(" + ctx + ", {runOnly:{type:'tag',values:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22a','wcag22aa','best-practice']}, resultTypes:['violations'], rules: " + opts + "}); return r.violations.length; }"));
            }
            await Time("three widths", 3, async _ =>
            {
                foreach (var w in (int[])[720, 390, 320, 1440])
                {
                    await page.SetViewportSizeAsync(w, 900);
                    await page.EvaluateAsync("() => document.documentElement.scrollWidth");
                }
            });
            await Time("inner text", 3, _ => page.EvaluateAsync<string>("() => document.body.innerText"));
        }
        await page.Go(AppRoutes.SchedaDi(draft));
        await page.MostraTutto();
        await Axe.CheckState(page);
        await Time("axe scheda whole", 3, _ => Axe.Check(page));
        var f = page.Field(CigHub.Domain.Affidamenti.Ad4.PercorsoAd4.Oggetto);
        await Time("fill", 10, i => f.FillAsync("Prova " + i));
        await f.FocusAsync();
        await Time("key", 20, i => page.Keyboard.PressAsync("a"));
        await Time("tab", 20, i => page.Keyboard.PressAsync("Tab"));
    }
}
