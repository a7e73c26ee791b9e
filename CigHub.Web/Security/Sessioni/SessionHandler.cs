using System.Security.Claims;
using System.Text.Encodings.Web;
using CigHub.Web.Data.Preferenze;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// A cookie handler that gives every sign-in a new session under a new handle, and ends the session that was open in the browser. The
/// handler of ASP.NET would store the new ticket under the old handle, which allows session fixation.
/// </summary>
public sealed class SessionHandler(IOptionsMonitor<CookieAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, OpenSessions aperte)
    : CookieAuthenticationHandler(options, logger, encoder)
{
    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if ((await Context.AuthenticateAsync(Scheme.Name)).Principal is not { } prima || TicketStore.IdOf(prima) is not { } sessione)
        {
            await base.HandleSignInAsync(user, properties);
            return;
        }

        // This handler would reuse the old handle, which it has read. A new handler reads it again and finds a session that is over.
        await aperte.End([sessione], MotivoFine.NuovoAccesso);
        var fresco = Context.RequestServices.GetRequiredService<SessionHandler>();
        await fresco.InitializeAsync(Scheme, Context);
        await fresco.Open(user, properties);
    }

    private Task Open(ClaimsPrincipal user, AuthenticationProperties? properties) => base.HandleSignInAsync(user, properties);
}
