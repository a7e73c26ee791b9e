using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;

/// <summary>One key goes to the next of the series and starts its request.</summary>
public sealed partial class ProssimaDellaSerie
{
    [Parameter, EditorRequired]
    public required SerieInCorso Serie { get; set; }

    [Parameter, EditorRequired]
    public Guid Affidamento { get; set; }

    [Parameter]
    public bool Occupato { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<AffidamentoInSerie> Avvia { get; set; }
}
