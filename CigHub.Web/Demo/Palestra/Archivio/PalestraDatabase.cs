using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Demo.Palestra.Archivio;

/// <summary>Where the palestra's file is (<c>palestra.db</c> in <c>Dati:Cartella</c>), and how a scope reaches it.</summary>
public sealed class PalestraDatabase(IServiceProvider services) : IOpensAtStart
{
    public const string File = DataFolder.PalestraFile;

    private const int BusyCode = 5, ReadOnlyCode = 8, FullCode = 13;

    /// <summary>Adds the context and the store. The file is made by <see cref="Open"/>, not before.</summary>
    public static IServiceCollection Add(IServiceCollection services, string cartella)
    {
        services.AddDbContext<PalestraDbContext>(
            options => options.UseSqlite(SqliteDatabase.ConnectionString(Path.Combine(cartella, File))), optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<ArchivioPalestra>();
        services.AddSingleton<IOpensAtStart, PalestraDatabase>();
        return services;
    }

    /// <summary>Makes or migrates the file. Training data are not worth a refusal: a file that does not open is set aside and made anew.</summary>
    public async Task Open()
    {
        try
        {
            await Migrate();
        }
        catch (Exception e) when (e is SqliteException { SqliteErrorCode: not (BusyCode or FullCode or ReadOnlyCode) })
        {
            string file;
            await using (var scope = services.CreateAsyncScope())
            {
                file = scope.ServiceProvider.GetRequiredService<PalestraDbContext>().Database.GetDbConnection().DataSource;
            }

            SqliteDatabase.ReleasePool(file);
            foreach (var part in DataFolder.WithCompanions(file).Where(System.IO.File.Exists))
            {
                System.IO.File.Move(part, $"{part}.guasto", overwrite: true);
            }

            await Migrate();
        }
    }

    private async Task Migrate()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PalestraDbContext>();
        var file = db.Database.GetDbConnection().DataSource;
        if (DataFolder.Length(file) == 0)
        {
            // What lies beside a file that is gone belongs to that one.
            SqliteDatabase.ReleasePool(file);
            DataFolder.WithCompanions(file).Where(System.IO.File.Exists).ToList().ForEach(System.IO.File.Delete);
            await System.IO.File.Create(file).DisposeAsync();
        }

        if (!(await db.Database.GetPendingMigrationsAsync()).Any())
        {
            return;
        }

        // A lock row is left over from a process that was killed: the folder's lock says that nobody else is at work.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        await db.Database.MigrateAsync();
    }
}
