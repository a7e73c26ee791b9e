using System.Globalization;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Diagnostics;
using MudBlazor;
using MudBlazor.Services;

namespace CigHub.Web.Components;

/// <summary>Registers the user interface (Razor components in circuits, and MudBlazor, all in Italian) and maps its pages.</summary>
public static class UiSetup
{
    /// <summary>
    /// The largest message from the browser, in bytes, so that a long text pasted into a field arrives and can be refused with a sentence.
    /// Above its limit SignalR closes the circuit, and the default is only 32 KB. <c>js/incolla.js</c> stops a text that is too large even
    /// for this.
    /// </summary>
    private const long MaxMessage = 1024 * 1024;

    /// <summary>
    /// Registers the services of the user interface. It needs an <see cref="Security.IUserBadge"/>, which the folder Security registers.
    /// </summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        // Ignore the culture of the machine, so that dates, amounts and labels of MudBlazor are Italian on every server.
        var italiano = CultureInfo.GetCultureInfo("it-IT");
        CultureInfo.DefaultThreadCurrentCulture = italiano;
        CultureInfo.DefaultThreadCurrentUICulture = italiano;

        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = MaxMessage);
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddMudServices();
        services.AddSingleton<MudLocalizer, ItalianMudLocalizer>();
        return services;
    }

    /// <summary>Shows our own error page for a request that fails before or inside an endpoint. Call it first in the pipeline.</summary>
    public static WebApplication UseUi(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(AppRoutes.ErroreDi(StatusCodes.Status500InternalServerError), createScopeForErrors: true);
        }

        app.UseStatusCodePagesWithReExecute(AppRoutes.ErroreConCodice, createScopeForStatusCodePages: true);

        // Draw the page of an error as a GET. As a POST the page would be refused too, for the same wrong antiforgery token.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
        return app;
    }

    public static WebApplication MapUi(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();

        // Intestazioni sets frame-ancestors, together with the other security headers.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
