using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that text which was typed but not sent belongs to the user who typed it. The browser keeps the text and offers it to that user
/// again, with the hour of typing, and never to another user.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class UnsentTextTests(BrowserFixture browser)
{
    private const string Typed = "Pulizia delle palestre comunali";

    [Fact]
    public async Task Il_testo_di_un_modulo_resta_nel_browser_e_viene_riproposto_accanto_al_valore_attuale()
    {
        await using var app = await TestApp.Start();
        await using var ufficio = await browser.NewPage(app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.NuovaPersona);
        await page.GetByLabel("Cognome").PressSequentiallyAsync("Sorgenti");

        // Abandon the first tab and open the page in another.
        page = await ufficio.Context.NewPageAsync();
        await page.Go(AppRoutes.NuovaPersona);

        var offer = page.Locator(".testi-non-inviati");
        await Expect(offer).ToContainTextAsync("«Sorgenti»");
        await Expect(offer).ToContainTextAsync("adesso nel campo: niente");
        await Screenshots.Save(page, "testo-non-inviato");
        await page.Bottone("Riprendi").ClickAsync();
        await Expect(page.GetByLabel("Cognome")).ToHaveValueAsync("Sorgenti");
        await Expect(offer).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Lasciare_un_modulo_con_testo_non_salvato_lo_chiede_una_volta()
    {
        await using var app = await TestApp.Start();
        await using var ufficio = await browser.NewPage(app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.NuovaPersona);
        await page.GetByLabel("Cognome").PressSequentiallyAsync("Sorgenti");

        await Menu("Convenzioni");
        await Axe.Check(page);
        await page.Bottone("Resta qui").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.EndsWith(AppRoutes.NuovaPersona, page.Url, StringComparison.Ordinal);
        await Expect(page.GetByLabel("Cognome")).ToHaveValueAsync("Sorgenti");

        await Menu("Convenzioni");
        await Screenshots.Save(page, "lasciare-la-pagina");
        await page.Bottone("Lascia la pagina").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"{AppRoutes.Convenzioni}$"));
        await Menu("Cruscotto");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Cruscotto");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        Task Menu(string voce) => page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = voce, Exact = true }).ClickAsync();
    }

    [Fact]
    [LongRun(typeof(UnsentTextTests), "the question of a browser that is closed")]
    public async Task Chiudere_la_scheda_del_browser_con_testo_non_salvato_lo_chiede()
    {
        await using var app = await TestApp.Start();
        await using var ufficio = await browser.NewPage(app.Address);
        var page = ufficio.Page;
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.AcceptAsync();
        };
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.NuovaPersona);
        await page.GetByLabel("Cognome").PressSequentiallyAsync("Sorgenti");
        await page.CloseAsync(new() { RunBeforeUnload = true });
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(TestPage.Patience)));
    }

    [Fact]
    [LongRun(typeof(UnsentTextTests), "no question after a save")]
    public async Task Chi_salva_non_riceve_domande_e_non_ritrova_il_testo()
    {
        await using var app = await TestApp.Start();
        await using var ufficio = await browser.NewPage(app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        var ente = await ReadyAffidamenti.Query(app.Services, db => db.Enti.Where(e => e.Denominazione == "Comune di Tivoli").Select(e => e.Id).SingleAsync());
        await page.Go(AppRoutes.ModificaEnteDi(ente));
        await page.GetByLabel("PEC").First.FillAsync("nuova@pec.example");
        await page.Bottone("Salva l'Ente").ClickAsync();
        await page.WaitForPath(AppRoutes.EnteDi(ente));
        await page.Go(AppRoutes.ModificaEnteDi(ente));
        await Expect(page.GetByLabel("PEC").First).ToHaveValueAsync("nuova@pec.example");
        Assert.Equal(0, await Kept(page));
    }

    [Fact]
    public async Task A_un_collega_sullo_stesso_computer_il_testo_non_viene_proposto_e_uscire_lo_cancella()
    {
        await using var app = await TestApp.Start();
        await using var computer = await browser.NewPage(app.Address);
        var page = computer.Page;
        await page.SignInAgain("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await Keep(page, PercorsoAd4.Oggetto, Typed);

        await page.Go(AppRoutes.SchedaDi(id));
        await Expect(page.Locator(".rimasti")).ToContainTextAsync(Typed);

        // The session is left open, and a colleague signs in at the same browser.
        await page.Context.ClearCookiesAsync();
        await page.SignInAgain("istruttore.tivoli");
        await page.Go(AppRoutes.SchedaDi(id));
        await page.Field(PercorsoAd4.Oggetto).WaitForAsync();
        await Expect(page.Locator(".rimasti")).ToHaveCountAsync(0);

        await page.Context.ClearCookiesAsync();
        await page.SignInAgain("rup.tivoli", "Rup");
        await page.GotoAsync(AppRoutes.Esci);
        await page.Bottone("Esci").ClickAsync();
        await page.WaitForPath(AppRoutes.Accedi);
        Assert.Equal(0, await Kept(page));
    }

    [Fact]
    [LongRun(typeof(UnsentTextTests), "a text older than the saved one")]
    public async Task Un_testo_superato_da_uno_salvato_dopo_non_viene_proposto()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await Keep(page, PercorsoAd4.Oggetto, Typed);
        var attuale = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.SingleAsync(a => a.Id == id));
        var actor = new Web.UseCases.Actor(attuale.RupId, CigHub.Domain.Persone.Ruolo.Rup, attuale.EnteId, [CigHub.Domain.Persone.Ruolo.Rup]);
        var salva = new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Pulizia delle scuole", attuale.Bozza.Testo(PercorsoAd4.Oggetto))]);
        Assert.True((await app.Services.GetRequiredService<CommandRunner>().Run(salva, actor)).IsSuccess);

        await page.Go(AppRoutes.SchedaDi(id));
        await Expect(page.Field(PercorsoAd4.Oggetto)).ToHaveValueAsync("Pulizia delle scuole");
        await Waits.Until(async () => await Kept(page) == 0, "the older text is still kept");
        await Expect(page.Locator(".rimasti")).ToHaveCountAsync(0);
    }

    /// <summary>
    /// Types into a field without sending the text to the server. Only the page's own listener gets the event, and Blazor's does not.
    /// </summary>
    private static async Task Keep(IPage page, string percorso, string testo)
    {
        await page.Locator("[data-keeps-text]").WaitForAsync();
        await page.Field(percorso).EvaluateAsync(
            """
            (e, testo) => {
                e.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
                e.addEventListener('input', evento => evento.stopPropagation(), { once: true });
                e.value = testo;
                e.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }
            """,
            testo);
        Assert.Equal(1, await Kept(page));
    }

    /// <summary>Returns the number of forms of which this browser keeps text that was not sent.</summary>
    internal static Task<int> Kept(IPage page) => page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(k => k.startsWith('cighub:unsent:')).length");
}
