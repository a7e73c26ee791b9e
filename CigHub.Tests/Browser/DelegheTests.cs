using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the delega in the browser: a RUP confers one, the delegate chooses it and finds only what was delegated, and the RUP revokes it.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class DelegheTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Il_RUP_delega_il_delegato_trova_solo_cio_che_e_delegato_e_la_revoca_chiude_la_sua_sessione()
    {
        var (mio, altro) = await ReadyAffidamenti.Query(_app.Services, async db =>
        {
            var rup = await db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync();
            var suoi = db.Affidamenti.Where(a => a.RupId == rup && !a.Pregresso);
            return (
                await suoi.Where(a => a.Stato == StatoAffidamento.InLavorazione).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(),
                await suoi.Where(a => a.Stato == StatoAffidamento.CigInRichiesta).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());
        });
        await using var rupPage = await browser.NewPage(_app.Address);
        var rup = rupPage.Page;
        await rup.SignIn("rup.tivoli", "Rup");
        await rup.Go(AppRoutes.SchedaDi(mio));
        await rup.GetByRole(AriaRole.Link, new() { Name = "Deleghe", Exact = true }).ClickAsync();
        await rup.WaitForPath(AppRoutes.Deleghe);
        await rup.Locator("#modulo-Delegato").SelectOptionAsync(new SelectOptionValue { Label = "Livia Serrani, Istruttore · Comune di Tivoli" });
        await Expect(rup.Locator("#modulo-Ambito")).ToHaveValueAsync("Scelti");
        await rup.Locator("#modulo-TipoAtto").SelectOptionAsync("OrdineDiServizio");
        await rup.Locator("#modulo-NumeroAtto").FillAsync("12");
        await rup.Locator("#modulo-DataAtto").FillAsync("oggi");
        await rup.Locator("#modulo-Protocollo").FillAsync("2026/4512");
        await rup.Locator("#modulo-Al").FillAsync("31/12/2099");
        await Screenshots.Save(rup, "deleghe-modulo");
        await rup.Bottone("Conferisci la delega").ClickAsync();
        await Expect(rup.Locator("#conferite .conteggio")).ToHaveTextAsync("1");
        await Screenshots.Save(rup, "deleghe");

        await using var delegatePage = await browser.NewPage(_app.Address);
        var page = delegatePage.Page;
        await page.SignInAgain("istruttore.tivoli");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lavora per delega" }).ClickAsync();
        await page.Locator("[data-ruolo='Delegato']").ClickAsync();
        await page.WaitForPath(AppRoutes.Cruscotto);
        await page.WaitUntilInteractive();
        await Expect(page.Locator(".testata-utente")).ToContainTextAsync("per delega di Aldo Ferrantini");
        await Expect(page.Locator(".lavoro > li")).ToHaveCountAsync(1);
        await Screenshots.Save(page, "cruscotto-delegato");

        await page.Go(AppRoutes.SchedaDi(mio));
        await Expect(page.Locator("[data-per-delega]")).ToContainTextAsync("per delega di Aldo Ferrantini");
        await Expect(page.Bottone("Pronto per il portale")).ToHaveCountAsync(0);
        await page.GetByLabel("Ho letto e rendo questa dichiarazione").CheckAsync();
        await page.Bottone("Non ho conflitti di interessi").ClickAsync();
        await Expect(page.Bottone("Non ho conflitti di interessi")).ToHaveCountAsync(0);
        await Screenshots.Save(page, "scheda-per-delega");
        await page.Go(AppRoutes.RichiestaDi(altro));
        await Expect(page.Locator("#contenuto [role=alert]")).ToContainTextAsync("Non trovato");

        await rup.GetByText("Revoca delega").ClickAsync();
        await rup.Locator("#modulo-Motivo").FillAsync("Rientro dalle ferie");
        await rup.Bottone("Revoca").ClickAsync();
        await Expect(rup.Locator("#contenuto")).ToContainTextAsync("Revocata il");
        await page.WaitForPath(AppRoutes.SessioneFinita);
    }
}
