using System.Globalization;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.RegistroEventi.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>
/// The page of the registro, for Auditors: the list of events, filtered by the page's address, and the proof that none was altered.
/// </summary>
public sealed partial class PaginaRegistroEventi
{
    private const int PerPage = 50;

    [SupplyParameterFromQuery]
    public int? Pagina { get; set; }

    private EventiFilter Filter { get; set; } = new();

    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int Pages => Math.Max(PageNumber, CappedCount.Pages(Eventi?.Total ?? 0, PerPage));

    private string Count => CappedCount.Of(Eventi!.Total, "evento", "eventi")
        + (CappedCount.IsOver(Eventi.Total) ? ": restringi i filtri per vederli tutti" : "")
        + (Pages > 1 ? $", pagina {PageNumber} di {Pages}" : "");

    private ListPage<EventoRow>? Eventi { get; set; }

    protected override async Task LoadAsync()
    {
        Filter = EventiFilterSet.Tutti.Read(ListAddress.Read(Navigation.Uri));
        Eventi = await Read<ListaEventi, ListPage<EventoRow>>(async q => await q.Run(Filter, PageNumber, PerPage));
    }

    private static string ConFiltro(EventiFilter filtro, int pagina = 1) => ListAddress.Write(
        AppRoutes.RegistroEventi,
        [.. EventiFilterSet.Tutti.Values(filtro), new(nameof(Pagina), pagina == 1 ? null : pagina.ToString(CultureInfo.InvariantCulture))]);
}
