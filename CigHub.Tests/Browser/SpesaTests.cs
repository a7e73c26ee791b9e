using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Spesa.Riepiloghi;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the pages of the spending as a manager uses them: from the picture to a Lotto, from an amount to its rows, and back to a past day.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class SpesaTests(BrowserFixture browser)
{
    [Fact]
    public async Task Da_un_importo_si_arriva_alle_sue_righe_e_il_giorno_resta_nell_indirizzo()
    {
        await using var app = await TestApp.Start();
        await using var opened = await browser.NewPage(app.Address);
        var page = opened.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.Spesa);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Non è il liquidato.");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Come noto oggi, per data di adesione.");
        await Screenshots.Save(page, "spesa-quadro");

        var amount = page.Locator(".tabella-spesa tbody tr:not(.riga-gruppo) td[data-nome='Aderito'] a").First;
        var shown = await amount.InnerTextAsync();
        await amount.ClickAsync();
        await page.WaitForPath(AppRoutes.SpesaMovimenti);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Movimenti: Aderito");
        await Expect(page.Locator("#contenuto [role='status'] .euro")).ToHaveTextAsync(shown);
        await Screenshots.Save(page, "spesa-movimenti");

        await page.GoBackAsync();
        await page.Locator(".nome-lotto a").First.ClickAsync();
        await page.WaitForPath(p => p.StartsWith("/spesa/lotti/", StringComparison.Ordinal));
        await Expect(page.Locator("figure figcaption")).ToContainTextAsync("restano");
        await Expect(page.Locator("figure svg[role='img']")).ToBeVisibleAsync();
        await Screenshots.Save(page, "spesa-lotto");
        await page.GetByRole(AriaRole.Link, new() { Name = "Per fornitore" }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Riepilogo per Fornitore" })).ToBeVisibleAsync();

        await page.GetByLabel("Al giorno").FillAsync("2026-01-31");
        await page.GetByLabel("Come noto").SelectOptionAsync("quel giorno, per data di registrazione");
        await page.Bottone("Mostra").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Come noto quel giorno: al 31/01/2026");
        Assert.Contains($"{DimensioneWords.Parametro}=Fornitore&al=2026-01-31&come=quel-giorno", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Riepilogo per Fornitore" })).ToBeVisibleAsync();

        await page.Go(AppRoutes.SpesaPerEnte);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Riepilogo per Ente" })).ToBeVisibleAsync();
        await Screenshots.Save(page, "spesa-per-ente");
        await page.Locator("nav[aria-label='Pagine della spesa']").GetByRole(AriaRole.Link, new() { Name = "Per mese" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Spesa per mese");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Riepilogo per Mese" })).ToBeVisibleAsync();
        await page.Go(AppRoutes.SpesaInCorso);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("da 0 a 3 giorni");
        await Screenshots.Save(page, "spesa-in-corso");
        await app.Services.GetRequiredService<SystemWriter>().Write(async db =>
        {
            var c = await db.Convenzioni.OrderBy(c => c.Titolo).FirstAsync();
            Assert.True(c.Modifica(new(
                c.Titolo, c.Disciplina, c.DataBando, c.AdesioniDal, app.Services.GetRequiredService<TimeProvider>().Today().AddDays(120),
                c.ConfrontoCompetitivo, c.Erosione)).IsSuccess);
            return Events.Of(new EventToWrite(Azioni.ConvenzioneSalvata, Oggetti.Convenzione, c.Id, null));
        });
        await page.Go(AppRoutes.SpesaScadenze);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Niente scade entro 90 giorni.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Entro 180 giorni" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Scadenze" })).ToContainTextAsync("Fine delle adesioni");
        Assert.EndsWith("?entro=180", page.Url, StringComparison.Ordinal);
        await Screenshots.Save(page, "spesa-scadenze");
        var sheet = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Esporta in xlsx").ClickAsync());
        Assert.StartsWith("spesa-scadenze-", sheet.SuggestedFilename, StringComparison.Ordinal);

        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Avvisi sulle Convenzioni" })).ToBeVisibleAsync();
        await Screenshots.Save(page, "cruscotto-responsabile-avvisi");
    }
}
