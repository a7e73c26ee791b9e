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

/// <summary>Registers sessions on the server, circuits that obey them, cookies and headers. Development and other environments are alike.</summary>
public static class SessioniSetup
{
    public static WebApplicationBuilder AddSessioni(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIntestazioni();
        services.AddSettings<SessioneSettings>();
        services.AddSingleton<ArchivioSessioni>();
        services.AddSingleton<DirittiDelleSessioni>();
        services.AddSingleton<SessioniAperte>();
        services.AddSingleton<IAfterCommit>(s => s.GetRequiredService<SessioniAperte>());
        services.AddSingleton<ArchivioBiglietti>();
        services.AddHostedService<GuardianoSessioni>();

        services.AddScoped<CustodeCircuito>();
        services.AddScoped<CircuitHandler>(s => s.GetRequiredService<CustodeCircuito>());
        services.AddScoped<IStatoSessione>(s => s.GetRequiredService<CustodeCircuito>());

        services.AddSingleton<ConfiguraCookie>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(s => s.GetRequiredService<ConfiguraCookie>());
        services.AddSingleton<IPostConfigureOptions<AntiforgeryOptions>>(s => s.GetRequiredService<ConfiguraCookie>());
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>>(s => s.GetRequiredService<ConfiguraCookie>());
        services.AddTransient<GestoreSessione>();
        services.PostConfigure<AuthenticationOptions>(
            o => o.SchemeMap[CookieAuthenticationDefaults.AuthenticationScheme].HandlerType = typeof(GestoreSessione));
        return builder;
    }
}
