using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Data;

/// <summary>Where the data is (<c>Dati:Cartella</c>), and how a scope reaches it.</summary>
public static class DataSetup
{
    public const string FileDatabase = "cighub.db";

    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        var cartella = Cartella(builder);
        var connessione = SqliteDatabase.ConnectionString(Path.Combine(cartella, FileDatabase));

        builder.Services.TryAddSingleton<StartSteps>();
        builder.Services.AddSingleton(services => new DataFolder(cartella, services.GetRequiredService<StartSteps>()));
        builder.Services.AddSingleton<DataFolderLock>();
        builder.Services.AddSingleton<HeadKeeper>();
        builder.Services.AddSingleton<HeadInterceptor>();
        builder.Services.AddSingleton<DataHealth>();
        builder.Services.AddSingleton<Upgrade>();
        builder.Services.AddSingleton<FirstStart>();
        builder.Services.AddSingleton<DataStart>();
        builder.Services.AddScoped<Ambito>();
        builder.Services.AddSingleton<GuardiaRegistro>();

        // The options are the same for every scope, so they are made once.
        builder.Services.AddDbContext<CigHubDbContext>(
            (services, options) => options.UseSqlite(connessione)
                .AddInterceptors(services.GetRequiredService<GuardiaRegistro>(), services.GetRequiredService<HeadInterceptor>())

                // An Affidamento has one adhesion and hardly an operation: their product is no longer than either list.
                // A migration that rebuilds a table is not transactional: it runs on a copy.
                .ConfigureWarnings(w => w
                    .Ignore(RelationalEventId.MultipleCollectionIncludeWarning, RelationalEventId.NonTransactionalMigrationOperationWarning)),
            optionsLifetime: ServiceLifetime.Singleton);
        builder.Services.AddDbContext<PreferenzeDbContext>(
            options => options.UseSqlite(connessione, sqlite => sqlite.MigrationsHistoryTable("__PreferenzeMigrationsHistory"))
                .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning)),
            optionsLifetime: ServiceLifetime.Singleton);
        builder.Services.AddSingleton<SceltePersonali>();
        builder.Services.AddSingleton<SerieRichieste>();
        builder.Services.AddSingleton<RequestPositions>();
        builder.Services.AddSettings<DataSettings>();
        builder.Services.AddSettings<DimostrazioneSettings>();
        builder.Services.AddSettings<PalestraSettings>();
        builder.Services.AddSingleton<ScrittoriDellaStoria>();
        builder.Services.AddSingleton<DatiDimostrativi>();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(cartella, "chiavi"))).SetApplicationName("CigHub");
        return builder;
    }

    /// <summary>The full path of the folder of all data.</summary>
    /// <exception cref="OptionsValidationException">The setting is no path.</exception>
    internal static string Cartella(WebApplicationBuilder builder) =>
        Path.GetFullPath(builder.Configuration.ReadSettings<DataSettings>().Cartella, builder.Environment.ContentRootPath);

    /// <summary>Keeps other processes away from the data folder while this one runs.</summary>
    public static void TakeDataFolder(this WebApplication app) => app.Services.GetRequiredService<DataFolderLock>().Take();

    /// <summary>Opens the data, made anew or upgraded where that is due, and refuses to go on when they are not what the app relies on.</summary>
    /// <param name="initialize">Whether a new database may be made. Default: in Development alone; elsewhere the command <c>init</c> makes it.</param>
    /// <exception cref="StartRefusedException">What is wrong and the way out.</exception>
    public static Task PrepareDataAsync(this WebApplication app, bool? initialize = null) => StartRefusals.Told(async () =>
    {
        var start = app.Services.GetRequiredService<DataStart>();
        var isFirst = await start.Open(initialize ?? app.Environment.IsDevelopment());
        await using var scope = app.Services.CreateAsyncScope();
        await SqliteDatabase.Prepara(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());

        // The demonstration belongs to a first start: what interrupts it makes the whole file anew.
        var dimostrazione = isFirst && app.Services.GetRequiredService<DatiDimostrativi>() is { Attiva: true } asked ? asked : null;
        using var storia = dimostrazione?.Comincia();
        await PercorsoPredefinito(scope.ServiceProvider, dimostrazione?.Sistema ?? app.Services.GetRequiredService<SystemWriter>());
        await app.Services.DeduciRegistrazioni();
        if (dimostrazione is not null)
        {
            await dimostrazione.Riempi();
        }

        if (isFirst)
        {
            start.EndFirstStart();
        }
    });

    /// <summary>The portal's path as its own instructions tell it, until an Amministratore publishes another.</summary>
    private static async Task PercorsoPredefinito(IServiceProvider services, SystemWriter sistema)
    {
        if (await services.GetRequiredService<CigHubDbContext>().Percorsi.AnyAsync())
        {
            return;
        }

        var percorso = PercorsoPortale.Iniziale(Identificativi.Nuovo());
        await sistema.Scrivi(db =>
        {
            db.Percorsi.Add(percorso);
            return Task.FromResult(Eventi.Di(new EventoDaScrivere(Azioni.PercorsoPubblicato, Oggetti.PercorsoPortale, percorso.Id, null)));
        });
    }
}
