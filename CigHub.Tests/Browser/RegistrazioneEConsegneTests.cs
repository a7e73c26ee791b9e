using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that a RUP keeps track of the registrazione al portale, and that a colleague takes over the work of a person who leaves.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class RegistrazioneEConsegneTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Chi_non_e_attiva_lo_vede_prima_e_segue_la_registrazione_fino_in_fondo()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.RegistrazionePortale);
        await page.GetByText("Ho segnato un passo per errore").ClickAsync();
        await page.Bottone("Torna al passo precedente").ClickAsync();
        await Expect(page.Locator("#modulo-TornaIndietroMotivo-errore")).ToContainTextAsync("motivo");
        await page.Locator("#modulo-TornaIndietroMotivo").FillAsync("non ero ancora registrato");
        await page.Bottone("Torna al passo precedente").ClickAsync();
        await Expect(page.Locator(".passo-attuale h2")).ToHaveTextAsync("Richiesta");

        var pronto = await Pronto();
        await page.Go(AppRoutes.SchedaDi(pronto));
        await Expect(page.Locator(".avviso-attenzione")).ToContainTextAsync("«Da richiedere»");
        await page.Bottone("Avvia richiesta CIG").ClickAsync();
        await Expect(page.Locator(".avviso-errore").First).ToContainTextAsync("«Da richiedere»");
        await Screenshots.Save(page, "scheda-non-registrata");
        await page.Locator(".avviso-attenzione").GetByRole(AriaRole.Link).ClickAsync();

        var posta = page.GetByRole(AriaRole.Link, new() { Name = "Apri nel programma di posta" });
        await Expect(posta).ToHaveAttributeAsync(
            "href",
            new System.Text.RegularExpressions.Regex("^mailto:registrazioni@portale\\.example\\?subject=Registrazione%20al%20Portale"));
        var file = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Scarica come file .eml").ClickAsync());
        using (var lettera = await MimeMessage.LoadAsync(await file.PathAsync()))
        {
            Assert.Contains("Comune di Tivoli", lettera.TextBody, StringComparison.Ordinal);
        }

        await Screenshots.Save(page, "registrazione");
        await Axe.CheckState(page);
        foreach (var (bottone, seguente) in new[]
        {
            ("Ho inviato la richiesta", "Credenziali ricevute"),
            ("Le ho ricevute", "Password cambiata"),
            ("L'ho cambiata", "Attiva")
        })
        {
            await page.Bottone(bottone).ClickAsync();
            await Expect(page.Locator(".passo-attuale h2")).ToHaveTextAsync(seguente);
        }

        await page.Bottone("È attiva").ClickAsync();
        await Expect(page.Locator(".passo-attuale")).ToHaveCountAsync(0);
        await page.Go(AppRoutes.SchedaDi(pronto));
        await page.Bottone("Avvia richiesta CIG").ClickAsync();
        await page.Locator(".passo-attuale").WaitForAsync();
    }

    [Fact]
    public async Task Il_lavoro_di_chi_e_disattivato_passa_in_un_atto_e_dice_che_cosa_resta()
    {
        await using var ufficio = await browser.NewPage(_app.Address);
        await ufficio.Page.SignIn("amministratore");
        await ufficio.Page.Go(AppRoutes.PersonaDi(await Ferrantini()));
        await ufficio.Page.GetByText("Disattiva questa persona").ClickAsync();
        await Expect(ufficio.Page.Locator(".avviso-attenzione")).ToContainTextAsync("Comune di Tivoli: 3 affidamenti");
        await ufficio.Page.GetByLabel("Motivo della disattivazione").FillAsync("Trasferito ad altro Ente");
        await ufficio.Page.Bottone("Disattiva la persona").ClickAsync();
        await Expect(ufficio.Page.Bottone("Riattiva la persona")).ToBeVisibleAsync();

        await using var responsabile = await browser.NewPage(_app.Address);
        var page = responsabile.Page;
        await page.SignIn("rup2.tivoli", "Responsabile");
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.Locator("#da-riassegnare")).ToContainTextAsync("3");
        await Screenshots.Save(page, "cruscotto-da-riassegnare");
        await page.Locator("section[aria-labelledby='da-riassegnare']").GetByRole(AriaRole.Link, new() { Name = "Passaggio di consegne" }).ClickAsync();
        await page.Bottone("Passa le consegne").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Scegli almeno un affidamento");
        await page.Locator("#modulo-ATutti").SelectOptionAsync(new SelectOptionValue { Label = "Marta Collevento" });
        await page.Locator("#modulo-Motivo").FillAsync("ha lasciato l'Ente");
        await Screenshots.Save(page, "passaggio-consegne");
        await Axe.CheckState(page);
        await page.Bottone("Passa le consegne").ClickAsync();
        await Expect(page.GetByText("Passati 2 affidamenti. Ne resta 1.")).ToBeVisibleAsync();
        await Expect(page.GetByText("chi subentra apre ciascuno di questi")).ToBeVisibleAsync();
        await Screenshots.Save(page, "passaggio-consegne-fatto");

        await page.Go(AppRoutes.SchedaDi(await Pronto()));
        await Expect(page.GetByText("Motivo: «ha lasciato l'Ente»")).ToBeVisibleAsync();
    }

    [Fact]
    [LongRun(typeof(WrongDataTests), "an error that outlives a new drawing")]
    public async Task Un_campo_sbagliato_di_una_parte_resta_detto_anche_se_la_pagina_si_ridisegna()
    {
        await using var responsabile = await browser.NewPage(_app.Address);
        var page = responsabile.Page;
        await page.SignIn("rup2.tivoli", "Responsabile");
        await page.Go(AppRoutes.SchedaDi(await Pronto()));
        await page.Altro("Riassegna a un altro RUP");
        await page.Locator("#modulo-NuovoRupId").SelectOptionAsync(new SelectOptionValue { Label = "Marta Collevento" });
        await page.Bottone("Riassegna").ClickAsync();
        await Expect(page.Locator("#modulo-Motivo-errore")).ToContainTextAsync("motivo");
        await page.WaitForNetwork();
        await Expect(page.Locator("#modulo-Motivo-errore")).ToContainTextAsync("motivo");
    }

    private Task<Guid> Pronto() => Query(db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.ProntoPerIlPortale).Select(a => a.Id).FirstAsync());

    private Task<Guid> Ferrantini() => Query(db => db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync());

    private async Task<T> Query<T>(Func<CigHubDbContext, Task<T>> domanda)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await domanda(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());
    }
}
