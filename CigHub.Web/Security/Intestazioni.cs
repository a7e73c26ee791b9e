using CigHub.Web.Common;
using CigHub.Web.Security.Accesso;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security;

/// <summary>
/// The response headers for security, on every response, an error's too. Outside Development also HSTS and the way to HTTPS.
/// </summary>
/// <remarks>
/// <c>style-src 'unsafe-inline'</c> stays because MudBlazor writes <c>&lt;style&gt;</c> and <c>style=""</c>; no script is inline.
/// What stands in the panel's frame may be framed by us, nothing else by anybody.
/// </remarks>
public static class Intestazioni
{
    /// <summary>The panel stands in a frame of ours, and so does where it leads when its session, or its right, is over.</summary>
    private static readonly PathString[] _inCornice = ["/pannello", AppRoutes.SessioneFinita, AppRoutes.NonAbilitato];

    private const string Permessi = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), clipboard-write=(self), clipboard-read=(self)";

    /// <summary>One year.</summary>
    private static readonly TimeSpan _soloHttps = TimeSpan.FromDays(365);

    public static IServiceCollection AddIntestazioni(this IServiceCollection services)
    {
        services.AddSettings<HstsSettings>().BindSettings<EntraSettings>();
        services.AddOptions<HstsOptions>()
            .Configure<IOptions<HstsSettings>>((options, settings) => (options.MaxAge, options.IncludeSubDomains) = (_soloHttps, settings.Value.Sottodomini));
        return services;
    }

    /// <summary>Before everything else: what follows may fail, and its answer must have them all the same.</summary>
    public static WebApplication UseIntestazioni(this WebApplication app)
    {
        var altrui = app.Environment.IsDevelopment() ? null : Origine(app.Services.GetRequiredService<IOptions<EntraSettings>>().Value.Instance);
        var (mai, noi) = (Politica("'none'", altrui), Politica("'self'", altrui));
        app.Use((http, next) =>
        {
            // When the response starts: an exception handler clears what was set before.
            http.Response.OnStarting(() =>
            {
                Scrivi(http, Array.Exists(_inCornice, p => http.Request.Path.StartsWithSegments(p)) ? noi : mai);
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

    /// <param name="cornice">Who may frame the page.</param>
    /// <param name="altrui">Where a form of ours may end: leaving goes on to the identity provider, and browsers judge redirects too.</param>
    private static string Politica(string cornice, string? altrui) => string.Join(
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

    private static string? Origine(string? indirizzo) => Uri.TryCreate(indirizzo, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;

    private static void Scrivi(HttpContext http, string politica)
    {
        var intestazioni = http.Response.Headers;
        intestazioni.ContentSecurityPolicy = politica;
        intestazioni.XContentTypeOptions = "nosniff";
        intestazioni["Referrer-Policy"] = "same-origin";
        intestazioni["Permissions-Policy"] = Permessi;
        intestazioni["Cross-Origin-Opener-Policy"] = "same-origin";
        intestazioni["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && !intestazioni.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase))
        {
            intestazioni.CacheControl = "no-store";
        }
    }
}
