using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Tests.Features.Affidamenti.ElencoPortale;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the elenco del portale. A RUP uploads it, resolves a doubtful row, adopts a row that CigHub did not know, and records all rows
/// with one button.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class ElencoPortaleTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Dal_file_del_portale_ai_CIG_registrati()
    {
        var file = await List();
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Affidamenti);
        await page.GetByRole(AriaRole.Link, new() { Name = "Elenco del portale", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Ancora nessun elenco")).ToBeVisibleAsync();

        await Carica(page, "elenco.xls", [0xD0, 0xCF, 0x11, 0xE0]);
        await Expect(page.Locator("#elenco-portale-errore")).ToContainTextAsync("vecchio formato .xls");
        await Carica(page, "elenco.xls", file);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "Confronto con CigHub" })).ToBeVisibleAsync();
        await Expect(page.Locator("#elenco-portale-errore")).ToBeEmptyAsync();
        await Expect(page.Locator(".confronto-conti li").First).ToContainTextAsync("Da registrare");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Registra 1 CIG", Exact = true })).ToBeEnabledAsync();
        await Axe.Check(page);
        await Screenshots.Save(page, "elenco-portale-confronto");

        var dubbio = page.Locator(".dubbio");
        await Expect(dubbio.GetByText("diverso")).ToHaveCountAsync(1);
        var radio = dubbio.GetByRole(AriaRole.Radio).Last;
        await radio.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Registra 2 CIG", Exact = true })).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Adotta la riga" }).First.CheckAsync();
        await page.Bottone("Registra 2 CIG, adotta 1 adesione").ClickAsync();

        await Expect(page.GetByText("Registrati 2 CIG, adottata 1 adesione.")).ToBeVisibleAsync();
        await Expect(page.Locator(".elenco-fatti a")).ToHaveCountAsync(3);
        await Expect(page.Locator("#confronto-uguale")).ToContainTextAsync("3");
        await Expect(page.Bottone("Nulla da registrare")).ToBeDisabledAsync();
        await Screenshots.Save(page, "elenco-portale-registrato");
        var scaricato = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "elenco.xls" }).ClickAsync());
        Assert.Equal(file, await File.ReadAllBytesAsync((await scaricato.PathAsync())!));

        await page.Bottone("Chiudi il confronto").ClickAsync();
        await Expect(page.Locator("#confronto")).ToHaveCountAsync(0);
        await Carica(page, "lo stesso.xls", file);
        await Expect(page.GetByText("Questo file è già stato caricato il")).ToContainTextAsync("nulla da fare");
    }

    [Fact]
    [LongRun(typeof(ElencoPortaleTests), "the comparison on a telephone")]
    public async Task Al_telefono_il_confronto_si_legge()
    {
        await using var rup = await browser.NewPage(_app.Address, TestScreen.Phone);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await rup.Page.Go(AppRoutes.ElencoPortale);
        await Carica(rup.Page, "elenco.xls", await List());
        await Expect(rup.Page.Locator(".dubbio")).ToBeVisibleAsync();
        await Axe.CheckState(rup.Page);
        Assert.True(await rup.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
        await Screenshots.Save(rup.Page, "elenco-portale-telefono");
    }

    /// <summary>A file chosen on a slow line before the page's script listens to the file input must still be uploaded.</summary>
    [Fact]
    [LongRun(typeof(FascicoloTests), "a file chosen on a slow line")]
    public async Task Un_file_scelto_appena_si_puo_arriva_anche_su_una_linea_lenta()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(line.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Affidamenti);
        line.Delay = TimeSpan.FromMilliseconds(300);
        await page.GetByRole(AriaRole.Link, new() { Name = "Elenco del portale", Exact = true }).ClickAsync();
        await Carica(page, "elenco.xls", [0xD0, 0xCF, 0x11, 0xE0]);
        await Expect(page.Locator("#elenco-portale-errore")).ToContainTextAsync("vecchio formato .xls");
    }

    private static Task Carica(IPage page, string nome, byte[] contenuto) =>
        page.Locator("#elenco-portale").ScegliFile(new FilePayload { Name = nome, MimeType = "application/vnd.ms-excel", Buffer = contenuto });

    /// <summary>
    /// Returns an elenco del portale with four rows: one that matches, one with another amount, one that CigHub does not know, and one that
    /// cannot be read.
    /// </summary>
    private async Task<byte[]> List()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var tivoli = await db.Enti.Where(e => e.Denominazione == "Comune di Tivoli").Select(e => e.Id).SingleAsync();
        async Task<(Affidamento Affidamento, Cig Padre)> In(StatoAffidamento stato) => await (
            from a in db.Affidamenti.AsNoTracking()
            join l in db.Lotti on a.LottoId equals l.Id
            where a.EnteId == tivoli && a.Stato == stato
            orderby a.Progressivo
            select new ValueTuple<Affidamento, Cig>(a, l.CigPadre)).FirstAsync();
        Dictionary<string, string> Riga((Affidamento Affidamento, Cig Padre) x, string cig, string? importo = null) =>
            new(SampleElenchi.Row(
                x.Affidamento.TitoloDocumento, cig, x.Padre.Valore,
                importo ?? x.Affidamento.Importo.ToString(), x.Affidamento.DenominazioneOe,
                $"PI{x.Affidamento.Progressivo:000000}-26"));
        var daVerificare = await In(StatoAffidamento.EsitoDaVerificare);
        var inRichiesta = await In(StatoAffidamento.CigInRichiesta);
        var cig = Enumerable.Range(0x610001, 4).Select(n => SampleElenchi.Cig(n).Valore).ToArray();
        var rovinato = cig[3][..9] + (cig[3][9] == '0' ? '1' : '0');
        return SampleElenchi.Utf8(SampleElenchi.Html(
        [
            Riga(daVerificare, cig[0]),
            Riga(inRichiesta, cig[1], "1,23"),
            new(Riga(daVerificare, cig[2], "777,00"))
            {
                [SampleElenchi.Titolo] = "Fatta a mano sul portale",
                [SampleElenchi.Registro] = "PI900001-26",
                [SampleElenchi.Invio] = RupPath.Oggi
            },
            new(Riga(daVerificare, rovinato, "5,00")) { [SampleElenchi.Titolo] = "Con il CIG rovinato", [SampleElenchi.Registro] = "PI900002-26" },
        ]));
    }
}
