using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Elenco;
using Microsoft.Playwright;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the list of Affidamenti. Filters stay in the address, a selection spans two pages, an export can be opened, and adhesions made
/// before CigHub are loaded from a sheet.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class ElencoAffidamentiTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Formula = "=HYPERLINK(\"http://x.example\";\"clic\")";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Adesioni_da_un_foglio_poi_filtri_ordine_selezione_ed_esportazione()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await CaricaIlFoglio(page);
        await TotaliDelLotto(page);
        await FiltriNellIndirizzo(page);
        await SelezioneSuDuePagine(page);
        await EsportazioneEStampa(page);
    }

    private static async Task CaricaIlFoglio(IPage page)
    {
        await page.Go(AppRoutes.AdesioniPregresse);
        await page.GetByLabel("Foglio compilato").ScegliFile(
            new FilePayload { Name = "finto.xlsx", MimeType = "application/octet-stream", Buffer = "<html>"u8.ToArray() });
        await Expect(page.Locator("#foglio-errore")).ToContainTextAsync("pagina HTML");

        var oggi = TimeProvider.System.Today();
        var giusto = InventedCodes.Cig('C', 0x50001B).Valore;
        var righe = Enumerable.Range(0, 27).Select(i => new Dictionary<string, object?>
        {
            ["CIG Padre"] = "A3A1102EE4",
            ["CIG Derivato"] = i == 26 ? string.Concat(giusto.AsSpan(0, 9), giusto[9] == '1' ? "2" : "1") : InventedCodes.Cig('C', 0x500000 + i).Valore,
            ["Oggetto"] = i == 0 ? Formula : $"Pulizia già affidata {i}",
            ["Importo"] = 100.5m + i,
            ["Data adesione"] = oggi.AddMonths(-2).ToDateTime(TimeOnly.MinValue),
        });
        using var foglio = new MemoryStream();
        foglio.SaveAs(righe);
        await page.GetByLabel("Foglio compilato").ScegliFile(
            new FilePayload { Name = "adesioni.xlsx", MimeType = "application/octet-stream", Buffer = foglio.ToArray() });
        await Expect(page.GetByText("27 righe, 1 da correggere")).ToBeVisibleAsync();
        await Expect(page.Bottone("Carica 27 adesioni")).ToBeDisabledAsync();
        await Expect(page.GetByLabel("CIG Derivato, riga 28")).ToBeVisibleAsync();
        await Screenshots.Save(page, "adesioni-anteprima");
        await Axe.CheckState(page);
        await page.GetByLabel("CIG Derivato, riga 28").FillAsync(giusto);
        await page.GetByLabel("CIG Derivato, riga 28").BlurAsync();
        await Expect(page.GetByText("27 righe, tutte pronte")).ToBeVisibleAsync();
        await page.Bottone("Carica 27 adesioni").ClickAsync();
        await Expect(page.GetByText("Caricate 27 adesioni.")).ToBeVisibleAsync();

        await page.GetByLabel("CIG Derivato").FillAsync("C50001B000");
        await page.Bottone("Registra l'adesione").ClickAsync();
        await Expect(page.Locator("#modulo-CigDerivato-errore")).ToContainTextAsync("controllo");
        await Expect(page.Locator("#modulo-CigPadre-errore")).ToContainTextAsync("Lotto");
        await Screenshots.Save(page, "adesioni-a-mano");
        await Axe.CheckState(page);
    }

    private static async Task TotaliDelLotto(IPage page)
    {
        // The form that was refused would ask whether to leave it.
        await page.GotoAsync(AppRoutes.Convenzioni);
        await page.WaitUntilInteractive();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Castelli romani$") }).First.ClickAsync();

        // The total is 312.000,00 of the demonstration plus 27 × 100,50 + (0 + … + 26).
        await Expect(page.Locator(".capienza-tabella").First).ToContainTextAsync("315.064,50");
    }

    private static async Task FiltriNellIndirizzo(IPage page)
    {
        await page.Go(AppRoutes.Affidamenti);
        await Expect(page.Locator("table.elenco tbody tr").First).ToBeVisibleAsync();
        await Screenshots.Save(page, "elenco");
        await page.GetByLabel("Cerca", new() { Exact = true }).FillAsync("PULIZIA affid");
        await page.Bottone("Cerca").ClickAsync();
        await Expect(page.GetByText("26 affidamenti")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Importo Appalto" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Importo Appalto");
        await Expect(page.Locator("table.elenco tbody tr").First).ToContainTextAsync("126,50");
        await page.ReloadAsync();
        await Expect(page.Locator("table.elenco tbody tr").First).ToContainTextAsync("126,50");
        await Expect(page.GetByLabel("Cerca", new() { Exact = true })).ToHaveValueAsync("PULIZIA affid");
        await Expect(page.Locator("table.elenco tbody tr").First).ToContainTextAsync("Pregressa");
        await page.GoBackAsync();
        await Expect(page.Locator("th[aria-sort]")).ToHaveCountAsync(0);
        await Expect(page.GetByText("26 affidamenti")).ToBeVisibleAsync();
        await page.GetByText("Altri filtri").ClickAsync();
        await page.GetByLabel("CIG Padre").FillAsync("a3a1102");
        await page.Bottone("Applica i filtri").ClickAsync();
        await Expect(page.GetByText("Altri filtri (1 in uso)")).ToBeVisibleAsync();
        await Screenshots.Save(page, "elenco-filtri");
        await Axe.Check(page);
        await page.Go(AppRoutes.Affidamenti);
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("Testo: PULIZIA affid · CIG Padre: a3a1102") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_1440_punti_nulla_e_tagliato_e_una_scheda_sul_telefono_ha_quattro_valori()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SetViewportSizeAsync(1440, 900);
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Affidamenti);
        var heads = page.Locator("table.elenco thead th:not(.elenco-spunta)");
        await Expect(heads).ToHaveTextAsync(["Apri", "Titolo documento", "Importo Appalto", "CIG Padre", "CIG Derivato", "RUP", "Stato Affidamento"]);
        Assert.True(await page.EvaluateAsync<bool>("() => { const e = document.querySelector('.elenco-scorre'); return e.scrollWidth <= e.clientWidth; }"));
        await page.GetByText("Colonne: 6 di 12").ClickAsync();
        await page.Bottone("Tutte le colonne").ClickAsync();
        await Expect(heads).ToHaveCountAsync(13);
        await page.Go(AppRoutes.Affidamenti);
        await Expect(heads).ToHaveCountAsync(13);
        await page.GetByText("Colonne: 12 di 12").ClickAsync();
        await page.Bottone("Torna a quelle di partenza").ClickAsync();
        await Expect(heads).ToHaveCountAsync(7);
        await Screenshots.Save(page, "elenco-poche-colonne");
        await page.SetViewportSizeAsync(390, 844);
        var conCig = page.Locator("table.elenco tbody tr").Filter(new() { HasText = "CIG acquisito" }).First;

        // The box to select it, and four values below the title.
        await Expect(conCig.Locator("td:visible")).ToHaveCountAsync(5);
        await Axe.CheckState(page);
    }

    private static async Task SelezioneSuDuePagine(IPage page)
    {
        await page.Go(new AffidamentiFilter(Ordine: "Importo", Crescente: true).Address());
        await page.GetByLabel("Righe per pagina").SelectOptionAsync("25");
        await Expect(page.GetByText("affidamenti, pagina 1 di 2")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Seleziona CH-") }).Nth(0).CheckAsync();
        await Expect(page.GetByText("1 selezionato")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Seleziona CH-") }).Nth(1).CheckAsync();
        await Expect(page.GetByText("2 selezionati")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Successiva" }).ClickAsync();
        await Expect(page.GetByText("affidamenti, pagina 2 di 2")).ToBeVisibleAsync();

        // The second page has fewer rows: those of the first are gone.
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Seleziona CH-") })).Not.ToHaveCountAsync(25);
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Seleziona CH-") }).Last.CheckAsync();
        await Expect(page.GetByText("3 selezionati")).ToBeVisibleAsync();
        await Screenshots.Save(page, "elenco-selezione");
        await Axe.CheckState(page);
        await page.Bottone("Elimina").ClickAsync();
        var anteprima = page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Row);
        await Expect(anteprima).ToHaveCountAsync(4);
        await Expect(anteprima.Filter(new() { HasText = "Si elimina." })).ToHaveCountAsync(1);
        await Expect(anteprima.Filter(new() { HasText = "Resta com'è: è nello stato «" })).ToHaveCountAsync(2);
        await Screenshots.Save(page, "elenco-anteprima-elimina");
        await Axe.Check(page);
        await page.Bottone("Sì, elimina").ClickAsync();
        await Expect(page.GetByText("Eliminato 1 affidamento")).ToBeVisibleAsync();
        await Expect(page.GetByText("2 non sono stati eliminati")).ToBeVisibleAsync();
        await Expect(page.GetByText("2 selezionati")).ToBeVisibleAsync();
    }

    private static async Task EsportazioneEStampa(IPage page)
    {
        await page.Go(
            new AffidamentiFilter(Stato: StatoAffidamento.CigAcquisito, CigPadre: "A3A1102", Ordine: "Importo", Crescente: true).Address() + "&colonne=tutte");
        var prima = page.Locator("table.elenco tbody tr").First;
        await Expect(prima).ToContainTextAsync("100,50");
        var scaricato = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Esporta in xls").ClickAsync());
        Assert.Matches(@"^affidamenti-\d{4}-\d\d-\d\d-\d{4}\.xlsx$", scaricato.SuggestedFilename);
        await using var flusso = await scaricato.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await flusso.CopyToAsync(file);
        file.Position = 0;
        var righe = file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(27, righe.Count);
        Assert.Equal(100.5, righe[0]["Importo Appalto"]);
        Assert.Equal("'" + Formula, righe[0]["Oggetto"]);
        Assert.Equal("CIG acquisito (pregressa)", righe[0]["Stato Affidamento"]);
        foreach (var colonna in new[] { "Titolo documento", "CIG Padre", "CIG Derivato", "RUP" })
        {
            await Expect(prima).ToContainTextAsync((string)righe[0][colonna]!);
        }

        await Expect(prima).ToContainTextAsync(((double)righe[0]["Importo Appalto"]!).ToString("N2", CultureInfo.GetCultureInfo("it-IT")));

        await page.EvaluateAsync("() => { window.print = () => { document.body.dataset.stampato = document.querySelector('.stampa-elenco').textContent; }; }");
        await page.Bottone("Stampa").ClickAsync();
        await Expect(page.Locator("body"))
            .ToHaveAttributeAsync("data-stampato", new System.Text.RegularExpressions.Regex("27 affidamenti[\\s\\S]*Stampato da[\\s\\S]*RUP"));
    }
}
