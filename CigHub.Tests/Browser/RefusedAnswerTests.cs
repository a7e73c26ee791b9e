using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests that an answer reaches the server although Blazor refuses its event, as it was seen to do on a starved server.</summary>
[Collection(BrowserChains.Second)]
public sealed class RefusedAnswerTests(BrowserFixture browser)
{
    /// <summary>Clicks an answer whose change names, for this once, a handler that the server does not have.</summary>
    private const string ClickRefused = """
        field => {
          const handler = field[Object.keys(field).find(k => k.startsWith('_blazorEvents_'))].getHandler('change');
          const own = handler.eventHandlerId;
          handler.eventHandlerId = 999999;
          field.click();
          handler.eventHandlerId = own;
        }
        """;

    private static readonly string _cup = PercorsoAd4.Aggiudicazione(0, "acquisizioneCup");

    [Fact]
    public async Task A_refused_answer_is_sent_again_and_saved()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await Expect(page.Field(RupPath.ImportoServizi)).ToBeEditableAsync();
        await page.Field(RupPath.ImportoServizi).FillAsync("100");
        await page.Choose("afferenteInvestimentiPNRR", "No");
        var no = page.Field(_cup).GetByLabel("No", new() { Exact = true });
        var missing = page.Locator($"#pannello-titolo ~ ul [data-vai='{_cup}']");
        await Expect(missing).ToHaveCountAsync(1);

        await no.EvaluateAsync(ClickRefused);

        await Waits.Until(async () => await Saved(app, id, _cup) == "false", "the answer that was refused is saved");
        Assert.Equal("false", await Saved(app, id, PercorsoAd4.Aggiudicazione(0, "afferenteInvestimentiPNRR")));
        await Expect(no).ToBeCheckedAsync();
        await Expect(missing).ToHaveCountAsync(0);
    }

    private static Task<string?> Saved(TestApp app, Guid id, string path) =>
        ReadyAffidamenti.Query(app.Services, async db => (await db.Affidamenti.Where(a => a.Id == id).Select(a => a.Bozza).SingleAsync()).Testo(path));
}
