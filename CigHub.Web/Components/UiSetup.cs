using System.Globalization;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Diagnostics;
using MudBlazor;
using MudBlazor.Services;

namespace CigHub.Web.Components;

/// <summary>The pages: Razor components in circuits, MudBlazor, everything in Italian.</summary>
public static class UiSetup
{
    /// <summary>
    /// Bytes of one message of the browser. A whole document pasted into a field must arrive, to be refused with a sentence: past the
    /// usual 32 KB the circuit would be cut instead. <c>js/incolla.js</c> stops what would not fit here.
    /// </summary>
    private const long MaxMessaggio = 1024 * 1024;

    /// <summary>Needs an <see cref="Security.IIntestazione"/> registered by whoever knows the people.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        // Not the machine's: dates, amounts and MudBlazor's labels are Italian on every server.
        var italiano = CultureInfo.GetCultureInfo("it-IT");
        CultureInfo.DefaultThreadCurrentCulture = italiano;
        CultureInfo.DefaultThreadCurrentUICulture = italiano;

        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = MaxMessaggio);
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddMudServices();
        services.AddSingleton<MudLocalizer, MudItaliano>();
        return services;
    }

    /// <summary>First in the pipeline: what fails before or inside an endpoint gets a page of ours.</summary>
    public static WebApplication UseUi(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(AppRoutes.ErroreDi(StatusCodes.Status500InternalServerError), createScopeForErrors: true);
        }

        app.UseStatusCodePagesWithReExecute(AppRoutes.ErroreConCodice, createScopeForStatusCodePages: true);

        // The page of an error is read, whatever was posted: drawn as a post it would be refused for the very token that was refused.
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

        // Who may frame a page is said once, with the other headers.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
