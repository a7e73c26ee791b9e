using System.Text.RegularExpressions;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests what a dirigente does about the spending: reads and prints the report, and reminds a RUP, who sees it in the Cruscotto.</summary>
[Collection(BrowserChains.First)]
public sealed partial class RelazioneTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task La_relazione_si_legge_si_stampa_un_foglio_per_Convenzione_e_si_esporta()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var opened = await browser.NewPage(line.Address);
        var page = opened.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.SpesaRelazione);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Ultimo evento del registro: n. ");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "relazione");
        var convenzioni = await page.Locator(".relazione-pagina").CountAsync();
        Assert.True(convenzioni > 0);
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        var folder = Environment.GetEnvironmentVariable("CIGHUB_SCHERMATE");
        if (folder is { Length: > 0 })
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "relazione.pdf"), pdf);
        }

        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.True(PageOfPdf().Count(text) >= convenzioni + 1);
        Assert.All(MediaBox().Matches(text), m => Assert.StartsWith("[0 0 84", m.Groups[1].Value, StringComparison.Ordinal));

        // The dialog of the printer never opens in a test: the page only records that it was printed.
        await page.EvaluateAsync("() => { window.print = () => {}; }");
        line.Delay = TimeSpan.FromMilliseconds(200);
        await page.Bottone("Stampa").DblClickAsync();
        line.Delay = TimeSpan.Zero;
        await Expect(page.Bottone("Stampa")).ToBeEnabledAsync();
        var sheet = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Esporta in xlsx").ClickAsync());
        Assert.StartsWith("spesa-relazione", sheet.SuggestedFilename, StringComparison.Ordinal);
        if (folder is { Length: > 0 })
        {
            await sheet.SaveAsAsync(Path.Combine(folder, "relazione.xlsx"));
        }

        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(r => r.Azione == Azioni.RelazioneStampata)));

        await page.GetByLabel("Al giorno").FillAsync("2020-01-31");
        await page.Bottone("Mostra").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Quel giorno non c'era nessun importo da riferire");
    }

    [Fact]
    public async Task Un_dirigente_sollecita_una_volta_e_il_RUP_lo_vede()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var opened = await browser.NewPage(line.Address);
        var page = opened.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.SpesaInCorso);
        var riga = page.Locator("tr", new() { HasText = "Comune di Tivoli" }).First;
        var numero = await riga.Locator("th a").First.InnerTextAsync();
        line.Delay = TimeSpan.FromMilliseconds(300);
        await riga.GetByRole(AriaRole.Button, new() { Name = "Sollecita il RUP" }).DblClickAsync();
        await Expect(riga).ToContainTextAsync("Sollecitato oggi");
        line.Delay = TimeSpan.Zero;
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Solleciti.CountAsync()));
        await Axe.CheckState(page);
        await Screenshots.Save(page, "in-corso-sollecitato");
        var rup = await ReadyAffidamenti.Query(_app.Services, db => (
            from s in db.Solleciti
            join a in db.Affidamenti on s.AffidamentoId equals a.Id
            join p in db.Persone on a.RupId equals p.Id
            select p.NomeUtente).SingleAsync());

        await using var other = await browser.NewPage(_app.Address);
        await other.Page.SignIn(rup!, "Rup");
        await other.Page.Go(AppRoutes.Cruscotto);
        var solleciti = other.Page.Locator("section[aria-labelledby='solleciti']");
        await Expect(solleciti).ToContainTextAsync(numero);
        await Axe.CheckState(other.Page);
        await Screenshots.Save(other.Page, "cruscotto-con-sollecito");
        await solleciti.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(other.Page.Locator("#contenuto")).ToContainTextAsync(numero);

        // Who sees one Ente finds its amounts with IVA in the report.
        await other.Page.Go(AppRoutes.SpesaRelazione);
        await Expect(other.Page.Locator("section[aria-labelledby='con-iva']")).ToContainTextAsync("Comune di Tivoli, al lordo dell'IVA");
        await Axe.Check(other.Page);
        await Screenshots.Save(other.Page, "relazione-di-un-ente");
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageOfPdf();

    [GeneratedRegex(@"/MediaBox\s*(\[[^\]]*\])")]
    private static partial Regex MediaBox();
}
