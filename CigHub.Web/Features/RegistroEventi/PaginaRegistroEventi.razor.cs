using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.RegistroEventi.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>
/// The page of the registro, for Auditors: the list of events, filtered by the page's address, and the proof that none was altered.
/// </summary>
public sealed partial class PaginaRegistroEventi
{
    private const int PerPage = 25;

    private TaskCompletionSource? _drawn;

    [Inject]
    public required BrowserOutput Output { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery]
    public int? Pagina { get; set; }

    /// <summary>The number of the event before which a search for words goes on. Null for a search from the newest.</summary>
    [SupplyParameterFromQuery]
    public long? Prima { get; set; }

    protected override DeclaredList<EventoRow, EventiFilter> List => RegistroColumns.Lista;

    private EventiFilter Filter { get; set; } = new();

    private Func<EventiFilter, string> AddressOf => filter => Here(filter.Address());

    /// <summary>The drawing of the cells whose links keep the present filters.</summary>
    private IReadOnlyDictionary<string, Func<EventoRow, RenderFragment>> Cells => new Dictionary<string, Func<EventoRow, RenderFragment>>
    {
        ["Chi"] = evento => Drawn.By<ChiNelRegistro>(
            (nameof(ChiNelRegistro.Evento), evento), (nameof(ChiNelRegistro.Filter), Filter), (nameof(ChiNelRegistro.Address), AddressOf)),
        ["Su"] = evento => Drawn.By<OggettoNelRegistro>(
            (nameof(OggettoNelRegistro.Evento), evento), (nameof(OggettoNelRegistro.Filter), Filter), (nameof(OggettoNelRegistro.Address), AddressOf)),
    };

    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int Pages => Math.Max(PageNumber, CappedCount.Pages(Eventi?.Total ?? 0, PerPage));

    private string Count => Eventi!.Letti is { } letti
        ? $"{Plural.Word(Eventi.Total, "Trovato", "Trovati")} {Plural.Of(Eventi.Total, "evento", "eventi")} leggendo il testo di {Plural.Number(letti)}"
            + (Prima is { } prima ? $", prima del n. {Plural.Number(prima)}" : ", dai più recenti")
        : CappedCount.Of(Eventi.Total, "evento", "eventi")
            + (CappedCount.IsOver(Eventi.Total) ? ": restringi i filtri per vederli tutti" : "")
            + (Pages > 1 ? $", pagina {PageNumber} di {Pages}" : "");

    private EventiView? Eventi { get; set; }

    private IReadOnlyList<EventoRow>? ToPrint { get; set; }

    protected override async Task LoadAsync()
    {
        Filter = EventiFilterSet.Tutti.Read(ListAddress.Read((await ReadView()).Address));
        Eventi = await Read<ListaEventi, EventiView>(async q => await q.Run(Filter, PageNumber, PerPage, Prima));
    }

    protected override void OnAfterRender(bool firstRender) => _drawn?.TrySetResult();

    private async Task Print(IReadOnlyList<EventoRow> rows)
    {
        (ToPrint, _drawn) = (rows, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        StateHasChanged();
        await _drawn.Task;
        await Output.Print();
        (ToPrint, _drawn) = (null, null);
        StateHasChanged();
    }

    private static IEnumerable<KeyValuePair<string, string?>> ThisPage(int page) =>
        [new(nameof(Pagina), page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))];

    private static IEnumerable<KeyValuePair<string, string?>> Before(long seq) => [new(nameof(Prima), seq.ToString(CultureInfo.InvariantCulture))];
}
