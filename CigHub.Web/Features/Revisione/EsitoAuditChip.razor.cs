using CigHub.Domain.Revisione;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.Revisione;

/// <summary>Shows the outcome of a working paper, or the weight of a finding, by a word and an icon.</summary>
public sealed partial class EsitoAuditChip
{
    [Parameter, EditorRequired]
    public required EsitoAudit Esito { get; set; }

    private string Icona => Esito switch
    {
        EsitoAudit.Conforme => Icons.Material.Outlined.Check,
        EsitoAudit.Osservazione => Icons.Material.Outlined.Visibility,
        EsitoAudit.Opportunita => Icons.Material.Outlined.Lightbulb,
        _ => Icons.Material.Outlined.ErrorOutline,
    };

    private Color Colore => Esito switch
    {
        EsitoAudit.Conforme => Color.Success,
        EsitoAudit.Osservazione or EsitoAudit.Opportunita => Color.Info,
        EsitoAudit.NonConformitaMinore => Color.Warning,
        _ => Color.Error,
    };
}
