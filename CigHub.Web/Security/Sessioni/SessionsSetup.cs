using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// Registers the sessions on the server, their cookies, and the circuits that end with them. It does so alike in every environment.
/// </summary>
public static class SessionsSetup
{
    public static WebApplicationBuilder AddSessions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSecurityHeaders();
        services.AddSettings<SessionSettings>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionRights>();
        services.AddSingleton<OpenSessions>();
        services.AddSingleton<IAfterCommit>(s => s.GetRequiredService<OpenSessions>());
        services.AddSingleton<TicketStore>();
        services.AddHostedService<SessionSweeper>();

        services.AddScoped<CircuitWatch>();
        services.AddScoped<CircuitHandler>(s => s.GetRequiredService<CircuitWatch>());
        services.AddScoped<ISessionState>(s => s.GetRequiredService<CircuitWatch>());

        services.AddSingleton<CookieSetup>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(s => s.GetRequiredService<CookieSetup>());
        services.AddSingleton<IPostConfigureOptions<AntiforgeryOptions>>(s => s.GetRequiredService<CookieSetup>());
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>>(s => s.GetRequiredService<CookieSetup>());
        services.AddTransient<SessionHandler>();
        services.PostConfigure<AuthenticationOptions>(
            o => o.SchemeMap[CookieAuthenticationDefaults.AuthenticationScheme].HandlerType = typeof(SessionHandler));
        return builder;
    }
}
