using CigHub.Domain.Rilievi;
using CigHub.Web.Components.Acting;
using CigHub.Web.Features.Rilievi.Esame;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>The base class of the pages of rilievi. The choice of rilievi is in the address.</summary>
public abstract class RilieviPage : PageWithUser
{
    /// <summary>The values of the address. They are declared so that the page reads anew when one changes.</summary>
    [SupplyParameterFromQuery(Name = RilieviFilter.ParametroRegola)]
    public string? DellaRegola { get; set; }

    [SupplyParameterFromQuery(Name = RilieviFilter.ParametroStato)]
    public string? NelloStato { get; set; }

    [SupplyParameterFromQuery(Name = RilieviFilter.ParametroConvenzione)]
    public string? NellaConvenzione { get; set; }

    [SupplyParameterFromQuery(Name = RilieviFilter.ParametroEnte)]
    public string? DellEnte { get; set; }

    [SupplyParameterFromQuery(Name = RilieviFilter.ParametroPagina)]
    public string? AllaPagina { get; set; }

    protected RilieviFilter Filter { get; private set; } = new();

    protected RilieviView? Rilievi { get; set; }

    protected abstract FamigliaRilievi Famiglia { get; }

    /// <summary>Says whether the user judges the rilievi of this page.</summary>
    protected bool Spetta => User is { } user && EsameRilievi.Spetta(Famiglia, user.Actor.Ruolo);

    protected override Task OnParametersSetAsync()
    {
        Filter = RilieviFilter.Read(Navigation.Uri);
        return base.OnParametersSetAsync();
    }
}
