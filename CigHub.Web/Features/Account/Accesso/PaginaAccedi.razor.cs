using CigHub.Web.Common;
using CigHub.Web.Security.Accesso;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.Accesso;

/// <summary>
/// The sign-in page. In Development it shows one button for each person and role of the demonstration. Elsewhere it redirects to Microsoft
/// Entra ID.
/// </summary>
public sealed partial class PaginaAccedi
{
    [Inject]
    public required DemoPeople Elenco { get; init; }

    [Inject]
    public required IHostEnvironment Ambiente { get; init; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroRitorno)]
    private string? Ritorno { get; set; }

    private IReadOnlyList<DemoPerson> Persone { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        if (Ambiente.IsDevelopment())
        {
            Persone = await Elenco.All();
        }
        else
        {
            await Ask(new AuthenticationProperties { RedirectUri = AccountEndpoints.Local(Ritorno) ? Ritorno : AppRoutes.Cruscotto });
        }
    }

    private async Task Ask(AuthenticationProperties properties)
    {
        try
        {
            await Http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, properties);
        }
        catch (InvalidOperationException e)
        {
            // The OpenID Connect handler throws this when the provider's discovery document cannot be read.
            Http.Response.Redirect(AppRoutes.AccessoNonRiuscitoCon(OpenIdEvents.Note(Http, e.Message)));
        }
    }
}
