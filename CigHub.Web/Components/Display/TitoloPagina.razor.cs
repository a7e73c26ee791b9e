using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Components.Display;

/// <summary>The head of every page: its one h1, which takes the focus after a navigation, and the same words in the window's title.</summary>
public sealed partial class TitoloPagina
{
    [Parameter, EditorRequired]
    public required string Titolo { get; set; }

    [Parameter]
    public string? Sottotitolo { get; set; }

    /// <summary>The page's main commands, the most likely one first.</summary>
    [Parameter]
    public RenderFragment? Azioni { get; set; }
}
