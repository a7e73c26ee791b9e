using CigHub.Web.Data;
using CigHub.Web.Data.Palestra;

namespace CigHub.Web.Features.Palestra;

/// <summary>The palestra, a training copy of the portal, switched on by <c>Palestra:Attiva</c>; never where identities are real.</summary>
public static class PalestraSetup
{
    public static bool Attiva(IConfiguration configurazione) => configurazione.ReadFlag("Palestra:Attiva");

    /// <exception cref="SettingRefusedException">When it is asked for outside Development or without the demonstration.</exception>
    public static WebApplicationBuilder AddPalestra(this WebApplicationBuilder builder)
    {
        if (!Attiva(builder.Configuration))
        {
            return builder;
        }

        if (!builder.Environment.IsDevelopment() || !builder.Configuration.ReadFlag(DataSetup.SettingDimostrazione))
        {
            throw new SettingRefusedException(
                "L'impostazione «Palestra:Attiva» vale solo nella dimostrazione («Dimostrazione:Attiva», ambiente Development): dove le persone e gli affidamenti sono veri CigHub non parte con la palestra, perché i suoi CIG non esistono. Togli «Palestra:Attiva». Vedi docs/operations.md.");
        }

        builder.Services.AddPalestraDatabase(DataSetup.Cartella(builder));
        builder.Services.AddAuthentication().AddCookie(SessioneSpid.Schema, options =>
        {
            options.Cookie.Name = SessioneSpid.Schema;
            options.Cookie.Path = AppRoutes.Palestra;
            options.ExpireTimeSpan = SessioneSpid.Durata;
        });
        return builder;
    }

    public static Task PreparePalestraAsync(this WebApplication app) => Attiva(app.Configuration) ? PalestraDatabase.Prepara(app.Services) : Task.CompletedTask;

    /// <summary>Plain endpoints that answer whole documents: no circuit, no script of ours, as on a foreign site. When it is off nothing is there.</summary>
    public static WebApplication MapPalestra(this WebApplication app)
    {
        if (!Attiva(app.Configuration))
        {
            app.Map(AppRoutes.Palestra + "/{**resto}", () => TypedResults.NotFound()).AllowAnonymous();
            return app;
        }

        var tutti = app.MapGroup("").AddEndpointFilter<SoloPersoneNote>();
        PaginePalestra.MappaPubbliche(tutti);
        var conSpid = tutti.MapGroup("").AddEndpointFilter<SoloConSpid>();
        PaginePalestra.Mappa(conSpid);
        ComandiPalestra.Mappa(conSpid);
        return app;
    }
}
