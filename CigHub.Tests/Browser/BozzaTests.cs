using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that text typed into a draft is never lost: neither by a reload, nor by a colleague's save, nor by a server that dies in the
/// middle of a word.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class BozzaTests(BrowserFixture browser)
{
    [Fact]
    [LongRun(typeof(WrongDataTests), "an unreadable value after a reload")]
    public async Task Cio_che_non_si_legge_resta_come_scritto_anche_dopo_un_ricaricamento()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await page.Field(RupPath.ImportoServizi).FillAsync("12,3a");
        await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");

        await page.Go(AppRoutes.SchedaDi(id));

        await Expect(page.Field(RupPath.ImportoServizi)).ToHaveValueAsync("12,3a");
        await Expect(page.Field(RupPath.ImportoServizi)).ToHaveAttributeAsync("aria-invalid", "true");
        await Screenshots.Save(page, "scheda-errore");
        await page.Locator($".pannello [data-vai='{RupPath.ImportoServizi}']").First.ClickAsync();
        await Expect(page.Field(RupPath.ImportoServizi)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Il_testo_scritto_mentre_il_server_cade_viene_riproposto()
    {
        await using var app = await AppWithPowerCuts.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        var oggetto = page.Field(PercorsoAd4.Oggetto);
        await oggetto.FillAsync("Pulizia delle scuole");
        await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");

        // The server dies in the middle of a word. The page says so, and the user types on.
        rup.ExpectServerDown();
        await oggetto.PressAsync("End");
        await app.CutPower();
        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await page.Keyboard.InsertTextAsync(" comunali di via Emp");
        await Screenshots.Save(page, "scheda-senza-server");
        await app.StartAgain();
        await page.Go(AppRoutes.SchedaDi(id));

        await Expect(page.Field(PercorsoAd4.Oggetto)).ToHaveValueAsync("Pulizia delle scuole");
        await Expect(page.Locator(".rimasti")).ToContainTextAsync("Pulizia delle scuole comunali di via Emp");
        await Screenshots.Save(page, "testo-riproposto");
        await page.Bottone("Ripristina").ClickAsync();
        await Expect(page.Field(PercorsoAd4.Oggetto)).ToHaveValueAsync("Pulizia delle scuole comunali di via Emp");
        await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");
        await page.Go(AppRoutes.SchedaDi(id));
        await Expect(page.Field(PercorsoAd4.Oggetto)).ToHaveValueAsync("Pulizia delle scuole comunali di via Emp");
        await Expect(page.Locator(".rimasti")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Due_persone_sullo_stesso_campo_scelgono_quale_testo_tenere()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        await using var istruttore = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        var id = await rup.Page.NuovaScheda("Castelli");
        await istruttore.Page.SignIn("istruttore.tivoli");
        await istruttore.Page.Go(AppRoutes.SchedaDi(id));
        await istruttore.Page.Field(RupPath.ImportoServizi).FillAsync("1500");
        await Expect(istruttore.Page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");

        await rup.Page.Field(RupPath.ImportoServizi).FillAsync("1600");

        await Expect(rup.Page.GetByText("Nel frattempo modificato da Livia Serrani")).ToBeVisibleAsync();
        await Screenshots.Save(rup.Page, "conflitto");
        await rup.Page.Bottone("Tieni quello che ho scritto").ClickAsync();
        await Expect(rup.Page.GetByText("Nel frattempo modificato")).Not.ToBeVisibleAsync();
        await istruttore.Page.Go(AppRoutes.SchedaDi(id));
        await Expect(istruttore.Page.Field(RupPath.ImportoServizi)).ToHaveValueAsync("1.600,00");
    }
}
