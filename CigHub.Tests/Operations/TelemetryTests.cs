using System.Collections.Concurrent;
using System.Text;
using CigHub.Web.Operations;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace CigHub.Tests.Operations;

/// <summary>Checks what reaches a collector of metrics and traces, and that nothing is measured without one.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Al_raccoglitore_arrivano_tempi_ed_esiti_dei_comandi()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.AddOrUpdate(request.Path, _ => Text(body), (_, before) => before + Text(body));
        });
        await collector.StartAsync();

        await using (var app = Build(collector.Urls.Single()))
        {
            await app.StartAsync();
            app.Logger.LogWarning("Ferrantini ha sbagliato parola");
            await CommandMeasures.Around("SalvaBozza", () => Task.FromResult(true), done => done);
            await Assert.ThrowsAsync<IOException>(() => CommandMeasures.Around<bool>("SegnaPronto", () => throw new IOException(), done => done));
            await app.StopAsync();
        }

        // Both are sent at the latest when the app stops. Logs, which name people, are not.
        Assert.Equal(["/v1/metrics", "/v1/traces"], received.Keys.Order());
        foreach (var words in (string[])["cighub.command.duration", "SalvaBozza", "done", "SegnaPronto", "failed"])
        {
            Assert.Contains(words, received["/v1/metrics"], StringComparison.Ordinal);
        }

        Assert.Contains("SalvaBozza", received["/v1/traces"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Senza_raccoglitore_non_si_misura_nulla()
    {
        await using var app = Build("");
        Assert.Null(app.Services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData("127.0.0.1:4318")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("raccoglitore")]
    public void Un_indirizzo_sbagliato_ferma_l_avvio(string address)
    {
        var fault = Assert.Single(new TelemetrySettings { Otlp = address }.Validate(null!));
        Assert.Contains("«Telemetria:Otlp»", fault.ErrorMessage, StringComparison.Ordinal);
    }

    private static WebApplication Build(string collector)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Telemetria:Otlp", collector)]);
        return builder.AddTelemetry().Build();
    }

    private static string Text(MemoryStream body) => Encoding.Latin1.GetString(body.ToArray());
}
