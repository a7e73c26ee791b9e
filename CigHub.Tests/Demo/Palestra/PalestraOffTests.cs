using System.Net;
using CigHub.Tests.Browser;
using CigHub.Tests.Domain.Palestra;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra.Archivio;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace CigHub.Tests.Demo.Palestra;

/// <summary>Checks that no page, link or file of the palestra exists when the palestra is off.</summary>
[Collection(BrowserChains.First)]
public sealed class PalestraOffTests(BrowserFixture browser)
{
    [Fact]
    public async Task Ogni_indirizzo_risponde_404_nulla_si_vede_e_la_richiesta_apre_il_portale_vero()
    {
        await using var app = new TestApp { Palestra = false };
        await app.InitializeAsync();
        using var client = new HttpClient { BaseAddress = app.Address };
        foreach (var indirizzo in (string[])[AppRoutes.Palestra, AppRoutes.PalestraElenco, AppRoutes.PalestraAddestramento])
        {
            using var risposta = await client.GetAsync(indirizzo);
            Assert.Equal(HttpStatusCode.NotFound, risposta.StatusCode);
        }

        Assert.Empty(Directory.GetFiles(app.Folder, PalestraDatabase.File));
        Assert.StartsWith("https://portalegare.", app.Services.GetRequiredService<IOptions<PortaleSettings>>().Value.Indirizzo, StringComparison.Ordinal);
        await using var rup = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await Assertions.Expect(rup.Page.Locator("nav.linguette")).ToBeVisibleAsync();
        await Assertions.Expect(rup.Page.GetByRole(AriaRole.Link, new() { Name = "Ambiente di prova" })).ToHaveCountAsync(0);
    }
}

/// <summary>
/// Checks the palestra when it is on. It must require the sign-in of CigHub, and documenti that were saved must survive a kill of the
/// process.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class PalestraOnTests(BrowserFixture browser)
{
    [Fact]
    public async Task Senza_accesso_a_CigHub_si_va_alla_pagina_di_accesso()
    {
        await using var app = await TestApp.Start();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        using var risposta = await client.GetAsync(AppRoutes.Palestra);
        Assert.Equal(HttpStatusCode.Redirect, risposta.StatusCode);
        Assert.Contains(AppRoutes.Accedi, risposta.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var senzaToken = await client.PostAsync(AppRoutes.PalestraSpid, new FormUrlEncodedContent([]));
        Assert.NotEqual(HttpStatusCode.OK, senzaToken.StatusCode);
    }

    [Fact]
    public async Task Il_cruscotto_del_RUP_ha_il_collegamento_e_la_palestra_si_apre()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await rup.Page.Go(AppRoutes.Cruscotto);
        var link = rup.Page.GetByRole(AriaRole.Link, new() { Name = "Ambiente di prova" });
        var palestra = await rup.Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await Assertions.Expect(palestra.Locator("#Banda")).ToContainTextAsync("Ambiente di prova: portale di addestramento, nulla arriva ad ANAC");
    }

    [Fact]
    public async Task Dopo_un_kill_documenti_CIG_e_sessione_ci_sono_ancora()
    {
        await using var app = await AppWithPowerCuts.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        rup.ExpectServerDown();
        await page.SignIn("rup.tivoli", "Rup");
        await page.GotoAsync(AppRoutes.Palestra);
        await page.EntraConSpid();
        await page.NuovoDocumento();
        await page.Write(SampleDocumenti.Completo);
        await page.GestionePcp("RichiediCig");
        var cig = await page.CigOttenuto();
        Assert.StartsWith("UFFF", cig, StringComparison.Ordinal);
        await app.CutPower();
        await app.StartAgain();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#CigDerivato")).ToHaveValueAsync(cig);
        await page.GotoAsync(AppRoutes.PalestraElenco);
        await Assertions.Expect(page.Locator("#Elenco tbody")).ToContainTextAsync(cig);
    }
}
