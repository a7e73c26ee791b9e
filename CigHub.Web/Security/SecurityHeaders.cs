using CigHub.Web.Common;
using CigHub.Web.Security.Accesso;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security;

/// <summary>
/// Sets the security headers of every response, including that of an error. Outside Development it also adds HSTS and the redirect to
/// HTTPS.
/// </summary>
/// <remarks>
/// <c>style-src 'unsafe-inline'</c> stays because MudBlazor writes <c>&lt;style&gt;</c> and <c>style=""</c>. No script is inline. Our pages
/// may frame the pages of the panel. No other page may be framed by anybody.
/// </remarks>
public static class SecurityHeaders
{
    /// <summary>
    /// The addresses of the pages that our own pages may show in a frame: the pannello di compilazione, and the pages to which it leads
    /// when the session or the right ends.
    /// </summary>
    private static readonly PathString[] _framed = ["/pannello", AppRoutes.SessioneFinita, AppRoutes.NonAbilitato];

    private const string Permissions =
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), clipboard-write=(self), clipboard-read=(self)";

    /// <summary>The time for which HSTS binds a browser: one year.</summary>
    private static readonly TimeSpan _httpsOnly = TimeSpan.FromDays(365);

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        services.AddSettings<HstsSettings>().BindSettings<EntraSettings>();
        services.AddOptions<HstsOptions>()
            .Configure<IOptions<HstsSettings>>((options, settings) => (options.MaxAge, options.IncludeSubDomains) = (_httpsOnly, settings.Value.Sottodomini));
        return services;
    }

    /// <summary>
    /// Adds the security headers. Call it before all other middleware, because an answer must have the headers even when later middleware
    /// fails.
    /// </summary>
    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        var altrui = app.Environment.IsDevelopment() ? null : Origin(app.Services.GetRequiredService<IOptions<EntraSettings>>().Value.Instance);
        var (mai, noi) = (Policy("'none'", altrui), Policy("'self'", altrui));
        app.Use((http, next) =>
        {
            // Set the headers when the response starts, because an exception handler clears headers set earlier.
            http.Response.OnStarting(() =>
            {
                Write(http, Array.Exists(_framed, p => http.Request.Path.StartsWithSegments(p)) ? noi : mai);
                return Task.CompletedTask;
            });
            return next(http);
        });
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        return app;
    }

    /// <param name="cornice">The source that may frame the page, as CSP writes it.</param>
    /// <param name="altrui">
    /// The foreign origin that a form of ours may lead to; null when there is none. Sign-out goes on to the identity provider, and browsers
    /// check redirects too.
    /// </param>
    private static string Policy(string cornice, string? altrui) => string.Join(
        "; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        $"form-action 'self'{(altrui is null ? "" : $" {altrui}")}",
        $"frame-ancestors {cornice}");

    private static string? Origin(string? indirizzo) => Uri.TryCreate(indirizzo, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;

    private static void Write(HttpContext http, string politica)
    {
        var intestazioni = http.Response.Headers;
        intestazioni.ContentSecurityPolicy = politica;
        intestazioni.XContentTypeOptions = "nosniff";
        intestazioni["Referrer-Policy"] = "same-origin";
        intestazioni["Permissions-Policy"] = Permissions;
        intestazioni["Cross-Origin-Opener-Policy"] = "same-origin";
        intestazioni["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && !intestazioni.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase))
        {
            intestazioni.CacheControl = "no-store";
        }
    }
}
