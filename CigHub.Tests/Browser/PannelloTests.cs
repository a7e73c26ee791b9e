using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the pannello di compilazione beside the portal. One key must copy, tick and go on, and no failure may lose data.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class PannelloTests(BrowserFixture browser)
{
    private const string CigLibero = "B61107";

    [Fact]
    public async Task Un_tasto_solo_porta_dall_avvio_al_CIG()
    {
        await using var app = await TestApp.Start();
        var id = (await ReadyAffidamenti.Prepare(app.Services, 1))[0];
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.SetViewportSizeAsync(460, 760);
        await page.Go(AppRoutes.PannelloDi(id));

        var tasti = 0;
        async Task Premi(string tasto = "Enter")
        {
            tasti++;
            await page.Keyboard.PressAsync(tasto);
        }

        await Expect(page.Bottone("Avvia richiesta CIG")).ToBeFocusedAsync();
        await Premi();
        await Expect(page.Bottone("Fatto, avanti")).ToBeFocusedAsync();
        await Expect(page.Locator(".tappa-posto")).ToHaveTextAsync("Passi 1–4 di 7");
        await Premi();
        var righe = page.Locator("[data-percorso] li");
        await Expect(righe.First.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await Screenshots.Save(page, "pannello-valori");
        var quanti = await righe.CountAsync();
        for (var i = 0; i < quanti; i++)
        {
            await Premi(i % 2 == 0 ? "Enter" : "c");
            await Expect(righe.Nth(i)).ToHaveAttributeAsync("data-copiato", "true");
            Assert.Equal(
                await righe.Nth(i).Locator(".valore-testo").TextContentAsync(),
                await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
            await Expect(page.Locator("[data-annuncio]")).ToContainTextAsync(
                (quanti - i - 1) switch { 0 => "Copiati tutti", 1 => "Ne resta 1.", var n => $"Ne restano {n}." });
        }

        await Expect(page.Bottone("Fatto, avanti")).ToBeFocusedAsync();
        await Premi();
        await Expect(page.Bottone("Ho riletto: sul portale leggo gli stessi dati")).ToBeFocusedAsync();
        await Screenshots.Save(page, "pannello-rilettura");
        await Premi();
        await Expect(page.GetByLabel("Incolla qui il CIG Derivato")).ToBeFocusedAsync();
        var cig = InventedCodes.Cig('B', Convert.ToInt32(CigLibero[1..], 16)).Valore;
        await page.EvaluateAsync("t => navigator.clipboard.writeText(t)", $"CIG Derivato {cig} rilasciato");
        await Premi("ControlOrMeta+v");
        await Expect(page.GetByText("CIG trovato:")).ToContainTextAsync(cig);
        await Premi();
        await Expect(page.GetByText("CIG Derivato acquisito:")).ToContainTextAsync(cig);
        Assert.InRange(tasti, 1, 15);
        Assert.Equal(StatoAffidamento.CigAcquisito, await Stato(app, id));

        // The next one that is ready is one key away.
        var prossimo = page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Prossimo pronto: CH-") });
        await Expect(prossimo).ToBeFocusedAsync();
        await Screenshots.Save(page, "pannello-dopo-il-cig");
        await Premi();
        await Expect(page.Bottone("Avvia richiesta CIG")).ToBeFocusedAsync();
        Assert.NotEqual(AppRoutes.PannelloDi(id), new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Senza_server_si_continua_a_copiare_e_al_ritorno_tutto_e_spuntato_anche_altrove()
    {
        await using var app = await AppWithPowerCuts.Start();
        await using var rup = await browser.NewPage(app.Address);
        rup.ExpectServerDown();
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.AffidamentiInStato(nameof(StatoAffidamento.CigInRichiesta)));
        var richiesta = await page.GetByRole(AriaRole.Link, new() { NameRegex = new("CH-") }).First.GetAttributeAsync("href");
        var id = Guid.Parse(richiesta!.Split('/')[2]);
        await page.Go(AppRoutes.PannelloDi(id));
        await page.Bottone("Fatto, avanti").PressAsync("Enter");
        var righe = page.Locator("[data-percorso] li");
        await Expect(righe.First.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(righe.Nth(1).GetByRole(AriaRole.Button)).ToBeFocusedAsync();

        await app.CutPower();
        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await righe.Nth(1).GetByRole(AriaRole.Button).PressAsync("Enter");
        await Expect(righe.Nth(1)).ToHaveAttributeAsync("data-copiato", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(righe.Nth(2)).ToHaveAttributeAsync("data-copiato", "true");
        Assert.Equal(await righe.Nth(2).Locator(".valore-testo").TextContentAsync(), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await app.StartAgain();
        await page.Go(AppRoutes.PannelloDi(id));
        await righe.First.WaitForAsync();
        await Expect(page.Locator(".pannello-conto")).ToContainTextAsync($"Ne restano {await righe.CountAsync() - 3}");

        await using var altrove = await browser.NewPage(app.Address);
        await altrove.Page.SignIn("rup.tivoli", "Rup");
        await altrove.Page.Go(AppRoutes.PannelloDi(id));
        await Expect(altrove.Page.Locator("[data-percorso] li[data-copiato='true']")).ToHaveCountAsync(3);
        await Expect(altrove.Page.Locator("[data-percorso] li").Nth(3).GetByRole(AriaRole.Button)).ToBeFocusedAsync();
    }

    [Fact]
    [LongRun(typeof(PannelloTests), "a server that dies between two steps")]
    public async Task Il_server_muore_fra_un_passo_e_l_altro_e_si_riprende_da_un_altro_browser()
    {
        await using var app = await AppWithPowerCuts.Start();
        Guid id;
        await using (var prima = await browser.NewPage(app.Address))
        {
            await prima.Page.SignIn("rup.tivoli", "Rup");
            await prima.Page.Go(AppRoutes.AffidamentiInStato(nameof(StatoAffidamento.ProntoPerIlPortale)));
            id = Guid.Parse((await prima.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("CH-") }).First.GetAttributeAsync("href"))!.Split('/')[2]);
        }

        var cig = InventedCodes.Cig('B', 0x61107E).Valore;
        (string Dove, Func<IPage, Task> Fai)[] passi =
        [
            ("Avviando la richiesta", p => p.Bottone("Avvia richiesta CIG").ClickAsync()),
            ("Passi 1–4 di 7", p => p.Bottone("Fatto, avanti").ClickAsync()),
            ("Passo 5 di 7", async p =>
            {
                // The page marks itself when its copy buttons listen.
                await p.Locator("[data-pannello][data-affidamento]").WaitForAsync();
                await p.Locator("[data-percorso] [data-copia]").First.ClickAsync();
                await Expect(p.Locator("[data-percorso] li").First).ToHaveAttributeAsync("data-copiato", "true");
                await p.Bottone("Fatto, avanti").ClickAsync();
            }),
            ("Passo 6 di 7", async p =>
            {
                await p.Rilegge();
            }),
            ("Passo 7 di 7", async p =>
            {
                await p.GetByLabel("Incolla qui il CIG Derivato").FillAsync(cig);
                await p.Bottone("Registra il CIG Derivato").ClickAsync();
            }),
            ($"CIG Derivato acquisito: {cig}", _ => Task.CompletedTask),
        ];
        for (var i = 0; i < passi.Length; i++)
        {
            await using var rup = await browser.NewPage(app.Address);
            rup.ExpectServerDown();
            await rup.Page.SignIn("rup.tivoli", "Rup");
            await rup.Page.Go(AppRoutes.PannelloDi(id));
            await Expect(rup.Page.Locator("#contenuto")).ToContainTextAsync(passi[i].Dove);
            await passi[i].Fai(rup.Page);
            if (i + 1 < passi.Length)
            {
                // The page shows only saved data, so the power goes after it shows them.
                await Expect(rup.Page.Locator("#contenuto")).ToContainTextAsync(passi[i + 1].Dove);
                await app.CutPower();
                await app.StartAgain();
            }
        }
    }

    [Fact]
    public async Task Sta_sopra_al_portale_in_una_finestra_sua_e_li_si_lavora()
    {
        await using var app = await TestApp.Start();
        var id = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.CigInRichiesta).Select(a => a.Id)
            .FirstAsync());
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.RichiestaDi(id));
        var finestra = await rup.Context.RunAndWaitForPageAsync(() => page.Bottone("Apri il pannello di compilazione").ClickAsync());

        Assert.True(await page.EvaluateAsync<bool>("documentPictureInPicture.window !== null"));
        var pannello = finestra.FrameLocator("iframe");
        await pannello.GetByRole(AriaRole.Button, new() { Name = "Fatto, avanti" }).ClickAsync();
        await pannello.Locator("[data-percorso] li").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(pannello.Locator("[data-percorso] li").First).ToHaveAttributeAsync("data-copiato", "true");

        await page.EvaluateAsync("documentPictureInPicture.window.close()");
        await Expect(page.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync("5");
        await Expect(page.Locator(".passo-attuale .valore-riga").First).ToHaveAttributeAsync("data-copiato", "true");
    }

    [Fact]
    [LongRun(typeof(PannelloTests), "a browser without a window that stays on top")]
    public async Task Dove_il_browser_non_ha_la_finestra_in_primo_piano_se_ne_apre_una_comune_o_si_dice_come_affiancarla()
    {
        await using var app = await TestApp.Start();
        var id = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.CigInRichiesta).Select(a => a.Id)
            .FirstAsync());
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.RichiestaDi(id));
        await page.EvaluateAsync("Object.defineProperty(window, 'documentPictureInPicture', { value: undefined })");
        var finestra = await rup.Context.RunAndWaitForPageAsync(() => page.Bottone("Apri il pannello di compilazione").ClickAsync());
        await Expect(finestra.Bottone("Fatto, avanti")).ToBeFocusedAsync();
        await finestra.CloseAsync();

        await page.EvaluateAsync("window.open = () => null");
        await page.Bottone("Riapri il pannello di compilazione").ClickAsync();
        await Expect(page.Locator(".apri-pannello").GetByRole(AriaRole.Alert)).ToContainTextAsync("affiancala al portale");
    }

    [Fact]
    public async Task Chi_non_e_il_RUP_non_puo_procedere_ed_e_condotto_altrove()
    {
        await using var app = await TestApp.Start();
        var id = await ReadyAffidamenti.Query(app.Services, async db =>
        {
            var rup = await db.Persone.SingleAsync(p => p.NomeUtente == "rup.tivoli");
            return await db.Affidamenti.Where(a => a.Stato == StatoAffidamento.CigInRichiesta && a.RupId == rup.Id).Select(a => a.Id).FirstAsync();
        });
        await using var collega = await browser.NewPage(app.Address);
        await collega.Page.SignIn("rup2.tivoli", "Rup");
        await collega.Page.Go(AppRoutes.PannelloDi(id));
        await Expect(collega.Page.Locator("#contenuto")).ToContainTextAsync("Sostituzione RUP");
        await Expect(collega.Page.Locator("[data-copia]")).ToHaveCountAsync(0);
    }

    [Fact]
    [LongRun(typeof(FascicoloTests), "a picture pasted into the panel")]
    public async Task Un_immagine_incollata_resta_nel_fascicolo_come_evidenza()
    {
        await using var app = await TestApp.Start();
        var id = await ReadyAffidamenti.Query(
            app.Services,
            db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.EsitoDaVerificare).Select(a => a.Id).FirstAsync());
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup2.tivoli", "Rup");
        await page.Go(AppRoutes.RichiestaDi(id));
        await page.GetByText("Allega un'evidenza del portale").ClickAsync();
        await page.Locator("#evidenza-cig").ScegliFile(
            new FilePayload { Name = "nota.png", MimeType = "image/png", Buffer = "solo testo"u8.ToArray() });
        await Expect(page.Locator("#evidenza-errore")).Not.ToBeEmptyAsync();
        await page.GetByLabel("Incolla qui il CIG Derivato").FillAsync(InventedCodes.Cig('B', 0x61107E).Valore);
        await Expect(page.GetByText("CIG trovato:")).ToBeVisibleAsync();
        await Expect(page.Bottone("Registra il CIG Derivato")).ToBeDisabledAsync();
        await page.Bottone("Prosegui senza evidenza").ClickAsync();
        await Expect(page.Bottone("Registra il CIG Derivato")).ToBeEnabledAsync();
        await page.GetByLabel("Incolla qui il CIG Derivato").FocusAsync();
        await page.EvaluateAsync(
            """
            async () => {
              const tela = new OffscreenCanvas(40, 20);
              tela.getContext('2d').fillRect(0, 0, 20, 10);
              const file = new DataTransfer();
              file.items.add(new File([await tela.convertToBlob({ type: 'image/png' })], 'schermata.png', { type: 'image/png' }));
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: file, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(page.GetByText("Evidenza:")).ToContainTextAsync("schermata.png");
        await page.GetByLabel("Incolla qui il CIG Derivato").FillAsync(InventedCodes.Cig('B', 0x61107E).Valore);
        await page.Bottone("Registra il CIG Derivato").ClickAsync();
        await Expect(page.GetByText("CIG Derivato acquisito:")).ToBeVisibleAsync();

        var atto = await ReadyAffidamenti.Query(app.Services, db => db.Atti.AsNoTracking().SingleAsync(t => t.AffidamentoId == id));
        Assert.Equal(TipoAtto.Evidenza, atto.Dati.Tipo);
        Assert.Equal(("image/png", "schermata.png"), (atto.File!.TipoContenuto, atto.File.Nome));
        Assert.True(await ReadyAffidamenti.Query(app.Services, db => db.ContenutiFile.AnyAsync(c => c.Sha256 == atto.File.Sha256)));
    }

    [Fact]
    public async Task La_serie_passa_da_uno_all_altro_si_salta_e_si_mette_in_pausa()
    {
        await using var app = await TestApp.Start();
        var pronti = await ReadyAffidamenti.Prepare(app.Services, 2);
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.RichiesteInSerie);
        await page.Bottone("Metti in fila tutti i miei pronti").ClickAsync();
        await Expect(page.Locator("#contenuto tbody tr")).ToHaveCountAsync(3);
        await Screenshots.Save(page, "richieste-in-serie");
        var primo = Guid.Parse((await page.Locator("[data-indirizzo]").GetAttributeAsync("data-indirizzo"))!.Split('/')[^1]);

        await page.Go(AppRoutes.PannelloDi(primo));
        await Expect(page.Locator(".pannello-serie")).ToContainTextAsync("1 di 3");
        await page.Bottone("Avvia richiesta CIG").ClickAsync();
        await Expect(page.Bottone("Fatto, avanti")).ToBeVisibleAsync();
        await page.Bottone("Pausa").ClickAsync();
        await Expect(page.GetByText("In pausa")).ToBeVisibleAsync();
        await page.Bottone("Riprendi").ClickAsync();
        await Expect(page.Bottone("Fatto, avanti")).ToBeVisibleAsync();
        await page.Bottone("Salta").ClickAsync();
        await Expect(page.Locator(".pannello-serie")).ToContainTextAsync("2 di 3");
        await page.WaitForPath(AppRoutes.PannelloDi(pronti[0]));

        await page.Go(AppRoutes.RichiesteInSerie);
        await Expect(page.Locator("#contenuto tbody tr").First).ToContainTextAsync("Saltato, da riprendere");
        Assert.Equal(StatoAffidamento.CigInRichiesta, await Stato(app, primo));
    }

    [Fact]
    public async Task Un_lettore_di_schermo_trova_il_passo_il_valore_e_quanti_ne_restano()
    {
        await using var app = await TestApp.Start();
        var id = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.CigInRichiesta).Select(a => a.Id)
            .FirstAsync());
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.PannelloDi(id));
        await page.Bottone("Fatto, avanti").ClickAsync();
        await page.Bottone("Copia negli appunti: Titolo documento").ClickAsync();
        await Expect(page.Locator("[data-annuncio]")).ToContainTextAsync("Copiato: Titolo documento. Ne restano");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^CH-\d+-\d+$"));
        var tappa = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Region, new() { Name = "Compila la schermata e premi «Salva»" });
        await Expect(tappa.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToHaveTextAsync("Compila la schermata e premi «Salva»");
        var righe = tappa.GetByRole(AriaRole.List, new() { Name = "Valori da copiare" }).GetByRole(AriaRole.Listitem);
        await Expect(righe.Nth(1).GetByRole(AriaRole.Button)).ToHaveAccessibleNameAsync("Copia negli appunti: Oggetto");
        await Expect(righe.Nth(1).GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Ne restano" })).ToHaveCountAsync(1);
    }

    private static Task<StatoAffidamento> Stato(TestApp app, Guid id) =>
        ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.Where(a => a.Id == id).Select(a => a.Stato).SingleAsync());
}
