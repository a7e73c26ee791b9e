using CigHub.Domain.Affidamenti;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that a RUP keeps the fascicolo up to date, that its cronologia tells each action, and that each role has its own Cruscotto.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class FascicoloTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Da_un_atto_con_il_suo_file_alla_cronologia()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Cruscotto);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Riprendi la richiesta") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Fascicolo", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Fascicolo di CH-");
        var indirizzo = page.Url;

        await page.Bottone("Aggiungi un atto").ClickAsync();
        await Modulo(page, "Tipo").SelectOptionAsync(nameof(TipoAtto.DeterminaDiAdesione));
        await Allega(page, "conferma.pdf", SampleFiles.Exe);
        await Expect(page.Locator("#modulo-File-errore")).ToContainTextAsync("non è un PDF");
        await page.Bottone("Salva l'atto").ClickAsync();
        await Expect(page.Locator("#modulo-File-errore")).ToContainTextAsync("non è un PDF");
        await Allega(page, "conferma capienza.pdf", SampleFiles.Pdf());
        await Expect(page.Locator("#modulo-File-aiuto")).ToContainTextAsync("Scelto: conferma capienza.pdf");
        await Modulo(page, "Data").FillAsync("31/02/2026");
        await page.Bottone("Salva l'atto").ClickAsync();
        await Expect(page.Locator("#modulo-Data-errore")).Not.ToBeEmptyAsync();
        await Screenshots.Save(page, "fascicolo-nuovo-atto");
        await Modulo(page, "Data").FillAsync(RupPath.Oggi);
        await Modulo(page, "Protocollo").FillAsync("2026/104512");
        await page.Bottone("Salva l'atto").ClickAsync();
        await Expect(page.Locator(".atto")).ToContainTextAsync("Determina di adesione");

        var scaricato = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "conferma capienza.pdf" }).ClickAsync());
        Assert.Equal("conferma capienza.pdf", scaricato.SuggestedFilename);
        Assert.Equal(SampleFiles.Pdf(), await File.ReadAllBytesAsync((await scaricato.PathAsync())!));

        await Modulo(page, "AliquotaIva").FillAsync("22");
        await Modulo(page, "RegimeIva").SelectOptionAsync("InversioneContabile");
        await Modulo(page, "Impegno").FillAsync("451/2026");
        await Modulo(page, "Capitolo").FillAsync("1.03.02.13");
        await Modulo(page, "ContrattoDal").FillAsync("01/01/2027");
        await Modulo(page, "ContrattoAl").FillAsync("31/12/2026");
        await page.Bottone("Salva importi e contratto").ClickAsync();
        await Expect(page.Locator("#modulo-ContrattoAl-errore")).ToContainTextAsync("viene prima del primo");
        await Modulo(page, "ContrattoAl").FillAsync("31/12/2029");
        await page.Bottone("Salva importi e contratto").ClickAsync();
        await Expect(page.GetByText("Salvato alle")).ToBeVisibleAsync();
        await Modulo(page, "RegistroDiSistema").FillAsync("PI000123-26");
        await page.Bottone("Salva i dati del portale").ClickAsync();

        await page.Go(indirizzo);
        await Expect(Modulo(page, "Impegno")).ToHaveValueAsync("451/2026");
        await Expect(Modulo(page, "RegimeIva")).ToHaveValueAsync("InversioneContabile");
        await Expect(page.Locator(".lordo")).ToContainTextAsync("€");
        var cronologia = page.Locator(".cronologia li");
        await Expect(cronologia.Nth(0)).ToContainTextAsync("ha registrato i dati del portale");
        await Expect(cronologia.Nth(0)).ToContainTextAsync("Registro di Sistema: «PI000123-26»");
        await Expect(cronologia.Nth(1)).ToContainTextAsync("Aliquota IVA: 22");
        await Expect(cronologia.Nth(1)).ToContainTextAsync("Regime IVA: «Inversione contabile (reverse charge)»");
        await Expect(cronologia.Nth(2)).ToContainTextAsync("ha scaricato il file di «Determina di adesione»");
        await Expect(cronologia.Nth(3)).ToContainTextAsync("ha aggiunto l'atto «Determina di adesione»");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "fascicolo");

        await UnAltroEnteNonScarica(new Uri(_app.Address, await page.Locator(".atto a[download]").GetAttributeAsync("href")));

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Togli:") }).ClickAsync();
        await page.Bottone("Sì, toglilo").ClickAsync();
        await Expect(page.GetByText("Nessun atto:")).ToBeVisibleAsync();
        await Expect(cronologia.Nth(0)).ToContainTextAsync("ha tolto l'atto «Determina di adesione»");
    }

    [Fact]
    public async Task Piu_file_insieme_entrano_con_un_clic_o_nessuno()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Cruscotto);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Apri il fascicolo") }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Fascicolo di CH-");
        await page.Go(new Uri(line.Address, new Uri(page.Url).AbsolutePath).ToString());
        var prima = await page.Locator(".atto").CountAsync();

        await page.Bottone("Aggiungi più file insieme").ClickAsync();
        await page.Locator("#piu-file").ScegliFile(
            new FilePayload { Name = "contratto n. 7 del 2-3-2026.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf("uno") },
            new FilePayload { Name = "scansione.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf("due") },
            new FilePayload { Name = "virus.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Exe });
        await Expect(page.Locator("#piu-file-errore")).ToContainTextAsync("«virus.pdf» non è stato preso.");
        await Expect(Modulo(page, "Atti[0].Tipo")).ToHaveValueAsync(nameof(TipoAtto.Contratto));
        await Expect(Modulo(page, "Atti[0].Data")).ToHaveValueAsync("02/03/2026");
        await Expect(Modulo(page, "Atti[0].Numero")).ToHaveValueAsync("7");
        await Expect(page.GetByText("Il nome del file non dice che atto è: sceglilo.")).ToBeVisibleAsync();
        await page.Bottone("Salva 2 atti").ClickAsync();
        await Expect(page.GetByText("Scegli che atto è.")).ToBeVisibleAsync();
        await Expect(page.Locator(".atto")).ToHaveCountAsync(prima);
        await Screenshots.Save(page, "fascicolo-piu-atti");
        await Axe.Check(page);

        await Modulo(page, "Atti[1].Tipo").SelectOptionAsync(nameof(TipoAtto.Altro));
        await Modulo(page, "Atti[1].Data").FillAsync("03/03/2026");
        await Modulo(page, "Atti[1].Protocollo").FillAsync("2026/9");
        await Modulo(page, "Atti[1].Protocollo").BlurAsync();
        line.Delay = TimeSpan.FromMilliseconds(120);
        await page.Bottone("Salva 2 atti").DblClickAsync();
        await Expect(page.Locator(".atto")).ToHaveCountAsync(prima + 2);
        await Expect(page.Locator(".atto").Filter(new() { HasText = "2026/9" })).ToHaveCountAsync(1);
        line.Delay = TimeSpan.Zero;
    }

    [Fact]
    public async Task Due_persone_sul_fascicolo_la_seconda_non_perde_cio_che_ha_scritto()
    {
        await using var rup = await browser.NewPage(_app.Address);
        await using var istruttore = await browser.NewPage(_app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await rup.Page.Go(AppRoutes.Cruscotto);
        await rup.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Apri il fascicolo") }).First.ClickAsync();
        await Expect(rup.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Fascicolo di CH-");
        await istruttore.Page.SignIn("istruttore.tivoli");
        await istruttore.Page.Go(rup.Page.Url);
        await Modulo(rup.Page, "Impegno").FillAsync("1/2026");
        await rup.Page.Bottone("Salva importi e contratto").ClickAsync();
        await Expect(rup.Page.GetByText("Salvato alle")).ToBeVisibleAsync();

        await Modulo(istruttore.Page, "Impegno").FillAsync("2/2026");
        await istruttore.Page.Bottone("Salva importi e contratto").ClickAsync();
        await Expect(istruttore.Page.GetByText("Nel frattempo modificato da Aldo Ferrantini")).ToBeVisibleAsync();
        await Expect(Modulo(istruttore.Page, "Impegno")).ToHaveValueAsync("2/2026");
        await Expect(istruttore.Page.Locator("#modulo-Impegno-aiuto")).ToContainTextAsync("Ora c'è «1/2026»");
        await Screenshots.Save(istruttore.Page, "fascicolo-conflitto");
        await istruttore.Page.Bottone("Salva importi e contratto").ClickAsync();
        await Expect(istruttore.Page.GetByText("Salvato alle")).ToBeVisibleAsync();
    }

    [Fact]
    [LongRun(typeof(Pages.WhatPagesShowTests), "the pictures of each role's Cruscotto")]
    public async Task Ogni_ruolo_ha_il_suo_cruscotto()
    {
        await Cruscotto("istruttore.tivoli", null, "In lavorazione");
        await Cruscotto("responsabile", null, "Convenzioni per quanto resta");
        await Cruscotto("auditor", null, "Che cosa salta all'occhio");
        await Cruscotto("amministratore", null, "Enti senza RUP");
        await SoloIMieiOTuttoLEnte();
    }

    [Fact]
    [LongRun(typeof(FascicoloTests), "the chosen Cruscotto after a reload")]
    public Task Il_cruscotto_di_un_RUP_resta_come_lo_ha_scelto() => SoloIMieiOTuttoLEnte();

    private async Task SoloIMieiOTuttoLEnte()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.Locator("nav [aria-current='page']").Filter(new() { HasText = "Solo i miei" })).ToBeVisibleAsync();
        await Screenshots.Save(page, "cruscotto-rup-miei");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tutto l'Ente" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Esito da verificare") })).ToBeVisibleAsync();
        await Screenshots.Save(page, "cruscotto-rup-ente");
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.Locator("nav [aria-current='page']").Filter(new() { HasText = "Tutto l'Ente" })).ToBeVisibleAsync();
    }

    private async Task Cruscotto(string persona, string? ruolo, string titolo)
    {
        await using var testPage = await browser.NewPage(_app.Address);
        await testPage.Page.SignIn(persona, ruolo);
        await testPage.Page.Go(AppRoutes.Cruscotto);
        await Expect(testPage.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new($"^{titolo}") })).ToBeVisibleAsync();
        await Screenshots.Save(testPage.Page, $"cruscotto-{persona}");
        await Axe.CheckState(testPage.Page);
    }

    private async Task UnAltroEnteNonScarica(Uri allegato)
    {
        await using var altro = await browser.NewPage(_app.Address);
        await altro.Page.SignIn("rup.velletri");
        var altrui = await altro.Context.APIRequest.GetAsync(allegato.ToString());
        var inesistente = await altro.Context.APIRequest.GetAsync(new Uri(_app.Address, AppRoutes.AllegatoDi(Guid.NewGuid(), Guid.NewGuid())).ToString());
        Assert.Equal((404, 404), (altrui.Status, inesistente.Status));
        await altro.Page.SignIn("auditor");
        var concesso = await altro.Context.APIRequest.GetAsync(allegato.ToString());
        Assert.Equal((200, "nosniff", "application/pdf"), (concesso.Status, concesso.Headers["x-content-type-options"], concesso.Headers["content-type"]));
        Assert.StartsWith("attachment", concesso.Headers["content-disposition"], StringComparison.Ordinal);
    }

    private static ILocator Modulo(IPage page, string nome) => page.Locator($"#{InputField.IdOf(nome)}");

    private static Task Allega(IPage page, string nome, byte[] contenuto) =>
        page.Locator("#modulo-File").ScegliFile(new FilePayload { Name = nome, MimeType = "application/pdf", Buffer = contenuto });
}
