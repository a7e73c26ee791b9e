using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests in the browser the columns that a user chooses, also with the keyboard, and the views that a user saves by name, over a slow line
/// with double clicks.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class SavedViewsPageTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(300);

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Columns_are_chosen_and_ordered_with_the_keyboard_and_go_along_into_address_and_sheet()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.Affidamenti).ToString());
        await page.GetByText("Colonne: 6 di 12").ClickAsync();
        line.Delay = _slow;

        // Two presses, the second before the answer to the first: both count, and the focus stays with the column.
        var before = page.GetByRole(AriaRole.Button, new() { Name = "Sposta prima: RUP" });
        await before.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Heads(page)).ToHaveTextAsync(["Titolo documento", "Importo Appalto", "RUP", "CIG Padre", "CIG Derivato", "Stato Affidamento"]);
        await Expect(before).ToBeFocusedAsync();
        await page.Locator("[data-colonna='CigPadre']").PressAsync("Space");
        await page.Locator("[data-colonna='Oe']").PressAsync("Space");
        string[] chosen = ["Titolo documento", "Importo Appalto", "RUP", "CIG Derivato", "Stato Affidamento", "Denominazione OE"];
        await Expect(Heads(page)).ToHaveTextAsync(chosen);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"colonne=Titolo\.Importo\.Rup\.CigDerivato\.StatoAffidamento\.Oe$"));
        line.Delay = TimeSpan.Zero;
        await Expect(page.Locator("[data-colonna='Titolo']")).ToBeDisabledAsync();
        await Screenshots.Save(page, "colonne-scelte");
        await Axe.Check(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Importo Appalto" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Importo Appalto");
        await Expect(Heads(page)).ToHaveCountAsync(chosen.Length);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Esporta in xls").ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await stream.CopyToAsync(file);
        file.Position = 0;
        Assert.Equal(chosen, file.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().First().Keys);

        await page.Go(AppRoutes.Affidamenti);
        await Expect(Heads(page)).ToHaveTextAsync(chosen);
    }

    [Fact]
    public async Task A_view_is_saved_once_renamed_opened_with_the_list_and_removed()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.Affidamenti + "?stato=InLavorazione&colonne=Titolo.Rup.Importo").ToString());
        await page.GetByText("Viste salvate").ClickAsync();
        line.Delay = _slow;
        await page.Bottone("Salva la vista").DblClickAsync();
        await Expect(page.Locator("#modulo-NomeVista-errore")).ToContainTextAsync("Scrivi un nome");
        await page.Modulo(SavedViews.NameField).FillAsync("Da finire");
        await page.Bottone("Salva la vista").DblClickAsync();
        await Expect(page.Locator(".viste li")).ToHaveCountAsync(1);
        await Expect(page.GetByText("Vista: Da finire")).ToBeVisibleAsync();
        line.Delay = TimeSpan.Zero;
        await Expect(page.Locator("#modulo-NomeVista-errore")).ToHaveTextAsync("");
        Assert.Single(await Kept());
        await Screenshots.Save(page, "viste-salvate");
        await Axe.Check(page);

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Stato Affidamento" }).GetByRole(AriaRole.Link, new() { Name = "CIG acquisito" }).ClickAsync();
        await Expect(page.GetByText("Viste salvate")).ToBeVisibleAsync();
        await page.Modulo(SavedViews.NameField).FillAsync("DA FINIRE");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#modulo-NomeVista-errore")).ToContainTextAsync("Hai già una vista con questo nome");
        await Expect(page.Bottone("Salva la vista")).ToBeEnabledAsync();
        await page.Modulo(SavedViews.NameField).FillAsync("Acquisiti");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".viste li")).ToHaveCountAsync(2);

        line.Delay = _slow;
        await page.GetByRole(AriaRole.Button, new() { Name = "Rinomina: Da finire" }).ClickAsync();
        await page.Modulo("Nuovo" + SavedViews.NameField).FillAsync("In lavorazione");
        await page.Bottone("Rinomina").DblClickAsync();
        await Expect(page.Locator(".viste li").Filter(new() { HasText = "In lavorazione" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apri con l'elenco: In lavorazione" }).DblClickAsync();
        await Expect(page.GetByText("si apre con l'elenco")).ToBeVisibleAsync();
        line.Delay = TimeSpan.Zero;
        Assert.Equal([("Acquisiti", false), ("In lavorazione", true)], (await Kept()).Select(v => (v.Nome, v.Apre)));

        await page.Go(AppRoutes.Affidamenti);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"stato=InLavorazione&colonne=Titolo\.Rup\.Importo$"));
        await Expect(page.GetByText("Vista: In lavorazione")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tutti", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Tutti", Exact = true })).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Heads(page)).ToHaveTextAsync(["Titolo documento", "RUP", "Importo Appalto"]);

        await page.GetByText("Viste salvate").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Elimina: In lavorazione" }).ClickAsync();
        await page.Bottone("Sì, elimina").ClickAsync();
        await Expect(page.Locator(".viste li")).ToHaveCountAsync(1);
    }

    [Fact]
    [LongRun(typeof(SavedViewsPageTests), "a view that takes over another state")]
    public async Task A_view_takes_over_what_the_list_shows_now_after_a_question()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.Affidamenti + "?stato=InLavorazione&colonne=Titolo.Rup").ToString());
        await page.GetByText("Viste salvate").ClickAsync();
        await page.Modulo(SavedViews.NameField).FillAsync("Da finire");
        await page.Bottone("Salva la vista").ClickAsync();
        await Expect(page.GetByText("Vista: Da finire")).ToBeVisibleAsync();
        var update = page.GetByRole(AriaRole.Button, new() { Name = "Aggiorna la vista: Da finire" });
        await Expect(update).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Stato Affidamento" }).GetByRole(AriaRole.Link, new() { Name = "CIG acquisito" }).ClickAsync();
        await update.ClickAsync();
        await Screenshots.Save(page, "vista-da-aggiornare");
        await Axe.CheckState(page);
        line.Delay = _slow;
        await page.Bottone("Sì, aggiorna").DblClickAsync();
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Vista «Da finire» aggiornata.");
        await Expect(page.GetByText("Vista: Da finire")).ToBeVisibleAsync();
        Assert.Equal([("Da finire", "stato=CigAcquisito&colonne=Titolo.Rup")], (await Kept()).Select(v => (v.Nome, v.Filtri)));
    }

    [Fact]
    [LongRun(typeof(SavedViewsPageTests), "the width of a column")]
    public async Task A_column_is_made_wider_by_dragging_its_edge_or_from_the_menu_and_stays_so()
    {
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.Affidamenti).ToString());
        var head = page.Locator("th[data-column='Rup']");
        var before = (await head.BoundingBoxAsync())!;
        line.Delay = _slow;
        var (x, y) = (before.X + before.Width - 4, before.Y + (before.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 150, y, new() { Steps = 3 });
        await page.Mouse.UpAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"larghezze=Rup-\d+$"));
        line.Delay = TimeSpan.Zero;
        var kept = int.Parse(page.Url[(page.Url.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        var dragged = (await head.BoundingBoxAsync())!.Width;
        Assert.True(dragged > before.Width + 100, $"{before.Width} -> {dragged}");
        await Screenshots.Save(page, "colonna-larga");
        await Axe.CheckState(page);

        // Two presses of the keyboard, the second before the answer to the first: both count.
        await page.GetByText("Colonne: 6 di 12").ClickAsync();
        line.Delay = _slow;
        await page.GetByRole(AriaRole.Button, new() { Name = "Allarga: RUP" }).PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Allarga: RUP" })).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"larghezze=Rup-{kept + 80}$"));
        line.Delay = TimeSpan.Zero;
        var order = page.GetByRole(AriaRole.Link, new() { Name = "Importo Appalto" });
        await Expect(order).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex($"larghezze=Rup-{kept + 80}"));
        await order.ClickAsync();
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Importo Appalto");
        Assert.Equal(dragged + 80, (await head.BoundingBoxAsync())!.Width, 1.5f);

        await page.Go(AppRoutes.Affidamenti);
        Assert.Equal(dragged + 80, (await head.BoundingBoxAsync())!.Width, 1.5f);
        await head.Locator(".colonna-bordo").DblClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("larghezze"));
        await Expect(head).Not.ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("min-width"));
    }

    [Fact]
    [LongRun(typeof(SavedViewsPageTests), "the same tools on the registro")]
    public async Task The_registro_has_the_same_tools()
    {
        await using var auditor = await browser.NewPage(_app.Address);
        var page = auditor.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.RegistroEventi + "?Esito=ok&boh=1&colonne=N.CheCosa.Impronta.Firma");
        var heads = page.GetByRole(AriaRole.Region, new() { Name = "Eventi", Exact = true }).Locator("thead th");
        await Expect(heads).ToHaveTextAsync(["N.", "Che cosa", "Impronta (SHA-256 con il prefisso 00)"]);
        await Expect(page.GetByText("Qui non c'è (più): la colonna «Firma», il filtro «boh».")).ToBeVisibleAsync();
        await page.GetByText("Viste salvate").ClickAsync();
        await page.Modulo(SavedViews.NameField).FillAsync("Impronte");
        await page.Bottone("Salva la vista").ClickAsync();
        await Expect(page.GetByText("Vista: Impronte")).ToBeVisibleAsync();
        await Screenshots.Save(page, "registro-vista");
        await Axe.CheckState(page);
        await page.Go(AppRoutes.RegistroEventi);
        await page.GetByText("Viste salvate").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Impronte" }).ClickAsync();
        await Expect(heads).ToHaveCountAsync(3);
        await Expect(page.GetByText("Qui non c'è")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Evento ") }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Evento");
    }

    private static ILocator Heads(IPage page) => page.Locator("table.elenco thead th:not(.elenco-spunta):not(.solo-tabella:has-text('Apri'))");

    private async Task<List<VistaSalvata>> Kept()
    {
        var who = await ReadyAffidamenti.Query(_app.Services, db => db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync());
        return await _app.Services.GetRequiredService<SavedViewStore>().Read(who, ListKey.Affidamenti);
    }
}
