using System.Net;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations;

/// <summary>
/// The health probe at <see cref="AppRoutes.Salute"/>: whether the process answers and reads its database, in one word. It answers on the port of
/// <c>Salute:Porta</c> alone; without that setting, to this machine alone.
/// </summary>
/// <remarks>
/// Probes ask by address (<c>http://10.0.0.7:5081/salute</c>), which is no host that <c>AllowedHosts</c> names. So the probe stands before the
/// host filter, and nothing but the probe is served there: the port of the probe is no way around the filter.
/// </remarks>
public static class Health
{
    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<HealthSettings>();
        builder.Services.AddHealthChecks().AddCheck<ReadsItsDatabase>("database");

        // The first start-up filter is the outermost: the host filter of WebApplication is one of the others.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ProbeFilter>());
        return builder;
    }

    /// <summary>Says whether a request is for the probe, and not for the app behind it.</summary>
    internal static bool IsProbe(HttpContext http, int? port) => port is { } own
        ? http.Connection.LocalPort == own
        : http.Request.Path == AppRoutes.Salute && FromThisMachine(http);

    /// <summary>A reverse proxy on this machine is not this machine: what it forwards says so.</summary>
    private static bool FromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Keys.Any(h => h.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || h.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));

    private sealed class ProbeFilter(IOptions<HealthSettings> settings) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            var port = settings.Value.Port;
            app.MapWhen(http => IsProbe(http, port), probe => probe.UseHealthChecks(AppRoutes.Salute, new HealthCheckOptions { AllowCachingResponses = false }));
            next(app);
        };
    }

    /// <summary>Reads the head of the registro, which every act writes.</summary>
    private sealed class ReadsItsDatabase(CigHubDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            _ = await db.Registro.AsNoTracking().OrderByDescending(e => e.Seq).Select(e => e.Seq).FirstOrDefaultAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
