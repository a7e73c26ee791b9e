using CigHub.Domain.Common;
using CigHub.Domain.OpenData;
using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The page that compares CigHub with ANAC's open data. An Auditor only reads it. The choice of differences is in the address.</summary>
public sealed partial class PaginaRiconciliazione
{
    /// <summary>The values of the address. They are declared so that the page reads anew when one changes.</summary>
    [SupplyParameterFromQuery(Name = DifferenzeFilter.ParametroTipo)]
    public string? DelTipo { get; set; }

    [SupplyParameterFromQuery(Name = DifferenzeFilter.ParametroSpiegate)]
    public string? GiaSpiegate { get; set; }

    [SupplyParameterFromQuery(Name = DifferenzeFilter.ParametroContate)]
    public string? GiaContate { get; set; }

    [SupplyParameterFromQuery(Name = DifferenzeFilter.ParametroPagina)]
    public string? AllaPagina { get; set; }

    private DifferenzeFilter Filter { get; set; } = new();

    private DifferenzeView? View { get; set; }

    /// <summary>Says whether the user compares files and explains differences.</summary>
    private bool Spetta => User?.May(Permission.RiconciliaOpenData) == true;

    /// <summary>The kinds that have something to explain, and the one that is chosen.</summary>
    private IEnumerable<TipoDifferenza> Kinds =>
        Enum.GetValues<TipoDifferenza>().Where(t => t == Filter.Tipo || View!.Quante.Any(q => q.Tipo == t && !q.Spiegata));

    private IEnumerable<TabLink?> Tabs =>
    [
        Tab("Da spiegare", null, false), .. Kinds.Select(t => Tab(t.Nome(), t, false)),
        View!.Contate > 0 || Filter.Contate
            ? new(new DifferenzeFilter { Contate = true }.Address(AppRoutes.SpesaRiconciliazione), "Contate da CMRC", Filter.Contate, View.Contate)
            : null,
        Tab("Spiegate", null, true),
    ];

    protected override Task OnParametersSetAsync()
    {
        Filter = DifferenzeFilter.Read(Navigation.Uri);
        return base.OnParametersSetAsync();
    }

    protected override async Task LoadAsync() => View = await Read<ListaDifferenze, DifferenzeView>(async q => await q.Run(Filter));

    private TabLink Tab(string words, TipoDifferenza? tipo, bool spiegate) => new(
        new DifferenzeFilter { Tipo = tipo, Spiegate = spiegate }.Address(AppRoutes.SpesaRiconciliazione),
        words,
        Filter.Tipo == tipo && Filter.Spiegate == spiegate && !Filter.Contate,
        View!.Quante.Where(q => q.Spiegata == spiegate && (tipo is null || q.Tipo == tipo)).Sum(q => q.Quante));
}
