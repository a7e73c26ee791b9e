using System.Net;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations;

/// <summary>
/// The health probes, which tell monitoring programs in one word how the app is: <see cref="AppRoutes.Vivo"/> whether the process answers,
/// <see cref="AppRoutes.Pronto"/> whether its data can be read and written. They answer only on the port of <c>Salute:Porta</c>, or, without
/// that setting, only to requests from this machine.
/// </summary>
/// <remarks>
/// Probes ask by address (<c>http://10.0.0.7:5081/pronto</c>), which is no host of <c>AllowedHosts</c>. So the probes stand before the host
/// filter. Their port serves nothing but the probes, so that nobody can bypass the filter there.
/// </remarks>
public static class Health
{
    private static readonly string[] _probes = [AppRoutes.Vivo, AppRoutes.Pronto];

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<HealthSettings>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHealthChecks().AddCheck<Readiness>("dati");

        // The first startup filter is the outermost, and the host filter of WebApplication is one of the others.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ProbeFilter>());
        return builder;
    }

    /// <summary>Says whether a request is for a health probe and not for the app.</summary>
    internal static bool IsProbe(HttpContext http, int? port) => port is { } own
        ? http.Connection.LocalPort == own
        : IsProbe(http.Request.Path) && FromThisMachine(http);

    /// <summary>Says whether a path is that of a health probe.</summary>
    internal static bool IsProbe(PathString path) => _probes.Any(p => path == p);

    /// <summary>
    /// Says whether a request was made on this machine. A request that a reverse proxy forwards was not, even when the proxy runs on this
    /// machine; its headers show that.
    /// </summary>
    private static bool FromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Keys.Any(
            h => h.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || h.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));

    private sealed class ProbeFilter(IOptions<HealthSettings> settings) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            var port = settings.Value.Port;
            app.MapWhen(
                http => IsProbe(http, port),
                probe => probe
                    .UseHealthChecks(AppRoutes.Vivo, new HealthCheckOptions { AllowCachingResponses = false, Predicate = _ => false })
                    .UseHealthChecks(AppRoutes.Pronto, new HealthCheckOptions { AllowCachingResponses = false }));
            next(app);
        };
    }
}
