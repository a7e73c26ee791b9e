using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.Features.Persone.RichiesteDiAccesso;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>Page of the Enti and of the people, in two views. The view and the search stand in the page's address.</summary>
public sealed partial class PaginaAnagrafe
{
    private const int PerPagina = 50;
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

    private AnagrafeFilter Filtro { get; set; } = Nessuno;

    private int NumeroPagina => Math.Max(1, Pagina ?? 1);

    private int? Totale => Persone?.Totale ?? Enti?.Totale;

    private int Pagine => Math.Max(1, ((Totale ?? 0) + PerPagina - 1) / PerPagina);

    private ListPage<EnteRow>? Enti { get; set; }

    private ListPage<PersonaRow>? Persone { get; set; }

    /// <summary>The number of requests for access that wait for the office.</summary>
    private int InAttesa { get; set; }

    private string? Cercato { get; set; }

    private string? StatoScelto { get; set; }

    protected override async Task Carica()
    {
        Filtro = new AnagrafeFilter(
            Pieno(CercaNellIndirizzo),
            Stato is AnagrafeFilter.Attivi or AnagrafeFilter.NonAttivi || (Stato == AnagrafeFilter.SenzaRup && !DiPersone) ? Stato : null);
        (Cercato, StatoScelto) = (Filtro.Cerca, Filtro.Stato ?? "");
        if (Utente!.Puo(Permission.GestisciCatalogo))
        {
            InAttesa = (await Leggi<ListaRichiesteDiAccesso, ListPage<RichiestaDiAccessoRow>>(async q => await q.Esegui(false, 1, 1)))?.Totale ?? 0;
        }

        if (DiPersone)
        {
            var trovate = await Leggi<ListaPersone, ListPage<PersonaRow>>(async q => await q.Esegui(Filtro, NumeroPagina, PerPagina, Utente!.Attore));
            (Persone, Enti) = (trovate, null);
        }
        else
        {
            var trovati = await Leggi<ListaEnti, ListPage<EnteRow>>(async q => await q.Esegui(Filtro, NumeroPagina, PerPagina, Utente!.Attore));
            (Persone, Enti) = (null, trovati);
        }
    }

    private static string? Pieno(string? testo) => string.IsNullOrWhiteSpace(testo) ? null : testo.Trim();

    private void Cerca() => Navigazione.NavigateTo(Indirizzo(Vista, new AnagrafeFilter(Pieno(Cercato), Pieno(StatoScelto))));

    private string Indirizzo(string? vista, AnagrafeFilter filtro, int pagina = 1) => Navigazione.GetUriWithQueryParameters(
        AppRoutes.PersoneEdEnti,
        new Dictionary<string, object?>
        {
            ["vista"] = vista,
            ["cerca"] = filtro.Cerca,
            ["stato"] = filtro.Stato,
            ["pagina"] = pagina == 1 ? null : pagina,
        });

    private string QuantiSono(int totale) =>
        (DiPersone ? Plural.Of(totale, "persona", "persone") : Plural.Of(totale, "Ente", "Enti")) + (Pagine > 1 ? $", pagina {NumeroPagina} di {Pagine}" : "");
}
