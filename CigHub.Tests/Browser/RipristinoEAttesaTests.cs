using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.UseCases;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests in the browser the lista d'attesa of a full Lotto, the way back of a deleted draft, and the draft texts of the acts. Each button is
/// pressed twice over a slow line and acts once.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class RipristinoEAttesaTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly TimeSpan SlowLine = TimeSpan.FromMilliseconds(300);

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Chi_supera_il_residuo_si_mette_in_attesa_e_il_Cruscotto_gli_dice_quando_basta()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        var id = (await ReadyAffidamenti.Prepare(_app.Services, 1))[0];
        var residuo = await LeaveOnTheLotto(id, Importo.DaEuro(10));
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.SchedaDi(id)).ToString());
        await Expect(page.Locator(".pannello")).ToContainTextAsync("In lista d'attesa tieni il tuo posto");
        await Screenshots.Save(page, "attesa-offerta");
        line.Delay = SlowLine;
        await page.Bottone("Mettiti in attesa").DblClickAsync();
        await Expect(page.Locator(".pannello")).ToContainTextAsync("1º di 1 sul Lotto");
        line.Delay = TimeSpan.Zero;
        Assert.Equal(1, await Events(Azioni.EntratoInLista, id));
        await Axe.CheckState(page);
        await Screenshots.Save(page, "attesa-in-lista");
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cruscotto" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Si è liberata capienza" })).ToHaveCountAsync(0);

        await LeaveOnTheLotto(id, residuo);
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Si è liberata capienza" })).ToBeVisibleAsync();
        await Axe.CheckState(page);
        await Screenshots.Save(page, "attesa-cruscotto");
        await Dirigente();

        await page.Go(AppRoutes.SchedaDi(id));
        await Expect(page.Locator(".pannello")).ToContainTextAsync("Ora il residuo basta");
        await page.Bottone("Lascia la lista d'attesa").ClickAsync();
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Lista d'attesa lasciata");
        await Expect(page.Bottone("Lascia la lista d'attesa")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Chi_elimina_per_sbaglio_ripristina_dalla_scheda_a_cui_porta_l_esito()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        var id = (await ReadyAffidamenti.Prepare(_app.Services, 1))[0];
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.SchedaDi(id)).ToString());
        await page.Altro("Elimina");
        await page.Bottone("Sì, elimina").ClickAsync();
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("eliminato. Lo ritrovi in questo elenco");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "eliminato-con-ripristino");
        await page.GetByRole(AriaRole.Link, new() { Name = "Aprilo, se vuoi ripristinarlo" }).ClickAsync();
        await Expect(page.Bottone("Ripristina")).ToBeEnabledAsync();
        await Axe.Check(page);
        await Screenshots.Save(page, "ripristina");
        line.Delay = SlowLine;
        await page.Bottone("Ripristina").DblClickAsync();
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Affidamento ripristinato");
        line.Delay = TimeSpan.Zero;
        await Expect(page.Bottone("Pronto per il portale")).ToBeEnabledAsync();
        Assert.Equal(1, await Events(Azioni.AffidamentoRipristinato, id));
        await Screenshots.Save(page, "ripristinato");
    }

    [Fact]
    [LongRun(typeof(Features.Affidamenti.Fascicolo.BozzeDegliAttiTests), "the download of the drafts")]
    public async Task Dal_fascicolo_si_scaricano_le_bozze_di_determina_e_ordinativo()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        var id = (await ReadyAffidamenti.Prepare(_app.Services, 1))[0];
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.FascicoloDi(id)).ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bozze degli atti" })).ToBeVisibleAsync();
        await Axe.CheckState(page);
        await Screenshots.Save(page, "bozze-degli-atti");
        line.Delay = SlowLine;
        await Downloaded(page, "Bozza della determina", "bozza-determina-di-adesione-CH-", "BOZZA – Determina di adesione");
        line.Delay = TimeSpan.Zero;
        Assert.Equal(1, await Events(Azioni.BozzaDiAttoScaricata, id));
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("completa ciò che è tra parentesi quadre");
        await Downloaded(page, "Bozza dell'ordinativo", "bozza-ordinativo-di-adesione-CH-", "BOZZA – Ordinativo di adesione");
    }

    private async Task Dirigente()
    {
        await using var dirigente = await browser.NewPage(_app.Address);
        var page = dirigente.Page;
        await page.SignIn("responsabile");
        await page.Go(AppRoutes.SpesaInCorso);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Affidamenti in attesa di capienza" })).ToContainTextAsync("Ora basta");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "in-corso-lista-attesa");
    }

    private static async Task Downloaded(IPage page, string button, string name, string title)
    {
        var file = await page.RunAndWaitForDownloadAsync(() => page.Bottone(button).DblClickAsync());
        Assert.StartsWith(name, file.SuggestedFilename, StringComparison.Ordinal);
        Assert.EndsWith(".docx", file.SuggestedFilename, StringComparison.Ordinal);
        await using var stream = await file.CreateReadStreamAsync();
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        using var document = WordprocessingDocument.Open(memory, isEditable: false);
        Assert.StartsWith(title, document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    /// <summary>Records altre adesioni, so that this much is left of the Lotto of the Affidamento. Returns what was left before.</summary>
    private async Task<Importo> LeaveOnTheLotto(Guid id, Importo importo)
    {
        var capienza = await ReadyAffidamenti.Query(
            _app.Services, db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == db.Affidamenti.First(a => a.Id == id).LottoId));
        var persona = await ReadyAffidamenti.Query(
            _app.Services, db => db.Persone.Where(p => p.NomeUtente == "amministratore").Select(p => p.Id).SingleAsync());
        var form = new AttoSulLottoForm
        {
            Importo = (capienza.Residuo - importo).ToString(),
            Descrizione = "Comunicazione",
            Data = RupPath.Oggi,
            Protocollo = "1/2026",
        };
        var esito = await _app.Services.GetRequiredService<CommandRunner>().Run(
            new RegistraAltreAdesioni(capienza.LottoId, form), new Actor(persona, Ruolo.Amministratore, null, [Ruolo.Amministratore]));
        Assert.True(esito.IsSuccess, string.Join("; ", esito.Errors));
        return capienza.Residuo;
    }

    private Task<int> Events(string azione, Guid id)
    {
        var oggetto = id.ToString();
        return ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(e => e.Azione == azione && e.OggettoId == oggetto && e.Esito == "ok"));
    }
}
