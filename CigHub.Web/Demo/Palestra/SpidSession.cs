using System.Security.Claims;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Authentication;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// The visitor of a palestra page: a person signed in to CigHub, with or without the simulated SPID session. Equality: by all members.
/// </summary>
/// <param name="Ente">The name of the Ente at which the person acts in CigHub.</param>
public sealed record PalestraGuest(Guid PersonaId, string Nome, string Ente, bool ConSpid);

/// <summary>
/// The simulated SPID session, which «Entra con SPID» opens without asking for credentials. It has a cookie of its own, so that it can end
/// while the CigHub session goes on.
/// </summary>
public static class SpidSession
{
    public const string Schema = "PalestraSpid";

    private const string ClaimPersona = "palestra:persona";

    public static TimeSpan Durata { get; } = TimeSpan.FromHours(8);

    /// <summary>Returns the visitor of this request, whom <see cref="KnownPeopleOnly"/> has set before.</summary>
    public static PalestraGuest Ospite(this HttpContext http) =>
        http.Features.Get<PalestraGuest>() ?? throw new InvalidOperationException("The endpoint is outside the palestra's group.");

    public static Task Enter(HttpContext http, Guid personaId) => http.SignInAsync(
        Schema, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimPersona, personaId.ToString())], Schema)));

    public static Task Leave(HttpContext http) => http.SignOutAsync(Schema);

    /// <summary>
    /// Says whether the person has an open SPID session. A session that another person left in this browser does not count.
    /// </summary>
    public static async Task<bool> Aperta(HttpContext http, Guid personaId) =>
        (await http.AuthenticateAsync(Schema)).Principal?.FindFirstValue(ClaimPersona) == personaId.ToString();
}

/// <summary>An endpoint filter that sets the visitor of the request. A user whom CigHub does not know is redirected.</summary>
public sealed class KnownPeopleOnly(CigHubDbContext db, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await UserSession.Of(http.User, db, clock.Today(), http.RequestAborted) is not { } user)
        {
            return TypedResults.Redirect(AppRoutes.NonAbilitato);
        }

        http.Features.Set(new PalestraGuest(user.Actor.PersonaId, user.Nome, user.Ente, await SpidSession.Aperta(http, user.Actor.PersonaId)));
        return await next(context);
    }
}

/// <summary>An endpoint filter that redirects a visitor without SPID session to the home page of the palestra.</summary>
public sealed class SpidOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Ospite().ConSpid ? await next(context) : TypedResults.Redirect(PalestraPages.SessioneScaduta);
}
