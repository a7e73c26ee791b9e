using CigHub.Domain.Codici;
using CigHub.Tests.Features.Codici;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Importazione;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that the office loads a list in which a code ends. The editor must no longer offer the code, and drafts that hold it must show the
/// error.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class ListeTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Dal_file_all_anteprima_alla_conferma_alla_segnalazione_nella_scheda()
    {
        await using var rup = await browser.NewPage(_app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        var scheda = AppRoutes.SchedaDi(await rup.Page.NuovaScheda("Carta in risme"));
        await Expect(rup.Page.Locator(".pannello")).ToContainTextAsync($"liste del {ListeAnac.Fornite.Versione}");
        await Expect(rup.Page.Locator(".pannello")).Not.ToContainTextAsync("oggi non è valido");

        await using var ufficio = await browser.NewPage(_app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.Cruscotto);
        await page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = "Codici e percorsi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("CPV CPV 9.454") })).ToBeVisibleAsync();

        // Load the present list first, which leaves nothing to confirm.
        await Choose(page, SampleListe.Named("ruoloOE.json", SampleListe.File(ListeAnac.RuoloOE)));
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Nessuna variazione");
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Conferma") })).ToHaveCountAsync(0);
        await page.Bottone("Chiudi").ClickAsync();

        await Choose(page, SampleListe.SenzaIlRuolo("14"), SampleListe.Named("ccnl.json", "{}"), SampleListe.Named("errori.json", "[]"));
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("0 codici aggiunti, 0 cambiati, 1 terminato in 1 lista");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "File ruoloOE.json" })).ToContainTextAsync("non è più nella lista, cessa dal");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("ccnl.json non si importa");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Lasciati da parte, perché di liste che l'AD4 non usa: errori.json");
        await Screenshots.Save(page, "liste-anteprima");
        await Axe.Check(page);
        await page.Bottone("Annulla").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "File ruoloOE.json" })).ToHaveCountAsync(0);

        await Choose(page, SampleListe.SenzaIlRuolo("14"));
        await page.Bottone("Conferma: importa 1 lista").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Importata 1 lista");
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("importata il .* da Irene Docchiari, file ruoloOE.json") })).ToBeVisibleAsync();
        await Screenshots.Save(page, "liste-importate");
        await Axe.CheckState(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ruoli degli operatori economici" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Ruoli degli operatori economici");
        await page.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = "Non validi oggi" });
        await page.Bottone("Cerca").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("^14 ") })).ToContainTextAsync("non più dal");

        await rup.Page.Go(scheda);
        await Expect(rup.Page.Locator(".pannello")).ToContainTextAsync("«14» oggi non è valido per ANAC");
        await Expect(rup.Page.Locator(".pannello")).Not.ToContainTextAsync($"liste del {ListeAnac.Fornite.Versione}");
        await Expect(rup.Page.Locator("#menu").GetByText("Codici e percorsi")).ToHaveCountAsync(0);
        await rup.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(rup.Page.Locator(".solo-stampa", new() { HasText = "Regole ANAC del" })).ToBeVisibleAsync();
        await rup.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await rup.Page.Go(AppRoutes.CodiciEPercorsi);
        await Expect(rup.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Con il ruolo in cui stai operando");
        await Expect(rup.Page.GetByRole(AriaRole.Table)).Not.ToBeVisibleAsync();
    }

    /// <summary>
    /// Chooses files after waiting until the file input is empty, because closing the preview of the earlier choice empties it.
    /// </summary>
    private static async Task Choose(IPage page, params FileLista[] file)
    {
        await Expect(page.Locator("#liste")).ToHaveValueAsync("");
        await page.Locator("#liste").ScegliFile(
            [.. file.Select(f => new FilePayload { Name = f.Nome, MimeType = "application/json", Buffer = f.Contenuto })]);
    }
}
