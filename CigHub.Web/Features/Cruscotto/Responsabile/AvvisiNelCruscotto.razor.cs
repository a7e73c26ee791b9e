using CigHub.Web.Features.Spesa.Avvisi;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Responsabile;

/// <summary>Shows the first alerts about Lotti, the worst first.</summary>
public sealed partial class AvvisiNelCruscotto
{
    /// <summary>The most alerts that the list shows.</summary>
    private const int Quanti = 8;

    [Parameter, EditorRequired]
    public required AvvisiView Avvisi { get; set; }
}
