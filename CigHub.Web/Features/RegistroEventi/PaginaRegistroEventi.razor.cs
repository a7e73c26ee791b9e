using System.Globalization;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.RegistroEventi.Confronto;
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

    private int Pages => Eventi is null ? 1 : Math.Max(1, (Eventi.Total + PerPage - 1) / PerPage);

    private ListPage<EventoRow>? Eventi { get; set; }

    private EsitoVerifica? EsitoVerifica { get; set; }

    private bool StaVerificando { get; set; }

    protected override async Task LoadAsync()
    {
        Filter = EventiFilterSet.Tutti.Read(ListAddress.Read(Navigation.Uri));
        Eventi = await Read<ListaEventi, ListPage<EventoRow>>(async q => await q.Run(Filter, PageNumber, PerPage));
    }

    private async Task Verify()
    {
        StaVerificando = true;
        StateHasChanged();
        EsitoVerifica = await ReadLong<VerificaIntegrita, EsitoVerifica>(q => q.Run());
        StaVerificando = false;
    }

    private static string ConFiltro(EventiFilter filtro, int pagina = 1) => ListAddress.Write(
        AppRoutes.RegistroEventi,
        [.. EventiFilterSet.Tutti.Values(filtro), new(nameof(Pagina), pagina == 1 ? null : pagina.ToString(CultureInfo.InvariantCulture))]);
}
