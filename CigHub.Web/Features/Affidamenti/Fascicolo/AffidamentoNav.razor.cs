using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The links to the pages of one Affidamento, the same in every state. A page without work to do says why, and what comes first.
/// </summary>
public sealed partial class AffidamentoNav
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    /// <summary>The route of the page that shows the links, one of <see cref="AppRoutes"/>.</summary>
    [Parameter, EditorRequired]
    public required string Pagina { get; set; }

    private string? Current(string pagina) => Pagina == pagina ? "page" : null;
}
