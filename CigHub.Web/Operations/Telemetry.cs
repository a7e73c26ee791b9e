using CigHub.Web.Common;
using CigHub.Web.UseCases;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CigHub.Web.Operations;

/// <summary>
/// Sends metrics and traces to the collector that the settings name: requests, commands, and the runtime. A metric says which command and
/// how long, and never who or about what; a trace holds the path of the address too, with its ids.
/// </summary>
internal static class Telemetry
{
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<TelemetrySettings>();
        if (builder.Configuration.ReadSettings<TelemetrySettings>().Collector is { } collector)
        {
            // No logs: they name people.
            builder.Services.AddOpenTelemetry()
                .ConfigureResource(r => r.AddService("cighub"))
                .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter(CommandMeasures.Name)
                    .AddOtlpExporter(o => To(o, collector, "metrics")))
                .WithTracing(t => t.AddAspNetCoreInstrumentation(o => o.Filter = http => !Health.IsProbe(http.Request.Path))
                    .AddSource(CommandMeasures.Name)
                    .AddOtlpExporter(o => To(o, collector, "traces")));
        }

        return builder;
    }

    private static void To(OtlpExporterOptions options, Uri collector, string signal) =>
        (options.Protocol, options.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/{signal}"));
}
