using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the page of a scheda as a RUP uses it: only what is to be filled in stands open, one key leads from one thing to the next, the
/// commands are always in sight and cover nothing that has the focus.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class SchedaTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly string _cpv = PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente");

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Quello_che_viene_dal_Lotto_sta_in_una_riga_e_Modifica_lo_apre()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.NuovaScheda("Carta in risme");
        await Screenshots.Save(page, "scheda-piegata");
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 1, 3300);
        await Expect(page.Field(_cpv)).ToHaveCountAsync(0);
        var dati = page.GetByRole(AriaRole.Region, new() { Name = "Dati affidamento" });
        await Expect(dati.Locator(".sezione-sunto")).ToContainTextAsync("30197630");
        await Expect(dati.Locator(".stato")).ToContainTextAsync("Da sistemare");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Ente proponente" }).Locator(".stato")).ToHaveTextAsync("Completa");
        await Axe.CheckState(page);

        await dati.GetByRole(AriaRole.Button, new() { Name = "Modifica Dati affidamento" }).ClickAsync();
        await Expect(page.Field(_cpv)).ToBeVisibleAsync();
        await Expect(page.Locator("[data-modifica][aria-expanded='true']")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Chiudi Dati affidamento" }).ClickAsync();
        await Expect(page.Field(_cpv)).ToHaveCountAsync(0);
        await page.MostraTutto();
        await Screenshots.Save(page, "scheda-tutti-i-campi");

        // What was to be filled in stays in its place after it is filled in, so that nothing moves away from the hand.
        await page.Locator("[data-tutti-i-campi]").UncheckAsync();
        await page.Choose("afferenteInvestimentiPNRR", "No");
        await Expect(page.Field(PercorsoAd4.Aggiudicazione(0, "afferenteInvestimentiPNRR"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Due_clic_su_Stampa_stampano_la_scheda_una_volta_anche_su_una_linea_lenta()
    {
        var id = await ReadyAffidamenti.Query(_app.Services, db => db.Affidamenti
            .Where(a => a.Stato == StatoAffidamento.InLavorazione && db.Enti.Any(e => e.Id == a.EnteId && e.Denominazione == "Comune di Tivoli"))
            .Select(a => a.Id).FirstAsync());
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(line.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.StampaSchedaDi(id));
        await page.EvaluateAsync("() => { window.print = () => { document.body.dataset.stampate = 1 + Number(document.body.dataset.stampate ?? 0); }; }");
        line.Delay = TimeSpan.FromMilliseconds(300);
        await page.Bottone("Stampa o salva in PDF").DblClickAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-stampate", "1");
        await Expect(page.Bottone("Stampa o salva in PDF")).ToBeEnabledAsync();
        Assert.Equal(1, await ReadyAffidamenti.Query(_app.Services, db => db.Registro.CountAsync(e => e.Azione == Azioni.SchedaStampata)));
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-stampate", "1");
    }

    [Fact]
    public async Task Un_tasto_porta_da_una_cosa_da_sistemare_alla_prossima_e_alla_fine_al_comando()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.NuovaScheda("Pulizia e sanificazione – Castelli");
        var comando = page.Bottone("Pronto per il portale");
        await Expect(comando).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("F8");
        await Expect(page.Field(PercorsoAd4.DataAdesione)).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("oggi");
        await page.Keyboard.PressAsync("F8");
        await Answer(page, "afferenteInvestimentiPNRR");
        await page.Keyboard.PressAsync("F8");
        await Answer(page, "acquisizioneCup");
        await page.Keyboard.PressAsync("F8");
        await Expect(page.Field(RupPath.ImportoServizi)).ToBeFocusedAsync();
        await NotCovered(page);
        await page.Keyboard.InsertTextAsync("12500,50");
        await page.Keyboard.PressAsync("F8");
        await Expect(page.Field(PercorsoAd4.QuadroEconomico(0, "sommeADisposizione"))).ToBeFocusedAsync();
        await NotCovered(page);
        await page.Keyboard.InsertTextAsync("0");
        await Expect(page.Locator("#pannello-titolo")).ToContainTextAsync("Scheda completa");
        await Expect(page.Locator("[data-prossimo]")).ToHaveCountAsync(0);
        await Expect(comando).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("F8");
        await Expect(comando).ToBeFocusedAsync();
        await Expect(comando).ToBeInViewportAsync();
        await Screenshots.Save(page, "scheda-tutta-sistemata");
    }

    [Fact]
    public Task Andando_col_tabulatore_niente_che_ha_il_fuoco_resta_coperto() => TabThrough(TestScreen.Phone);

    [Fact]
    [LongRun(typeof(SchedaTests), "the same walk on a desk screen")]
    public Task Neanche_su_uno_schermo_grande() => TabThrough(TestScreen.Desktop);

    private async Task TabThrough(TestScreen schermo)
    {
        await using var rup = await browser.NewPage(_app.Address, schermo);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.NuovaScheda("Pulizia e sanificazione – Castelli");
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            await NotCovered(page);
        }
    }

    [Fact]
    public async Task Copia_elimina_e_riassegna_stanno_in_un_menu_che_si_usa_con_la_tastiera()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Carta in risme");
        var menu = page.Locator("#altro-scheda button");
        await menu.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Menuitem)).ToHaveTextAsync(["Copia affidamento", "Riassegna a un altro RUP", "Elimina"]);
        await Axe.Check(page, new AxeException("target-size", "The open menu lies over a part of what is behind it, which is not to be pressed then."));
        await Screenshots.Save(page, "scheda-menu");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);

        await page.Altro("Riassegna a un altro RUP");
        await Expect(page.Locator("#modulo-NuovoRupId")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#modulo-NuovoRupId")).Not.ToBeVisibleAsync();
        await Expect(menu).ToBeFocusedAsync();

        await page.Altro("Copia affidamento");
        await Expect(page).Not.ToHaveURLAsync(new Regex(AppRoutes.SchedaDi(id)));
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Da sistemare");
        Assert.Equal(
            2,
            await ReadyAffidamenti.Query(
                _app.Services,
                db => db.Affidamenti.CountAsync(a => a.Stato == StatoAffidamento.InLavorazione && a.Oggetto == "Carta in risme naturale e riciclata")));
    }

    /// <summary>Answers «No» to a question by keyboard, once it has the focus.</summary>
    private static async Task Answer(IPage page, string campo)
    {
        var gruppo = page.Field(PercorsoAd4.Aggiudicazione(0, campo));
        await Expect(gruppo.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(gruppo.GetByLabel("No", new() { Exact = true })).ToBeCheckedAsync();
    }

    /// <summary>Checks that the focused element is what one sees at its place, whole in height (WCAG 2.4.11).</summary>
    private static async Task NotCovered(IPage page)
    {
        await page.WaitUntilStill();
        var covered = await page.EvaluateAsync<string>("""
            () => {
              const e = document.activeElement;
              if (!e || e === document.body || e.matches('.salta')) return '';
              const r = e.getBoundingClientRect(), x = r.left + Math.min(r.width / 2, 20);
              const covered = y => {
                const t = document.elementFromPoint(x, y);
                return !t || !(e.contains(t) || t.contains(e) || t.closest('label')?.contains(e));
              };
              return covered(r.top + 2) || covered(Math.min(r.bottom, r.top + 200) - 2) ? `${e.outerHTML.slice(0, 200)} at ${r.top}–${r.bottom}` : '';
            }
            """);
        Assert.True(covered.Length == 0, covered);
    }
}
