using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Data.Dimostrazione;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Persone.Registrazione;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Web.Data;

/// <summary>Where the data is (<c>Dati:Cartella</c>), and how a scope reaches it.</summary>
public static class DataSetup
{
    public const string FileDatabase = "cighub.db";

    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        var cartella = Cartella(builder);
        Directory.CreateDirectory(cartella);
        var connessione = SqliteDatabase.ConnectionString(Path.Combine(cartella, FileDatabase));

        builder.Services.AddScoped<Ambito>();
        builder.Services.AddSingleton<GuardiaRegistro>();

        // The options are the same for every scope, so they are made once.
        builder.Services.AddDbContext<CigHubDbContext>(
            (services, options) => options.UseSqlite(connessione).AddInterceptors(services.GetRequiredService<GuardiaRegistro>())

                // An Affidamento has one adhesion and hardly an operation: their product is no longer than either list.
                .ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning)),
            optionsLifetime: ServiceLifetime.Singleton);
        builder.Services.AddDbContext<PreferenzeDbContext>(
            options => options.UseSqlite(connessione, sqlite => sqlite.MigrationsHistoryTable("__PreferenzeMigrationsHistory")),
            optionsLifetime: ServiceLifetime.Singleton);
        builder.Services.AddSingleton<SceltePersonali>();
        builder.Services.AddSingleton<SerieRichieste>();
        builder.Services.AddSingleton<RequestPositions>();
        builder.Services.AddSingleton<DatiDimostrativi>();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(cartella, "chiavi"))).SetApplicationName("CigHub");
        return builder;
    }

    /// <summary>The folder of all data, from the setting.</summary>
    internal static string Cartella(WebApplicationBuilder builder) =>
        Path.GetFullPath(builder.Configuration["Dati:Cartella"] ?? "data", builder.Environment.ContentRootPath);

    /// <summary>Creates or migrates the database and refuses to go on when it is not what the app relies on.</summary>
    public static async Task PrepareDataAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await SqliteDatabase.Prepara(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());
        await SqliteDatabase.Migra(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>());
        var dimostrazione = app.Configuration.GetValue<bool>("Dimostrazione:Attiva") ? app.Services.GetRequiredService<DatiDimostrativi>() : null;
        using var identita = dimostrazione?.Identita();
        await PercorsoPredefinito(scope.ServiceProvider, dimostrazione?.Inizio());
        await app.Services.DeduciRegistrazioni();
        if (dimostrazione is not null)
        {
            await dimostrazione.Riempi();
        }
    }

    /// <summary>The portal's path as its own instructions tell it, until an Amministratore publishes another.</summary>
    private static async Task PercorsoPredefinito(IServiceProvider services, DateTime? utc)
    {
        if (await services.GetRequiredService<CigHubDbContext>().Percorsi.AnyAsync())
        {
            return;
        }

        var percorso = PercorsoPortale.Iniziale(Identificativi.Nuovo());
        await services.GetRequiredService<SystemWriter>().Scrivi(
            db =>
            {
                db.Percorsi.Add(percorso);
                return Task.FromResult(Eventi.Di(new EventoDaScrivere(Azioni.PercorsoPubblicato, nameof(PercorsoPortale), percorso.Id, null)));
            },
            utc);
    }
}
