using System.Security.Claims;
using System.Text.Encodings.Web;
using CigHub.Web.Data.Preferenze;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// The cookie handler, with one thing more: a sign-in over a session that is open ends that one and opens another under a new handle.
/// ASP.NET's own would put the new person's ticket under the old handle, which is session fixation.
/// </summary>
public sealed class GestoreSessione(IOptionsMonitor<CookieAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessioniAperte aperte)
    : CookieAuthenticationHandler(options, logger, encoder)
{
    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if ((await Context.AuthenticateAsync(Scheme.Name)).Principal is not { } prima || ArchivioBiglietti.IdDi(prima) is not { } sessione)
        {
            await base.HandleSignInAsync(user, properties);
            return;
        }

        // This handler has read the old handle and would keep it; one that has not finds a session that is over.
        await aperte.Termina([sessione], MotivoFine.NuovoAccesso);
        var fresco = Context.RequestServices.GetRequiredService<GestoreSessione>();
        await fresco.InitializeAsync(Scheme, Context);
        await fresco.Apri(user, properties);
    }

    private Task Apri(ClaimsPrincipal user, AuthenticationProperties? properties) => base.HandleSignInAsync(user, properties);
}
