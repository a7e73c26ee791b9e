using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Demo.Palestra.Archivio;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// Registers the palestra, the training copy of the portal, and maps its pages. <c>Palestra:Attiva</c> switches it on, but never where
/// users sign in with real identities.
/// </summary>
public static class PalestraSetup
{
    /// <exception cref="OptionsValidationException">The settings ask for the palestra outside Development or without the demonstration.</exception>
    public static WebApplicationBuilder AddPalestra(this WebApplicationBuilder builder)
    {
        // Where the palestra may be switched on, its CIG are accepted even while it is off.
        var possible = builder.Environment.IsDevelopment() && builder.Configuration.ReadSettings<DemoSettings>().Attiva;
        if (possible)
        {
            builder.Services.PostConfigure<CigDerivatiOptions>(options => options.DallaPalestra = true);
        }

        if (!builder.Configuration.ReadSettings<PalestraSettings>().Attiva)
        {
            return builder;
        }

        if (!possible)
        {
            throw SettingsReader.Refused<PalestraSettings>(
                "L'impostazione «Palestra:Attiva» vale solo nella dimostrazione («Dimostrazione:Attiva», ambiente Development): "
                + "dove le persone e gli affidamenti sono veri CigHub non parte con l'ambiente di prova, "
                + "perché i suoi CIG non esistono. Togli «Palestra:Attiva». Vedi docs/operations.md.");
        }

        builder.Services.PostConfigure<PortaleSettings>(options => (options.Indirizzo, options.PerEsercitarsi) = (AppRoutes.Palestra, true));
        PalestraDatabase.Add(builder.Services, DataSetup.Cartella(builder));
        builder.Services.AddAuthentication().AddCookie(SpidSession.Schema, options =>
        {
            options.Cookie.Name = SpidSession.Schema;
            options.Cookie.Path = AppRoutes.Palestra;
            options.ExpireTimeSpan = SpidSession.Durata;
        });
        return builder;
    }

    /// <summary>
    /// Maps the endpoints of the palestra. They answer with whole HTML documents, without circuit and script, as a foreign site does. When
    /// the palestra is off, its addresses answer 404.
    /// </summary>
    public static WebApplication MapPalestra(this WebApplication app)
    {
        if (!IsOn(app))
        {
            app.Map(AppRoutes.Palestra + "/{**resto}", () => TypedResults.NotFound()).AllowAnonymous();
            return app;
        }

        var tutti = app.MapGroup("").AddEndpointFilter<KnownPeopleOnly>();
        PalestraPages.MappaPubbliche(tutti);
        var conSpid = tutti.MapGroup("").AddEndpointFilter<SpidOnly>();
        PalestraPages.Map(conSpid);
        PalestraCommands.Map(conSpid);
        return app;
    }

    private static bool IsOn(WebApplication app) => app.Services.GetRequiredService<IOptions<PalestraSettings>>().Value.Attiva;
}
