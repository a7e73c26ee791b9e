using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Architecture;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Ad4;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests quick typing on a line with a delay: amounts, dates, codes followed at once by Tab, and pages that the user leaves at once.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class TypedValuesTests(BrowserFixture browser)
{
    private const int MillisecondsPerKey = 40;

    private static readonly TimeSpan _delay = TimeSpan.FromMilliseconds(80);
    private static readonly string _cpv = PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente");
    private static readonly string _comune = PercorsoAd4.Aggiudicazione(0, "codIstat");
    private static readonly string _finanziato = PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/importo");

    [Fact]
    [LongRun(typeof(TypingTests), "amounts, dates, codes and lists typed on a slow line")]
    public async Task Importi_date_codici_e_liste_si_scrivono_in_fretta_anche_su_una_linea_lenta()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(line.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await page.MostraTutto();
        line.Delay = _delay;

        await Amount(app, page, id);
        await Days(page);
        await SearchedList(page);
        await Code(page, line, id);
    }

    /// <summary>An amount typed quickly is saved whole, and copied whole into the others.</summary>
    private static async Task Amount(TestApp app, IPage page, Guid id)
    {
        await Type(page, RupPath.ImportoServizi, "12500,50");
        await Expect(page.Field(RupPath.ImportoServizi)).ToHaveValueAsync("12.500,50");
        await Expect(page.Field(_finanziato)).ToHaveValueAsync("12.500,50");

        var bozza = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.Where(a => a.Id == id).Select(a => a.Bozza).SingleAsync());
        Assert.Equal(("12.500,50", "12.500,50"), (bozza.Testo(RupPath.ImportoServizi), bozza.Testo(_finanziato)));
    }

    /// <summary>A code or a name followed at once by Tab is taken. What is not in the list stays, and the page says so.</summary>
    private static async Task Code(IPage page, DelayProxy line, Guid id)
    {
        await Type(page, _cpv, "30192000-1");
        await Expect(page.Field(_cpv)).ToHaveValueAsync("30192000 – Materiale per ufficio");
        await Type(page, _comune, "velletri");
        await Expect(page.Field(_comune)).ToHaveValueAsync("012058111 – VELLETRI");

        await Type(page, _cpv, "nulla che esista");
        await Expect(Error(page, _cpv)).ToHaveTextAsync("«nulla che esista» non è nell'elenco: scegli una voce.");
        await Expect(page.Field(_cpv)).ToHaveAttributeAsync("aria-invalid", "true");
        await Screenshots.Save(page, "codice-non-in-elenco");
        line.Delay = TimeSpan.Zero;
        await page.Go(AppRoutes.SchedaDi(id));
        await page.MostraTutto();
        await Expect(page.Field(_cpv)).ToHaveValueAsync("nulla che esista");
        await Expect(page.Field(_comune)).ToHaveValueAsync("012058111 – VELLETRI");
    }

    /// <summary>A list opens, moves and closes by keyboard. A double click chooses once.</summary>
    private static async Task SearchedList(IPage page)
    {
        var options = page.Locator(".code-picker-list [role=option]");

        await page.Field(_cpv).FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("carta da", new() { Delay = MillisecondsPerKey });
        await options.First.WaitForAsync();
        await Axe.Check(page);
        await Screenshots.Save(page, "lista-cercata");
        await page.Keyboard.PressAsync("ArrowDown");
        var marked = page.Locator(".code-picker-list [aria-selected=true]");
        await Expect(marked).ToHaveIdAsync(new System.Text.RegularExpressions.Regex("-1$"));
        var entry = await marked.InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Field(_cpv)).ToHaveValueAsync(entry);
        await Expect(options).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("ArrowDown");
        await options.First.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(options).ToHaveCountAsync(0);
        await Expect(page.Field(_cpv)).ToHaveValueAsync(entry);

        await page.Field(_comune).FillAsync("albano laziale");
        await options.First.DblClickAsync();
        await Expect(page.Field(_comune)).ToHaveValueAsync("012058003 – ALBANO LAZIALE");
        await Expect(options).ToHaveCountAsync(0);
    }

    /// <summary>A day is typed in many ways and read at once as it was understood.</summary>
    private static async Task Days(IPage page)
    {
        foreach (var (typed, shown) in new[]
        {
            ("1/2/26", "01/02/2026"), ("02022026", "02/02/2026"), ("3.2.2026", "03/02/2026"),
            ("oggi", RupPath.Oggi), ("2026-02-04", "04/02/2026")
        })
        {
            await Type(page, PercorsoAd4.DataAdesione, typed);
            await Expect(page.Field(PercorsoAd4.DataAdesione)).ToHaveValueAsync(shown);
        }

        await Type(page, PercorsoAd4.DataAdesione, "31/02/2026");
        await Expect(Error(page, PercorsoAd4.DataAdesione)).ToContainTextAsync("febbraio 2026 ha 28 giorni");
        await Expect(page.Field(PercorsoAd4.DataAdesione)).ToHaveValueAsync("31/02/2026");
    }

    [Fact]
    public async Task Un_modulo_dice_appena_si_lascia_il_campo_che_cosa_ha_capito_e_che_cosa_no()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.AdesioniPregresse);

        await page.Modulo("DataAdesione").FillAsync("1/2/26");
        await page.Modulo("Importo").FillAsync("12500,5");
        await Expect(page.Modulo("DataAdesione")).ToHaveValueAsync("01/02/2026");
        await page.Modulo("DataAdesione").FillAsync("31/02/2026");
        await Expect(page.Modulo("Importo")).ToHaveValueAsync("12.500,50");
        await page.Modulo("Importo").FillAsync("0.125");
        await page.Modulo("Importo").BlurAsync();

        await Expect(page.Locator("#modulo-DataAdesione-errore")).ToContainTextAsync("febbraio 2026 ha 28 giorni");
        await Expect(page.Locator("#modulo-Importo-errore")).ToContainTextAsync("il punto in «0.125» non separa le migliaia");
        await Expect(page.Modulo("Importo")).ToHaveValueAsync("0.125");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "modulo-con-errori");
    }

    [Fact]
    public async Task Cio_che_si_e_scritto_e_salvato_anche_se_si_torna_subito_indietro()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(line.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await page.MostraTutto();
        line.Delay = _delay;

        await page.Field(PercorsoAd4.Oggetto).FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Pulizia delle scuole", new() { Delay = MillisecondsPerKey });
        await page.GoBackAsync();
        await Expect(page.Field(PercorsoAd4.Oggetto)).ToHaveCountAsync(0);

        line.Delay = TimeSpan.Zero;
        await page.Go(AppRoutes.SchedaDi(id));
        await Expect(page.Field(PercorsoAd4.Oggetto)).ToHaveValueAsync("Pulizia delle scuole");
        await Expect(page.Locator(".rimasti")).ToHaveCountAsync(0);
    }

    /// <summary>
    /// A click must count although its target moves. Leaving a field may add or remove a sentence, which shifts the pressed control away
    /// under the pointer.
    /// </summary>
    [Theory]
    [InlineData("<button id=x>Salva</button>")]
    [InlineData("<input type=checkbox id=x>")]
    [InlineData("<input type=radio id=x>")]
    [InlineData("<label id=x>Previsto <input type=checkbox></label>")]
    [InlineData("<details><summary id=x>Poni un vincolo</summary></details>")]
    [InlineData("<a id=x href='#qui'>Apri</a>")]
    public async Task Una_pressione_conta_anche_se_la_pagina_si_sposta_prima_che_il_dito_si_alzi(string markup)
    {
        await using var opened = await browser.NewPage();
        var page = opened.Page;
        var presses = await File.ReadAllTextAsync(Path.Combine(House.Root, "wwwroot", "js", "presses.js"));
        await page.SetContentAsync($"<!DOCTYPE html><title>Prova</title><div id=sopra></div>{markup}<script>{presses}</script>");
        await page.EvaluateAsync(
            """
            () => {
                window.premuto = 0;
                document.getElementById('x').addEventListener('click', () => { window.premuto++; });
                addEventListener('pointerdown', () => { document.getElementById('sopra').style.height = '12rem'; });
            }
            """);
        var dove = await page.Locator("#x").BoundingBoxAsync();
        await page.Mouse.MoveAsync(dove!.X + 4, dove.Y + (dove.Height / 2));
        await page.Mouse.DownAsync();
        Assert.True(await page.EvaluateAsync<double>("() => document.getElementById('x').getBoundingClientRect().top") > dove.Y + 100);
        await page.Mouse.UpAsync();
        Assert.True(await page.EvaluateAsync<int>("() => window.premuto") > 0, markup);
    }

    [Fact]
    public async Task Cio_che_il_server_ha_scritto_prima_di_un_tasto_non_copre_il_tasto()
    {
        await using var opened = await browser.NewPage();
        var page = opened.Page;
        var guard = await File.ReadAllTextAsync(Path.Combine(House.Root, "wwwroot", "js", "text-box.js"));
        await page.SetContentAsync(
            $"<!DOCTYPE html><title>Prova</title><input id=a data-text-box value=uno><textarea id=b data-text-box></textarea>"
            + $"<input id=c><script type=module>{guard}</script>");
        Task<string> Written(string id, string text) =>
            page.EvaluateAsync<string>(
                "([id, text]) => { const e = document.getElementById(id); e.value = text; return e.value; }",
                new[] { id, text });

        await page.Locator("#a").FocusAsync();
        Assert.Equal("due", await Written("a", "due"));
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("!");
        Assert.Equal("due!", await Written("a", "vecchio"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("nuovo", await Written("a", "nuovo"));

        await page.Keyboard.TypeAsync("riga\naltra");
        Assert.Equal("riga\naltra", await Written("b", "vecchio"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("nuovo", await Written("b", "nuovo"));

        // The guard does not handle inputs of another kit.
        await page.Keyboard.TypeAsync("x");
        Assert.Equal("nuovo", await Written("c", "nuovo"));
    }

    private static async Task Type(IPage page, string percorso, string text)
    {
        await page.Field(percorso).FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text, new() { Delay = MillisecondsPerKey });
        await page.Keyboard.PressAsync("Tab");
    }

    private static ILocator Error(IPage page, string percorso) => page.Locator($"#{Campo.IdOf(percorso)}-errore");
}
