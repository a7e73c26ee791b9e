using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the main path, from the Lotto to the CIG, by keyboard alone: Tab reaches a control, Space and Enter operate it, and the mouse is
/// never used.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class KeyboardTests(BrowserFixture browser)
{
    private const int MaxTab = 150;

    [Fact]
    public async Task La_strada_principale_si_percorre_con_la_sola_tastiera()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.GotoAsync(AppRoutes.Accedi);
        await Press(page, page.Locator("[data-persona='rup.tivoli'][data-ruolo='Rup']"));
        await page.WaitUntilInteractive();
        await Press(page, page.GetByRole(AriaRole.Link, new() { Name = "Convenzioni", Exact = true }));
        await Press(page, page.GetByRole(AriaRole.Link, new() { NameRegex = new("Nuovo Affidamento.*Castelli") }));
        await Press(page, page.Bottone("Crea la scheda AD4"));
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Da sistemare");

        await Write(page, PercorsoAd4.DataAdesione, RupPath.Oggi);
        await Segna(page, "afferenteInvestimentiPNRR", "No");
        await Segna(page, "acquisizioneCup", "No");
        await Write(page, RupPath.ImportoServizi, "1000");
        await Write(page, PercorsoAd4.QuadroEconomico(0, "sommeADisposizione"), "0");
        await Press(page, page.Bottone("Pronto per il portale"));
        await Press(page, page.Bottone("Avvia richiesta CIG"));
        for (var passo = 1; passo <= 5; passo++)
        {
            await Expect(page.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync($"{passo}");
            await Press(page, page.Bottone("Fatto, avanti"));
        }

        await Press(page, page.Bottone("Ho riletto: sul portale leggo gli stessi dati"));
        var cig = InventedCodes.Cig('B', 0x61107E).Valore;
        await UpTo(page, page.GetByLabel("Incolla qui il CIG Derivato"));
        await page.Keyboard.InsertTextAsync(cig);
        await Press(page, page.Bottone("Registra il CIG Derivato"));
        await Expect(page.GetByText("CIG Derivato acquisito:")).ToContainTextAsync(cig);
    }

    /// <summary>Presses Tab until the enabled control has the focus, then presses Enter.</summary>
    private static async Task Press(IPage page, ILocator dove)
    {
        await Expect(dove).ToBeEnabledAsync();
        await UpTo(page, dove);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task Write(IPage page, string percorso, string testo)
    {
        await UpTo(page, page.Field(percorso));
        await page.Keyboard.InsertTextAsync(testo);
    }

    private static async Task Segna(IPage page, string campo, string parola)
    {
        var gruppo = page.Field(PercorsoAd4.Aggiudicazione(0, campo));
        await UpTo(page, gruppo.GetByRole(AriaRole.Radio).First);
        await page.Keyboard.PressAsync(parola == "No" ? "ArrowDown" : "Space");
        await Expect(gruppo.GetByLabel(parola, new() { Exact = true })).ToBeCheckedAsync();
    }

    private static async Task UpTo(IPage page, ILocator dove)
    {
        await dove.WaitForAsync();
        for (var i = 0; i < MaxTab; i++)
        {
            if (await dove.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new Xunit.Sdk.XunitException($"{MaxTab} Tab keys do not reach {dove}.");
    }
}
