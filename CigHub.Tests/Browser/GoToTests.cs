using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the box «Vai a…», which must find any page by a few words, and the keyboard shortcuts. Shortcuts of one letter can be switched
/// off.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class GoToTests(BrowserFixture browser)
{
    [Fact]
    public async Task Con_poche_parole_si_arriva_a_una_pagina_a_un_affidamento_a_un_Lotto()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Cruscotto);

        await page.Keyboard.PressAsync("Control+k");
        var casella = page.Locator("#vai-a-testo");
        await Expect(casella).ToBeFocusedAsync();
        await casella.FillAsync("nulla che esista");
        await Expect(page.Locator("#vai-a [role=status]")).ToContainTextAsync("Nessun risultato");
        await casella.FillAsync("carta");
        await Expect(page.Locator(".finestra-esiti")).ToContainTextAsync("Lotto 1 – Carta in risme");
        await Screenshots.Save(page, "vai-a");
        await Axe.Check(page);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("CH-");
        await Expect(page.Locator("#vai-a")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Vai a…" }).ClickAsync();
        await casella.FillAsync("SPESA per");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Spesa per Convenzione");
        await Expect(page.Locator("#vai-a")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Le_scorciatoie_si_mostrano_portano_al_menu_e_si_spengono()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Cruscotto);

        await page.Keyboard.PressAsync("?");
        var finestra = page.Locator("#scorciatoie");
        await Expect(finestra).ToBeVisibleAsync();
        await Expect(finestra).Not.ToContainTextAsync("Registro eventi");
        await Screenshots.Save(page, "scorciatoie");
        await Axe.Check(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(finestra).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("v");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Convenzioni");

        await page.GetByRole(AriaRole.Button, new() { Name = "Scorciatoie da tastiera" }).ClickAsync();
        await finestra.GetByLabel("Usa le scorciatoie di una lettera").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Go(AppRoutes.Cruscotto);
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("v");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.Locator("#vai-a")).ToBeVisibleAsync();
        await Expect(finestra).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Cruscotto");
    }
}
