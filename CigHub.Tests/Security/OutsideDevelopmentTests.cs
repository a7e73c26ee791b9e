using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CigHub.Tests.Security;

/// <summary>
/// Checks the rules that the app applies only outside Development: cookies bound to this host, and HTTPS demanded for a year (HSTS).
/// </summary>
public sealed class OutsideDevelopmentTests : IDisposable
{
    private static readonly Dictionary<string, string?> Impostazioni = new()
    {
        ["AzureAd:Instance"] = "https://accesso.example/",
        ["AzureAd:TenantId"] = "11111111-1111-1111-1111-111111111111",
        ["AzureAd:ClientId"] = "22222222-2222-2222-2222-222222222222",
        ["AzureAd:ClientSecret"] = "non-un-segreto",
        ["AllowedHosts"] = "cighub.example",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("cighub-fuori-").FullName;

    [Fact]
    public async Task Ogni_cookie_ha_il_prefisso_che_lo_lega_a_questo_host()
    {
        var builder = Builder();
        builder.AddData();
        builder.AddDimostrazione();
        builder.AddSecurity();
        builder.Services.AddWritePath();
        builder.Services.AddFeatures();
        builder.Services.AddUi();
        await using var app = builder.Build();
        var sessione = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var modulo = app.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        var oidc = app.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);
        foreach (var cookie in new[] { sessione.Cookie, modulo.Cookie, oidc.CorrelationCookie, oidc.NonceCookie })
        {
            var scritto = cookie.Build(new DefaultHttpContext());
            Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
            Assert.Equal((true, true, "/"), (scritto.Secure, scritto.HttpOnly, scritto.Path));
            Assert.Null(scritto.Domain);
        }

        Assert.Equal(("__Host-CigHub", SameSiteMode.Lax), (sessione.Cookie.Name, sessione.Cookie.SameSite));
        Assert.False(sessione.SlidingExpiration);
        Assert.NotNull(sessione.SessionStore);
        Assert.False(oidc.UseTokenLifetime);
        Assert.All(oidc.TokenValidationParameters.ValidAlgorithms, firma => Assert.Matches("^(RS|PS|ES)(256|384|512)$", firma));
    }

    [Theory]
    [InlineData(null, "max-age=31536000; includeSubDomains")]
    [InlineData("true", "max-age=31536000; includeSubDomains")]
    [InlineData("false", "max-age=31536000")]
    public async Task Solo_https_per_un_anno_anche_nei_sottodomini_e_un_modulo_puo_finire_dal_fornitore_d_identita(string? sottodomini, string atteso)
    {
        var builder = Builder();
        builder.Configuration["Hsts:Sottodomini"] = sottodomini;
        builder.WebHost.UseTestServer();
        builder.Services.AddSecurityHeaders();
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        app.Run(http => http.Response.WriteAsync("x"));
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var risposta = await client.GetAsync(new Uri("https://cighub.example/"));
        Assert.Equal(atteso, Assert.Single(risposta.Headers.GetValues("Strict-Transport-Security")));
        Assert.Contains("form-action 'self' https://accesso.example;",
            Assert.Single(risposta.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = _folder });
        builder.Configuration.AddInMemoryCollection(Impostazioni);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Dati:Cartella"] = _folder });
        return builder;
    }
}
