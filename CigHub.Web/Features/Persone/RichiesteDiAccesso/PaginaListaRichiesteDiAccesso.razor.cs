using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>Page of the requests for access that wait for the office, and of the decided ones.</summary>
public sealed partial class PaginaListaRichiesteDiAccesso
{
    private const int PerPagina = 50;
    private const string VistaDecise = "decise";

    [SupplyParameterFromQuery(Name = "vista")]
    public string? Vista { get; set; }

    [SupplyParameterFromQuery(Name = "pagina")]
    public int? Pagina { get; set; }

    private bool Decise => Vista == VistaDecise;

    private int NumeroPagina => Math.Max(1, Pagina ?? 1);

    private int NumeroPagine => Math.Max(1, ((Richieste?.Totale ?? 0) + PerPagina - 1) / PerPagina);

    private ListPage<RichiestaDiAccessoRow>? Richieste { get; set; }

    protected override async Task Carica() =>
        Richieste = await Leggi<ListaRichiesteDiAccesso, ListPage<RichiestaDiAccessoRow>>(async q => await q.Esegui(Decise, NumeroPagina, PerPagina));

    private string Indirizzo(bool decise, int pagina = 1) => Navigazione.GetUriWithQueryParameters(
        AppRoutes.RichiesteDiAccesso, new Dictionary<string, object?> { ["vista"] = decise ? VistaDecise : null, ["pagina"] = pagina == 1 ? null : pagina });
}
