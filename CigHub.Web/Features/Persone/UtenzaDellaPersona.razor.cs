using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>Whether a person has signed in, and the way to forget by which identity.</summary>
public sealed partial class UtenzaDellaPersona
{
    [Parameter, EditorRequired]
    public required string NomeUtente { get; set; }

    /// <summary>She has signed in once.</summary>
    [Parameter, EditorRequired]
    public required bool ConUtenza { get; set; }

    [Parameter, EditorRequired]
    public required bool Gestisce { get; set; }

    [Parameter, EditorRequired]
    public required bool StaFacendo { get; set; }

    /// <summary>Asks for the identity to be unlinked, for this reason.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string?> Scollega { get; set; }

    private string? Motivo { get; set; }
}
