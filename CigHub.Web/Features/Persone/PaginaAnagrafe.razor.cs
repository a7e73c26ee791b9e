using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.Features.Persone.RichiesteDiAccesso;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>
/// The page with the list of Enti and the list of people, one shown at a time. The chosen list and the search stand in the page's address.
/// </summary>
public sealed partial class PaginaAnagrafe
{
    private const int PerPage = 50;
    private const string VistaEnti = "enti";
    private const string VistaPersone = "persone";

    private static readonly AnagrafeFilter Nessuno = new();

    [SupplyParameterFromQuery(Name = "vista")]
    public string? Vista { get; set; }

    [SupplyParameterFromQuery(Name = "cerca")]
    public string? CercaNellIndirizzo { get; set; }

    [SupplyParameterFromQuery(Name = "stato")]
    public string? Stato { get; set; }

    [SupplyParameterFromQuery(Name = "pagina")]
    public int? Pagina { get; set; }

    private bool DiPersone => Vista == VistaPersone;

    private static string FineVicina => Plural.Of(RuoliCheFiniscono.Giorni, "giorno", "giorni");

    private AnagrafeFilter Filter { get; set; } = Nessuno;

    private int PageNumber => Math.Max(1, Pagina ?? 1);

    private int? Total => Persone?.Total ?? Enti?.Total;

    private int Pages => Math.Max(1, ((Total ?? 0) + PerPage - 1) / PerPage);

    private ListPage<EnteRow>? Enti { get; set; }

    private ListPage<PersonaRow>? Persone { get; set; }

    /// <summary>The number of requests for access that nobody has decided yet.</summary>
    private int IsWaiting { get; set; }

    private string? Searched { get; set; }

    private string? StatoScelto { get; set; }

    protected override async Task LoadAsync()
    {
        Filter = new AnagrafeFilter(
            Pieno(CercaNellIndirizzo),
            Stato is AnagrafeFilter.Attivi or AnagrafeFilter.NonAttivi || Stato == (DiPersone ? AnagrafeFilter.ConRuoloInScadenza : AnagrafeFilter.SenzaRup)
                ? Stato
                : null);
        (Searched, StatoScelto) = (Filter.Cerca, Filter.Stato ?? "");
        if (User!.May(Permission.GestisciCatalogo))
        {
            IsWaiting = (await Read<ListaRichiesteDiAccesso, ListPage<RichiestaDiAccessoRow>>(async q => await q.Run(false, 1, 1)))?.Total ?? 0;
        }

        if (DiPersone)
        {
            var trovate = await Read<ListaPersone, ListPage<PersonaRow>>(async q => await q.Run(Filter, PageNumber, PerPage, User!.Actor));
            (Persone, Enti) = (trovate, null);
        }
        else
        {
            var trovati = await Read<ListaEnti, ListPage<EnteRow>>(async q => await q.Run(Filter, PageNumber, PerPage, User!.Actor));
            (Persone, Enti) = (null, trovati);
        }
    }

    private static string? Pieno(string? testo) => string.IsNullOrWhiteSpace(testo) ? null : testo.Trim();

    private void Search() => Navigation.NavigateTo(Address(Vista, new AnagrafeFilter(Pieno(Searched), Pieno(StatoScelto))));

    private string Address(string? vista, AnagrafeFilter filtro, int pagina = 1) => Navigation.GetUriWithQueryParameters(
        AppRoutes.PersoneEdEnti,
        new Dictionary<string, object?>
        {
            ["vista"] = vista,
            ["cerca"] = filtro.Cerca,
            ["stato"] = filtro.Stato,
            ["pagina"] = pagina == 1 ? null : pagina,
        });

    private string QuantiSono(int totale) =>
        (DiPersone ? Plural.Of(totale, "persona", "persone") : Plural.Of(totale, "Ente", "Enti")) + (Pages > 1 ? $", pagina {PageNumber} di {Pages}" : "");
}
