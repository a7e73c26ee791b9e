using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Liste;

/// <summary>
/// The page of one code list, in which the user can search by code and by words. The search stands in the page's address, so that it can be
/// linked.
/// </summary>
public sealed partial class PaginaLista
{
    private const string NonValidi = "non-validi";

    /// <summary>The name that ANAC gives the list (<c>idTipologica</c>), from the page's address.</summary>
    [Parameter]
    public required string Lista { get; set; }

    [SupplyParameterFromQuery(Name = "cerca")]
    public string? Cerca { get; set; }

    [SupplyParameterFromQuery(Name = "stato")]
    public string? Stato { get; set; }

    private VociTrovate? Found { get; set; }

    private string? Searched { get; set; }

    private string? Choice { get; set; }

    private string Summary => Found!.Altre
        ? $"I primi {CercaNellaLista.MaxTrovate}: scrivi un codice o qualche parola per restringere."
        : Plural.Of(Found.Trovate.Count, "codice", "codici");

    protected override async Task LoadAsync()
    {
        (Searched, Choice) = (Cerca, Stato == NonValidi ? Stato : "");
        Found = await Read<CercaNellaLista, VociTrovate>(q => q.Run(Lista, Cerca, Stato == NonValidi));
    }

    private void Send() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        AppRoutes.ListaDi(Lista),
        new Dictionary<string, object?>
        {
            ["cerca"] = string.IsNullOrWhiteSpace(Searched) ? null : Searched.Trim(),
            ["stato"] = string.IsNullOrEmpty(Choice) ? null : Choice
        }));
}
