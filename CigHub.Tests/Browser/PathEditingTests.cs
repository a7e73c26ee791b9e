using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests that an Amministratore publishes a new version of the percorso after the portal has changed.</summary>
[Collection(BrowserChains.First)]
public sealed class PathEditingTests(BrowserFixture browser)
{
    [Fact]
    public async Task Si_prepara_si_lascia_si_riprende_e_si_pubblica()
    {
        await using var app = await TestApp.Start();
        await using var amministratore = await browser.NewPage(app.Address);
        var page = amministratore.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.PercorsoPortale);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Versione 2, in vigore" })).ToBeVisibleAsync();
        await Screenshots.Save(page, "percorso");
        await page.GetByRole(AriaRole.Link, new() { Name = "Prepara una nuova versione" }).ClickAsync();

        var quinto = page.GetByRole(AriaRole.Group, new() { Name = "Passo 5", Exact = true });
        await quinto.GetByRole(AriaRole.Button, new() { NameRegex = new("Aggiungi un valore") }).ClickAsync();
        var nuovo = quinto.GetByRole(AriaRole.Group, new() { Name = "Valore 11 del passo 5" });
        await nuovo.GetByLabel("Dato della scheda").SelectOptionAsync(new SelectOptionValue { Label = "Forniture" });
        await Expect(nuovo.GetByLabel("Didascalia sul portale")).ToHaveValueAsync("Forniture");
        await nuovo.GetByLabel("Didascalia sul portale").FillAsync("Importo delle forniture");
        await nuovo.GetByLabel("Formato").SelectOptionAsync(new SelectOptionValue { Label = "1.234,50" });
        await Expect(page.Locator(".percorso-valori").Last).ToContainTextAsync("1.234,50");
        var dopo = page.GetByRole(AriaRole.Group, new() { Name = "Passo 3 di «Annulla affidamento»", Exact = true });
        await dopo.GetByLabel("Che cosa fare").FillAsync("Clicca su «PCP» e poi su «Annulla»");
        await page.Bottone("Pubblica la nuova versione").ClickAsync();
        await Expect(page.Locator("#percorso-nota-errore")).ToContainTextAsync("che cosa è cambiato");
        await Screenshots.Save(page, "percorso-editor");

        // Leave the page and open it again. The typed text is still there.
        await page.Go(AppRoutes.Cruscotto);
        await page.Go(AppRoutes.NuovoPercorso);
        await Expect(nuovo.GetByLabel("Didascalia sul portale")).ToHaveValueAsync("Importo delle forniture");
        await page.GetByLabel("Che cosa è cambiato sul portale").FillAsync("La schermata chiede l'importo");
        await page.Bottone("Pubblica la nuova versione").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Versione 3, in vigore" })).ToBeVisibleAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("La schermata chiede l'importo");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Clicca su «PCP» e poi su «Annulla»");
    }
}
