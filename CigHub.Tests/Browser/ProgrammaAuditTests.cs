using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Records a yearly programme of audits over a slow line, each button pressed twice, and plans an audit under it.</summary>
[Collection(BrowserChains.First)]
public sealed class ProgrammaAuditTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(150);

    private TestApp _app = null!;

    private static string Oggi => RomeTime.Text(TimeProvider.System.Today());

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Un_programma_si_registra_una_volta_e_gli_audit_stanno_sotto_di_lui()
    {
        await using var line = DelayProxy.Before(_app.Address, _slow);
        await using var opened = await browser.NewPage(_app.Address);
        var page = opened.Page;
        await page.SignIn("auditor");
        await page.Go(new Uri(line.Address, AppRoutes.Audit).ToString());
        await page.Bottone("Nuovo programma annuale").ClickAsync();
        await page.Modulo("ProgrammaObiettivi").FillAsync("Verificare le approvazioni sopra soglia e la due diligence.");
        await page.Modulo("ProgrammaApprovatoDa").FillAsync("Segretario generale, decreto n. 12");
        await page.Modulo("ProgrammaApprovatoIl").FillAsync(Oggi);
        await page.Modulo("ProgrammaPrevisti").FillAsync("Approvazioni");
        await page.Bottone("Registra il programma").ClickAsync();
        await Expect(page.Locator("#modulo-ProgrammaPrevisti-errore")).ToContainTextAsync("scrivi il mese e poi il titolo");
        await page.Modulo("ProgrammaPrevisti").FillAsync("marzo Approvazioni sopra soglia\nnovembre Due diligence");
        await Screenshots.Save(page, "programma-nuovo");
        await Axe.CheckState(page);
        await page.Bottone("Registra il programma").DblClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("marzo: Approvazioni sopra soglia");
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.ProgrammiAudit.CountAsync()));

        await page.Bottone("Nuovo audit").ClickAsync();
        await page.Modulo("Titolo").FillAsync("Approvazioni di marzo");
        await page.Modulo("Requisito").SelectOptionAsync("Audit interno");
        await page.Modulo("Programma").SelectOptionAsync(new SelectOptionValue { Label = $"Programma {TimeProvider.System.Today().Year}, tutti gli Enti" });
        await page.Modulo("Dal").FillAsync("01/01/2020");
        await page.Modulo("Al").FillAsync(Oggi);
        await page.Bottone("Pianifica").DblClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Approvazioni di marzo");
        await page.Go(AppRoutes.Audit);
        await Expect(page.Locator("section[aria-labelledby^='programma-'] table")).ToContainTextAsync("Approvazioni di marzo");
        await Screenshots.Save(page, "programma");
        await Axe.CheckState(page);
    }
}
