using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests the pages of rilievi as a manager and an Auditor use them: compute, filter, judge with a reason, read what was judged.</summary>
[Collection(BrowserChains.First)]
public sealed class RilieviTests(BrowserFixture browser)
{
    [Fact]
    public async Task Un_dirigente_calcola_filtra_e_chiarisce_e_un_Auditor_legge()
    {
        await using var app = await TestApp.Start();
        await Soglia(app);
        await using var opened = await browser.NewPage(app.Address);
        var page = opened.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.Spesa);
        await page.Locator("nav[aria-label='Pagine della spesa']").GetByRole(AriaRole.Link, new() { Name = "Da verificare" }).ClickAsync();
        await page.WaitForPath(AppRoutes.SpesaDaVerificare);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Non ancora calcolati");
        await page.Bottone("Calcola ora").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Calcolati il");
        var table = page.GetByRole(AriaRole.Region, new() { Name = "Rilievi" });
        await Expect(table).ToBeVisibleAsync();
        await Screenshots.Save(page, "da-verificare");

        await page.GetByLabel("Regola").SelectOptionAsync(RegoleNote.AppenaSotto.Titolo);
        await page.Bottone("Filtra").ClickAsync();
        await Expect(table).ToContainTextAsync("sono il 100 % della soglia di approvazione");

        await table.GetByRole(AriaRole.Button, new() { Name = "Chiarisci" }).First.ClickAsync();
        await page.Bottone("Segna come chiarito").ClickAsync();
        await Expect(table).ToContainTextAsync("Scrivi che cosa spiega il rilievo");
        await Screenshots.Save(page, "da-verificare-motivo");
        await page.GetByLabel("Che cosa lo chiarisce").FillAsync("Fabbisogni di due scuole, determine n. 12 e n. 15");
        await page.Bottone("Segna come chiarito").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Il rilievo è chiarito.");
        await page.Go($"{AppRoutes.SpesaDaVerificare}?stato=Chiarito");
        await Expect(table).ToContainTextAsync("«Fabbisogni di due scuole, determine n. 12 e n. 15»");
        await Screenshots.Save(page, "da-verificare-chiarito");
        await Axe.Check(page);

        await using var other = await browser.NewPage(app.Address);
        page = other.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.SpesaDaVerificare);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Rilievi" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Chiarisci" })).ToHaveCountAsync(0);
        await page.Go(AppRoutes.Scostamenti);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Calcolati il");
        await Screenshots.Save(page, "scostamenti");
        await Axe.CheckState(page);
    }

    /// <summary>Gives every Convenzione of the demonstration a threshold equal to its largest adhesion, which is then at the threshold.</summary>
    private static Task Soglia(TestApp app) => app.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        var lotti = await db.Lotti.ToDictionaryAsync(l => l.Id, l => l.ConvenzioneId);
        var importi = (await db.Affidamenti.Where(a => a.Stato == StatoAffidamento.CigAcquisito && !a.Pregresso).ToListAsync())
            .GroupBy(a => lotti[a.LottoId]).ToDictionary(a => a.Key, a => a.Max(x => x.Importo));
        Assert.NotEmpty(importi);
        foreach (var c in await db.Convenzioni.Where(c => importi.Keys.Contains(c.Id)).ToListAsync())
        {
            Assert.True(c.Modifica(new DatiConvenzione(
                c.Titolo, c.Disciplina, c.DataBando, c.AdesioniDal, c.AdesioniAl, c.ConfrontoCompetitivo, c.Erosione,
                SogliaApprovazione: importi[c.Id])).IsSuccess);
        }

        return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
    });
}
