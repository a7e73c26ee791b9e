using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the calendar and the button «Oggi» beside a typed date, with the keyboard, over a slow line and on a telephone. The calendar itself is
/// the browser's. One test moves in it with the keyboard; the others see that it is asked for, and choose a day in its place.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed partial class DateToolsTests(BrowserFixture browser)
{
    private const string NotesCalendars = """
        window.calendars = [];
        HTMLInputElement.prototype.showPicker = function () { window.calendars.push(this.value); };
        """;

    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task A_date_is_typed_or_taken_from_the_calendar_or_is_today()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, _slow);
        await using var ufficio = await browser.NewPage(app.Address);
        var page = ufficio.Page;
        await page.AddInitScriptAsync(NotesCalendars);
        await page.SignIn("amministratore");
        await page.Go(new Uri(line.Address, AppRoutes.NuovaConvenzione).ToString());
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        var (field, error) = (page.Modulo("DataBando"), page.Locator("#modulo-DataBando-errore"));
        var calendar = page.GetByRole(AriaRole.Button, new() { Name = "Calendario: Data del bando" });

        // What is typed keeps its rules: a short form is rewritten, an impossible day is told at the field.
        await field.FillAsync("5/3/2024");
        await page.Keyboard.PressAsync("Tab");
        await Expect(field).ToHaveValueAsync("05/03/2024");
        await Expect(calendar).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["2024-03-05"], await page.EvaluateAsync<string[]>("window.calendars"));
        await page.Locator("input.data-calendario").FillAsync("2024-03-18");
        await Expect(field).ToHaveValueAsync("18/03/2024");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "18/03/2024" })).ToHaveCountAsync(1);

        // The answer to what was typed comes after a day was taken from the calendar: the field keeps the later one, as the server does.
        line.Delay = TimeSpan.FromMilliseconds(500);
        await field.FillAsync("7/4/2024");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input.data-calendario").FillAsync("2024-04-18");
        await Expect(field).ToHaveValueAsync("18/04/2024");
        await Expect(field).ToHaveAttributeAsync("data-heard", HeardLast());
        await Expect(field).ToHaveValueAsync("18/04/2024");
        line.Delay = _slow;

        await field.FillAsync("31/02/2024");
        await field.BlurAsync();
        await Expect(error).Not.ToBeEmptyAsync();
        var today = page.GetByRole(AriaRole.Button, new() { Name = "Oggi: Data del bando" });
        await today.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Expect(field).ToHaveValueAsync(RomeTime.Text(TimeProvider.System.Today()));
        await Expect(error).ToBeEmptyAsync();
        await Expect(today).ToBeFocusedAsync();
        await Expect(page.Locator("input.data-calendario")).ToHaveCountAsync(0);
        await Screenshots.Save(page, "date-nel-modulo");
        await Axe.CheckState(page);
    }

    [Fact]
    [LongRun(typeof(DateToolsTests), "every key of the open calendar")]
    public async Task The_open_calendar_takes_arrows_Enter_and_Escape()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, _slow);
        await using var ufficio = await browser.NewPage(app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(new Uri(line.Address, AppRoutes.NuovaConvenzione).ToString());
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        var (field, open) = (page.Modulo("DataBando"), page.Locator("input.data-calendario:open"));
        var calendar = page.GetByRole(AriaRole.Button, new() { Name = "Calendario: Data del bando" });
        await field.FillAsync("05/03/2024");
        await page.Keyboard.PressAsync("Tab");
        await Expect(calendar).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(open).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(field).ToHaveValueAsync("06/03/2024");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(field).ToHaveValueAsync("13/03/2024");
        await page.Keyboard.PressAsync("Enter");
        await Expect(open).ToHaveCountAsync(0);
        await Expect(calendar).ToBeFocusedAsync();

        // The first Escape takes back the day, the second closes the calendar.
        await page.Keyboard.PressAsync("Enter");
        await Expect(open).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(field).ToHaveValueAsync("14/03/2024");
        await page.Keyboard.PressAsync("Escape");
        await Expect(field).ToHaveValueAsync("13/03/2024");
        await page.Keyboard.PressAsync("Escape");
        await Expect(open).ToHaveCountAsync(0);
        await Expect(calendar).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("13/03/2024");
    }

    [Fact]
    [LongRun(typeof(DateToolsTests), "the same tools on a telephone")]
    public async Task A_date_of_the_scheda_saves_itself_and_the_tools_fit_a_telephone()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.AddInitScriptAsync(NotesCalendars);
        await page.SignIn("rup.tivoli", "Rup");
        var id = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti
            .Where(a => a.Stato == StatoAffidamento.InLavorazione && db.Enti.Any(e => e.Id == a.EnteId && e.Denominazione == "Comune di Tivoli"))
            .Select(a => a.Id).FirstAsync());
        await page.Go(AppRoutes.SchedaDi(id));
        await page.MostraTutto();
        await page.SetViewportSizeAsync(390, 844);
        var field = page.Locator("#campo-anacForm-appalto-dataAdesione");
        await page.GetByRole(AriaRole.Button, new() { Name = "Oggi: Data di adesione" }).ClickAsync();
        await Expect(field).ToHaveValueAsync(RomeTime.Text(TimeProvider.System.Today()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Calendario: Data di adesione" }).ClickAsync();
        Assert.Single(await page.EvaluateAsync<string[]>("window.calendars"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than a telephone.");
        Assert.True((await field.BoundingBoxAsync())!.Width >= 100);
        await Axe.CheckState(page);
        await page.ReloadAsync();
        await page.MostraTutto();
        await Expect(field).ToHaveValueAsync(RomeTime.Text(TimeProvider.System.Today()));
    }

    [GeneratedRegex("^\\d+ 18/04/2024$")]
    private static partial Regex HeardLast();
}
