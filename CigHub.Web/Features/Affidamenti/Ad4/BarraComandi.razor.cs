using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>
/// The bar at the foot of the window: the next thing to put right and the commands of the scheda, always in sight. <see cref="AzioniScheda"/>
/// fills the place of the commands.
/// </summary>
public sealed partial class BarraComandi
{
    /// <summary>The name of the place in the bar for the commands.</summary>
    public const string Comandi = "comandi-scheda";

    [CascadingParameter]
    public required CampiInVista Vista { get; set; }

    /// <summary>Occurs when the user asks for the next thing to put right.</summary>
    [Parameter, EditorRequired]
    public EventCallback Prossimo { get; set; }
}
