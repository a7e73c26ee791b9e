using CigHub.Domain.Persone;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.RegistrazioneAlPortale;

/// <summary>Shows the state of a registration on the portal by a word and an icon.</summary>
public sealed partial class StatoRegistrazioneChip
{
    [Parameter, EditorRequired]
    public required StatoRegistrazione Stato { get; set; }

    private string Icon => Stato switch
    {
        StatoRegistrazione.Attiva => Icons.Material.Outlined.CheckCircle,
        StatoRegistrazione.Sospesa => Icons.Material.Outlined.Block,
        StatoRegistrazione.DaRichiedere => Icons.Material.Outlined.RadioButtonUnchecked,
        _ => Icons.Material.Outlined.HourglassEmpty,
    };

    private Color Color => Stato switch
    {
        StatoRegistrazione.Attiva => Color.Success,
        StatoRegistrazione.Sospesa => Color.Error,
        _ => Color.Warning,
    };
}
