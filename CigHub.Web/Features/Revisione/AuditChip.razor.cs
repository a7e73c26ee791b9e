using CigHub.Domain.Revisione;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.Revisione;

/// <summary>Shows the step of an audit by a word and an icon.</summary>
public sealed partial class AuditChip
{
    [Parameter, EditorRequired]
    public required StatoAudit Stato { get; set; }

    private string Icona => Stato switch
    {
        StatoAudit.Pianificato => Icons.Material.Outlined.Event,
        StatoAudit.InCorso => Icons.Material.Outlined.Edit,
        _ => Icons.Material.Outlined.Check,
    };

    private Color Colore => Stato switch { StatoAudit.Pianificato => Color.Info, StatoAudit.InCorso => Color.Warning, _ => Color.Success };
}
