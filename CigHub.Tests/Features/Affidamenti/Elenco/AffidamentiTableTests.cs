using System.Reflection;
using Bunit;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Tests.Components;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Affidamenti.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Tests.Features.Affidamenti.Elenco;

/// <summary>Tests what the table of the list of Affidamenti costs a circuit, and that its cells still say the same.</summary>
public sealed class AffidamentiTableTests : ComponentTest
{
    [Fact]
    public void Twenty_five_rows_with_every_column_cost_a_circuit_three_components_more_than_none()
    {
        var full = Table(25);
        Assert.Equal(25, full.FindAll("tbody tr").Count);
        Assert.Equal(Table(0).FindComponents<IComponent>().Count + 3, full.FindComponents<IComponent>().Count);
    }

    [Fact]
    public void Ten_rows_with_the_usual_columns_fit_an_array_of_512_frames()
    {
        var rows = Table(20, usual: true).FindComponents<ListRows<AffidamentoRow>>();
        Assert.Equal([10, 10], rows.Select(r => r.FindAll("tr").Count));
        Assert.All(rows, r => Assert.InRange(Frames(r), 1, 512));
    }

    [Fact]
    public void A_row_shows_its_state_with_an_icon_and_a_dash_for_the_day_that_is_missing()
    {
        var row = Table(1).Find("tbody tr");
        Assert.Equal("CIG acquisitoPregressa", Shown(row.QuerySelector("td[data-nome='Stato Affidamento']")!));
        Assert.NotNull(row.QuerySelector("td[data-nome='Stato Affidamento'] .stato-success svg[aria-hidden=true]"));
        Assert.Equal("non indicato", row.QuerySelector("td[data-nome='Data Invio'] .assente .solo-lettore")!.TextContent);
        Assert.Equal("Apri Carta 0", row.QuerySelector("a.elenco-apri")!.GetAttribute("aria-label"));
    }

    /// <summary>Returns how many frames the renderer keeps of a component.</summary>
    private int Frames<T>(IRenderedComponent<T> component)
        where T : IComponent
    {
        var kept = Contesto.Renderer.GetType().GetMethod("GetCurrentRenderTreeFrames", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var range = kept.Invoke(Contesto.Renderer, [component.ComponentId])!;
        return (int)range.GetType().GetField("Count")!.GetValue(range)!;
    }

    private IRenderedComponent<AffidamentiTable> Table(int rows, bool usual = false) => Contesto.Render<AffidamentiTable>(p => p
        .Add(c => c.Righe, [.. Enumerable.Range(0, rows).Select(Row)])
        .Add(c => c.Filter, AffidamentiFilter.Tutti)
        .Add(c => c.Ticked, new HashSet<Guid>())
        .Add(c => c.View, View(usual)));

    private static AffidamentoRow Row(int i) => new(
        Guid.CreateVersion7(), 1, $"PI0000{i}", $"Carta {i}", "Carta per stampanti", Euro(100 + i), null, "", Cig.Parse("B61107E182", null), "Carta", "", "",
        "Rossi Maria", "Comune di Tivoli", StatoAffidamento.CigAcquisito, Pregresso: true);

    private static ListView<AffidamentoRow> View(bool usual)
    {
        var list = AffidamentiColumns.Lista;
        return new()
        {
            Key = list.Key,
            Requires = list.Requires,
            Path = list.Path,
            Address = list.Path,
            Opened = false,
            Views = [],
            State = "",
            Kept = null,
            KeptWidths = null,
            Widths = new Dictionary<string, int>(),
            Missing = [],
            Choices = [],
            Shown = [],
            Usual = [],
            Columns = usual ? list.Columns.Usual(acrossEnti: false) : list.Columns.OnScreen(),
        };
    }
}
