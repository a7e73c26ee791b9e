using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa;

/// <summary>
/// The page of the spending: five figures, and all Convenzioni and Lotti with the terms of their massimale and the forecast, the most urgent
/// first.
/// </summary>
public sealed partial class PaginaSpesa
{
    private const string ParametroVista = "vista", ParametroTutte = "tutte";

    /// <summary>Says «si» when a user of one Ente also sees the Lotti that the Ente does not use.</summary>
    [SupplyParameterFromQuery(Name = ParametroTutte)]
    public string? Tutte { get; set; }

    /// <summary>Says «convenzioni» when the rows of the Lotti are left out.</summary>
    [SupplyParameterFromQuery(Name = ParametroVista)]
    public string? NellaVista { get; set; }

    private bool SoloConvenzioni => NellaVista == "convenzioni";

    private QuadroSpesaView? Quadro { get; set; }

    private string Vista(string? vista) => ListAddress.With(Navigation.Uri, ParametroVista, vista);

    private string TutteLeConvenzioni => ListAddress.With(Navigation.Uri, ParametroTutte, ListAddress.On);

    protected override async Task LoadAsync() =>
        Quadro = await Read<QuadroSpesa, QuadroSpesaView>(async q => await q.Run(Filter.OnlyDay(), Tutte != ListAddress.On));
}
