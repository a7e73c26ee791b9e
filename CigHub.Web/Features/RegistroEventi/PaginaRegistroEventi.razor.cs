using System.Globalization;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>Page of an Auditor: the events, filtered by the page's address, and the proof that nothing was altered.</summary>
public sealed partial class PaginaRegistroEventi
{
    private const int PerPagina = 50;

    [SupplyParameterFromQuery]
    public int? Pagina { get; set; }

    private EventiFilter Filtro { get; set; } = new();

    private int NumeroPagina => Math.Max(1, Pagina ?? 1);

    private int Pagine => Eventi is null ? 1 : Math.Max(1, (Eventi.Totale + PerPagina - 1) / PerPagina);

    private ListPage<EventoRow>? Eventi { get; set; }

    private EsitoVerifica? EsitoVerifica { get; set; }

    private bool StaVerificando { get; set; }

    protected override async Task Carica()
    {
        Filtro = EventiFilterSet.Tutti.Read(ListAddress.Read(Navigazione.Uri));
        Eventi = await Leggi<ListaEventi, ListPage<EventoRow>>(async q => await q.Esegui(Filtro, NumeroPagina, PerPagina));
    }

    private async Task Verifica()
    {
        StaVerificando = true;
        StateHasChanged();
        EsitoVerifica = await Leggi<VerificaIntegrita, EsitoVerifica>(q => q.Esegui());
        StaVerificando = false;
    }

    private static string ConFiltro(EventiFilter filtro, int pagina = 1) => ListAddress.Write(
        AppRoutes.RegistroEventi,
        [.. EventiFilterSet.Tutti.Values(filtro), new(nameof(Pagina), pagina == 1 ? null : pagina.ToString(CultureInfo.InvariantCulture))]);
}
