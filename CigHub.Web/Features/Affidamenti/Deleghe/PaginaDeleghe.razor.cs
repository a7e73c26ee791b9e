using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>
/// The page of the deleghe: those that the user received, and for a RUP those that the RUP conferred, with the forms to confer and to revoke
/// one.
/// </summary>
public sealed partial class PaginaDeleghe
{
    /// <summary>The Affidamento from whose page the user came. Null when the user came from elsewhere.</summary>
    [SupplyParameterFromQuery]
    public Guid? Affidamento { get; set; }

    private DelegheRicevuteEConferite? Details { get; set; }

    /// <summary>The choices of the form. Null for a user who may not confer a delega.</summary>
    private DelegaOptions? Options { get; set; }

    protected override async Task LoadAsync()
    {
        Details = await Read<DelegheDellaPersona, DelegheRicevuteEConferite>(async q => await q.Run(User!.Actor));
        Options = User!.May<ConferisciDelega>() ? await Read<OpzioniDellaDelega, DelegaOptions>(q => q.Run(User!.Actor, Affidamento)) : null;
    }
}
