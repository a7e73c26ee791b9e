using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests the reconciliation with ANAC's open data as a manager uses it: upload, refusal, differences, explanation, sheet.</summary>
[Collection(BrowserChains.Second)]
public sealed class RiconciliazioneTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Un_dirigente_carica_un_file_spiega_una_differenza_ed_esporta()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var opened = await browser.NewPage(line.Address);
        var page = opened.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.Spesa);
        await page.Locator("nav[aria-label='Pagine della spesa']").GetByRole(AriaRole.Link, new() { Name = "Riconciliazione con ANAC" }).ClickAsync();
        await page.WaitForPath(AppRoutes.SpesaRiconciliazione);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Nessun file confrontato finora");

        await Carica(page, "20261120-cig_csv.csv", "<!DOCTYPE html><html></html>"u8.ToArray());
        await Expect(page.Locator("#open-data-errore")).ToContainTextAsync("una pagina web");
        await Carica(page, SampleOpenData.Name, await File());
        var table = page.GetByRole(AriaRole.Region, new() { Name = "Differenze" });
        await Expect(table).ToContainTextAsync("Importo diverso");
        await Expect(table).ToContainTextAsync("In ANAC e non in CigHub");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("fotografia del 20/11/2026");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("CC BY-SA 4.0, ANAC");
        await Axe.Check(page);
        await Screenshots.Save(page, "riconciliazione");

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Importo diverso") }).ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("può mancare una CM1");
        await table.GetByRole(AriaRole.Button, new() { Name = "Spiega" }).First.ClickAsync();
        await page.Bottone("Segna come spiegata").ClickAsync();
        await Expect(table).ToContainTextAsync("Scrivi che cosa spiega la differenza");
        line.Delay = TimeSpan.FromMilliseconds(300);
        await page.GetByLabel("Che cosa la spiega").FillAsync("CM1 del 12/10/2026 non ancora pubblicata");
        await page.Bottone("Segna come spiegata").DblClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("La differenza è spiegata.");
        line.Delay = TimeSpan.Zero;
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(r => r.Azione == Azioni.DifferenzaSpiegata)));
        await page.Go($"{AppRoutes.SpesaRiconciliazione}?spiegate=si");
        await Expect(table).ToContainTextAsync("«CM1 del 12/10/2026 non ancora pubblicata»");
        await Axe.Check(page);
        await Screenshots.Save(page, "riconciliazione-spiegata");
        var sheet = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Esporta in xlsx").ClickAsync());
        Assert.StartsWith("spesa-riconciliazione", sheet.SuggestedFilename, StringComparison.Ordinal);
        await Auditor();
    }

    private async Task Auditor()
    {
        await using var auditor = await browser.NewPage(_app.Address);
        var page = auditor.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.SpesaRiconciliazione);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Differenze" })).ToBeVisibleAsync();
        await Expect(page.Locator("#open-data")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Spiega" })).ToHaveCountAsync(0);
    }

    private static Task Carica(IPage page, string nome, byte[] contenuto) =>
        page.Locator("#open-data").ScegliFile(new FilePayload { Name = nome, MimeType = "text/csv", Buffer = contenuto });

    /// <summary>Returns a file with another amount of one CIG of the demonstration, and with an adhesion that CigHub has not.</summary>
    private async Task<byte[]> File()
    {
        var (cig, padre, cf) = await ReadyAffidamenti.Query(_app.Services, async db =>
        {
            var found = await (
                from a in db.Affidamenti
                where a.Stato == StatoAffidamento.CigAcquisito
                join g in db.Aggiudicazioni on a.Id equals g.AffidamentoId
                join l in db.Lotti on a.LottoId equals l.Id
                join e in db.Enti on a.EnteId equals e.Id
                orderby a.Progressivo
                select new { g.CigDerivato, l.CigPadre, e.CodiceFiscale }).FirstAsync();
            return (found.CigDerivato!.Valore, found.CigPadre.Valore, found.CodiceFiscale.Valore);
        });
        return SampleOpenData.Csv(SampleOpenData.Row(cig, padre, "123.45", cf), SampleOpenData.Row("B0000000FF", padre, "9876.5", "80000000001"));
    }
}
