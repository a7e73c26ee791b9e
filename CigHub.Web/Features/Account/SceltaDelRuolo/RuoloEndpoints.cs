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

/// <summary>The change of role: a new session under a new handle, and the end of the old one with all its tabs.</summary>
public static class RuoloEndpoints
{
    public const string Scegli = "/ruolo/scegli";

    public static WebApplication MapRuolo(this WebApplication app)
    {
        app.MapPost(Scegli, Esegui);
        return app;
    }

    /// <summary>Who has several roles and has not chosen chooses first; the demonstration's sign-in page has chosen already.</summary>
    public static WebApplication UseSceltaDelRuolo(this WebApplication app)
    {
        app.Use(async (http, next) =>
        {
            if (DaScegliere(http) && (await http.RequestServices.GetRequiredService<SceltaRuolo>().Di(http.User)).Ruoli.Count > 1)
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
        && SceltaRuolo.Attuale(http.User) is null
        && HttpMethods.IsGet(http.Request.Method)
        && http.GetEndpoint()?.Metadata is { } metadati
        && metadati.GetMetadata<ComponentTypeMetadata>() is { } pagina
        && pagina.Type != typeof(PaginaRuolo)
        && metadati.GetMetadata<IAllowAnonymous>() is null;

    private static async Task<RedirectHttpResult> Esegui(HttpContext http, [FromForm] Guid appartenenza, [FromForm] string? ritorno, SceltaRuolo scelta, SessioniAperte aperte)
    {
        // The properties say when the session ends at the latest: a change of role does not put that off.
        var prima = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var esito = await scelta.Scegli(http.User, appartenenza);
        if (!esito.TryGet(out var principal))
        {
            return TypedResults.Redirect(StorageFault.Passing(esito.Errors[0]) is { } guasto ? AppRoutes.RuoloNonCambiato(guasto.Code) : AppRoutes.Ruolo);
        }

        if (ArchivioBiglietti.IdDi(http.User) is { } sessione)
        {
            await aperte.Termina([sessione], MotivoFine.AltroRuolo);
        }

        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal, prima.Properties);
        return TypedResults.Redirect(AccountEndpoints.Locale(ritorno) ? ritorno! : AppRoutes.Cruscotto);
    }
}
