using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that an open page obeys its session. When the session ends, the page must close, say why the session ended, and send nothing more
/// that the server accepts.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class BrowserSessionsTests(BrowserFixture browser)
{
    [Fact]
    public async Task Disattivata_mentre_scrive_cio_che_era_salvato_resta_e_dopo_non_entra_nulla()
    {
        await using var app = await TestApp.Start(keptSessions: false);
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await page.Field(PercorsoAd4.Oggetto).FillAsync("Pulizia delle scuole");
        await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");

        // Keep the page open although it is told to leave (an answer without content). Messages that it still sends must not arrive.
        await page.RouteAsync($"**{AppRoutes.SessioneFinita}*", r => r.FulfillAsync(new() { Status = 204 }));
        await Run(app, "rup.tivoli", (p, _) => new DisattivaPersona(p.Id, "Trasferita ad altro Ente", p.Version));
        await page.EvaluateAsync(
            "id => { const e = document.getElementById(id); e.value = 'Scritto dopo'; "
            + "for (const nome of ['input', 'change']) e.dispatchEvent(new Event(nome, { bubbles: true })); }",
            Web.Features.Affidamenti.Ad4.Campo.IdOf(PercorsoAd4.Oggetto));
        Assert.Contains(AppRoutes.SchedaDi(id), page.Url, StringComparison.Ordinal);

        // Another page of the browser must sign in, because the session is over there too.
        var altra = await rup.Context.NewPageAsync();
        await altra.GotoAsync(AppRoutes.SchedaDi(id));
        await Expect(altra).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(AppRoutes.Accedi));
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var bozza = (await scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Affidamenti.SingleAsync(a => a.Id == id)).Bozza.Json();
        Assert.Contains("Pulizia delle scuole", bozza, StringComparison.Ordinal);
        Assert.DoesNotContain("Scritto dopo", bozza, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disattivata_la_pagina_dice_perche_e_come_tornare()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti
            .Where(a => a.Stato == StatoAffidamento.InLavorazione && db.Enti.Any(e => e.Id == a.EnteId && e.Denominazione == "Comune di Tivoli"))
            .Select(a => a.Id).FirstAsync());
        await page.Go(AppRoutes.SchedaDi(id));
        await Run(app, "rup.tivoli", (p, _) => new DisattivaPersona(p.Id, "Trasferita ad altro Ente", p.Version));
        await Finita(page, "PersonaDisattivata");
        await Screenshots.Save(page, "sessione-finita");
        Assert.Equal(
            AppRoutes.AccediPer(AppRoutes.SchedaDi(id)),
            await page.GetByRole(AriaRole.Link, new() { Name = "Accedi di nuovo" }).GetAttributeAsync("href"));
    }

    [Fact]
    [LongRun(typeof(RevocationTests), "the sentence after a role ends")]
    public async Task Tolto_il_ruolo_la_pagina_dice_perche()
    {
        await using var app = await TestApp.Start(keptSessions: false);
        await using var rup = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await Run(app, "rup.tivoli", (p, a) => new TogliRuolo(a, p.Id, RupPath.Oggi, p.Version));
        await Finita(rup.Page, "RuoloTolto");
    }

    [Fact]
    public async Task Prima_di_chiudere_per_inattivita_chiede_e_un_clic_basta()
    {
        var orologio = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.Start(clock: orologio);
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("responsabile");
        var avviso = page.Locator(".custode-avviso");

        // Wait for scripts that the page fetches late before the clock moves, because a request counts as activity.
        await page.WaitForNetwork();
        orologio.Advance(TimeSpan.FromMinutes(28.5));
        await Expect(avviso).ToContainTextAsync("Stai ancora lavorando?");
        await Axe.Check(page);
        await Screenshots.Save(page, "sessione-avviso");
        await page.Bottone("Continua a lavorare").ClickAsync();
        await Expect(avviso).ToHaveCountAsync(0);

        // Load another page, so that all messages of the click have arrived before the clock moves.
        await page.GotoAsync(AppRoutes.Convenzioni);
        await page.WaitUntilInteractive();
        await page.WaitForNetwork();
        orologio.Advance(TimeSpan.FromMinutes(29));
        await Expect(avviso).ToHaveCountAsync(1);
        orologio.Advance(TimeSpan.FromMinutes(2));
        await Finita(page, "Inattivita");
        await page.GetByRole(AriaRole.Link, new() { Name = "Accedi di nuovo" }).ClickAsync();
        await Expect(page.Locator("[data-persona]").First).ToBeVisibleAsync();
    }

    [Fact]
    [LongRun(typeof(BrowserSessionsTests), "other tabs of the same browser after a sign-out or another role")]
    public async Task Uscire_in_una_scheda_o_cambiarvi_ruolo_chiude_le_altre()
    {
        await using var app = await TestApp.Start(keptSessions: false);
        await using var lei = await browser.NewPage(app.Address);
        var una = lei.Page;
        await una.SignIn("rup2.tivoli", "Rup");
        var altra = await lei.Context.NewPageAsync();
        await altra.Go(AppRoutes.Affidamenti);

        await una.GetByRole(AriaRole.Link, new() { Name = "Cambia ruolo" }).ClickAsync();
        await Screenshots.Save(una, "ruolo");
        await una.Locator("[data-ruolo='Responsabile']").ClickAsync();
        await una.WaitUntilInteractive();
        await Expect(una.Locator(".testata-utente")).ToContainTextAsync("Responsabile");
        await Finita(altra, "AltroRuolo");

        await altra.Go(AppRoutes.Spesa);
        await Screenshots.Save(altra, "spesa");
        await una.Go(AppRoutes.Sessioni);
        await Expect(una.Locator("[data-sessione]")).ToHaveCountAsync(1);
        await una.GotoAsync(AppRoutes.Esci);
        await una.Bottone("Esci").ClickAsync();
        await Finita(altra, "Uscita");
    }

    [Fact]
    [LongRun(typeof(BrowserSessionsTests), "a session that somebody else ends")]
    public async Task Una_sessione_si_chiude_da_un_altro_browser_o_dalla_pagina_della_persona()
    {
        await using var app = await TestApp.Start(keptSessions: false);
        await using var ufficio = await browser.NewPage(app.Address);
        await using var casa = await browser.NewPage(app.Address);
        await using var amministratore = await browser.NewPage(app.Address);
        await ufficio.Page.SignIn("rup.tivoli", "Rup");
        await casa.Page.SignIn("rup.tivoli", "Rup");
        await ufficio.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Le tue sessioni") }).ClickAsync();
        await Expect(ufficio.Page.Locator("[data-sessione]")).ToHaveCountAsync(2);
        await Screenshots.Save(ufficio.Page, "sessioni");
        await ufficio.Page.Bottone("Chiudi le altre sessioni").ClickAsync();
        await Finita(casa.Page, "ChiusaDaLei");
        await Expect(ufficio.Page.Locator("[data-sessione]")).ToHaveCountAsync(1);

        await using var scope = app.Services.CreateAsyncScope();
        var persona = await scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Persone.SingleAsync(p => p.NomeUtente == "rup.tivoli");
        var page = amministratore.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.PersonaDi(persona.Id));
        await page.GetByText("Chiudi tutte le sessioni di questa persona").ClickAsync();
        await page.Modulo("Motivo").FillAsync("Computer smarrito");
        await page.Bottone("Chiudi le sessioni").ClickAsync();
        await Finita(ufficio.Page, "ChiusaDallUfficio");
    }

    [Fact]
    [LongRun(typeof(BrowserSessionsTests), "a script that never arrives")]
    public async Task Un_modulo_che_non_arriva_non_porta_via_la_pagina()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        rup.ExpectError("ERR_FAILED");
        var page = rup.Page;
        await page.RouteAsync("**/js/custode.js", r => r.AbortAsync());
        await page.SignIn("rup.tivoli", "Rup");
        var asked = page.WaitForRequestAsync("**/js/custode.js");
        await page.Go(AppRoutes.Affidamenti);
        await asked;
        await page.WaitForNetwork();

        var menu = page.Locator(".menu-bottone");
        var before = await menu.GetAttributeAsync("aria-expanded");
        await menu.EvaluateAsync("b => b.click()");
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", before == "true" ? "false" : "true");
    }

    [Fact]
    public Task Un_modulo_che_arriva_a_pagina_lasciata_non_disturba_la_successiva() => ArrivesLate("bozza", StatoAffidamento.InLavorazione);

    [Fact]
    [LongRun(typeof(BrowserSessionsTests), "another script that arrives after its page was left")]
    public Task Un_altro_modulo_che_arriva_a_pagina_lasciata_non_disturba_la_successiva() => ArrivesLate("apri-pannello", StatoAffidamento.CigInRichiesta);

    private async Task ArrivesLate(string modulo, StatoAffidamento stato)
    {
        await using var app = await TestApp.Start();
        var id = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.Where(a => a.Stato == stato).OrderBy(a => a.Progressivo).Select(a => a.Id)
            .FirstAsync());
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var left = new TaskCompletionSource();
        await page.RouteAsync($"**/js/{modulo}.js", async r =>
        {
            await left.Task;
            await r.ContinueAsync();
        });
        var arrived = page.WaitForRequestFinishedAsync(new() { Predicate = r => r.Url.EndsWith($"/js/{modulo}.js", StringComparison.Ordinal) });
        var asked = page.WaitForRequestAsync($"**/js/{modulo}.js");
        await page.Go(stato == StatoAffidamento.InLavorazione ? AppRoutes.SchedaDi(id) : AppRoutes.RichiestaDi(id));
        await asked;
        await page.GetByRole(AriaRole.Link, new() { Name = "Fascicolo", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Fascicolo di CH-");
        left.SetResult();
        await arrived;
        await page.WaitForNetwork();

        // Make a round trip, so that the page shows any effect of the module's arrival.
        await page.Bottone("Aggiungi un atto").ClickAsync();
        await Expect(page.Modulo("Tipo")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Fascicolo di CH-");
    }

    private static async Task Finita(IPage page, string motivo)
    {
        await page.Locator($"[data-motivo='{motivo}']").WaitForAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("La sessione è finita");
    }

    /// <summary>Runs a command as the Amministratore, through the app's command runner.</summary>
    private static async Task Run<TCommand>(TestApp app, string nomeUtente, Func<Persona, Guid, TCommand> comando)
        where TCommand : ICommand
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var persona = await db.Persone.AsNoTracking().SingleAsync(p => p.NomeUtente == nomeUtente);
        var appartenenza = await db.Appartenenze.Where(a => a.PersonaId == persona.Id).Select(a => a.Id).FirstAsync();
        var ufficio = await db.Persone.Where(p => p.NomeUtente == "amministratore").Select(p => p.Id).SingleAsync();
        var esito = await app.Services.GetRequiredService<CommandRunner>().Run(
            comando(persona, appartenenza),
            new Actor(ufficio, Ruolo.Amministratore, null, [Ruolo.Amministratore]));
        Assert.True(esito.IsSuccess, string.Join("; ", esito.Errors));
    }
}
