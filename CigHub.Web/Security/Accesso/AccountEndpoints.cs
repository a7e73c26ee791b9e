using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CigHub.Web.Security.Accesso;

/// <summary>
/// The HTTP endpoints to which the sign-in and sign-out forms post. The framework checks the antiforgery token of each form.
/// </summary>
public static class AccountEndpoints
{
    public const string SignIn = "/accedi/entra";
    public const string SignOut = "/esci/ora";

    public static WebApplication MapAccount(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapPost(SignIn, EnterAsDemoPerson).AllowAnonymous();
        }

        app.MapPost(SignOut, async (HttpContext http, [FromForm] string? conferma) =>
        {
            if (app.Environment.IsDevelopment())
            {
                return TypedResults.SignOut(
                    new AuthenticationProperties { RedirectUri = AppRoutes.Accedi },
                    [CookieAuthenticationDefaults.AuthenticationScheme]);
            }

            await Security.Accesso.SignOutRecord.Record(http, http.User);
            return TypedResults.SignOut(
                new AuthenticationProperties { RedirectUri = AppRoutes.Uscita },
                [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);
        });
        return app;
    }

    private static async Task<RedirectHttpResult> EnterAsDemoPerson(HttpContext http, [FromForm] Guid appartenenza, [FromForm] string? ritorno,
        DemoPeople elenco)
    {
        var persone = await elenco.All();
        var scelta = persone.SingleOrDefault(p => p.AppartenenzaId == appartenenza);
        if (scelta is null)
        {
            return TypedResults.Redirect(AppRoutes.Accedi);
        }

        var ruoli = persone.Where(p => p.NomeUtente == scelta.NomeUtente).Select(p => new Claim(ClaimTypes.Role, p.Ruolo.ToString())).Distinct();
        var identity = new ClaimsIdentity(
            [
                new Claim("preferred_username", scelta.NomeUtente),
                new Claim(ClaimTypes.Name, scelta.NomeUtente),
                new Claim(UserSession.ClaimPersona, scelta.PersonaId.ToString()),
                new Claim(UserSession.ClaimAppartenenza, appartenenza.ToString()),
                .. ruoli,
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return TypedResults.Redirect(Local(ritorno) ? ritorno! : AppRoutes.Cruscotto);
    }

    /// <summary>Says whether an address leads to CigHub itself. A sign-in must not redirect to another site.</summary>
    /// <remarks>Browsers drop tabs and new lines from an address and read a backslash as a slash.</remarks>
    internal static bool Local([NotNullWhen(true)] string? indirizzo) =>
        indirizzo is ['/', ..] and not ['/', '/', ..] && !indirizzo.Any(c => c == '\\' || char.IsControl(c));
}
