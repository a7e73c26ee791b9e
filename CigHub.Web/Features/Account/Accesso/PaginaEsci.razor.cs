using System.Security.Claims;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Account.Accesso;

/// <summary>
/// The page that asks the user to confirm the sign-out. Signing out also deletes the text that the user typed and did not save from this
/// browser.
/// </summary>
public sealed partial class PaginaEsci
{
    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string? Persona => Http.User.FindFirstValue(UserSession.ClaimPersona);
}
