using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the conferma di capienza in the browser: the request to CMRC, its answer, what it takes of the Lotto, and its end by hand. The answer is
/// recorded over a slow line with a double click.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class ConfermaDiCapienzaTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Chiedere_registrare_e_liberare_una_conferma()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        var id = (await ReadyAffidamenti.Prepare(_app.Services, 1))[0];
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.FascicoloDi(id)).ToString());
        var sezione = page.Locator("section[aria-labelledby='conferma-di-capienza']");
        await Expect(sezione).ToContainTextAsync("Chiedila prima della determina");

        await sezione.GetByText("Chiedi la conferma di capienza").ClickAsync();
        await Expect(sezione.Locator(".testo-canonico")).ToContainTextAsync("CIG Padre");
        var lettera = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Scarica come file .eml").ClickAsync());
        Assert.Equal("conferma-di-capienza.eml", lettera.SuggestedFilename);
        await Expect(sezione).ToContainTextAsync("Chiesta a CMRC il");
        await Screenshots.Save(page, "conferma-chiesta");

        await page.Bottone("Registra la risposta").ClickAsync();
        await page.Modulo("RispostaEsito").SelectOptionAsync(nameof(TipoAtto.ConfermaDiCapienza));
        await page.Modulo("RispostaData").FillAsync(RupPath.Oggi);
        await page.Modulo("RispostaImporto").FillAsync("99.000.000,00");
        await page.Bottone("Registra").ClickAsync();
        await Expect(page.Locator("#modulo-RispostaProtocollo-errore")).ToContainTextAsync("Scrivi il protocollo");
        await page.Modulo("RispostaProtocollo").FillAsync("2026/104512");
        await page.Bottone("Registra").ClickAsync();
        await Expect(page.Locator("#modulo-RispostaImporto-errore")).ToContainTextAsync("Sul Lotto restano");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "conferma-non-ci-sta");

        await page.Modulo("RispostaImporto").FillAsync("1.000,00");
        await page.Modulo("RispostaValidoFinoAl").FillAsync(RomeTime.Text(TimeProvider.System.Today().AddDays(10)));
        line.Delay = TimeSpan.FromMilliseconds(300);
        await page.Bottone("Registra").DblClickAsync();
        await Expect(sezione).ToContainTextAsync("In vigore");
        line.Delay = TimeSpan.Zero;
        await Expect(page.Locator(".atto")).ToContainTextAsync("Tiene capienza");
        Assert.Equal(1, await ReadyAffidamenti.Query(
            _app.Services, db => db.Atti.CountAsync(a => a.AffidamentoId == id && a.Tipo == TipoAtto.ConfermaDiCapienza)));
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Movimenti.CountAsync(
            m => m.Tipo == TipoMovimento.Conferma && db.Aggiudicazioni.Any(g => g.Id == m.AggiudicazioneId && g.AffidamentoId == id))));
        await Axe.Check(page);
        await Screenshots.Save(page, "conferma-in-vigore");

        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Conferme di capienza in scadenza o terminate") })).ToBeVisibleAsync();
        await Dirigente();

        await page.Go(AppRoutes.FascicoloDi(id));
        await sezione.GetByText("Libera la capienza").ClickAsync();
        await page.Bottone("Libera").ClickAsync();
        await Expect(page.Locator("#modulo-LiberaMotivo-errore")).ToContainTextAsync("Scrivi perché");
        await page.Modulo("LiberaMotivo").FillAsync("CMRC l'ha ritirata");
        await page.Bottone("Libera").ClickAsync();
        await Expect(sezione).ToContainTextAsync("Liberata");
        await Expect(page.Locator(".cronologia li").First).ToContainTextAsync("ha liberato la capienza confermata: 1.000,00");
        await Screenshots.Save(page, "conferma-liberata");
    }

    private async Task Dirigente()
    {
        await using var dirigente = await browser.NewPage(_app.Address);
        var page = dirigente.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Conferme di capienza in scadenza o terminate") })).ToBeVisibleAsync();
        await page.Go(AppRoutes.Spesa);
        await Expect(page.GetByText("di cui confermati da CMRC")).ToContainTextAsync("1.000,00");
        await Screenshots.Save(page, "spesa-con-conferme");
        await page.Go(AppRoutes.SpesaInCorso);
        await Expect(page.GetByText("Confermata da CMRC fino al")).ToBeVisibleAsync();
        await Axe.CheckState(page);
        await Screenshots.Save(page, "in-corso-con-conferme");
    }
}
