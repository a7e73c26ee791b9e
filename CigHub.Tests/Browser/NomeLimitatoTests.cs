using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests that the office limits the name of a person who left. From then on only an Auditor may read the name.</summary>
[Collection(BrowserChains.Second)]
public sealed class NomeLimitatoTests(BrowserFixture browser)
{
    [Fact]
    public async Task Il_nome_di_chi_se_ne_e_andato_lo_legge_solo_un_Auditor()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.Zero);
        await using var ufficio = await browser.NewPage(line.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        var chi = await ReadyAffidamenti.Query(app.Services, db => db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync());
        await page.Go(AppRoutes.PersonaDi(chi));
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
        await Screenshots.Save(page, "persona-conservazione");
        await page.Bottone("Limita il nome").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Nome limitato");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "persona-nome-limitato");
        line.Delay = TimeSpan.Zero;
        await page.GetByRole(AriaRole.Link, new() { Name = "Che cosa si conserva, per quanto e perché" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Conservazione dei dati");
        await Screenshots.Save(page, "conservazione");

        await using var audit = await browser.NewPage(app.Address);
        await audit.Page.SignIn("auditor");
        await audit.Page.Go(AppRoutes.PersonaDi(chi));
        await Expect(audit.Page.Locator("#contenuto")).ToContainTextAsync("Ferrantini");
        await audit.Page.Go(AppRoutes.RegistroEventi);
        await Expect(audit.Page.Locator("#contenuto tbody")).ToContainTextAsync("Aldo Ferrantini");
        await audit.Page.Go(AppRoutes.Affidamenti);
        await Expect(audit.Page.Locator("#contenuto tbody")).Not.ToContainTextAsync("Ferrantini");
    }
}
