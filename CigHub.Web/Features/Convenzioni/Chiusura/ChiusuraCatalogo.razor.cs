using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.Chiusura;

/// <summary>Closes a Convenzione or a Lotto, after saying what follows from it, or opens it again.</summary>
public sealed partial class ChiusuraCatalogo
{
    /// <summary>«la Convenzione», «il Lotto».</summary>
    [Parameter, EditorRequired]
    public required string Cosa { get; set; }

    [Parameter, EditorRequired]
    public bool Chiusa { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Chiudi { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Riapri { get; set; }

    [Parameter]
    public bool Occupato { get; set; }
}
