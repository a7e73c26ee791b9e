using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests by keyboard every dialog or form that asks a question. It must take the focus and be in sight. Escape must close it and return the
/// focus. The test finds the questions of each page by itself.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class QuestionsTests(BrowserFixture browser) : IAsyncLifetime
{
    /// <summary>The selector of the buttons that open a dialog, or a form in the place of the button.</summary>
    private const string Openers = "main button[aria-haspopup=dialog], main button[data-asks]";

    private const string IsInSight = """
        e => { const r = e.getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.top < innerHeight && r.bottom > 0; }
        """;

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Every_question_of_a_RUP_takes_the_focus_and_gives_it_back()
    {
        await using var rup = await browser.NewPage(_app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        var met = 0;
        met += await Walk(rup.Page, AppRoutes.FascicoloDi(await AffidamentoIn(StatoAffidamento.CigAcquisito)), 1);
        met += await Walk(rup.Page, AppRoutes.DopoIlCigDi(await AffidamentoIn(StatoAffidamento.CigAcquisito), "errore"), 1);
        await ReadyAffidamenti.Prepare(_app.Services, 1);
        met += await Walk(rup.Page, AppRoutes.Cruscotto, 1);
        await rup.Page.Go(AppRoutes.Affidamenti);
        await rup.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Seleziona CH-") }).First.CheckAsync();
        await Expect(rup.Page.GetByText("1 selezionato")).ToBeVisibleAsync();
        met += await Walk(rup.Page, null, 1);
        Assert.True(met >= 4, $"Only {met} questions were met.");
    }

    [Fact]
    [LongRun(typeof(QuestionsTests), "every question of the office")]
    public async Task Every_question_of_the_office_takes_the_focus_and_gives_it_back()
    {
        await using var office = await browser.NewPage(_app.Address);
        await office.Page.SignIn("amministratore");
        var lotto = await ReadyAffidamenti.Query(_app.Services, db => db.Lotti.OrderBy(l => l.Id).FirstAsync());
        var persona = await ReadyAffidamenti.Query(_app.Services, db => db.Persone.Where(p => p.NomeUtente == "rup2.tivoli").Select(p => p.Id).SingleAsync());
        await Walk(office.Page, AppRoutes.ConvenzioneDi(lotto.ConvenzioneId), 1);
        await Walk(office.Page, AppRoutes.LottoDi(lotto.Id), 1);
        await Walk(office.Page, AppRoutes.PersonaDi(persona), 3);
    }

    /// <summary>
    /// The focus must never be lost after the answer yes, although the button that opened the question may be gone. It must then go to the
    /// heading above that button.
    /// </summary>
    [Fact]
    [LongRun(typeof(QuestionsTests), "the focus after a yes")]
    public async Task After_a_yes_the_focus_is_somewhere()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await AffidamentoIn(StatoAffidamento.InLavorazione);
        await page.Go(AppRoutes.SchedaDi(id));
        await page.Altro("Elimina");
        await Expect(page.Bottone("No, tienilo")).ToBeFocusedAsync();

        // Once the menu is gone nothing else on the page changes when the dialog closes.
        await Expect(page.Locator(".mud-menu-item")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#altro-scheda button")).ToBeFocusedAsync();
        await page.Altro("Elimina");
        await Expect(page.Bottone("No, tienilo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("eliminato. Lo ritrovi in questo elenco");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await Screenshots.Save(page, "eliminato");
    }

    [Fact]
    [LongRun(typeof(UnCigDerivatoTests), "the start from the Cruscotto")]
    public async Task The_Cruscotto_starts_the_request_that_its_button_names()
    {
        var ready = Assert.Single(await ReadyAffidamenti.Prepare(_app.Services, 1));
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Cruscotto);
        var number = await ReadyAffidamenti.Query(
            _app.Services,
            db => db.Affidamenti.Where(a => a.Id == ready)
                .Select(a => new NumeroAffidamento(a.Anno, a.Progressivo)).SingleAsync());
        await page.Bottone($"Avvia richiesta CIG: {number}").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Bottone("Non ora")).ToBeFocusedAsync();
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("Hai già dichiarato di non avere conflitti di interessi");
        await Screenshots.Save(page, "avvia-dal-cruscotto");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync("1");
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Richiesta avviata: 100,50 € sono in corso di adesione sul Lotto. Ora segui i passi");
        await Screenshots.Save(page, "richiesta-avviata");
        await Axe.Check(page);
        Assert.Equal(
            StatoAffidamento.CigInRichiesta,
            await ReadyAffidamenti.Query(_app.Services, db => db.Affidamenti.Where(a => a.Id == ready).Select(a => a.Stato).SingleAsync()));
    }

    [Fact]
    [LongRun(typeof(Pages.WhatPagesShowTests), "every state of an Affidamento")]
    public async Task The_pages_of_an_Affidamento_are_the_same_in_every_state()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        foreach (var state in new[]
        {
            StatoAffidamento.InLavorazione, StatoAffidamento.ProntoPerIlPortale,
            StatoAffidamento.CigInRichiesta, StatoAffidamento.CigAcquisito
        })
        {
            await page.Go(AppRoutes.SchedaDi(await AffidamentoIn(state)));
            var pages = page.GetByRole(AriaRole.Navigation, new() { Name = "Pagine dell'affidamento" }).GetByRole(AriaRole.Link);
            await Expect(pages).ToHaveTextAsync(["Scheda AD4", "Richiesta CIG", "Dopo il CIG", "Fascicolo", "Deleghe"]);
            await pages.Nth(1).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Richiesta del CIG Derivato");
            await Expect(pages.And(page.Locator("[aria-current=page]"))).ToHaveTextAsync("Richiesta CIG");
            await Screenshots.Save(page, $"richiesta-{state}");
        }
    }

    private Task<Guid> AffidamentoIn(StatoAffidamento stato) => ReadyAffidamenti.Query(_app.Services, async db =>
    {
        var rup = await db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync();
        return await db.Affidamenti
            .Where(a => a.Stato == stato && a.RupId == rup && !a.Pregresso && (stato != StatoAffidamento.InLavorazione || !a.InviatoAlPortale))
            .OrderBy(a => a.Progressivo).Select(a => a.Id).FirstAsync();
    });

    /// <param name="page">The page of a signed-in user.</param>
    /// <param name="address">The address to open; null for the page that is open.</param>
    /// <param name="atLeast">The smallest number of questions of the page. A walk that finds none would prove nothing.</param>
    private static async Task<int> Walk(IPage page, string? address, int atLeast)
    {
        if (address is not null)
        {
            await page.Go(address);
            await page.Locator(Openers).First.WaitForAsync();
        }

        var count = await page.Locator(Openers).CountAsync();
        Assert.True(count >= atLeast, $"{page.Url} has {count} questions.");
        for (var i = 0; i < count; i++)
        {
            var id = await page.Locator(Openers).Nth(i).GetAttributeAsync("id");
            var opener = page.Locator($"[id='{id}']");
            await opener.FocusAsync();
            await Expect(opener).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            var question = page.Locator($"dialog[open][data-question-dialog='{id}'], [data-question='{id}']");
            await question.WaitForAsync();
            await Expect(question.Locator(":focus")).ToHaveCountAsync(1);
            Assert.True(await question.Locator(":focus").EvaluateAsync<bool>(IsInSight), $"{page.Url} {id}: the question is out of sight.");
            if (i == 0)
            {
                await Screenshots.Save(page, $"domanda{new Uri(page.Url).AbsolutePath.Split('/')[1]}");
                await Axe.Check(page);
            }

            await page.Keyboard.PressAsync("Escape");
            await Expect(question).ToHaveCountAsync(0);
            await Expect(opener).ToBeFocusedAsync();
        }

        return count;
    }
}
