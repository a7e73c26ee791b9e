using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Demo.Componenti;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Features;
using CigHub.Web.Features.Account.SceltaDelRuolo;
using CigHub.Web.Features.Affidamenti.ElencoPortale;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Attestazioni.Dossier;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.Operations;
using CigHub.Web.Security;
using CigHub.Web.Security.Accesso;
using CigHub.Web.Security.Limiti;
using CigHub.Web.UseCases;

if (await ProgramCommands.RunAsync(args, demonstration: builder => builder.AddDimostrazione()) is { } ended)
{
    return ended;
}

return await ProgramStart.RunAsync(Build, Use);

WebApplication Build()
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppFolder.ContentRoot() });

    // Serve the files of packages in every environment, also from a build that was not published. A published app needs none of this.
    builder.WebHost.UseStaticWebAssets();
    builder.AddData();
    builder.AddSecurity();
    builder.AddDimostrazione();
    builder.AddPalestra();
    builder.Services.AddWritePath();
    builder.Services.AddFeatures();
    builder.Services.AddUi();
    builder.AddHealth();
    builder.AddOperations();
    builder.AddTelemetry();
    return builder.Build();
}

static void Use(WebApplication app)
{
    app.UseTrustedProxies();
    app.UseSecurityHeaders();
    app.UseCircuitOrigin();
    app.UseUi();
    app.UseComponenti();
    app.UseLimits();
    app.UseSignInFaults();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseSceltaDelRuolo();
    app.UseAntiforgery();
    app.MapAccount();
    app.MapRuolo();
    app.MapFascicolo();
    app.MapDueDiligence();
    app.MapDossier();
    app.MapPalestra();
    app.MapElencoPortale();
    app.MapUi();
    app.AnnounceWhenStarted();
}
