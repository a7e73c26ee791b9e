using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
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

    private IEnumerable<TabLink?> Pages =>
    [
        new(AppRoutes.SchedaDi(Affidamento.Id), "Scheda AD4", Pagina == AppRoutes.Scheda),
        new(AppRoutes.RichiestaDi(Affidamento.Id), "Richiesta CIG", Pagina == AppRoutes.RichiestaCig),
        new(AppRoutes.DopoIlCigDi(Affidamento.Id), "Dopo il CIG", Pagina == AppRoutes.DopoIlCig),
        new(AppRoutes.FascicoloDi(Affidamento.Id), "Fascicolo", Pagina == AppRoutes.Fascicolo),
        User.Actor.IsRupOf(Affidamento) ? new(AppRoutes.DelegheDi(Affidamento.Id), "Deleghe") : null,
        User.May(Permission.LeggiIter) ? new(AppRoutes.IterDi(Affidamento.Id), "Iter", Pagina == AppRoutes.Iter) : null,
        User.May(Permission.LeggiRegistro) ? new(AppRoutes.EventiDi(Affidamento.Id.ToString()), "Eventi") : null,
    ];
}
