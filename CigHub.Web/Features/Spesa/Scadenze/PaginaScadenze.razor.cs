using System.Globalization;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Scadenze;

/// <summary>The page of the last days that come soon. The number of days is in the address.</summary>
public sealed partial class PaginaScadenze
{
    private const int Predefiniti = 90;

    [SupplyParameterFromQuery(Name = "entro")]
    public string? Entro { get; set; }

    private ScadenzeView? Scadenze { get; set; }

    private int Giorni => int.TryParse(Entro, NumberStyles.None, CultureInfo.InvariantCulture, out var giorni) && ScadenzeSpesa.Scelte.Contains(giorni)
        ? giorni
        : Predefiniti;

    protected override async Task LoadAsync() => Scadenze = await Read<ScadenzeSpesa, ScadenzeView>(async q => await q.Run(Giorni, ScadenzeSpesa.PerPagina));

    private static string Address(int giorni) => ListAddress.Write(
        AppRoutes.SpesaScadenze, [new("entro", giorni == Predefiniti ? null : giorni.ToString(CultureInfo.InvariantCulture))]);
}
