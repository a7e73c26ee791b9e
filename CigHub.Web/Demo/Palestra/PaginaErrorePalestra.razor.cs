using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>What the portal shows when it fails: as little as the true one.</summary>
public sealed partial class PaginaErrorePalestra
{
    [Parameter, EditorRequired]
    public required Ospite Ospite { get; set; }

    /// <summary>The HTTP status.</summary>
    [Parameter, EditorRequired]
    public required int Codice { get; set; }

    [Parameter, EditorRequired]
    public required string Testo { get; set; }
}
