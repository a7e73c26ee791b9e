using System.Net;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations;

/// <summary>
/// The health probe at <see cref="AppRoutes.Salute"/>, which tells monitoring programs in one word whether the app runs and can read its
/// database. It answers only on the port of <c>Salute:Porta</c>, or, without that setting, only to requests from this machine.
/// </summary>
/// <remarks>
/// Probes ask by address (<c>http://10.0.0.7:5081/salute</c>), which is no host of <c>AllowedHosts</c>. So the probe stands before the host
/// filter. Its port serves nothing but the probe, so that nobody can bypass the filter there.
/// </remarks>
public static class Health
{
    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<HealthSettings>();
        builder.Services.AddHealthChecks().AddCheck<ReadsItsDatabase>("database");

        // The first startup filter is the outermost, and the host filter of WebApplication is one of the others.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ProbeFilter>());
        return builder;
    }

    /// <summary>Says whether a request is for the health probe and not for the app.</summary>
    internal static bool IsProbe(HttpContext http, int? port) => port is { } own
        ? http.Connection.LocalPort == own
        : http.Request.Path == AppRoutes.Salute && FromThisMachine(http);

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
                probe => probe.UseHealthChecks(AppRoutes.Salute, new HealthCheckOptions { AllowCachingResponses = false }));
            next(app);
        };
    }

    /// <summary>Checks that the database can be read, by reading the last event of the registro.</summary>
    private sealed class ReadsItsDatabase(CigHubDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            _ = await db.Registro.AsNoTracking().OrderByDescending(e => e.Seq).Select(e => e.Seq).FirstOrDefaultAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
