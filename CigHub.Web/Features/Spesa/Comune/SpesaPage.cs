using CigHub.Web.Components.Acting;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>The base class of the pages of the spending. The choice of amounts is in the address.</summary>
public abstract class SpesaPage : PageWithUser
{
    /// <summary>The values of the address. They are declared so that the page reads anew when one changes.</summary>
    [SupplyParameterFromQuery(Name = SpesaFilter.ParametroAl)]
    public string? Al { get; set; }

    [SupplyParameterFromQuery(Name = SpesaFilter.ParametroCome)]
    public string? Come { get; set; }

    [SupplyParameterFromQuery(Name = "convenzione")]
    public string? NellaConvenzione { get; set; }

    [SupplyParameterFromQuery(Name = "lotto")]
    public string? NelLotto { get; set; }

    [SupplyParameterFromQuery(Name = "ente")]
    public string? DellEnte { get; set; }

    /// <summary>The choice that the address contains.</summary>
    protected SpesaFilter Filter { get; private set; } = new();

    protected override Task OnParametersSetAsync()
    {
        Filter = SpesaFilter.Read(Navigation.Uri);
        return base.OnParametersSetAsync();
    }
}
