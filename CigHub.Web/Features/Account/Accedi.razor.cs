using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account;

/// <summary>In Development the demonstration's people, a button each; elsewhere the way to Microsoft Entra ID.</summary>
public sealed partial class Accedi
{
    [Inject]
    public required PersoneDimostrative Elenco { get; init; }

    [Inject]
    public required IHostEnvironment Ambiente { get; init; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = AppRoutes.ParametroRitorno)]
    private string? Ritorno { get; set; }

    private IReadOnlyList<PersonaDimostrativa> Persone { get; set; } = [];

    protected override async Task OnInitializedAsync()
    {
        if (Ambiente.IsDevelopment())
        {
            Persone = await Elenco.Tutte();
        }
        else
        {
            await Http.ChallengeAsync(new AuthenticationProperties { RedirectUri = AccountEndpoints.Locale(Ritorno) ? Ritorno : AppRoutes.Cruscotto });
        }
    }
}
