using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// The cookies, after whoever registered them has had their say: sessions on the server, and outside Development the prefix
/// <c>__Host-</c>, with which a browser takes them from this host alone, over HTTPS, for the whole of it.
/// </summary>
public sealed class ConfiguraCookie(ArchivioBiglietti biglietti, IOptions<SessioneSettings> settings, IHostEnvironment ambiente)
    : IPostConfigureOptions<CookieAuthenticationOptions>, IPostConfigureOptions<AntiforgeryOptions>, IPostConfigureOptions<OpenIdConnectOptions>
{
    public const string Prefisso = "__Host-", Sessione = "CigHub", Antiforgery = "CigHub-Modulo";

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
        Proteggi(options.Cookie, Sessione);

        // A sign-in comes back from another site: Strict would lose it.
        options.Cookie.SameSite = SameSiteMode.Lax;
    }

    public void PostConfigure(string? name, AntiforgeryOptions options)
    {
        Proteggi(options.Cookie, Antiforgery);
        options.Cookie.SameSite = SameSiteMode.Strict;
    }

    public void PostConfigure(string? name, OpenIdConnectOptions options)
    {
        // How long the provider's token lasts says nothing of the session, which has limits of its own.
        options.UseTokenLifetime = false;
        Proteggi(options.CorrelationCookie, "CigHub-Correlazione.");
        Proteggi(options.NonceCookie, "CigHub-Nonce.");
    }

    private void Proteggi(CookieBuilder cookie, string nome)
    {
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.Domain = null;
        cookie.Name = ambiente.IsDevelopment() ? nome : Prefisso + nome;
        cookie.SecurePolicy = ambiente.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
