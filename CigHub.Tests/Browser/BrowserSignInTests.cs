using CigHub.Domain.Persone;
using CigHub.Tests.Security.Accesso;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.RuoliENomine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests the production sign-in in a real browser: sign in at the provider, work on an interactive page, and sign out.</summary>
[Collection(BrowserChains.First)]
public sealed class BrowserSignInTests(BrowserFixture browser, AppWithSignIn app) : IClassFixture<AppWithSignIn>
{
    [Fact]
    public async Task Dall_accesso_al_ruolo_tolto_fino_all_uscita()
    {
        app.Ora(Behaviour.Of("rup2.tivoli", "Rup"));
        await using var testPage = await browser.NewPage(app.Indirizzo);
        var page = testPage.Page;
        await page.GotoAsync(AppRoutes.Convenzioni);
        await Expect(page.Locator(".testata-utente")).ToContainTextAsync("RUP · Comune di Tivoli");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Convenzioni");

        // The person is RUP and Responsabile, and the token says RUP alone. The office takes the role away while the circuit is open.
        var persona = await app.Persona("rup2.tivoli");
        var ruolo = await app.Query(db => db.Appartenenze.SingleAsync(a => a.PersonaId == persona.Id && a.Ruolo == Ruolo.Rup));
        await app.Succeeds(new TogliRuolo(ruolo.Id, persona.Id, RomeTime.Text(TimeProvider.System.Today()), persona.Version));
        await page.WaitForPath(AppRoutes.SessioneFinita);
        await page.Locator("[data-motivo='RuoloTolto']").WaitForAsync();

        // The provider signs the person in again without asking. CigHub finds no Appartenenza for the role in the token any more.
        await page.GotoAsync(AppRoutes.Affidamenti);
        await page.WaitForPath(AppRoutes.PrimoAccesso);
        var errori = app.ErroriNelDiario.Count();
        await page.GotoAsync(AppRoutes.Esci);
        await page.Bottone("Esci").ClickAsync();
        await page.WaitForPath(AppRoutes.Uscita);
        Assert.Equal(errori, app.ErroriNelDiario.Count());
    }

    [Fact]
    public Task Il_primo_accesso_si_usa_e_axe_non_trova_nulla() => PrimoAccesso(TestScreen.Desktop);

    [Fact]
    [LongRun(typeof(BrowserSignInTests), "the first sign-in on a telephone")]
    public Task Al_telefono_il_primo_accesso_si_usa_e_axe_non_trova_nulla() => PrimoAccesso(TestScreen.Phone);

    private async Task PrimoAccesso(TestScreen schermo)
    {
        app.Ora(Behaviour.Of($"nuova.{schermo}".ToLowerInvariant(), "Rup", "Istruttore"));
        await using var testPage = await browser.NewPage(app.Indirizzo, schermo);
        var page = testPage.Page;
        await page.GotoAsync(AppRoutes.Affidamenti);
        await page.WaitForPath(AppRoutes.PrimoAccesso);
        await Guarda("modulo");
        await page.Bottone("Invia la richiesta").ClickAsync();
        await Expect(page.Locator(".avviso-errore")).ToBeVisibleAsync();
        await Guarda("errori");
        foreach (var (nome, valore) in PrimoAccessoTests.Modulo(schermo == TestScreen.Phone ? "TLFSCH" : "SCRSCH", "").Where(c => c.Valore.Length > 0))
        {
            await page.Locator($"[name='{nome}']").FillAsync(valore);
        }

        await page.Locator("[name='Modulo.Ruolo']").SelectOptionAsync("Rup");
        await page.Bottone("Invia la richiesta").ClickAsync();
        await Expect(page.Locator("#la-tua-richiesta")).ToBeVisibleAsync();
        await Guarda("in-attesa");

        app.Ora(Behaviour.Of("rup.velletri", "Altro"));
        await page.GotoAsync(AppRoutes.Accedi);
        await page.WaitForPath(AppRoutes.NonAbilitato);
        await Guarda("non-abilitato");
        app.Ora(new Behaviour { Nega = true });
        await page.GotoAsync(AppRoutes.Accedi);
        await page.WaitForPath(AppRoutes.AccessoNonRiuscito);
        await Guarda("non-riuscito");

        async Task Guarda(string nome)
        {
            await page.Locator("h1").WaitForAsync();
            await Screenshots.Save(page, $"accesso-{nome}");
            await Axe.Check(page);
        }
    }

    [Fact]
    public Task L_amministratore_trova_la_richiesta_e_la_approva() => Approva(TestScreen.Desktop);

    [Fact]
    [LongRun(typeof(BrowserSignInTests), "the approval on a telephone")]
    public Task Al_telefono_l_amministratore_trova_la_richiesta_e_la_approva() => Approva(TestScreen.Phone);

    private async Task Approva(TestScreen schermo)
    {
        var nomeUtente = $"chiede.{schermo}".ToLowerInvariant();
        app.Ora(Behaviour.Of(nomeUtente, "Rup"));
        using (var lei = app.NuovoVisitatore())
        {
            await lei.SignIn();
            await lei.Send(AppRoutes.PrimoAccesso, PrimoAccessoTests.Modulo(schermo == TestScreen.Phone ? "TLFCHD" : "SCRCHD", "Rup"));
        }

        app.Ora(Behaviour.Of("amministratore", "Amministratore"));
        await using var testPage = await browser.NewPage(app.Indirizzo, schermo);
        var page = testPage.Page;
        await page.GotoAsync(AppRoutes.Cruscotto);
        await Expect(page.Locator("section[aria-labelledby='richieste-di-accesso'] .voce-titolo").First).ToHaveTextAsync("Altopiani Ginevra");
        await Screenshots.Save(page, "richieste-cruscotto");
        await page.GotoAsync(AppRoutes.PersoneEdEnti);
        await page.Locator($"a[href='{AppRoutes.RichiesteDiAccesso}']").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Richieste di accesso");
        await Screenshots.Save(page, "richieste-elenco");
        await page.Locator("tr", new() { HasText = nomeUtente }).Locator("a").ClickAsync();
        await Expect(page.Locator("#modulo-Nome")).ToHaveValueAsync("Ginevra");
        await Screenshots.Save(page, "richieste-una");
        await page.Bottone("Approva e dai il ruolo").ClickAsync();
        await Expect(page.Locator("#modulo-TipoAtto-errore")).ToContainTextAsync("atto che nomina il RUP");
        await page.Locator("#modulo-TipoAtto").SelectOptionAsync(nameof(TipoAttoDiNomina.Decreto));
        await page.Locator("#modulo-NumeroAtto").FillAsync("12");
        await page.Locator("#modulo-DataAtto").FillAsync(RupPath.Oggi);
        await page.Locator("#modulo-EmanatoDa").FillAsync("Sindaco");
        await page.Bottone("Approva e dai il ruolo").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Vai alla persona" })).ToBeVisibleAsync();
        await Screenshots.Save(page, "richieste-approvata");
        Assert.Equal($"{app.Provider.Issuer}|s-{nomeUtente}", (await app.Persona(nomeUtente)).Identita);
    }
}
