using CigHub.Web.Common;
using CigHub.Web.Features.Spesa.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Quadro;

/// <summary>Shows Convenzioni and their Lotti as one table, with a last row that adds everything up.</summary>
public sealed partial class TabellaQuadro
{
    [Parameter, EditorRequired]
    public required QuadroSpesaView Quadro { get; set; }

    /// <summary>The day of the page.</summary>
    [Parameter, EditorRequired]
    public required SpesaFilter Filter { get; set; }

    /// <summary>Says whether each Convenzione has links to its amounts by Ente, supplier and time.</summary>
    [Parameter]
    public bool Divisioni { get; set; }

    /// <summary>Says whether the rows of the Lotti are left out.</summary>
    [Parameter]
    public bool SoloConvenzioni { get; set; }

    private static string Comunicate(LottoSpesa lotto) =>
        lotto.ComunicateIl is { } giorno ? $"al {RomeTime.Text(giorno)}" : "mai comunicate";
}
