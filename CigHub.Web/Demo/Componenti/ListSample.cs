using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;

namespace CigHub.Web.Demo.Componenti;

/// <summary>One row of the sample list.</summary>
internal sealed record SampleItem(int Id, string Title, Importo Amount, DateOnly? Day, string Note);

/// <summary>The filters of the sample list, none in use.</summary>
internal sealed record SampleFilter(string? Text = null, bool OnlyMine = false, DateOnly? From = null);

/// <summary>The rows of the sample list, and its look with a saved view and a missing column.</summary>
internal static class ListSample
{
    public static DateTime Moment { get; } = new(2026, 11, 23, 9, 32, 0, DateTimeKind.Utc);

    public static IReadOnlyList<SampleItem> Rows { get; } =
    [
        new(1, "Carta in risme", Importo.DaEuro(1234.5m), new DateOnly(2026, 11, 23), ""),
        new(2, "Pulizia degli uffici", Importo.DaEuro(30), null, "Una nota lunga, che nella tabella finisce dopo due righe e nel suggerimento è intera."),
        new(3, "Toner", Importo.DaEuro(5), new DateOnly(2026, 1, 2), "Breve"),
    ];

    public static ListView<SampleItem> View { get; } = new()
    {
        Key = ListKey.Affidamenti,
        Requires = Permission.LeggiAffidamenti,
        Path = AppRoutes.Componenti,
        Address = AppRoutes.Componenti,
        Opened = false,
        Views =
        [
            new() { Id = Guid.Empty, Lista = "", Nome = "La vista aperta", Chiave = "A", Filtri = "mia=si", Apre = true },
            new() { Id = new Guid(1, 0, 0, new byte[8]), Lista = "", Nome = "Un'altra vista", Chiave = "B", Filtri = "testo=carta" },
        ],
        State = "mia=si",
        Kept = null,
        Widths = new Dictionary<string, int> { ["Importo"] = 180 },
        KeptWidths = null,
        Missing = ["la colonna «Priorità»"],
        Columns = SampleColumns.All.Usual(),
        Shown = [.. SampleColumns.All.Usual().Select(c => c.Name)],
        Usual = [.. SampleColumns.All.Usual().Select(c => c.Name)],
        Choices = [.. SampleColumns.All.OnScreen().Select(c => new ColumnChoice(c.Name, c.Caption, c.NamesRow))],
    };
}

/// <summary>The columns of the sample list: one of each kind.</summary>
internal sealed class SampleColumns : ColumnSet<SampleItem, SampleItem>
{
    private SampleColumns()
        : base(
            [
                new("Titolo", r => r.Title) { Sort = By("Titolo", r => r.Title), Print = 1, Place = 1, NamesRow = true, Link = _ => AppRoutes.Componenti },
                new("Importo", r => (Importo?)r.Amount) { Sort = By("Importo", r => r.Amount.Centesimi), Print = 2, Place = 2 },
                new("Giorno", r => r.Day) { Print = 3, Place = 3 },
                new("Numero", r => (long?)r.Id) { Place = 4 },
                new("Nota", r => r.Note) { Place = 5, Clipped = true },
                new("Istante", _ => (DateTime?)ListSample.Moment) { Name = "Istante" },
            ],
            usual: By("Id", r => r.Id),
            unique: By("Id", r => r.Id))
    {
    }

    public static SampleColumns All { get; } = new();
}

/// <summary>The filters of the sample list: one of each kind of input.</summary>
internal sealed class SampleFilters : FilterSet<SampleFilter, SampleItem, Guid>
{
    private SampleFilters()
        : base(
            new SampleFilter(),
            [
                Text("testo", "Testo", f => f.Text, (f, v) => f with { Text = v }, (rows, _) => rows) with
                {
                    InSight = true, Placeholder = "Parole del titolo",
                },
                Flag("mia", "Di chi", f => f.OnlyMine, (f, v) => f with { OnlyMine = v }, "solo i miei", ("Di tutti", "Solo i miei"), (rows, _) => new(rows)),
                Day("dal", "Dal", f => f.From, (f, v) => f with { From = v }, (rows, _) => rows),
            ])
    {
    }

    public static SampleFilters All { get; } = new();
}
