using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>Asks why a person is deactivated, beside the work that stays open.</summary>
public sealed partial class DisattivazionePersona
{
    [Parameter, EditorRequired]
    public required Guid PersonaId { get; set; }

    [Parameter, EditorRequired]
    public required bool StaFacendo { get; set; }

    /// <summary>Acts with the reason.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string?> Disattiva { get; set; }

    private string? Motivo { get; set; }
}
