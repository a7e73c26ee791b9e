using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>The page with the lists of requests for access: those that wait for a decision, and those that are decided.</summary>
public sealed partial class PaginaListaRichiesteDiAccesso
{
    private const int PerPage = 50;
    private const string VistaDecise = "decise";

    [SupplyParameterFromQuery(Name = "vista")]
    public string? Vista { get; set; }

    [SupplyParameterFromQuery(Name = "pagina")]
    public int? Pagina { get; set; }

    private bool Decise => Vista == VistaDecise;

    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int PageCount => Math.Max(1, ((Richieste?.Total ?? 0) + PerPage - 1) / PerPage);

    private ListPage<RichiestaDiAccessoRow>? Richieste { get; set; }

    protected override async Task LoadAsync() =>
        Richieste = await Read<ListaRichiesteDiAccesso, ListPage<RichiestaDiAccessoRow>>(async q => await q.Run(Decise, PageNumber, PerPage));

    private string Address(bool decise, int pagina = 1) => Navigation.GetUriWithQueryParameters(
        AppRoutes.RichiesteDiAccesso, new Dictionary<string, object?> { ["vista"] = decise ? VistaDecise : null, ["pagina"] = pagina == 1 ? null : pagina });
}
