using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// Configures the app's cookies. Sessions are kept on the server. Outside Development the cookies have the prefix <c>__Host-</c>, with
/// which a browser accepts them only from this host, over HTTPS, and for the path <c>/</c>.
/// </summary>
public sealed class CookieSetup(TicketStore biglietti, IOptions<SessionSettings> settings, IHostEnvironment ambiente)
    : IPostConfigureOptions<CookieAuthenticationOptions>, IPostConfigureOptions<AntiforgeryOptions>, IPostConfigureOptions<OpenIdConnectOptions>
{
    public const string Prefix = "__Host-", Session = "CigHub", Antiforgery = "CigHub-Modulo";

    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != CookieAuthenticationDefaults.AuthenticationScheme)
        {
            return;
        }

        options.SessionStore = biglietti;
        options.ExpireTimeSpan = settings.Value.DurataMassima;
        options.SlidingExpiration = false;
        options.Cookie.MaxAge = null;
        Protect(options.Cookie, Session);

        // The sign-in returns from another site, and a Strict cookie would be missing there.
        options.Cookie.SameSite = SameSiteMode.Lax;
    }

    public void PostConfigure(string? name, AntiforgeryOptions options)
    {
        Protect(options.Cookie, Antiforgery);
        options.Cookie.SameSite = SameSiteMode.Strict;
    }

    public void PostConfigure(string? name, OpenIdConnectOptions options)
    {
        // The lifetime of the provider's token has nothing to do with the session, which has its own limits.
        options.UseTokenLifetime = false;
        Protect(options.CorrelationCookie, "CigHub-Correlazione.");
        Protect(options.NonceCookie, "CigHub-Nonce.");
    }

    private void Protect(CookieBuilder cookie, string nome)
    {
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.Domain = null;
        cookie.Name = ambiente.IsDevelopment() ? nome : Prefix + nome;
        cookie.SecurePolicy = ambiente.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
