using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests the work of an Amministratore on the catalogue, and what a RUP then sees of it.</summary>
[Collection(BrowserChains.First)]
public sealed class CatalogoTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Titolo = "Arredi scolastici – ed. 1";
    private const string Oggetto = "Banchi e sedie per le scuole";

    private static DateOnly Oggi => TimeProvider.System.Today();

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Una_Convenzione_nasce_con_il_suo_Lotto_cresce_del_quinto_e_un_RUP_vi_aderisce()
    {
        await using (var ufficio = await browser.NewPage(_app.Address))
        {
            await ufficio.Page.SignIn("amministratore");
            await CreaConvenzione(ufficio.Page);
            await CreaLotto(ufficio.Page);
            await Estendi(ufficio.Page);
            await RegistraAltreAdesioni(ufficio.Page);
        }

        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Convenzioni);
        await page.GetByLabel("Cerca", new() { Exact = true }).FillAsync("ARREDI banchi");
        await page.Bottone("Cerca").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("cerca=ARREDI"));
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^Lotto 1 – {Oggetto}") }).ClickAsync();
        await Expect(page.Locator(".capienza-tabella")).ToContainTextAsync("1.150.000,00");
        await Expect(page.GetByText("Estendi il massimale")).Not.ToBeVisibleAsync();
        await Screenshots.Save(page, "catalogo-lotto-rup");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nuovo Affidamento" }).ClickAsync();
        await page.Locator("#fornitore").SelectOptionAsync(new SelectOptionValue { Label = "Operatore 91 S.r.l. + Operatore 92 S.n.c." });
        await page.Bottone("Crea la scheda AD4").ClickAsync();
        await page.MostraTutto();
        await Expect(page.Field(PercorsoAd4.CigPadre)).ToHaveValueAsync(SampleCatalogo.Cig(1));
        await Expect(page.Field(PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente")))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^39160000"));
        await Expect(page.Field(PercorsoAd4.Aggiudicazione(0, "partecipanti/1/denominazione"))).ToHaveValueAsync("Operatore 92 S.n.c.");
        await Expect(page.Locator(".pannello")).Not.ToContainTextAsync("CCNL");
    }

    [Fact]
    [LongRun(typeof(AnagrafeTests), "the second save of a Lotto in the browser")]
    public async Task Chi_salva_per_secondo_vede_i_dati_dell_altro_accanto_ai_suoi_e_decide()
    {
        await using var prima = await browser.NewPage(_app.Address);
        await using var seconda = await browser.NewPage(_app.Address);
        foreach (var page in new[] { prima.Page, seconda.Page })
        {
            await page.SignIn("amministratore");
            await page.Go(AppRoutes.Convenzioni);
            await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Carta in risme naturale") }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Modifica" }).ClickAsync();
            await Expect(page.Modulo("Oggetto")).ToHaveValueAsync("Carta in risme naturale e riciclata");
        }

        await prima.Page.Modulo("Oggetto").FillAsync("Carta in risme riciclata al 100 %");
        await prima.Page.Bottone("Salva").ClickAsync();
        await Expect(prima.Page.Locator("h1")).ToContainTextAsync("riciclata al 100 %");

        await seconda.Page.Modulo("Oggetto").FillAsync("Carta in risme per stampanti");
        await seconda.Page.Bottone("Salva").ClickAsync();
        var avviso = seconda.Page.Locator(".avviso-attenzione");
        await Expect(avviso).ToContainTextAsync("modificato da Irene Docchiari");
        await Expect(avviso.GetByRole(AriaRole.Row, new() { NameRegex = new("^Oggetto") })).ToContainTextAsync("Carta in risme riciclata al 100 %");
        await Expect(seconda.Page.Modulo("Oggetto")).ToHaveValueAsync("Carta in risme per stampanti");
        await Screenshots.Save(seconda.Page, "catalogo-dati-cambiati");
        await Axe.CheckState(seconda.Page);
        await seconda.Page.Bottone("Tieni quello che ho scritto").ClickAsync();
        await seconda.Page.Bottone("Salva").ClickAsync();
        await Expect(seconda.Page.Locator("h1")).ToContainTextAsync("Carta in risme per stampanti");
    }

    [Fact]
    [LongRun(typeof(CatalogoTests), "the page of a Convenzione that is closed")]
    public async Task Una_Convenzione_chiusa_lo_dice_e_non_offre_Nuovo_Affidamento()
    {
        await using var ufficio = await browser.NewPage(_app.Address);
        await ufficio.Page.SignIn("amministratore");
        await ufficio.Page.Go(AppRoutes.Convenzioni);
        await ufficio.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Fornitura di carta") }).ClickAsync();
        await ufficio.Page.Bottone("Chiudi la Convenzione").ClickAsync();
        await ufficio.Page.Bottone("Conferma la chiusura").ClickAsync();
        await Expect(ufficio.Page.Bottone("Riapri la Convenzione")).ToBeVisibleAsync();
        await Screenshots.Save(ufficio.Page, "catalogo-convenzione-chiusa");

        await using var rup = await browser.NewPage(_app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await rup.Page.Go(AppRoutes.Convenzioni);
        await Expect(rup.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Nuovo Affidamento.*Castelli") })).ToBeVisibleAsync();
        await Expect(rup.Page.GetByText("Carta in risme")).ToHaveCountAsync(0);
        await Screenshots.Save(rup.Page, "catalogo-elenco");
        await rup.Page.GetByRole(AriaRole.Combobox, new() { Name = "Stato" }).SelectOptionAsync("Chiuse");
        await rup.Page.Bottone("Cerca").ClickAsync();
        await Expect(rup.Page.GetByText($"Convenzione chiusa dal {RomeTime.Text(Oggi)}")).ToBeVisibleAsync();
        await Expect(rup.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Nuovo Affidamento") })).ToHaveCountAsync(0);
        await Screenshots.Save(rup.Page, "catalogo-elenco-chiuse");
        await rup.Page.GotoAsync(AppRoutes.NuovaConvenzione);
        await Expect(rup.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("non è consentita");
    }

    /// <summary>
    /// A click on a slow line must count although its button moves. The sentence about a field arrives while the mouse button is down and
    /// shifts the button away from under the pointer. Dragging the pointer away cancels the click.
    /// </summary>
    [Fact]
    [LongRun(typeof(TypedValuesTests), "a button that moves while it is pressed")]
    public async Task Un_bottone_che_si_sposta_mentre_e_premuto_vale_e_chi_trascina_via_ci_ripensa()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var ufficio = await browser.NewPage(_app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(new Uri(line.Address, AppRoutes.NuovaConvenzione).ToString());
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        var (save, sentence) = (page.Bottone("Salva"), page.Locator("#modulo-Erosione-errore"));

        // Use a page that is not scrolled. A browser keeps a scrolled page in its place when content is added above.
        await page.SetViewportSizeAsync(1440, 4000);

        await Press(moveAway: true);
        await Expect(sentence).ToBeEmptyAsync();
        await Press(moveAway: false);
        await Expect(sentence).Not.ToBeEmptyAsync();

        async Task Press(bool moveAway)
        {
            line.Delay = TimeSpan.Zero;
            await page.Modulo("OrdineMinimo").FillAsync("100");
            await page.Modulo("OrdineMinimo").BlurAsync();
            await Expect(page.Locator("#modulo-OrdineMinimo-errore")).ToBeEmptyAsync();
            var before = (await save.BoundingBoxAsync())!;
            var (x, y) = (before.X + (before.Width / 2), before.Y + 2);

            line.Delay = TimeSpan.FromSeconds(1);
            await page.Modulo("OrdineMinimo").FillAsync("100,123");
            await page.Mouse.MoveAsync(x, y);
            await page.Mouse.DownAsync();
            await Expect(page.Locator("#modulo-OrdineMinimo-errore")).ToContainTextAsync("due decimali");
            Assert.True((await save.BoundingBoxAsync())!.Y > y, "The button did not move away.");
            if (moveAway)
            {
                await page.Mouse.MoveAsync(x + 100, y + 100, new() { Steps = 4 });
            }

            await page.Mouse.UpAsync();
        }
    }

    [Fact]
    public async Task Di_un_Lotto_con_molti_movimenti_si_vedono_i_piu_recenti_e_gli_altri_a_richiesta()
    {
        const int Variazioni = 70;
        var lotto = await ReadyAffidamenti.Query(_app.Services, db => db.Lotti.Where(l => l.Numero == 1).Select(l => l.Id).FirstAsync());
        await Varia(lotto, Variazioni);
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(line.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.LottoDi(lotto));
        var rows = page.GetByRole(AriaRole.Region, new() { Name = "Tabella dei movimenti" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(50);
        await Screenshots.Save(page, "lotto-movimenti");

        line.Delay = TimeSpan.FromMilliseconds(300);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Mostra altri") }).DblClickAsync();
        await Expect(rows).ToHaveCountAsync(Variazioni + 2);
        await Expect(rows.Filter(new() { HasText = "Massimale iniziale" })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Mostra ") })).ToHaveCountAsync(0);
    }

    /// <summary>Varies the massimale of the Lotto so many times, one euro less each time.</summary>
    private async Task Varia(Guid lotto, int howOften)
    {
        var ufficio = await ReadyAffidamenti.Query(
            _app.Services, db => db.Persone.Where(p => p.NomeUtente == "amministratore").Select(p => p.Id).SingleAsync());
        var actor = new Actor(ufficio, Ruolo.Amministratore, null, [Ruolo.Amministratore]);
        for (var i = 0; i < howOften; i++)
        {
            var outcome = await _app.Services.GetRequiredService<CommandRunner>().Run(new VariaMassimale(lotto, SampleCatalogo.Atto("-1,00")), actor);
            Assert.True(outcome.IsSuccess, string.Join("; ", outcome.Errors));
        }
    }

    private static async Task CreaConvenzione(IPage page)
    {
        await page.Go(AppRoutes.Convenzioni);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nuova Convenzione" }).ClickAsync();
        await page.Modulo("Titolo").FillAsync(Titolo);
        await page.Modulo("DataBando").FillAsync("15/10/2023");
        await page.Modulo("Disciplina").SelectOptionAsync("Dlgs50Del2016");
        await page.Modulo("AdesioniDal").FillAsync(RomeTime.Text(Oggi.AddMonths(-1)));
        await page.Modulo("AdesioniAl").FillAsync(RomeTime.Text(Oggi.AddMonths(11)));
        await page.Modulo("OrdineMinimo").FillAsync("100,123");
        await page.Bottone("Salva").ClickAsync();
        await Expect(page.Locator("#modulo-OrdineMinimo-errore")).ToContainTextAsync("due decimali");
        await Expect(page.Locator("#modulo-Erosione-errore")).Not.ToBeEmptyAsync();
        await Screenshots.Save(page, "catalogo-convenzione-errori");
        await Axe.CheckState(page);
        await page.Locator(".avviso-errore").GetByRole(AriaRole.Button, new() { Name = "Ordine minimo" }).ClickAsync();
        await Expect(page.Modulo("OrdineMinimo")).ToBeFocusedAsync();
        await page.Modulo("OrdineMinimo").FillAsync("1.000,00");
        await page.Modulo("Erosione").SelectOptionAsync("NettoConSicurezza");
        await page.Modulo("QuintoPrevisto").CheckAsync();
        await page.Bottone("Salva").ClickAsync();
        await Expect(page.Locator("#modulo-Disciplina-errore")).ToContainTextAsync("D.Lgs. 36/2023");
        await page.Modulo("Disciplina").SelectOptionAsync("Dlgs36Del2023");
        await page.Bottone("Salva").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Titolo);
        await Expect(page.Locator("dl")).ToContainTextAsync("Previsto dagli atti di gara (art. 120 c. 9 D.Lgs. 36/2023)");
        await Screenshots.Save(page, "catalogo-convenzione");
    }

    private static async Task CreaLotto(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Nuovo Lotto" }).ClickAsync();
        await Expect(page.Modulo("Numero")).ToHaveValueAsync("1");
        var cig = SampleCatalogo.Cig(1);
        await page.Modulo("CigPadre").FillAsync(string.Concat(cig.AsSpan(0, 3), "O", cig.AsSpan(4)));
        await page.Modulo("Oggetto").FillAsync(Oggetto);
        await Expect(page.Locator("#modulo-CigPadre-errore")).Not.ToBeEmptyAsync();
        await page.Bottone($"forse {cig}?").ClickAsync();
        await Expect(page.Modulo("CigPadre")).ToHaveValueAsync(cig);
        await Expect(page.Locator("#modulo-CigPadre-errore")).ToBeEmptyAsync();
        await page.Modulo("Massimale").FillAsync("1.000.000,00");
        await page.Modulo("OggettoContratto").SelectOptionAsync("supplies");
        await page.Modulo("DataAggiudicazione").FillAsync("10/04/2024");
        await Search(page, "Cpv", "arredo scolastico", "39160000");
        await Search(page, "Categoria", "fornitura di beni", "FB");
        await Search(page, "Ccnl", "G01", "G01");
        await Search(page, "Nuts", "ITI43", "ITI43");
        await Operatore(page, "Aggiudicatari-0-Membri-0-", 91);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aggiungi un membro all'aggiudicatario 1" }).ClickAsync();
        await Operatore(page, "Aggiudicatari-0-Membri-1-", 92);
        await page.Bottone("Aggiungi un altro aggiudicatario").ClickAsync();
        await Operatore(page, "Aggiudicatari-1-Membri-0-", 93);
        await page.Modulo("Aggiudicatari-0-Quota").FillAsync("60");
        await page.Modulo("Aggiudicatari-1-Quota").FillAsync("41");
        await page.Bottone("Salva").ClickAsync();
        await Expect(page.Locator("#modulo-Fornitori-errore")).ToContainTextAsync("qui fanno 101 %");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Button, new() { Name = "Aggiudicatari" }).ClickAsync();
        await Expect(page.Locator("#modulo-Fornitori")).ToBeFocusedAsync();
        await Screenshots.Save(page, "catalogo-lotto-modulo");
        await Axe.Check(page);
        await page.Modulo("Aggiudicatari-1-Quota").FillAsync("40");
        await page.Bottone("Salva").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Lotto 1 – {Oggetto}");
    }

    private static async Task Estendi(IPage page)
    {
        await page.GetByText("Estendi il massimale").ClickAsync();
        await Atto(page, "Estensione", "200.000,01");
        await Expect(page.Locator("#estendi-massimale div[role='status']")).ToContainTextAsync("oltre il quinto di 0,01");
        await page.Bottone("Registra l'atto").ClickAsync();
        await Expect(page.Locator("#modulo-EstensioneImporto-errore")).ToContainTextAsync("si può estendere in tutto di 200.000,00");
        await Screenshots.Save(page, "catalogo-oltre-il-quinto");
        await Axe.CheckState(page);
        await page.Modulo("EstensioneImporto").FillAsync("150.000,00");
        await page.Modulo("EstensioneImporto").BlurAsync();
        await Expect(page.Locator("#estendi-massimale div[role='status']"))
            .ToContainTextAsync("Il massimale diventa 1.150.000,00\u00A0€; del quinto restano 50.000,00");
        await page.Bottone("Registra l'atto").ClickAsync();
        await Expect(page.GetByText("Atto registrato: il massimale è 1.150.000,00")).ToBeVisibleAsync();
        await Expect(page.Modulo("EstensioneProtocollo")).ToHaveValueAsync("");
    }

    private static async Task RegistraAltreAdesioni(IPage page)
    {
        await page.GetByText("Registra le adesioni comunicate da CMRC").ClickAsync();
        await Atto(page, "Altre", "320.000,00");
        await page.Bottone("Registra la comunicazione").ClickAsync();
        await Expect(page.GetByText("Comunicazione registrata: le adesioni comunicate da CMRC sono 320.000,00")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("Variazione del massimale.*prot.*2026.*150.000,00") })).ToBeVisibleAsync();
        await Screenshots.Save(page, "catalogo-lotto");
        await Axe.CheckState(page);
    }

    private static async Task Atto(IPage page, string prefisso, string importo)
    {
        await page.Modulo(prefisso + "Importo").FillAsync(importo);
        await page.Modulo(prefisso + "Data").FillAsync(RomeTime.Text(Oggi));
        await page.Modulo(prefisso + "Descrizione").FillAsync("Determinazione dirigenziale n. 123");
        await page.Modulo(prefisso + "Protocollo").FillAsync("prot. 77/2026");
        await page.Modulo(prefisso + "Protocollo").BlurAsync();
    }

    private static async Task Operatore(IPage page, string prefisso, int numero)
    {
        await page.Modulo(prefisso + "Denominazione").FillAsync(numero == 92 ? "Operatore 92 S.n.c." : $"Operatore {numero} S.r.l.");
        await page.Modulo(prefisso + "CodiceFiscale").FillAsync(SampleCatalogo.CodiceFiscale(numero));
    }

    /// <summary>Types a text into the searched list of a field and chooses the entry with the given code.</summary>
    private static async Task Search(IPage page, string campo, string testo, string codice)
    {
        await page.Modulo(campo).FillAsync(testo);
        await page.Locator(".code-picker-list [role=option]").Filter(new() { HasText = codice }).First.ClickAsync();
        await Expect(page.Modulo(campo)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"^{codice} – "));
    }
}

/// <summary>Finds the inputs of a form with a save button by their names.</summary>
internal static class FormInputs
{
    public static ILocator Modulo(this IPage page, string nome) => page.Locator($"#{InputField.IdOf(nome)}");
}
