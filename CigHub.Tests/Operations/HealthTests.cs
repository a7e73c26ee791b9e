using System.Net;
using System.Net.Sockets;
using CigHub.Tests.Security.Accesso;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Operations;

/// <summary>The app with a second port, which only answers the health probe.</summary>
public sealed class AppWithHealthPort : AppWithSignIn
{
    private readonly int _port = FreePort();

    public override int? HealthPort => _port;

    protected override bool Dimostrazione => false;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>
/// Checks that the app answers only under its own host names. A health probe that asks by IP address uses a port of its own, which must
/// serve nothing else.
/// </summary>
public sealed class HealthTests(AppWithHealthPort app) : IClassFixture<AppWithHealthPort>
{
    private const string ByAddress = "10.0.0.7:5081";

    [Theory]
    [InlineData("altro.example")]
    [InlineData(ByAddress)]
    [InlineData("127.0.0.1.altro.example")]
    public async Task Sotto_un_altro_nome_l_app_non_risponde(string host)
    {
        using var client = app.Client();
        Assert.Equal(HttpStatusCode.BadRequest, await Ask(client, new Uri(app.Indirizzo, AppRoutes.Accedi), host));
        Assert.Equal(HttpStatusCode.BadRequest, await Ask(client, new Uri(app.Indirizzo, AppRoutes.Pronto), host));
    }

    [Fact]
    public async Task Sulla_sua_porta_la_sonda_risponde_per_indirizzo_e_null_altro_c_e()
    {
        using var client = app.Client();
        var probe = new Uri($"http://127.0.0.1:{app.HealthPort}");
        Assert.Equal(HttpStatusCode.OK, await Ask(client, new Uri(probe, AppRoutes.Pronto), ByAddress));
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri(probe, AppRoutes.Pronto)));
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri(probe, AppRoutes.Vivo)));
        foreach (var elsewhere in new[] { AppRoutes.Cruscotto, AppRoutes.Accedi, TestApp.StyleSheet, "/_blazor", AppRoutes.Salute, "/pronto/altro" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await Ask(client, new Uri(probe, elsewhere), "127.0.0.1"));
        }

        // The app's own port has no probe. The caller is sent to sign in, as for every address that does not exist.
        Assert.Equal(HttpStatusCode.Redirect, await Ask(client, new Uri(app.Indirizzo, AppRoutes.Pronto), app.Indirizzo.Authority));
    }

    [Fact]
    public async Task Senza_una_porta_sua_risponde_solo_a_questa_macchina_e_dice_se_il_database_non_si_legge()
    {
        var clock = new FakeTimeProvider(TestBench.Now);
        await using var local = await TestApp.Start(dimostrazione: false, clock: clock);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = local.Address };
        Assert.Equal("Healthy", await client.GetStringAsync(AppRoutes.Pronto));
        using (var forwarded = new HttpRequestMessage(HttpMethod.Get, AppRoutes.Pronto) { Headers = { { "X-Forwarded-For", "203.0.113.9" } } })
        {
            using var response = await client.SendAsync(forwarded);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }

        await InTheFile(local, "ALTER TABLE \"Registro\" RENAME TO \"Altrove\"");

        // An answer is kept for ten seconds.
        Assert.Equal("Healthy", await client.GetStringAsync(AppRoutes.Pronto));
        clock.Advance(Readiness.Kept);
        using var broken = await client.GetAsync(AppRoutes.Pronto);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (broken.StatusCode, await broken.Content.ReadAsStringAsync()));
        Assert.True(broken.Headers.CacheControl!.NoStore);

        // The process itself still answers: who starts programs again when they hang need not start this one again.
        Assert.Equal("Healthy", await client.GetStringAsync(AppRoutes.Vivo));
    }

    [Fact]
    public async Task Chi_non_riesce_a_scrivere_da_un_minuto_non_e_pronto_e_torna_pronto_da_se()
    {
        var clock = new FakeTimeProvider(TestBench.Now);
        await using var local = await TestApp.Start(dimostrazione: false, clock: clock);
        using var client = new HttpClient { BaseAddress = local.Address };
        Assert.Equal("Healthy", await client.GetStringAsync(AppRoutes.Pronto));
        await InTheFile(
            local, "CREATE TRIGGER \"prova\" BEFORE UPDATE ON \"ProvaDiScrittura\" BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");

        clock.Advance(Readiness.WrittenWithin - TimeSpan.FromSeconds(1));
        Assert.Equal("Healthy", await client.GetStringAsync(AppRoutes.Pronto));
        clock.Advance(Readiness.Kept);
        using (var full = await client.GetAsync(AppRoutes.Pronto))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);
        }

        await InTheFile(local, "DROP TRIGGER \"prova\"");
        clock.Advance(Readiness.Kept);
        Assert.Equal("Healthy", await client.GetStringAsync(AppRoutes.Pronto));
    }

    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("10.0.0.9", null, false)]
    [InlineData(null, null, false)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "X-Forwarded-Host", false)]
    [InlineData("127.0.0.1", "Forwarded", false)]
    public void Questa_macchina_e_chi_chiede_da_qui_e_non_per_conto_di_altri(string? remote, string? header, bool answers)
    {
        var http = new DefaultHttpContext
        {
            Connection = { RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote) },
            Request = { Path = AppRoutes.Pronto }
        };
        if (header is not null)
        {
            http.Request.Headers[header] = "x";
        }

        Assert.Equal(answers, Health.IsProbe(http, null));
        http.Request.Path = AppRoutes.Cruscotto;
        Assert.False(Health.IsProbe(http, null));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("ottanta")]
    public void Una_porta_che_non_e_una_porta_ferma_l_avvio(string setting)
    {
        var fault = Assert.Single(new HealthSettings { Porta = setting }.Validate(null!));
        Assert.Contains("«Salute:Porta»", fault.ErrorMessage, StringComparison.Ordinal);
        Assert.Null(new HealthSettings().Port);
        Assert.Equal(5081, new HealthSettings { Porta = "5081" }.Port);
    }

    private static async Task InTheFile(TestApp app, string sql)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(app.Folder, Web.Data.DataSetup.DatabaseFileName)};Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<HttpStatusCode> Ask(HttpClient client, Uri address, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = host } };
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
