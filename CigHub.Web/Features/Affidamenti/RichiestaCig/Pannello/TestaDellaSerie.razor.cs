using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig.Pannello;

/// <summary>How far the series is, and how to leave it for a while or put this one off.</summary>
public sealed partial class TestaDellaSerie
{
    [Parameter, EditorRequired]
    public required SerieInCorso Serie { get; set; }

    [Parameter, EditorRequired]
    public Guid Affidamento { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Salta { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Pausa { get; set; }
}
