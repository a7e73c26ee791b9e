using CigHub.Domain.Convenzioni;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>The ledger's totals of a Lotto as a bar. The residuo is an estimate: Enti outside CigHub adhere too.</summary>
public sealed partial class CapienzaLotto
{
    [Parameter, EditorRequired]
    public required Capienza Capienza { get; set; }

    /// <summary>For a list: the bar and one sentence.</summary>
    [Parameter]
    public bool Compatta { get; set; }
}
