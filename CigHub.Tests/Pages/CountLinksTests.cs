using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Security;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Cruscotto.Operativo;

namespace CigHub.Tests.Pages;

/// <summary>
/// Tests the numbers on the Cruscotto and on other pages. The link beside a number must open a list with as many rows, and a number whose
/// items are not all shown must have such a link.
/// </summary>
public sealed partial class CountLinksTests
{
    /// <summary>The number of generated Affidamenti. It is large enough that every state has more than one group shows at once.</summary>
    private const int Affidamenti = 150;

    private static readonly (string Person, string? Role, string[] Pages)[] _walks =
    [
        ("rup.tivoli", "Rup", [Worklist(CruscottoOperativo.Miei), Worklist(CruscottoOperativo.DellEnte), AppRoutes.PassaggioConsegne]),
        ("istruttore.tivoli", null, [Worklist(CruscottoOperativo.Miei), Worklist(CruscottoOperativo.DellEnte)]),
        ("responsabile", null, [AppRoutes.Cruscotto]),
        ("auditor", null, [AppRoutes.Cruscotto]),
        ("amministratore", null, [AppRoutes.Cruscotto, AppRoutes.PersoneEdEnti]),
    ];

    [Fact]
    public async Task Every_number_leads_to_as_many_rows()
    {
        await using var app = new TestApp { Affidamenti = Affidamenti };
        await app.InitializeAsync();
        var opened = 0;
        foreach (var (person, role, pages) in _walks)
        {
            using var client = await TestClient.SignedInAs(app, person, role);
            var links = new HashSet<(string Address, string Count)>();
            foreach (var address in pages)
            {
                var page = await client.Drawn(address);
                Assert.Empty(page.QuerySelectorAll("main .conteggio").Where(WithoutTheRest).Select(c => c.ParentElement!.Shown()));
                Assert.DoesNotContain(page.QuerySelectorAll("main a:not([data-conta])").Select(a => a.Shown()), t => EndsWithNumber().IsMatch(t));
                links.UnionWith(page.QuerySelectorAll("main a[data-conta]").Select(a => (a.GetAttribute("href")!, a.GetAttribute("data-conta")!)));
            }

            foreach (var (address, count) in links)
            {
                var total = (await client.Drawn(address)).QuerySelector("main [data-totale]");
                Assert.True(total?.GetAttribute("data-totale") == count, $"{address} has {total?.GetAttribute("data-totale")} rows, not {count}.");
                Assert.Equal(count, FirstNumber().Match(total!.Shown().Replace(".", "", StringComparison.Ordinal)).Value);
            }

            opened += links.Count;
        }

        Assert.True(opened >= 10, $"Only {opened} numbers have a link.");
    }

    [Fact]
    public async Task The_list_has_a_tab_for_every_state()
    {
        await using var app = await TestApp.Start();
        using var rup = await TestClient.SignedInAs(app, "rup.tivoli", "Rup");
        var tabs = Tabs(await rup.Drawn(AppRoutes.Affidamenti));
        Assert.Equal(
            Enum.GetValues<StatoAffidamento>().Select(s => s.Nome()).Append("Tutti").Order(StringComparer.Ordinal),
            tabs.Select(t => t.Shown()).Order(StringComparer.Ordinal));
        var name = StatoAffidamento.ModificaInRichiesta.Nome();
        var chosen = Tabs(await rup.Drawn(tabs.Single(t => t.Shown() == name).GetAttribute("href")!));
        Assert.Equal(name, Assert.Single(chosen, t => t.GetAttribute("aria-current") == "page").Shown());
    }

    private static IHtmlCollection<IElement> Tabs(IHtmlDocument page) => page.QuerySelectorAll("main nav[aria-label='Stato Affidamento'] a");

    /// <summary>
    /// Says that a count has neither all its items below its heading, up to the next heading, nor links with its number there. The counts of
    /// several links may add up to the number.
    /// </summary>
    private static bool WithoutTheRest(IElement count)
    {
        var number = int.Parse(count.TextContent, NumberStyles.Integer, CultureInfo.InvariantCulture);
        var items = 0;
        var links = new List<int>();
        for (var e = count.Closest("h2, h3")!.NextElementSibling; e is not null && !e.Matches("h2, h3"); e = e.NextElementSibling)
        {
            items += e.Matches("ul.lavoro") ? e.ChildElementCount : e.QuerySelectorAll("tbody tr").Length;
            links.AddRange(e.QuerySelectorAll("a[data-conta]").Prepend(e).Where(a => a.Matches("a[data-conta]"))
                .Select(a => int.Parse(a.GetAttribute("data-conta")!, CultureInfo.InvariantCulture)));
        }

        return items != number && !links.Contains(number) && links.Sum() != number;
    }

    private static string Worklist(string view) => $"{AppRoutes.Cruscotto}?vista={view}";

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstNumber();

    [GeneratedRegex(@"\(\d+\)$")]
    private static partial Regex EndsWithNumber();
}
