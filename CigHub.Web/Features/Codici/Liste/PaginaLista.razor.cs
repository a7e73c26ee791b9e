using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>Page of one code list, searched by code and by words. The search stands in the page's address.</summary>
public sealed partial class PaginaLista
{
    private const string NonValidi = "non-validi";

    /// <summary>The list's name at ANAC (<c>idTipologica</c>).</summary>
    [Parameter]
    public required string Lista { get; set; }

    [SupplyParameterFromQuery(Name = "cerca")]
    public string? Cerca { get; set; }

    [SupplyParameterFromQuery(Name = "stato")]
    public string? Stato { get; set; }

    private VociTrovate? Trovati { get; set; }

    private string? Cercato { get; set; }

    private string? Scelta { get; set; }

    private string Riassunto => Trovati!.Altre
        ? $"I primi {CercaNellaLista.MaxTrovate}: scrivi un codice o qualche parola per restringere."
        : Plural.Of(Trovati.Trovate.Count, "codice", "codici");

    protected override async Task Carica()
    {
        (Cercato, Scelta) = (Cerca, Stato == NonValidi ? Stato : "");
        Trovati = await Leggi<CercaNellaLista, VociTrovate>(q => q.Esegui(Lista, Cerca, Stato == NonValidi));
    }

    private void Invia() => Navigazione.NavigateTo(Navigazione.GetUriWithQueryParameters(
        AppRoutes.ListaDi(Lista),
        new Dictionary<string, object?>
        {
            ["cerca"] = string.IsNullOrWhiteSpace(Cercato) ? null : Cercato.Trim(),
            ["stato"] = string.IsNullOrEmpty(Scelta) ? null : Scelta
        }));
}
