using System.Security.Claims;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Authentication;

namespace CigHub.Web.Demo.Palestra;

/// <summary>Who is in the palestra: a person signed in to CigHub, with or without the make-believe SPID session.</summary>
/// <param name="Ente">Denomination of the Ente at which she acts in CigHub.</param>
public sealed record Ospite(Guid PersonaId, string Nome, string Ente, bool ConSpid);

/// <summary>The session that «Entra con SPID» opens: a cookie of its own, so that it can end while the one of CigHub stays. No credential is asked for.</summary>
public static class SessioneSpid
{
    public const string Schema = "PalestraSpid";

    private const string ClaimPersona = "palestra:persona";

    public static TimeSpan Durata { get; } = TimeSpan.FromHours(8);

    /// <summary>The person of this request, as the filters of the endpoints left her.</summary>
    public static Ospite Ospite(this HttpContext http) =>
        http.Features.Get<Ospite>() ?? throw new InvalidOperationException("The endpoint is outside the palestra's group.");

    public static Task Entra(HttpContext http, Guid personaId) => http.SignInAsync(
        Schema, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimPersona, personaId.ToString())], Schema)));

    public static Task Esci(HttpContext http) => http.SignOutAsync(Schema);

    /// <summary>A session that another person left in this browser does not count.</summary>
    public static async Task<bool> Aperta(HttpContext http, Guid personaId) =>
        (await http.AuthenticateAsync(Schema)).Principal?.FindFirstValue(ClaimPersona) == personaId.ToString();
}

/// <summary>Finds out who asks; somebody whom CigHub does not know goes no further.</summary>
public sealed class SoloPersoneNote(CigHubDbContext db, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await SessioneUtente.Di(http.User, db, clock.Oggi(), http.RequestAborted) is not { } utente)
        {
            return TypedResults.Redirect(AppRoutes.NonAbilitato);
        }

        http.Features.Set(new Ospite(utente.Attore.PersonaId, utente.Nome, utente.Ente, await SessioneSpid.Aperta(http, utente.Attore.PersonaId)));
        return await next(context);
    }
}

/// <summary>Without the SPID session every page of the reserved area leads back to the home page.</summary>
public sealed class SoloConSpid : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Ospite().ConSpid ? await next(context) : TypedResults.Redirect(PaginePalestra.SessioneScaduta);
}
