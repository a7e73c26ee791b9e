using CigHub.Domain.Common;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// The HTML document around every page of the palestra: the banner that says that this is the palestra, the header of the portal, and the
/// outcome or the errors of the last command.
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

    /// <summary>The breadcrumbs for the list and for the pages below it.</summary>
    internal static IReadOnlyList<(string Testo, string Indirizzo)> VersoElenco { get; } =
        [("Affidamenti Senza Negoziazione", AppRoutes.PalestraSenzaNegoziazione), (PalestraFiles.Titolo, AppRoutes.PalestraElenco)];
}
