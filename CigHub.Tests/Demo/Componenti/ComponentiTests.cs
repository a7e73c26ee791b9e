using System.Net;
using CigHub.Tests.Architecture;
using CigHub.Tests.Browser;
using CigHub.Tests.Security.Accesso;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Demo.Componenti;

/// <summary>Tests the page with every part of the kit: it shows all of them, axe finds nothing on it, and it exists in Development alone.</summary>
[Collection(BrowserChains.First)]
public sealed class ComponentiTests(BrowserFixture browser)
{
    /// <summary>The parts that stand on the page inside another part, and the button of a sheet, which needs a query and a right to it.</summary>
    private static readonly string[] _insideOthers = ["FilterBox", "ListRows", "SavedViewsMenu", "ColumnsMenu", "BottoneFoglio"];

    [Fact]
    public void Every_part_of_the_kit_is_on_the_page()
    {
        var shown = string.Concat(House.Sources.Where(s => s.IsIn("CigHub.Web/Demo/Componenti/")).Select(s => s.Text));
        var parts = typeof(ListTools).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IComponent)) && !t.IsAbstract && !t.IsNested
                && t.Namespace is "CigHub.Web.Components.Display" or "CigHub.Web.Components.Forms" or "CigHub.Web.Components.Lists")
            .Select(t => t.Name.Split('`')[0]).Except(_insideOthers).ToList();
        Assert.True(parts.Count > 25, $"{parts.Count} parts found");
        Assert.All(parts, p => Assert.Contains($"<{p} ", shown, StringComparison.Ordinal));
    }

    [Fact]
    public Task Axe_finds_nothing_on_any_part() => AxeFindsNothing(TestScreen.Phone, ColorScheme.Dark);

    [Theory]
    [LongRun(typeof(ComponentiTests), "the parts on the other screens and in the other themes")]
    [InlineData(TestScreen.Desktop, ColorScheme.Light)]
    [InlineData(TestScreen.Desktop, ColorScheme.Dark)]
    [InlineData(TestScreen.Phone, ColorScheme.Light)]
    public Task Axe_finds_nothing_on_any_part_elsewhere(TestScreen screen, ColorScheme theme) => AxeFindsNothing(screen, theme);

    private async Task AxeFindsNothing(TestScreen screen, ColorScheme theme)
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address, screen, theme);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.Componenti);
        await Expect(page.Locator("h2#campioni-elenco")).ToBeVisibleAsync();
        foreach (var tool in await page.Locator("#contenuto summary").AllAsync())
        {
            await tool.ClickAsync();
        }

        await Expect(page.Locator(".scelta-colonne")).ToBeVisibleAsync();
        await Axe.Check(page);
        await Screenshots.Save(page, "componenti");
        await page.Bottone("Elimina").First.ClickAsync();
        await Axe.Check(page);
        await page.Go(AppRoutes.ComponentiVuota);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Pagina vuota");
        await Axe.Check(page);
    }
}

/// <summary>Tests that the pages with the parts of the kit are not there in Production, neither by their address nor inside a circuit.</summary>
[Collection(BrowserChains.First)]
public sealed class ComponentiInProductionTests(BrowserFixture browser, AppWithSignIn app) : IClassFixture<AppWithSignIn>
{
    [Theory]
    [InlineData(AppRoutes.Componenti)]
    [InlineData(AppRoutes.ComponentiVuota)]
    [InlineData("/COMPONENTI/vuota")]
    public async Task The_address_answers_404(string address)
    {
        using var client = app.Client();
        using var answer = await client.GetAsync(new Uri(app.Indirizzo, address));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Pagina vuota", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circuit_does_not_show_it_either()
    {
        app.Ora(Behaviour.Of("rup2.tivoli", "Rup"));
        await using var testPage = await browser.NewPage(app.Indirizzo);
        testPage.ExpectError("answered 404"); // a circuit may ask the server for the page that it does not know
        var page = testPage.Page;
        await page.GotoAsync(AppRoutes.Convenzioni);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Convenzioni");
        await page.EvaluateAsync("address => Blazor.navigateTo(address)", AppRoutes.Componenti);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Pagina non trovata");
        await Expect(page.GetByText("Ogni parte dell'interfaccia")).ToHaveCountAsync(0);
    }
}
