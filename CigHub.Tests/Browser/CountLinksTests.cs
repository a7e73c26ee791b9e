using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Cruscotto.Operativo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the numbers on the Cruscotto and on other pages. The link beside a number must open a list with as many rows, and a number whose
/// items are not all shown must have such a link.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed partial class CountLinksTests(BrowserFixture browser)
{
    /// <summary>The number of generated Affidamenti. It is large enough that every state has more than one group shows at once.</summary>
    private const int Affidamenti = 150;

    /// <summary>
    /// The script that returns the numbers without their rest: neither are all their items shown, nor is there a link with the same number.
    /// It compares each heading that holds a count with the items and links up to the next heading. The counts of several links may add up
    /// to the number.
    /// </summary>
    private const string WithoutTheRest = """
        () => [...document.querySelectorAll('main .conteggio')].flatMap(count => {
          const number = Number(count.textContent);
          let items = 0;
          const links = [];
          for (let e = count.closest('h2, h3').nextElementSibling; e && !e.matches('h2, h3'); e = e.nextElementSibling) {
            items += e.matches('ul.lavoro') ? e.children.length : e.querySelectorAll('tbody tr').length;
            links.push(...[e, ...e.querySelectorAll('*')].filter(x => x.matches('a[data-conta]')).map(a => Number(a.dataset.conta)));
          }
          const whole = items === number || links.includes(number) || links.reduce((a, b) => a + b, 0) === number;
          return whole ? [] : [`${count.parentElement.textContent.trim()}: ${items} items`];
        })
        """;

    /// <summary>
    /// The script that returns the texts of links that end with a number in brackets but lack the mark by which this test finds such links.
    /// </summary>
    private const string Unmarked = """
        () => [...document.querySelectorAll('main a:not([data-conta])')].map(a => a.textContent.trim()).filter(t => /\(\d+\)$/.test(t))
        """;

    private const string Counted = "() => [...document.querySelectorAll('main a[data-conta]')].map(a => [a.getAttribute('href'), a.dataset.conta])";

    [Fact]
    public async Task Every_number_leads_to_as_many_rows()
    {
        await using var app = new TestApp { Affidamenti = Affidamenti };
        await app.InitializeAsync();
        var opened = 0;
        foreach (var (person, role, pages) in Walks)
        {
            await using var somebody = await browser.NewPage(app.Address);
            var page = somebody.Page;
            await page.SignIn(person, role);
            var links = new HashSet<(string Address, string Count)>();
            foreach (var address in pages)
            {
                await Open(page, address);
                Assert.Empty(await page.EvaluateAsync<string[]>(WithoutTheRest));
                Assert.Empty(await page.EvaluateAsync<string[]>(Unmarked));
                links.UnionWith((await page.EvaluateAsync<string[][]>(Counted)).Select(l => (l[0], l[1])));
            }

            foreach (var (address, count) in links)
            {
                await Open(page, address);
                var total = page.Locator("main [data-totale]");
                await Expect(total).ToHaveAttributeAsync("data-totale", count);
                Assert.Equal(count, FirstNumber().Match((await total.InnerTextAsync()).Replace(".", "", StringComparison.Ordinal)).Value);
            }

            opened += links.Count;
        }

        Assert.True(opened >= 10, $"Only {opened} numbers have a link.");
    }

    [Fact]
    public async Task The_list_has_a_tab_for_every_state()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await rup.Page.Go(AppRoutes.Affidamenti);
        var tabs = rup.Page.GetByRole(AriaRole.Navigation, new() { Name = "Stato Affidamento" }).GetByRole(AriaRole.Link);
        var names = await tabs.AllInnerTextsAsync();
        Assert.Equal(
            Enum.GetValues<StatoAffidamento>().Select(s => s.Nome()).Append("Tutti").Order(StringComparer.Ordinal),
            names.Order(StringComparer.Ordinal));
        await rup.Page.GetByRole(AriaRole.Link, new() { Name = StatoAffidamento.ModificaInRichiesta.Nome() }).ClickAsync();
        await Expect(tabs.And(rup.Page.Locator("[aria-current=page]"))).ToHaveTextAsync(StatoAffidamento.ModificaInRichiesta.Nome());
        await Screenshots.Save(rup.Page, "elenco-schede-di-stato");
    }

    private static IEnumerable<(string Person, string? Role, string[] Pages)> Walks =>
    [
        ("rup.tivoli", "Rup", [Worklist(CruscottoOperativo.Miei), Worklist(CruscottoOperativo.DellEnte), AppRoutes.PassaggioConsegne]),
        ("istruttore.tivoli", null, [Worklist(CruscottoOperativo.Miei), Worklist(CruscottoOperativo.DellEnte)]),
        ("responsabile", null, [AppRoutes.Cruscotto]),
        ("auditor", null, [AppRoutes.Cruscotto]),
        ("amministratore", null, [AppRoutes.Cruscotto, AppRoutes.PersoneEdEnti]),
    ];

    private static string Worklist(string view) => $"{AppRoutes.Cruscotto}?vista={view}";

    private static async Task Open(IPage page, string address)
    {
        await page.Go(address);
        await page.Locator("main h1").First.WaitForAsync();
        await Expect(page.Locator("main .caricamento")).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstNumber();
}
