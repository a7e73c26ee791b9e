using CigHub.Domain.Revisione;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Plays a whole audit over a slow line, each button pressed twice: plan, sample, working papers, a finding, the reply of its owner, the
/// verification, the signed report and its print.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class AuditTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int Sampled = 20, ByHand = 3;

    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(80);

    private TestApp _app = null!;

    private static string Oggi => RomeTime.Text(TimeProvider.System.Today());

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Un_audit_dal_piano_al_rapporto_stampato()
    {
        await using var line = DelayProxy.Before(_app.Address, _slow);
        await using var opened = await browser.NewPage(_app.Address);
        var page = opened.Page;
        await page.SignIn("auditor");
        await AuditByCommands.Drafts(_app.Services, Sampled);
        await Plan(page, line);
        await Draw(page);
        await FillInPapers(page);
        await Find(page);
        await Sign(page);
        await Reply();
        await page.Go(new Uri(line.Address, await Address()).ToString());
        await Verify(page);
        await Report(page);
    }

    /// <summary>Plans an audit of Tivoli. A form with something missing says so first.</summary>
    private static async Task Plan(IPage page, DelayProxy line)
    {
        await page.Go(AppRoutes.RegistroEventi);
        await page.Locator("nav[aria-label='Pagine per la revisione']").GetByRole(AriaRole.Link, new() { Name = "Audit interni" }).ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Nessun audit");
        await Axe.CheckState(page);
        await page.Go(new Uri(line.Address, AppRoutes.Audit).ToString());
        await page.Bottone("Nuovo audit").ClickAsync();
        await page.Bottone("Pianifica").ClickAsync();
        await Expect(page.Locator("#modulo-Requisito-errore")).ToContainTextAsync("Scegli il requisito");
        await page.Modulo("Titolo").FillAsync("Richieste dell'anno, Comune di Tivoli");
        await page.Modulo("Requisito").SelectOptionAsync("Audit interno");
        await page.Modulo("Ente").SelectOptionAsync(new SelectOptionValue { Label = "Comune di Tivoli" });
        await page.Modulo("Dal").FillAsync("01/01/2020");
        await page.Modulo("Al").FillAsync(Oggi);
        await Screenshots.Save(page, "audit-piano");
        await Axe.CheckState(page);
        await page.Bottone("Pianifica").DblClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Richieste dell'anno, Comune di Tivoli");
    }

    private async Task Draw(IPage page)
    {
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Audit.CountAsync()));
        await page.Bottone("Estrai il campione").ClickAsync();
        await Expect(page.Locator("#modulo-Quanti-errore")).ToContainTextAsync("numero intero");
        await page.Modulo("Quanti").FillAsync($"{Sampled}");
        await page.Modulo("Seme").FillAsync("estratto in seduta 4512");
        await Screenshots.Save(page, "audit-campione");
        await Axe.CheckState(page);
        await page.Bottone("Estrai il campione").DblClickAsync();
        await Expect(page.Locator("section[aria-labelledby='campione']")).ToContainTextAsync("estratto in seduta 4512");
        Assert.Equal(Sampled, await ReadyAffidamenti.Query(_app.Services, db => db.CarteDiLavoro.CountAsync()));
        var download = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Scarica la popolazione (csv)").ClickAsync());
        await AuditByCommands.AssertDrawnAgain(_app.Services, page, await File.ReadAllTextAsync(await download.PathAsync()));
    }

    private async Task FillInPapers(IPage page)
    {
        for (var carta = 1; carta <= ByHand; carta++)
        {
            await page.Bottone($"Compila: carta {carta}").ClickAsync();
            await page.Modulo("Esito").SelectOptionAsync(carta == 2 ? nameof(EsitoAudit.NonConformitaMinore) : nameof(EsitoAudit.Conforme));
            await page.Modulo("Esaminato").FillAsync("Iter, eventi e determina di adesione");
            await page.Bottone("Salva la carta").DblClickAsync();
            await Expect(page.Bottone($"Correggi: carta {carta}")).ToBeVisibleAsync();
        }

        Assert.Equal(ByHand, await Events("audit.carta-compilata"));
        await Expect(page.Locator("#contenuto")).ToContainTextAsync($"{ByHand} di {Sampled} carte compilate");
        await AuditByCommands.FillInTheOthers(_app.Services);
        await page.Go(page.Url);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync($"{Sampled} di {Sampled} carte compilate");
    }

    private async Task Find(IPage page)
    {
        await page.Bottone("Aggiungi constatazione: carta 2").ClickAsync();
        await page.Modulo("Testo").FillAsync("La determina di adesione è successiva alla richiesta del CIG.");
        await page.Modulo("Causa").FillAsync("Nessuno controlla la data prima di avviare la richiesta.");
        await page.Modulo("Azione").FillAsync("Controllare la data della determina nella rilettura.");
        await page.Bottone("Salva la constatazione").ClickAsync();
        await Expect(page.Locator("#modulo-ResponsabileId-errore")).ToContainTextAsync("Scegli chi risponde");
        await page.Modulo("ResponsabileId").SelectOptionAsync(new SelectOptionValue { Label = "Aldo Ferrantini" });
        await page.Modulo("Entro").FillAsync(Oggi);
        await Screenshots.Save(page, "audit-constatazione");
        await Axe.CheckState(page);
        await page.Bottone("Salva la constatazione").DblClickAsync();
        await Expect(page.Locator("section[aria-labelledby='constatazioni']")).ToContainTextAsync("Aldo Ferrantini");
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Constatazioni.CountAsync()));
    }

    private async Task Sign(IPage page)
    {
        await page.Modulo("Conclusioni").FillAsync("Il controllo funziona, con una non conformità minore.");
        await page.Bottone("Firma il rapporto").DblClickAsync();
        await Expect(page.Locator("section[aria-labelledby='conclusioni']")).ToContainTextAsync("Firmato da Pietro Valcerca");
        Assert.Equal(1, await Events("audit.chiuso"));
        await Expect(page.Bottone("Correggi: carta 1")).ToHaveCountAsync(0);
        await Screenshots.Save(page, "audit-firmato");
        await Axe.Check(page);
    }

    /// <summary>The owner finds the action on the Cruscotto and answers.</summary>
    private async Task Reply()
    {
        await using var line = DelayProxy.Before(_app.Address, _slow);
        await using var opened = await browser.NewPage(_app.Address);
        var page = opened.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Cruscotto);
        var azioni = page.Locator("section[aria-labelledby='azioni-correttive']");
        await Expect(azioni).ToContainTextAsync("Controllare la data della determina nella rilettura.");
        await Screenshots.Save(page, "audit-cruscotto");
        await page.Go(new Uri(line.Address, AppRoutes.AzioniCorrettive).ToString());
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Rispondi: CH-") }).ClickAsync();
        await page.Modulo("Risposta").FillAsync("Aggiunto il controllo alla lista della rilettura.");
        await page.Modulo("AttuataIl").FillAsync(Oggi);
        await Screenshots.Save(page, "audit-risposta");
        await Axe.CheckState(page);
        await page.Bottone("Registra la risposta").DblClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Attuata il");
        Assert.Equal(1, await Events("audit.constatazione-risposta"));
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cruscotto" })).ToBeVisibleAsync();
        await page.WaitForNetwork();
        await Expect(azioni).ToHaveCountAsync(0);
    }

    private async Task Verify(IPage page)
    {
        await page.Bottone("Verifica l'azione").ClickAsync();
        await page.Modulo("Efficace").SelectOptionAsync("si");
        await page.Modulo("Nota").FillAsync("Riesaminati cinque affidamenti di questo mese.");
        await page.Bottone("Registra la verifica").DblClickAsync();
        await Expect(page.Locator("section[aria-labelledby='constatazioni']")).ToContainTextAsync("Efficace: Riesaminati cinque affidamenti");
        Assert.Equal(1, await Events("audit.azione-verificata"));
    }

    private async Task Report(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Rapporto", Exact = true }).ClickAsync();
        var rapporto = page.Locator("article.rapporto");
        await Expect(rapporto).ToContainTextAsync("Firmato da Pietro Valcerca");
        var firma = await ReadyAffidamenti.Query(
            _app.Services, db => db.Registro.Where(e => e.Azione == "audit.chiuso").Select(e => new { e.Seq, e.Foglia }).SingleAsync());
        await Expect(rapporto).ToContainTextAsync($"con l'evento n. {firma.Seq} del registro, impronta {Convert.ToHexStringLower(firma.Foglia)}");
        await Screenshots.Save(page, "audit-rapporto");
        await Axe.Check(page);
        await page.EvaluateAsync("() => { window.print = () => { document.body.dataset.stampato = 'si'; }; }");
        await page.Bottone("Stampa o salva in PDF").DblClickAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-stampato", "si");
        Assert.Equal(1, await Events("audit.rapporto-stampato"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Bottone("Stampa o salva in PDF")).ToBeHiddenAsync();
        await Expect(rapporto).ToBeVisibleAsync();
    }

    private Task<int> Events(string azione) => ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(e => e.Azione == azione && e.Esito == "ok"));

    private async Task<string> Address() =>
        AppRoutes.AuditDi(await ReadyAffidamenti.Query(_app.Services, db => db.Audit.Select(a => a.Id).SingleAsync()));
}
