using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Plays a simple CIG Derivato, from the Lotto to the registered code, and counts in the browser what the RUP's hand does in CigHub: clicks,
/// typed characters, copied values.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class OneCigCountTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int MaxClicks = 12, MaxCharacters = 20;

    /// <summary>
    /// Counts in every window of the context, by the events that a hand causes. A key that is no character (Enter, F8, Tab) is neither a
    /// click nor a typed character.
    /// </summary>
    private const string Counter = """
        addEventListener('pointerdown', e => e.isTrusted && window.counted('click'), true);
        addEventListener('keydown', e => e.isTrusted && e.key.length === 1 && !e.ctrlKey && !e.metaKey && window.counted('character'), true);
        """;

    [Fact]
    public async Task A_simple_CIG_takes_few_clicks_and_few_characters()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var (clicks, characters) = (0, 0);
        await rup.Context.ExposeFunctionAsync("counted", (string what) => what == "click" ? clicks++ : characters++);
        await rup.Context.AddInitScriptAsync(Counter);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Convenzioni);
        var copied = await Play(rup, page, 0x61107F);
        output.WriteLine($"{clicks} clicks, {characters} characters, {copied} values copied with one key each");
        Assert.InRange(clicks, 1, MaxClicks);
        Assert.InRange(characters, 1, MaxCharacters);
    }

    private static async Task<int> Play(TestPage rup, IPage page, int cig)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Nuovo Affidamento.*Castelli") }).ClickAsync();
        await page.Bottone("Crea la scheda AD4").ClickAsync();
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Locator("[data-keeps-text]").WaitForAsync();
        await page.Keyboard.PressAsync("F8");
        await Expect(page.Field(PercorsoAd4.DataAdesione)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("oggi");
        await page.Choose("afferenteInvestimentiPNRR", "No");
        await page.Choose("acquisizioneCup", "No");
        await page.Keyboard.PressAsync("F8");
        await Expect(page.Field(RupPath.ImportoServizi)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("12500,50");
        await page.Keyboard.PressAsync("F8");
        await Expect(page.Field(PercorsoAd4.QuadroEconomico(0, "sommeADisposizione"))).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("0");
        await page.Bottone("Pronto per il portale").ClickAsync();
        await page.Bottone("Avvia richiesta CIG").ClickAsync();
        await page.Locator(".passo-attuale").WaitForAsync();
        await Expect(page.Locator("[data-indirizzo]")).ToBeEnabledAsync();
        var panel = await rup.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Aprilo in una scheda" }).ClickAsync());
        await panel.WaitUntilInteractive();
        await Expect(panel.Bottone("Fatto, avanti")).ToBeFocusedAsync();
        await panel.Bottone("Fatto, avanti").ClickAsync();
        var values = panel.Locator("[data-percorso] li");
        await Expect(values.First.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        var count = await values.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await panel.Keyboard.PressAsync("Enter");
            await Expect(values.Nth(i)).ToHaveAttributeAsync("data-copiato", "true");
        }

        await panel.Bottone("Fatto, avanti").ClickAsync();
        await panel.Rilegge();
        await Expect(panel.GetByLabel("Incolla qui il CIG Derivato")).ToBeFocusedAsync();
        await panel.EvaluateAsync("t => navigator.clipboard.writeText(t)", InventedCodes.Cig('B', cig).Valore);
        await panel.Keyboard.PressAsync("ControlOrMeta+v");
        await Expect(panel.GetByText("CIG trovato:")).ToBeVisibleAsync();
        await panel.Bottone("Registra il CIG Derivato").ClickAsync();
        await Expect(panel.GetByText("CIG Derivato acquisito:")).ToBeVisibleAsync();
        await panel.CloseAsync();
        return count;
    }
}
