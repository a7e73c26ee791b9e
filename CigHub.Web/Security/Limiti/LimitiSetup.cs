using System.Globalization;
using System.Threading.RateLimiting;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.RateLimiting;

namespace CigHub.Web.Security.Limiti;

/// <summary>
/// How often one network address may ask for a sign-in or for what goes with it, and how much one person may export and upload.
/// </summary>
public static class LimitiSetup
{
    private static readonly TimeSpan _finestra = TimeSpan.FromMinutes(1);

    /// <summary>Sign-in, first access, change of role; the provider's way back is a setting.</summary>
    private static readonly PathString[] _accesso = [AppRoutes.Accedi, AppRoutes.Ruolo, AppRoutes.NonAbilitato, AppRoutes.Esci, AppRoutes.PrimoAccesso];

    public static WebApplicationBuilder AddLimiti(this WebApplicationBuilder builder)
    {
        var impostazioni = new ImpostazioniLimiti(builder.Configuration);
        builder.Services.AddSingleton(impostazioni);
        builder.Services.AddSingleton<IUseLimit, Limitatore>();
        PathString[] tutti = [.. _accesso, builder.Configuration["AzureAd:CallbackPath"] is ['/', ..] ritorno ? ritorno : "/signin-oidc"];
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (contesto, _) =>
            {
                // The body is the page for 429, as for every status without one.
                var attesa = contesto.Lease.TryGetMetadata(MetadataName.RetryAfter, out var dopo) ? dopo : _finestra;
                contesto.HttpContext.RequestServices.GetRequiredService<ILogger<Limitatore>>().LogWarning("Too many requests of sign-in from one address");
                contesto.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(attesa.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Array.Exists(tutti, p => http.Request.Path.StartsWithSegments(p))
                ? RateLimitPartition.GetFixedWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = impostazioni.AccessiAlMinuto, Window = _finestra })
                : RateLimitPartition.GetNoLimiter(""));
        });
        return builder;
    }

    /// <summary>Before the sign-in is looked at: the provider's way back is answered there.</summary>
    public static WebApplication UseLimiti(this WebApplication app)
    {
        app.UseRateLimiter();
        return app;
    }
}
