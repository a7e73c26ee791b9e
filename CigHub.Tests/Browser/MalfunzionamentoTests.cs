using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the report of a malfunzionamento. One user reports that the portal does not work, and every user must see it until somebody
/// reports that the portal works again.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class MalfunzionamentoTests(BrowserFixture browser)
{
    [Fact]
    public async Task Un_clic_avvisa_tutti_e_chi_lo_vede_funzionare_lo_chiude()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        await using var altro = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await altro.Page.SignIn("rup.velletri", "Rup");
        await altro.Page.Go(AppRoutes.Spesa);
        await Expect(altro.Page.Locator(".guasto")).ToHaveCountAsync(0);

        await rup.Page.Go(AppRoutes.Malfunzionamenti);
        await rup.Page.GetByLabel("Che cosa succede").FillAsync("Pagina bianca dopo SPID");
        await rup.Page.Bottone("Segnala malfunzionamento del portale").ClickAsync();
        await Expect(rup.Page.Locator("#contenuto tbody tr")).ToContainTextAsync("in corso");

        // Without a reload, the banner appears on every open page.
        await Expect(altro.Page.Locator(".guasto")).ToContainTextAsync("Pagina bianca dopo SPID");
        await Screenshots.Save(altro.Page, "guasto");
        await altro.Page.Locator(".guasto").GetByRole(AriaRole.Link).ClickAsync();
        await altro.Page.Bottone("Il portale funziona di nuovo").ClickAsync();
        await Expect(altro.Page.Locator("#contenuto tbody tr")).Not.ToContainTextAsync("in corso");
        await Screenshots.Save(altro.Page, "malfunzionamenti");
        await Expect(rup.Page.Locator(".guasto")).ToHaveCountAsync(0);
    }
}
