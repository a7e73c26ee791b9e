using CigHub.Web.Common;
using CigHub.Web.Features.Account.ChiedereAccesso;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.Accesso;

/// <summary>
/// The page that tells a signed-in user why CigHub does not admit this user, and whom to ask. A user who may request access is redirected
/// to the request form.
/// </summary>
public sealed partial class PaginaNonAbilitato
{
    [Inject]
    public required RichiesteDiAccessoDaFuori Richieste { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private DoorPlace Place { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Place = (await Richieste.Stato(Http.User, Http.RequestAborted)).Posto;
        if (Place == DoorPlace.PrimoAccesso)
        {
            Navigation.NavigateTo(AppRoutes.PrimoAccesso);
        }
    }
}
