using CigHub.Domain.DueDiligence;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Records checks about suppliers over a slow line, each button pressed twice: the Amministratore for a Lotto, the RUP for an Affidamento. Then
/// looks at them beside the scheda, in the Iter and among the due dates. Also records a declaration of a person.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class DueDiligenceTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(150);

    private TestApp _app = null!;

    private static string Oggi => RomeTime.Text(TimeProvider.System.Today());

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Le_verifiche_sul_Lotto_e_sull_affidamento_si_registrano_una_volta_e_si_vedono_dove_servono()
    {
        var affidamento = await ReadyAffidamenti.Query(_app.Services, db => db.Affidamenti.Where(a => a.Oggetto != "" && a.DenominazioneOe != "")
            .Where(a => db.Enti.Any(e => e.Id == a.EnteId && e.Denominazione == "Comune di Tivoli"))
            .Where(a => db.Persone.Any(p => p.Id == a.RupId && p.NomeUtente == "rup.tivoli")).Select(a => new { a.Id, a.LottoId }).FirstAsync());
        await using var line = DelayProxy.Before(_app.Address, _slow);
        await using (var opened = await browser.NewPage(_app.Address))
        {
            var page = opened.Page;
            await page.SignIn("amministratore");
            await page.Go(new Uri(line.Address, AppRoutes.LottoDi(affidamento.LottoId)).ToString());
            await Expect(page.Locator("#contenuto")).ToContainTextAsync("Nessuna verifica è ancora registrata");
            await page.Bottone("Registra una verifica").First.ClickAsync();
            await page.Bottone("Salva la verifica").ClickAsync();
            await Expect(page.Locator("#modulo-VerificaTipo-errore")).ToContainTextAsync("Scegli quale verifica");
            await page.Modulo("VerificaTipo").SelectOptionAsync(nameof(TipoVerifica.Durc));
            await page.Bottone("Salva la verifica").ClickAsync();
            await Expect(page.Locator("#modulo-VerificaScadenza-errore")).ToContainTextAsync("scade sempre");
            await page.Modulo("VerificaScadenza").FillAsync(RomeTime.Text(TimeProvider.System.Today().AddDays(60)));
            await page.Locator("#modulo-VerificaFile").ScegliFile(
                new FilePayload { Name = "durc.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
            await Expect(page.Locator("#modulo-VerificaFile-aiuto")).ToContainTextAsync("Scelto: durc.pdf");
            await Screenshots.Save(page, "due-diligence-nuova");
            await Axe.Check(page);
            await page.Bottone("Salva la verifica").DblClickAsync();
            await Expect(page.Locator("section[aria-labelledby='due-diligence'] table").First).ToContainTextAsync("durc.pdf");
            Assert.Equal(1, await Recorded());
            await Screenshots.Save(page, "due-diligence-lotto");
            await Axe.CheckState(page);
            var download = await page.RunAndWaitForDownloadAsync(
                () => page.GetByRole(AriaRole.Link, new() { Name = "durc.pdf" }).First.ClickAsync());
            Assert.Equal(SampleFiles.Pdf(), await File.ReadAllBytesAsync((await download.PathAsync())!));
        }

        await AsRup(line, affidamento.Id);
        await AsAuditor(affidamento.Id);
    }

    [Fact]
    [LongRun(typeof(DueDiligenceTests), "the yearly declaration of a person")]
    public async Task La_dichiarazione_annuale_di_una_persona_si_registra_una_volta()
    {
        var rup = await ReadyAffidamenti.Query(_app.Services, db => db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync());
        await using var line = DelayProxy.Before(_app.Address, _slow);
        await using var opened = await browser.NewPage(_app.Address);
        var page = opened.Page;
        await page.SignIn("amministratore");
        await page.Go(new Uri(line.Address, AppRoutes.PersonaDi(rup)).ToString());
        var section = page.Locator("section[aria-labelledby='adempimenti']");
        await Expect(section).ToContainTextAsync("Formazione anticorruzione");
        await page.Bottone("Registra un atto").ClickAsync();
        await page.Modulo("AdempimentoTipo").SelectOptionAsync("DichiarazioneAnnuale");
        await page.Modulo("AdempimentoGiorno").FillAsync(Oggi);
        await page.Bottone("Salva l'atto").ClickAsync();
        await Expect(page.Locator("#modulo-AdempimentoAtto-errore")).ToContainTextAsync("protocollo");
        await page.Modulo("AdempimentoAtto").FillAsync("Protocollo 2026/771");
        await Axe.CheckState(page);
        await page.Bottone("Salva l'atto").DblClickAsync();
        await Expect(section).ToContainTextAsync("Protocollo 2026/771");
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Adempimenti.CountAsync()));
        await Screenshots.Save(page, "persona-adempimenti");
    }

    private async Task AsRup(DelayProxy line, Guid id)
    {
        await using var opened = await browser.NewPage(_app.Address);
        var page = opened.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.SchedaDi(id));
        await Expect(page.Locator(".pannello")).ToContainTextAsync("FVOE (mancante)");
        await Screenshots.Save(page, "due-diligence-scheda");
        await page.Go(new Uri(line.Address, AppRoutes.FascicoloDi(id)).ToString());
        await page.Bottone("Registra una verifica").ClickAsync();
        await page.Modulo("VerificaTipo").SelectOptionAsync(nameof(TipoVerifica.Antimafia));
        await page.Modulo("VerificaEsito").SelectOptionAsync(nameof(EsitoDueDiligence.NonDovuta));
        await page.Bottone("Salva la verifica").ClickAsync();
        await Expect(page.Locator("#modulo-VerificaNota-errore")).ToContainTextAsync("perché la verifica non è dovuta");
        await page.Modulo("VerificaNota").FillAsync("Importo sotto 150.000 €");
        await page.Bottone("Salva la verifica").DblClickAsync();
        await Expect(page.Locator("section[aria-labelledby='due-diligence']")).ToContainTextAsync("«Importo sotto 150.000 €»");
        Assert.Equal(2, await Recorded());
        await Screenshots.Save(page, "due-diligence-fascicolo");
        await Axe.CheckState(page);
        await page.Go(AppRoutes.SpesaScadenze);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Fine di una verifica sul fornitore");
    }

    private async Task AsAuditor(Guid id)
    {
        await using var opened = await browser.NewPage(_app.Address);
        var page = opened.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.IterDi(id));
        await Expect(page.Locator("section[aria-labelledby='due-diligence']")).ToContainTextAsync("contano le verifiche fatte e registrate");
        await Screenshots.Save(page, "due-diligence-iter");
        await Axe.CheckState(page);
        await page.Go(AppRoutes.Requisiti);
        await page.GetByRole(AriaRole.Link, new() { Name = "Scostamenti: due diligence mancante o scaduta" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Scostamenti");
    }

    private Task<int> Recorded() => ReadyAffidamenti.Query(_app.Services, db => db.VerificheFornitori.CountAsync());
}
