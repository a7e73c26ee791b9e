using CigHub.Domain.Affidamenti;
using CigHub.Domain.OpenData;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
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
        await Axe.CheckState(page);
        await Screenshots.Save(page, "riconciliazione-spiegata");
        var sheet = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Esporta in xlsx").ClickAsync());
        Assert.StartsWith("spesa-riconciliazione", sheet.SuggestedFilename, StringComparison.Ordinal);

        // The file of the suppliers stands beside that of the CIG.
        await page.Go(AppRoutes.SpesaRiconciliazione);
        var cig = await ReadyAffidamenti.Query(_app.Services, async db => (await db.Affidamenti.Where(a => a.Stato == StatoAffidamento.CigAcquisito)
            .OrderBy(a => a.Progressivo).Join(db.Aggiudicazioni, a => a.Id, g => g.AffidamentoId, (a, g) => g.CigDerivato).FirstAsync())!.Valore);
        await Carica(page, "20261120-aggiudicatari_csv.csv", SampleOpenData.Csv(
            TracciatoOpenData.Aggiudicatari, [cig, "OPERATORE ECONOMICO MONOSOGGETTIVO", "01234567897", "ALTRA SPA", "IMPRESA", "1"]));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ultimo file: aggiudicatari" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ultimo file: CIG" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Fornitore diverso") }).ClickAsync();
        await Expect(table).ToContainTextAsync("01234567897 ALTRA SPA");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "riconciliazione-fornitore");
        await Auditor();
    }

    [Fact]
    [LongRun(typeof(RiconciliazioneTests), "an adhesion that only ANAC knows")]
    public async Task Cio_che_ha_solo_ANAC_si_registra_senza_riscriverlo()
    {
        var cig = InventedCodes.Cig('B', 0xF1).Valore;
        await using (var dirigente = await browser.NewPage(_app.Address))
        {
            var page = dirigente.Page;
            await page.SignIn("responsabile");
            await page.Go(AppRoutes.SpesaRiconciliazione);
            var (padre, cf) = await ReadyAffidamenti.Query(_app.Services, async db => (
                (await db.Lotti.OrderBy(l => l.Numero).ThenBy(l => l.Oggetto).Select(l => l.CigPadre).FirstAsync()).Valore,
                (await db.Enti.Where(e => e.Denominazione == "Comune di Tivoli").Select(e => e.CodiceFiscale).SingleAsync()).Valore));
            await Carica(page, SampleOpenData.Name, SampleOpenData.Csv(
                SampleOpenData.Row(cig, padre, "1234.5", cf), SampleOpenData.Row("B0000000F2", padre, "777.0", "80000000001")));
            var table = page.GetByRole(AriaRole.Region, new() { Name = "Differenze" });
            await Expect(table).ToContainTextAsync("la trova in Adesioni pregresse, già compilata");
            await Expect(table.GetByRole(AriaRole.Link, new() { Name = "apri il Lotto" })).ToHaveCountAsync(1);
            await Screenshots.Save(page, "riconciliazione-solo-anac");
        }

        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using (var rup = await browser.NewPage(line.Address))
        {
            var page = rup.Page;
            await page.SignIn("rup.tivoli", "Rup");
            await page.Go(AppRoutes.AdesioniPregresse);
            await page.Modulo("Oggetto").FillAsync("Scritto a mano");
            await page.GetByRole(AriaRole.Button, new() { Name = "Riprendi: " + cig }).ClickAsync();
            await Expect(page.Locator(".esito-azione")).ToContainTextAsync($"i dati del CIG {cig}, al posto di ciò che c'era scritto");
            await Expect(page.GetByLabel("CIG Derivato")).ToHaveValueAsync(cig);
            await Expect(page.GetByLabel("Importo dell'adesione")).ToHaveValueAsync("1.234,50");
            await Axe.CheckState(page);
            await Screenshots.Save(page, "pregressa-da-anac");
            line.Delay = TimeSpan.FromMilliseconds(300);
            await page.Bottone("Registra l'adesione").DblClickAsync();
            await Expect(page.Locator("#contenuto")).ToContainTextAsync("Registrata l'adesione con CIG Derivato " + cig + ".");
            await Expect(page.Locator("#in-anac")).ToHaveCountAsync(0);
            line.Delay = TimeSpan.Zero;
        }

        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(r => r.Azione == Azioni.AdesionePregressaCaricata)));
        await using (var ufficio = await browser.NewPage(line.Address))
        {
            var page = ufficio.Page;
            await page.SignIn("amministratore");
            var lotto = await ReadyAffidamenti.Query(_app.Services, db => db.DifferenzeOpenData.Select(d => d.LottoId).FirstAsync());
            await page.Go(AppRoutes.LottoDi(lotto!.Value));
            await page.GetByText("Registra le adesioni comunicate da CMRC").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Riporta: B0000000F2" }).ClickAsync();
            await Expect(page.Locator("#altre-adesioni").GetByLabel("Protocollo")).ToHaveValueAsync("CIG B0000000F2");
            await Expect(page.Locator(".esito-azione")).ToContainTextAsync("i dati del CIG B0000000F2: controllali");
            await Axe.CheckState(page);
            await Screenshots.Save(page, "comunicata-da-anac");
            line.Delay = TimeSpan.FromMilliseconds(300);
            await page.Bottone("Registra la comunicazione").DblClickAsync();
            await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Comunicazione registrata");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Riporta: B0000000F2" })).ToHaveCountAsync(0);
            line.Delay = TimeSpan.Zero;
        }

        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(r => r.Azione == Azioni.AltreAdesioniRegistrate)));
        await using var dopo = await browser.NewPage(_app.Address);
        await dopo.Page.SignIn("responsabile");
        await dopo.Page.Go(AppRoutes.SpesaRiconciliazione);
        var differenze = dopo.Page.GetByRole(AriaRole.Region, new() { Name = "Differenze" });
        await Expect(differenze).ToContainTextAsync("Adesso CigHub ce l'ha");
        await Expect(differenze).Not.ToContainTextAsync("B0000000F2");
        await dopo.Page.GetByRole(AriaRole.Link, new() { Name = "Contate da CMRC (1)" }).ClickAsync();
        await Expect(differenze).ToContainTextAsync("Contata tra le adesioni comunicate da CMRC");
        await Screenshots.Save(dopo.Page, "riconciliazione-contata");
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
