using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests the thresholds of a Convenzione and the muting of an alert as an Amministratore, a dirigente and an Auditor use them.</summary>
[Collection(BrowserChains.First)]
public sealed class AvvisiTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [LongRun(typeof(AvvisiTests), "the thresholds of a Convenzione")]
    public async Task Le_soglie_di_una_Convenzione_cambiano_la_previsione_e_stanno_tra_le_modifiche_ai_controlli()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using (var ufficio = await browser.NewPage(line.Address))
        {
            var page = ufficio.Page;
            await page.SignIn("amministratore");
            await page.Go(AppRoutes.Convenzioni);
            await page.GetByRole(AriaRole.Link, new() { Name = "Vigilanza armata e portierato – ed. 3" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Modifica" }).ClickAsync();
            await page.GetByLabel("Residuo, primo avviso sotto il %").FillAsync("5");
            await page.Bottone("Salva").ClickAsync();
            await Expect(page.Locator("#contenuto")).ToContainTextAsync("Le soglie del residuo vanno dalla più alta alla più bassa");
            await Axe.CheckState(page);
            await Screenshots.Save(page, "convenzione-soglie");
            line.Delay = TimeSpan.FromMilliseconds(200);
            await page.GetByLabel("Residuo, primo avviso sotto il %").FillAsync("97");
            await page.GetByLabel("Mesi per la nuova gara").FillAsync("18");
            await page.Bottone("Salva").DblClickAsync();
            await Expect(page.Locator("#contenuto")).ToContainTextAsync("Residuo sotto il 97, 10 e 5 %");
            line.Delay = TimeSpan.Zero;
            await Screenshots.Save(page, "convenzione-con-soglie");
        }

        await using (var dirigente = await browser.NewPage(_app.Address))
        {
            await dirigente.Page.SignIn("responsabile");
            await dirigente.Page.Go(AppRoutes.SpesaAvvisi);
            await Expect(dirigente.Page.Locator(".voce", new() { HasText = "Vigilanza armata" })).ToContainTextAsync("meno del 97 %");
        }

        await using var auditor = await browser.NewPage(_app.Address);
        await auditor.Page.SignIn("auditor");
        await auditor.Page.Go(AppRoutes.ModificheAiControlli);
        var riga = auditor.Page.Locator("tr", new() { HasText = "Vigilanza armata" }).First;
        await Expect(riga).ToContainTextAsync("Mesi per la nuova gara: 18");
        await Screenshots.Save(auditor.Page, "modifiche-soglie");
    }

    [Fact]
    public async Task Un_avviso_si_silenzia_una_volta_lascia_il_Cruscotto_e_si_riattiva()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var opened = await browser.NewPage(line.Address);
        var page = opened.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.SpesaAvvisi);
        var voce = page.Locator("ul.lavoro > li", new() { HasText = "CMRC non ha mai comunicato adesioni" });
        await Axe.CheckState(page);
        await Screenshots.Save(page, "avvisi");
        await voce.GetByRole(AriaRole.Button, new() { NameRegex = new("^Silenzia: ") }).ClickAsync();
        await page.Bottone("Silenzia l'avviso").ClickAsync();
        await Expect(voce).ToContainTextAsync("Scrivi perché l'avviso può aspettare");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "avviso-da-silenziare");
        var giorno = TimeProvider.System.Today().AddDays(30);
        await voce.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Silenzia fino al") }).FillAsync(RomeTime.Text(giorno));
        await page.GetByLabel("Perché può aspettare").FillAsync("chiesta a CMRC la comunicazione");
        line.Delay = TimeSpan.FromMilliseconds(300);
        await page.Bottone("Silenzia l'avviso").DblClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("L'avviso è silenziato.");
        await Expect(voce).ToHaveCountAsync(0);
        line.Delay = TimeSpan.Zero;
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(r => r.Azione == Azioni.AvvisoSilenziato)));

        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.Locator("section[aria-labelledby='avvisi']")).Not.ToContainTextAsync("CMRC non ha mai comunicato");
        await Screenshots.Save(page, "cruscotto-con-silenziati");
        await page.GetByRole(AriaRole.Link, new() { Name = "Silenziati (1)" }).ClickAsync();
        await Expect(voce).ToContainTextAsync($"Silenziato fino al {RomeTime.Text(giorno)} da Elsa Bentivegni: «chiesta a CMRC la comunicazione»");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "avvisi-silenziati");

        await using (var auditor = await browser.NewPage(_app.Address))
        {
            await auditor.Page.SignIn("auditor");
            await auditor.Page.Go(AppRoutes.SpesaAvvisiSilenziati);
            await Expect(auditor.Page.Locator("ul.lavoro > li")).ToHaveCountAsync(1);
            await Expect(auditor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Riattiva") })).ToHaveCountAsync(0);
        }

        line.Delay = TimeSpan.FromMilliseconds(300);
        await voce.GetByRole(AriaRole.Button, new() { NameRegex = new("^Riattiva: ") }).DblClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Nessun avviso è silenziato.");
        line.Delay = TimeSpan.Zero;
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(r => r.Azione == Azioni.AvvisoRiattivato)));
    }
}
