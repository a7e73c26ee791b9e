using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Data;

/// <summary>Registers the data folder (<c>Dati:Cartella</c>), the database contexts and the services around them.</summary>
public static class DataSetup
{
    public const string DatabaseFileName = "cighub.db";

    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        var cartella = Cartella(builder);
        var connessione = SqliteDatabase.ConnectionString(Path.Combine(cartella, DatabaseFileName));

        builder.Services.TryAddSingleton<StartSteps>();
        builder.Services.AddSingleton(services => Folder(builder, cartella, services.GetRequiredService<StartSteps>()));
        builder.Services.AddSettings<AttestazioniSettings>();
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<AttestazioniStore>();
        builder.Services.AddSingleton<Attestatore>();
        builder.Services.AddSingleton<RegistroTree>();
        builder.Services.AddSingleton<DataFolderLock>();
        builder.Services.AddSingleton<HeadKeeper>();
        builder.Services.AddSingleton<HeadInterceptor>();
        builder.Services.AddSingleton<KeptStatements>();
        builder.Services.AddSingleton<KeptAdesioni>();
        builder.Services.AddSingleton<DataHealth>();
        builder.Services.AddSingleton<Upgrade>();
        builder.Services.AddSingleton<FirstStart>();
        builder.Services.AddSingleton<DataStart>();
        builder.Services.AddScoped<Ambito>();
        builder.Services.AddScoped<ITextSearch, SqliteTextSearch>();

        // The options are the same for every scope, so they are made once.
        builder.Services.AddDbContext<CigHubDbContext>(
            (services, options) => options.UseSqlite(connessione)
                .AddInterceptors(
                [
                    .. services.GetServices<SaveChangesInterceptor>(), services.GetRequiredService<HeadInterceptor>(),
                    services.GetRequiredService<KeptStatements>(),
                ])

                // Both collections of an Affidamento (adhesions and operations) are tiny, so loading them in one query is harmless. A
                // migration that rebuilds a table is not transactional, but it runs on a copy.
                // A query that was stopped is no error of the database. The exception of any other goes on to code that logs it. A count up to
                // a limit needs no order.
                .ConfigureWarnings(w => w
                    .Log(
                        (CoreEventId.QueryIterationFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug),
                        (CoreEventId.RowLimitingOperationWithoutOrderByWarning, LogLevel.Debug))
                    .Ignore(RelationalEventId.MultipleCollectionIncludeWarning, RelationalEventId.NonTransactionalMigrationOperationWarning)),
            optionsLifetime: ServiceLifetime.Singleton);
        builder.Services.AddDbContext<PreferenzeDbContext>(
            options => options.UseSqlite(connessione, sqlite => sqlite.MigrationsHistoryTable("__PreferenzeMigrationsHistory"))
                .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning)),
            optionsLifetime: ServiceLifetime.Singleton);
        builder.Services.AddSingleton<PersonalChoices>();
        builder.Services.AddSingleton<SavedViewStore>();
        builder.Services.AddSingleton<SerieStore>();
        builder.Services.AddSingleton<RequestPositions>();
        builder.Services.AddSingleton<WriteProbe>();
        builder.Services.AddSettings<DataSettings>();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(cartella, "chiavi"))).SetApplicationName("CigHub");
        return builder;
    }

    /// <summary>Returns the full path of the data folder that the settings name.</summary>
    /// <exception cref="OptionsValidationException">The setting is no path.</exception>
    internal static string Cartella(WebApplicationBuilder builder) =>
        Path.GetFullPath(builder.Configuration.ReadSettings<DataSettings>().Cartella, builder.Environment.ContentRootPath);

    /// <summary>Returns the data folder with the folder of the key that the settings name.</summary>
    /// <exception cref="OptionsValidationException">The setting is no path.</exception>
    internal static DataFolder Folder(WebApplicationBuilder builder, string cartella, StartSteps steps) =>
        builder.Configuration.ReadSettings<AttestazioniSettings>().CartellaChiave is { Length: > 0 } own
            ? new DataFolder(cartella, steps) { KeyFolder = Path.GetFullPath(own, builder.Environment.ContentRootPath) }
            : new DataFolder(cartella, steps);
}
