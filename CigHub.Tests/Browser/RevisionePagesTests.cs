using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Tests.Security;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the path of an Auditor: find an event by its words, open it, follow the course of its Affidamento, look at roles and at changed
/// controls, and take the exact bytes home.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class RevisionePagesTests(BrowserFixture browser)
{
    [Fact]
    public async Task L_Auditor_va_dall_evento_all_iter_ai_ruoli_e_porta_via_i_byte()
    {
        await using var app = await TestApp.Start();
        await using var testPage = await browser.NewPage(app.Address);
        var page = testPage.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.RegistroEventi);
        await page.Locator("#filtro-Testo").FillAsync("registrato il CIG Derivato");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("Testo=registrato"));
        var events = page.GetByRole(AriaRole.Region, new() { Name = "Eventi", Exact = true }).Locator("tbody tr");
        await Expect(events.First).ToContainTextAsync("ha registrato il CIG Derivato");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("leggendo il testo di");
        await Screenshots.Save(page, "registro-parole");

        var download = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Esporta i byte (ndjson)").ClickAsync());
        Assert.Matches("^registro-eventi-.*\\.zip$", download.SuggestedFilename);

        await events.First.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Iter dell'affidamento" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Iter di ");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("ha registrato il CIG Derivato");
        await Expect(page.Locator("#separazione")).ToBeVisibleAsync();
        await Screenshots.Save(page, "iter");
        await PrintAndTakeHome(app, page);

        await page.Go(AppRoutes.RuoliNelTempo);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Ruoli e deleghe" }).Locator("tbody tr").First).ToBeVisibleAsync();
        await Screenshots.Save(page, "ruoli-nel-tempo");
        await page.Go(AppRoutes.ModificheAiControlli);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Modifiche ai controlli" }).Locator("tbody tr").First).ToBeVisibleAsync();
        await Screenshots.Save(page, "modifiche-ai-controlli");
        await page.Go(AppRoutes.Requisiti);
        await page.GetByRole(AriaRole.Link, new() { Name = "ISO 37001:2025" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("edizione=2025"));
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("5.1.3");
        await Screenshots.Save(page, "requisiti");
        var table = page.GetByRole(AriaRole.Region, new() { Name = "Requisiti" });
        await EveryPlaceOpens(app, table);
        await table.GetByRole(AriaRole.Link, new() { Name = "Modifiche ai controlli" }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Modifiche ai controlli");
    }

    /// <summary>Prints the course, with who and when above it and every long text open, and takes its ZIP: a double click takes it once.</summary>
    private static async Task PrintAndTakeHome(TestApp app, IPage page)
    {
        Task<int> Events(string azione) => ReadyAffidamenti.Query(app.Services, db => db.Registro.CountAsync(e => e.Azione == azione && e.Esito == "ok"));
        await page.EvaluateAsync("""
            () => { window.print = () => {
              dispatchEvent(new Event('beforeprint'));
              document.body.dataset.chiusi = document.querySelectorAll('.iter details:not([open])').length;
              document.body.dataset.testata = document.querySelector('.solo-stampa').textContent;
            }; }
            """);
        await page.Bottone("Stampa").DblClickAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync(
            "data-testata", new System.Text.RegularExpressions.Regex("(?s)Iter di CH-.*Stampato da Pietro Valcerca, Auditor, il .*Ultimo evento: n\\. [0-9]"));
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-chiusi", "0");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".solo-stampa").Filter(new() { HasText = "Ultimo evento" })).ToBeVisibleAsync();
        await Expect(page.Bottone("Scarica lo ZIP")).ToBeHiddenAsync();
        await Screenshots.Save(page, "iter-stampa");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        var zip = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Scarica lo ZIP").DblClickAsync());
        Assert.Matches("^iter-CH-.*\\.zip$", zip.SuggestedFilename);
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Scaricati");
        Assert.Equal((1, 1), (await Events(Azioni.IterStampato), await Events(Azioni.IterEsportato)));
    }

    /// <summary>Checks that each requirement has its row, and that the Auditor gets the page of every link of the map, not a refusal or an error.</summary>
    private static async Task EveryPlaceOpens(TestApp app, ILocator table)
    {
        var rows = await table.Locator("tbody tr").AllInnerTextsAsync();
        Assert.Equal(MappaDeiRequisiti.Tutti.Count, rows.Count);
        Assert.All(MappaDeiRequisiti.Tutti, r => Assert.Contains(rows, row => row.Contains(r.Titolo, StringComparison.Ordinal)));
        var links = (await table.Locator(".luoghi a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))")).Distinct().ToList();
        Assert.Equal(MappaDeiRequisiti.Tutti.SelectMany(r => r.Luoghi).Select(l => l.Indirizzo).OfType<string>().Distinct().Order(), links.Order());
        using var auditor = await TestClient.SignedInAs(app, "auditor");
        foreach (var link in links)
        {
            Assert.DoesNotContain(Authorizer.Denied.Message, (await auditor.Drawn(link)).QuerySelector("main")!.Shown(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Il_Responsabile_legge_l_iter_e_non_apre_gli_eventi()
    {
        await using var app = await TestApp.Start();
        var id = await ReadyAffidamenti.Query(
            app.Services, db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.CigAcquisito && !a.Pregresso).Select(a => a.Id).FirstAsync());
        await using var testPage = await browser.NewPage(app.Address);
        var page = testPage.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.SchedaDi(id));
        await page.GetByRole(AriaRole.Link, new() { Name = "Iter", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Iter di ");
        var steps = page.GetByRole(AriaRole.Region, new() { Name = "Tabella dei passi" }).Locator("tbody tr");
        await Expect(steps.First).ToContainTextAsync("ha creato l'affidamento");
        await Expect(page.Locator("a[href^='/registro-eventi/']")).ToHaveCountAsync(0);
        await Axe.CheckState(page);
    }
}
