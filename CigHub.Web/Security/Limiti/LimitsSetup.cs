using System.Globalization;
using System.Threading.RateLimiting;
using CigHub.Web.Common;
using CigHub.Web.Security.Accesso;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Limiti;

/// <summary>Registers the limits on sign-in requests of one network address, and on exports and uploads of one person.</summary>
public static class LimitsSetup
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The addresses of sign-in, first access and change of role, on which the limit per network address applies. The provider's callback
    /// address is a setting and is added.
    /// </summary>
    private static readonly PathString[] _signIn = [AppRoutes.Accedi, AppRoutes.Ruolo, AppRoutes.NonAbilitato, AppRoutes.Esci, AppRoutes.PrimoAccesso];

    public static WebApplicationBuilder AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<LimitSettings>().BindSettings<EntraSettings>();
        builder.Services.AddSingleton<IUseLimit, UseLimiter>();
        builder.Services.AddRateLimiter();
        builder.Services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<LimitSettings>, IOptions<EntraSettings>>((options, limiti, entra) => Configure(options, limiti.Value, entra.Value));
        return builder;
    }

    /// <summary>Adds the limit on sign-in requests. Call it before the authentication, which answers the provider's callback.</summary>
    public static WebApplication UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        return app;
    }

    private static void Configure(RateLimiterOptions options, LimitSettings limiti, EntraSettings entra)
    {
        // In Development the settings of the provider are not validated, and the callback path may be wrong because nothing uses it.
        PathString[] tutti = [.. _signIn, .. entra.CallbackPath.StartsWith('/') ? new PathString[] { entra.CallbackPath } : []];
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (contesto, _) =>
        {
            // The page for 429 is the body, as for every status without a body.
            var attesa = contesto.Lease.TryGetMetadata(MetadataName.RetryAfter, out var dopo) ? dopo : _window;
            contesto.HttpContext.RequestServices.GetRequiredService<ILogger<UseLimiter>>().LogWarning("Too many requests of sign-in from one address");
            contesto.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(attesa.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Array.Exists(tutti, p => http.Request.Path.StartsWithSegments(p))
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = limiti.AccessiAlMinuto, Window = _window })
            : RateLimitPartition.GetNoLimiter(""));
    }
}
