using CigHub.Domain.DueDiligence;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>Shows the state of a check, or of all checks about a supplier, by word and icon.</summary>
public sealed partial class StatoVerificaChip
{
    [Parameter, EditorRequired]
    public StatoVerifica Stato { get; set; }

    private string Icon => Stato switch
    {
        StatoVerifica.Completa => Icons.Material.Outlined.CheckCircle,
        StatoVerifica.Scaduta => Icons.Material.Outlined.EventBusy,
        StatoVerifica.Mancante => Icons.Material.Outlined.RemoveCircleOutline,
        _ => Icons.Material.Outlined.ReportProblem,
    };

    private Color Color => Stato switch
    {
        StatoVerifica.Completa => Color.Success,
        StatoVerifica.NonRegolare => Color.Error,
        _ => Color.Warning,
    };
}
