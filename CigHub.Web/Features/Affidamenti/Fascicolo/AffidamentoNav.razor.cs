using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The links between the pages of one Affidamento, which are the same in every state of the Affidamento. A page on which there is nothing
/// to do in the present state says so itself, and what has to come first.
/// </summary>
public sealed partial class AffidamentoNav
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    /// <summary>
    /// The route of the page on which the links stand, one of <see cref="AppRoutes"/>. Its link is marked as the current page.
    /// </summary>
    [Parameter, EditorRequired]
    public required string Pagina { get; set; }

    private string? Current(string pagina) => Pagina == pagina ? "page" : null;
}
