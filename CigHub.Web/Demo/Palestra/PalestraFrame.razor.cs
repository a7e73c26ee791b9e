using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// The document around every page of the palestra: the band that names the palestra, the head of the portal, and the outcome or the errors.
/// </summary>
public sealed partial class PalestraFrame
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required PalestraGuest Ospite { get; set; }

    /// <summary>The breadcrumbs after the home page: captions with their addresses.</summary>
    [Parameter]
    public IReadOnlyList<(string Testo, string Indirizzo)> Briciole { get; set; } = [];

    [Parameter]
    public IReadOnlyList<Error> Errors { get; set; } = [];

    [Parameter]
    public string? Outcome { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The breadcrumbs of the list and of the pages under it.</summary>
    internal static IReadOnlyList<(string Testo, string Indirizzo)> VersoElenco { get; } =
        [("Affidamenti Senza Negoziazione", AppRoutes.PalestraSenzaNegoziazione), (PalestraFiles.Titolo, AppRoutes.PalestraElenco)];
}
