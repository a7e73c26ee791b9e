using System.Reflection;
using CigHub.Web.Common;
using CigHub.Web.Security.Accesso;
using CigHub.Web.Security.Limiti;
using CigHub.Web.Security.Sessioni;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace CigHub.Web.Security;

/// <summary>
/// Registers sign-in and authorization. In Development a page offers the demonstration's people to choose from. Elsewhere users sign in
/// through Microsoft.Identity.Web.
/// </summary>
public static class SecuritySetup
{
    /// <param name="withSignIn">
    /// False for a command of the program. Nobody signs in to such a command and it answers under no host name, so it needs neither the
    /// settings of a provider nor hosts.
    /// </param>
    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder, bool withSignIn = true)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<Authorizer>();
        builder.Services.AddSingleton<PreferenceGuard>();
        builder.Services.AddScoped<UserSession>();
        builder.Services.AddSingleton<DemoPeople>();
        builder.Services.AddSingleton<Recognition>();
        builder.Services.AddSettings<SignInSettings>();
        builder.Services.AddScoped<IUserBadge, SessionUserBadge>();
        builder.Services.AddSettings<QuerySettings>().AddSingleton<QueryWorkers>().AddSingleton<QueryReader>();
        foreach (var query in Queries(typeof(SecuritySetup).Assembly))
        {
            builder.Services.AddScoped(query);
        }

        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, options =>
        {
            options.Cookie.Name = "CigHub";
            options.LoginPath = AppRoutes.Accedi;
            options.ReturnUrlParameter = AppRoutes.ParametroRitorno;
            options.AccessDeniedPath = AppRoutes.NonAbilitato;
        });
        if (builder.Environment.IsDevelopment() || !withSignIn)
        {
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        }
        else
        {
            builder.AddOpenIdSignIn();
        }

        if (withSignIn)
        {
            builder.AddAllowedHosts();
        }

        builder.Services.AddSettings<ProxySettings>();
        return builder.AddSessions().AddLimits();
    }

    /// <summary>Returns the types of all query classes in the assembly, for registration and for tests.</summary>
    public static IEnumerable<Type> Queries(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IQuery)));
}
