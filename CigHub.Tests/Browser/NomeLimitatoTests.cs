using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests that the office limits the name of a person who left, and that from then on only an Auditor reads it.</summary>
[Collection(BrowserChains.First)]
public sealed class NomeLimitatoTests(BrowserFixture browser)
{
    [Fact]
    public async Task Il_nome_di_chi_se_ne_e_andato_lo_legge_solo_un_Auditor()
    {
        await using var app = await TestApp.Avvia();
        await using var line = DelayProxy.Before(app.Indirizzo, TimeSpan.Zero);
        await using var ufficio = await browser.NuovaPagina(line.Address);
        var page = ufficio.Page;
        await page.Accedi("amministratore");
        var chi = await ReadyAffidamenti.Legge(app.Services, db => db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync());
        await page.Vai(AppRoutes.PersonaDi(chi));
        await Expect(page.GetByText("Limita il nome")).ToHaveCountAsync(0);
        line.Delay = TimeSpan.FromMilliseconds(300);
        await page.GetByText("Disattiva questa persona").ClickAsync();
        await page.Modulo("MotivoDisattivazione").FillAsync("Trasferito ad altro Ente");
        await page.Bottone("Disattiva la persona").ClickAsync();
        await page.GetByText("Chiudi tutte le sessioni di questa persona").ClickAsync();
        await page.Bottone("Chiudi le sessioni").ClickAsync();
        await Expect(page.Locator("#modulo-Motivo-errore")).ToContainTextAsync("Scrivi");
        await page.Locator("summary", new() { HasText = "Limita il nome" }).ClickAsync();
        await page.Bottone("Limita il nome").ClickAsync();
        await Expect(page.Locator("#modulo-MotivoLimitazione-errore")).ToContainTextAsync("opposizione dell'interessato");
        await page.Modulo("MotivoLimitazione").FillAsync("Opposizione dell'interessato, prot. 120");
        await Screenshots.Salva(page, "persona-conservazione");
        await page.Bottone("Limita il nome").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Nome limitato");
        await Axe.Controlla(page);
        await Screenshots.Salva(page, "persona-nome-limitato");
        line.Delay = TimeSpan.Zero;
        await page.GetByRole(AriaRole.Link, new() { Name = "Che cosa si conserva, per quanto e perché" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Conservazione dei dati");
        await Screenshots.Salva(page, "conservazione");

        await using var audit = await browser.NuovaPagina(app.Indirizzo);
        await audit.Page.Accedi("auditor");
        await audit.Page.Vai(AppRoutes.PersonaDi(chi));
        await Expect(audit.Page.Locator("#contenuto")).ToContainTextAsync("Ferrantini");
        await audit.Page.Vai(AppRoutes.RegistroEventi);
        await Expect(audit.Page.Locator("#contenuto tbody")).ToContainTextAsync("Aldo Ferrantini");
        await audit.Page.Vai(AppRoutes.Affidamenti);
        await Expect(audit.Page.Locator("#contenuto tbody")).Not.ToContainTextAsync("Ferrantini");
    }
}
