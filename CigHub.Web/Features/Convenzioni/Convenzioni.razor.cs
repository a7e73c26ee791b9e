using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>Where an adhesion begins: the Convenzioni that the address asks for, their Lotti and what is left of each; at first those open.</summary>
public sealed partial class Convenzioni
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "cerca")]
    public string? Cerca { get; set; }

    [SupplyParameterFromQuery(Name = "stato")]
    public string? Stato { get; set; }

    private StatoCatalogo StatoChiesto => Enum.TryParse<StatoCatalogo>(Stato, ignoreCase: true, out var stato) && Enum.IsDefined(stato) ? stato : StatoCatalogo.Aperte;

    private bool Filtrato => !string.IsNullOrWhiteSpace(Cerca) || StatoChiesto != StatoCatalogo.Aperte;

    private string? Cercato { get; set; }

    private StatoCatalogo Scelto { get; set; }

    private IReadOnlyList<VoceConvenzione>? Voci { get; set; }

    protected override async Task Carica()
    {
        (Cercato, Scelto) = (Cerca, StatoChiesto);
        Voci = await Leggi<ElencoConvenzioni, IReadOnlyList<VoceConvenzione>>(async q => await q.Esegui(new FiltroConvenzioni(Cerca, StatoChiesto))) ?? [];
    }

    private void Filtra() => Navigazione.NavigateTo(Con(Cercato, Scelto));

    private string Con(string? cerca, StatoCatalogo stato) => Navigazione.GetUriWithQueryParameters(
        AppRoutes.Convenzioni,
        new Dictionary<string, object?>
        {
            ["cerca"] = string.IsNullOrWhiteSpace(cerca) ? null : cerca.Trim(),
            ["stato"] = stato == StatoCatalogo.Aperte ? null : stato.ToString().ToLowerInvariant(),
        });
}
