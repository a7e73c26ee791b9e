using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security.Accesso;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CigHub.Web.Features.Account.SceltaDelRuolo;

/// <summary>
/// The HTTP endpoint that changes the role of a user. It opens a session under a new handle, and ends the old session in all its tabs.
/// </summary>
public static class RuoloEndpoints
{
    public const string Scegli = "/ruolo/scegli";

    public static WebApplication MapRuolo(this WebApplication app)
    {
        app.MapPost(Scegli, Run);
        return app;
    }

    /// <summary>
    /// Adds the middleware that redirects a user with several roles to the page for choosing one, until a role is chosen. The sign-in page
    /// of the demonstration has already chosen one.
    /// </summary>
    public static WebApplication UseSceltaDelRuolo(this WebApplication app)
    {
        app.Use(async (http, next) =>
        {
            if (DaScegliere(http) && (await http.RequestServices.GetRequiredService<RuoloChoice>().Of(http.User)).Ruoli.Count > 1)
            {
                http.Response.Redirect(AppRoutes.RuoloPer(http.Request.Path + http.Request.QueryString));
                return;
            }

            await next(http);
        });
        return app;
    }

    private static bool DaScegliere(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true
        && RuoloChoice.Present(http.User) is null
        && HttpMethods.IsGet(http.Request.Method)
        && http.GetEndpoint()?.Metadata is { } metadati
        && metadati.GetMetadata<ComponentTypeMetadata>() is { } pagina
        && pagina.Type != typeof(PaginaRuolo)
        && metadati.GetMetadata<IAllowAnonymous>() is null;

    private static async Task<RedirectHttpResult> Run(
        HttpContext http, [FromForm] Guid appartenenza, [FromForm] string? ritorno, RuoloChoice scelta, OpenSessions aperte)
    {
        // The properties hold the latest end of the session. Passing them on keeps a change of role from extending the session.
        var prima = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var esito = await scelta.Choose(http.User, appartenenza);
        if (!esito.TryGet(out var principal))
        {
            return TypedResults.Redirect(StorageFault.Passing(esito.Errors[0]) is { } guasto ? AppRoutes.RuoloNonCambiato(guasto.Code) : AppRoutes.Ruolo);
        }

        if (TicketStore.IdOf(http.User) is { } sessione)
        {
            await aperte.End([sessione], MotivoFine.AltroRuolo);
        }

        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal, prima.Properties);
        return TypedResults.Redirect(AccountEndpoints.Local(ritorno) ? ritorno! : AppRoutes.Cruscotto);
    }
}
