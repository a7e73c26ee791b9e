using System.IO.Compression;
using System.Xml.Linq;
using Bunit;
using CigHub.Domain.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Components;

/// <summary>
/// Checks that a column or filter of a list, declared once, applies everywhere: on screen, in the exported sheet, on paper, and when the
/// list is sorted or filtered.
/// </summary>
public sealed class ListsTests : ComponentTest
{
    private static readonly Parcel[] _parcels =
    [
        new(1, "Carta", Importo.DaEuro(30), new DateOnly(2026, 3, 1), "Tivoli"),
        new(2, "Alberi", Importo.DaEuro(1234.5m), null, "Velletri"),
        new(3, "Carta", Importo.DaEuro(5), new DateOnly(2026, 1, 2), "Tivoli"),
    ];

    private static readonly ParcelColumns _before = new([]);

    private static readonly ParcelColumns _after = new([new("Città", p => p.City) { Sort = ParcelColumns.ByCity, Sheet = 20, Print = 0 }]);

    [Fact]
    public async Task A_column_added_to_a_declaration_stands_on_screen_in_the_sheet_and_on_paper_and_sorts()
    {
        Assert.DoesNotContain("Città", Captions(Table(_before)));
        Assert.Equal(["Che cosa", "Valore", "Giorno", "Città"], Captions(Table(_after)));
        Assert.Equal(["Tivoli", "Velletri", "Tivoli"], Table(_after).FindAll("td[data-nome='Città']").Select(c => c.TextContent));

        using var file = new MemoryStream();
        Assert.Equal(3, await _after.ToSheet(file, _parcels.ToAsyncEnumerable(), acrossEnti: true, CancellationToken.None));
        var sheet = Cells(file.ToArray());
        Assert.Equal(["Che cosa", "Valore", "Città"], sheet[0]);
        Assert.Equal(["Alberi", "1234,5", "Velletri"], sheet[2]);

        Assert.Equal(["Città", "Giorno", "Valore"], Captions(Paper(_after)));
        Assert.Equal("Tivoli", Paper(_after).Find("tbody td").TextContent);

        Assert.Equal([2, 3, 1], Sorted(new ListOrder("città")));
        Assert.Equal([1, 3, 2], Sorted(new ListOrder("Città", Ascending: true)));
        Assert.Equal("/pacchi?ordine=Città&su=True", Table(_after).Find("th:last-child a").GetAttribute("href"));
    }

    [Fact]
    public async Task No_word_of_a_caption_is_wider_than_its_column_in_the_sheet()
    {
        var narrow = new ParcelColumns([new("Ultima comunicazione", p => p.Day) { Sheet = 12 }, new("Via", p => p.City) { Sheet = 20 }]);
        using var file = new MemoryStream();
        await narrow.ToSheet(file, _parcels.ToAsyncEnumerable(), acrossEnti: true, CancellationToken.None);

        var widths = Widths(file);
        Assert.InRange(widths[2], "comunicazione".Length + 1, 20);
        Assert.InRange(widths[3], 20, 21);
    }

    [Fact]
    public void The_first_press_on_a_caption_begins_with_the_largest_figure_or_the_first_letter_and_the_next_turns_round()
    {
        var (what, value) = (_after.Columns[0], _after.Columns[1]);
        Assert.Equal(new ListOrder("Valore"), ParcelColumns.Pressed(value, default));
        Assert.Equal(new ListOrder("Valore", Ascending: true), ParcelColumns.Pressed(value, new ListOrder("Valore")));
        Assert.Equal(new ListOrder("Che", Ascending: true), ParcelColumns.Pressed(what, new ListOrder("Valore")));
        var shown = Table(_after, new ListOrder("Valore", Ascending: true)).Find("th[aria-sort]");
        Assert.Equal(("ascending", "Valore ▲"), (shown.GetAttribute("aria-sort"), shown.TextContent.Trim()));
    }

    [Fact]
    public void Rows_that_an_order_holds_equal_follow_by_the_unique_key_in_both_directions()
    {
        Assert.Equal([2, 1, 3], Sorted(new ListOrder("Che", Ascending: true)));
        Assert.Equal([3, 1, 2], Sorted(new ListOrder("Che")));
        Assert.Equal([3, 2, 1], Sorted(default));
        Assert.Equal([3, 2, 1], Sorted(new ListOrder("unknown")));
    }

    [Fact]
    public void A_cell_is_drawn_as_its_kind_says()
    {
        var row = Table(_after).Find("tbody tr");
        Assert.Equal("<a href=\"/pacchi/1\">Carta</a>", row.QuerySelector("th[scope=row]")!.InnerHtml);
        Assert.Contains("numero", row.QuerySelector("td[data-nome=Valore]")!.ClassList);
        Assert.Equal("30,00\u00A0€", row.QuerySelector("td[data-nome=Valore] strong .euro")!.TextContent);
        Assert.Equal("01/03/2026", row.QuerySelector("td[data-nome=Giorno] time")!.TextContent);
        Assert.Equal("senza giorno", Table(_after).FindAll("tbody tr")[1].QuerySelector("td[data-nome=Giorno] .stato")!.TextContent.Trim());
    }

    [Fact]
    public void The_cells_of_a_list_are_no_components_which_a_circuit_would_hold_each() =>
        Assert.IsType<ListRows<Parcel>>(Assert.Single(Table(_after).FindComponents<IComponent>()).Instance);

    [Fact]
    public void A_page_draws_the_cells_of_a_column_in_its_own_way()
    {
        var table = Contesto.Render<ListTable<Parcel>>(p => p
            .Add(c => c.Name, "Pacchi").Add(c => c.Columns, _after.OnScreen()).Add(c => c.Rows, _parcels)
            .Add(c => c.Cells, new Dictionary<string, Func<Parcel, RenderFragment>> { ["Città"] = parcel => StateChip.Of($"a {parcel.City}", "") }));
        Assert.Equal("a Tivoli", table.Find("td[data-nome='Città'] .stato").TextContent);
        Assert.Equal("30,00\u00A0€", table.Find("td[data-nome=Valore] .euro").TextContent);
    }

    [Fact]
    public void A_column_of_several_Enti_is_for_users_who_see_them()
    {
        var columns = new ParcelColumns([new("Ente", p => p.City) { AcrossEnti = true, Sheet = 10, Print = 9 }]);
        Assert.All([columns.OnScreen(), columns.InSheet(), columns.OnPaper()], shown => Assert.Contains(shown, c => c.Caption == "Ente"));
        Assert.All([columns.OnScreen(false), columns.InSheet(false), columns.OnPaper(false)], shown => Assert.DoesNotContain(shown, c => c.Caption == "Ente"));
    }

    [Fact]
    public async Task A_filter_added_to_a_declaration_narrows_and_stands_in_the_address_the_words_and_the_form()
    {
        var filters = new ParcelFilters();
        var tivoli = filters.Read(ListAddress.Read("/pacchi?citta=%20Tivoli%20&dal=2026-02-01&boh=1"));
        Assert.Equal(new ParcelFilter(City: "Tivoli", From: new DateOnly(2026, 2, 1)), tivoli);
        Assert.Equal("/pacchi?citta=Tivoli&dal=2026-02-01", ListAddress.Write("/pacchi", filters.Values(tivoli)));
        Assert.Equal("Città: Tivoli · Dal: 01/02/2026", filters.Words(tivoli));
        Assert.Equal([1], (await filters.Narrow(_parcels.AsQueryable(), tivoli, default)).Select(p => p.Id));
        Assert.Equal([2], (await filters.Narrow(_parcels.AsQueryable(), new ParcelFilter(City: "Velletri"), default)).Select(p => p.Id));
        Assert.Equal([1, 2, 3], (await filters.Narrow(_parcels.AsQueryable(), new ParcelFilter(), default)).Select(p => p.Id));

        var form = Form(filters, tivoli);
        Assert.Equal("Tivoli", form.Find("#filtro-citta").GetAttribute("value"));
        Assert.Contains("(2 in uso)", Form(filters, tivoli with { Size = Size.Grande }).Find("summary").TextContent, StringComparison.Ordinal);
        form.Find("select").Change("Grande");
        form.Find("form").Submit();
        Assert.EndsWith("/pacchi?citta=Tivoli&misura=Grande&dal=2026-02-01",
            Contesto.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_inputs_of_the_other_filters_stand_there_once_they_have_been_opened_and_stay()
    {
        var form = Form(new ParcelFilters(), new ParcelFilter());
        Assert.Empty(form.FindAll("select, input[type=date]"));
        form.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Equal(2, form.FindAll("select, input[type=date]").Count);
        form.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Equal(2, form.FindAll("select, input[type=date]").Count);
    }

    [Fact]
    public void What_is_no_value_of_a_filter_leaves_the_filter_out()
    {
        var filters = new ParcelFilters();
        Assert.Equal(new ParcelFilter(), filters.Read(ListAddress.Read("/pacchi?citta=%20&misura=77&dal=ieri")));
        Assert.True(filters.IsEmpty(filters.Read(ListAddress.Read("/pacchi"))));
        Assert.Equal(ListAddress.MaxText, filters.Read(ListAddress.Read("/pacchi?citta=" + new string('x', 9_999))).City!.Length);
    }

    [Fact]
    public void Filters_that_contradict_each_other_are_not_sent()
    {
        var navigation = Contesto.Services.GetRequiredService<NavigationManager>();
        var before = navigation.Uri;
        var form = Form(new ParcelFilters(), new ParcelFilter(City: ParcelFilters.Nowhere));
        form.Find("form").Submit();
        Assert.Equal("Non c'è.", form.Find("[role=alert]").TextContent);
        Assert.Equal(before, navigation.Uri);
    }

    private static List<int> Sorted(ListOrder order) => [.. _after.Sorted(_parcels.AsQueryable(), order).Select(p => p.Id)];

    private static IEnumerable<string> Captions<T>(IRenderedComponent<T> shown)
        where T : IComponent => shown.FindAll("thead th").Select(c => c.TextContent.Trim());

    /// <summary>Returns the width of each column of the sheet, in characters.</summary>
    private static List<double> Widths(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "col").Select(e => (double)e.Attribute("width")!)];
    }

    private static List<string[]> Cells(byte[] sheet)
    {
        var table = XlsxReader.ReadTable(sheet, SheetColumns.SheetName, _ => true, 1, 10, _ => throw new InvalidDataException()).Value;
        return [.. table.Rows.Select(r =>
            Enumerable.Range(1, table.Width).Select(i => r.Cells.FirstOrDefault(c => c.Column == i)?.Text ?? "").ToArray())];
    }

    private IRenderedComponent<ListTable<Parcel>> Table(ParcelColumns columns, ListOrder order = default) => Contesto.Render<ListTable<Parcel>>(p => p
        .Add(c => c.Name, "Pacchi").Add(c => c.Columns, columns.OnScreen()).Add(c => c.Rows, _parcels).Add(c => c.Order, order)
        .Add(c => c.Address, o => $"/pacchi?ordine={o.Name}&su={o.Ascending}"));

    private IRenderedComponent<ListOnPaper<Parcel>> Paper(ParcelColumns columns) => Contesto.Render<ListOnPaper<Parcel>>(p => p
        .Add(c => c.Title, "Pacchi").Add(c => c.Question, "Tutti").Add(c => c.Summary, "3 pacchi")
        .Add(c => c.Columns, columns.OnPaper()).Add(c => c.Rows, _parcels)
        .Add(c => c.Who, "Aldo").Add(c => c.When, new DateTime(2026, 11, 29, 9, 0, 0, DateTimeKind.Utc)));

    private IRenderedComponent<FilterForm<ParcelFilter>> Form(ParcelFilters filters, ParcelFilter filter) => Contesto.Render<FilterForm<ParcelFilter>>(p => p
        .Add(c => c.Name, "Cerca nei pacchi").Add(c => c.Filters, filters).Add(c => c.Filter, filter).Add(c => c.Clear, "/pacchi")
        .Add(c => c.Address, f => ListAddress.Write("/pacchi", filters.Values(f))));

    private enum Size
    {
        Piccola,
        Grande,
    }

    private sealed record Parcel(int Id, string What, Importo Value, DateOnly? Day, string City);

    private sealed record ParcelFilter(string? City = null, Size? Size = null, DateOnly? From = null);

    private sealed class ParcelColumns(IReadOnlyList<Column<Parcel>> added) : ColumnSet<Parcel, Parcel>(
        [
            new("Che cosa", p => p.What) { Sort = By("Che", p => p.What), Sheet = 30, NamesRow = true, Link = p => $"/pacchi/{p.Id}" },
            new("Valore", p => p.Value) { Sort = By("Valore", p => p.Value.Centesimi), Sheet = 12, Print = 2, Strong = true },
            new("Giorno", p => p.Day)
            {
                Print = 1,
                Beside = p => p.Day is null ? StateChip.Of("senza giorno", "") : null
            },
            .. added,
        ],
        usual: By("Numero", p => p.Id),
        unique: By("Numero", p => p.Id))
    {
        public static SortKey<Parcel> ByCity => By("Città", p => p.City);
    }

    /// <summary>The scope of filters that use no data except the query itself.</summary>
    private readonly record struct NoScope;

    private sealed class ParcelFilters() : FilterSet<ParcelFilter, Parcel, NoScope>(
        new ParcelFilter(),
        [
            Text("citta", "Città", f => f.City, (f, v) => f with { City = v }, (parcels, v) => parcels.Where(p => p.City == v)) with { InSight = true },
            Choice<Size>("misura", "Misura", f => f.Size, (f, v) => f with { Size = v }, v => v.ToString(),
                (parcels, v, _) => parcels.Where(p => p.Value.Centesimi > 10_000 == (v == Size.Grande))),
            Day("dal", "Dal", f => f.From, (f, v) => f with { From = v }, (parcels, v) => parcels.Where(p => p.Day >= v)),
        ])
    {
        public const string Nowhere = "Atlantide";

        public override string? Refusal(ParcelFilter filter) => filter.City == Nowhere ? "Non c'è." : null;
    }
}
