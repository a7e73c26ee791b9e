using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Security;
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
    /// <summary>The number of choices above which the page offers a search.</summary>
    private const int Poche = 8;

    [Inject]
    public required DemoPeople Elenco { get; init; }

    [Inject]
    public required IHostEnvironment Ambiente { get; init; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroRitorno)]
    private string? Ritorno { get; set; }

    [SupplyParameterFromQuery(Name = "cerca")]
    private string? Cerca { get; set; }

    private IReadOnlyList<DemoPerson> Tutte { get; set; } = [];

    private IReadOnlyList<DemoPerson> Persone => string.IsNullOrWhiteSpace(Cerca)
        ? Tutte
        : [.. Tutte.Where(p => FoldedText.Parole(Cerca).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(FoldedText.Parole($"{p.Nome} {p.NomeUtente} {p.Ruolo.Name()} {p.Ente}").Contains))];

    protected override async Task OnInitializedAsync()
    {
        if (Ambiente.IsDevelopment())
        {
            Tutte = await Elenco.All();
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
