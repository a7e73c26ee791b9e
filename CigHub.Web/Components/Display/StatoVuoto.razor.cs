using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>Nothing to show: says so in a sentence, and what to do next.</summary>
public sealed partial class StatoVuoto
{
    [Parameter, EditorRequired]
    public required string Icona { get; set; }

    [Parameter, EditorRequired]
    public required string Testo { get; set; }

    /// <summary>The words of the next action; shown with <see cref="Href"/> only.</summary>
    [Parameter]
    public string? Azione { get; set; }

    [Parameter]
    public string? Href { get; set; }

    /// <summary>An action that is not a link.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
