using System.Reflection;
using CigHub.Web.Components.Layout;
using CigHub.Web.Features.Account;
using CigHub.Web.Security.Limiti;
using CigHub.Web.Security.Sessioni;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Identity.Web;

namespace CigHub.Web.Security;

/// <summary>Sign-in: a page that offers the demonstration's people in Development, Microsoft.Identity.Web everywhere else.</summary>
public static class SecuritySetup
{
    private static readonly string[] ImpostazioniEntra = ["AzureAd:Instance", "AzureAd:TenantId", "AzureAd:ClientId", "AzureAd:ClientSecret"];

    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<Autorizzazione>();
        builder.Services.AddScoped<SessioneUtente>();
        builder.Services.AddSingleton<PersoneDimostrative>();
        builder.Services.AddScoped<IIntestazione, IntestazioneUtente>();
        builder.Services.AddSingleton<Lettore>();
        foreach (var query in Queries(typeof(SecuritySetup).Assembly))
        {
            builder.Services.AddScoped(query);
        }

        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
                .AddCookie(options =>
                {
                    options.Cookie.Name = "CigHub";
                    options.LoginPath = AppRoutes.Accedi;
                    options.ReturnUrlParameter = AppRoutes.ParametroRitorno;
                    options.AccessDeniedPath = AppRoutes.NonAbilitato;
                });
        }
        else
        {
            var manca = Array.Find(ImpostazioniEntra, s => string.IsNullOrWhiteSpace(builder.Configuration[s]));
            if (manca is not null)
            {
                throw new InvalidOperationException(
                    $"Manca l'impostazione «{manca}»: fuori dallo sviluppo CigHub accetta solo l'accesso con Microsoft Entra ID e non parte senza. Vedi docs/operations.md.");
            }

            builder.Services.AddAuthentication(OpenIdConnectDefaults.AuthenticationScheme)
                .AddMicrosoftIdentityWebApp(builder.Configuration.GetSection("AzureAd"));
        }

        return builder.AddSessioni().AddLimiti();
    }

    /// <summary>Every query class, for registration and for the tests that walk them.</summary>
    public static IEnumerable<Type> Queries(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IQuery)));
}
