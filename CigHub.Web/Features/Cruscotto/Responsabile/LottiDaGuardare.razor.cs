using CigHub.Web.Common;
using CigHub.Web.Features.Convenzioni.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Cruscotto.Responsabile;

/// <summary>Lotti that somebody must look at, each a link to its page.</summary>
public sealed partial class LottiDaGuardare
{
    [Parameter, EditorRequired]
    public required Pagina<VoceLottoDaGuardare> Lotti { get; set; }

    /// <summary>The condition that they are in, which the list of Convenzioni filters by.</summary>
    [Parameter, EditorRequired]
    public CondizioneLotto Condizione { get; set; }

    /// <summary>Said when there are none: that is good news.</summary>
    [Parameter, EditorRequired]
    public required string SeVuoto { get; set; }

    /// <summary>They are here for the date of the last communication, not for what is left.</summary>
    [Parameter]
    public bool MostraComunicazione { get; set; }
}
