using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Demo.Palestra.Archivio;

/// <summary>
/// Opens the database of the palestra (<c>palestra.db</c> in the folder <c>Dati:Cartella</c>) and registers the access to it.
/// </summary>
public sealed class PalestraDatabase(IServiceProvider services) : IOpensAtStart
{
    public const string File = DataFolder.PalestraFile;

    private const int BusyCode = 5, ReadOnlyCode = 8, FullCode = 13;

    /// <summary>Registers the palestra's database context and store. The file is made later, by <see cref="Open"/>.</summary>
    public static IServiceCollection Add(IServiceCollection services, string cartella)
    {
        services.AddDbContext<PalestraDbContext>(
            options => options.UseSqlite(SqliteDatabase.ConnectionString(Path.Combine(cartella, File))), optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<PalestraStore>();
        services.AddSingleton<IOpensAtStart, PalestraDatabase>();
        return services;
    }

    /// <summary>
    /// Makes or migrates the palestra's database. A file that cannot be opened is renamed and replaced by a new one, because training data
    /// are not worth refusing the start.
    /// </summary>
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
            // Companions of a missing database file belong to that file.
            SqliteDatabase.ReleasePool(file);
            DataFolder.WithCompanions(file).Where(System.IO.File.Exists).ToList().ForEach(System.IO.File.Delete);
            await System.IO.File.Create(file).DisposeAsync();
        }

        if (!(await db.Database.GetPendingMigrationsAsync()).Any())
        {
            return;
        }

        // A killed process leaves its lock row. The lock of the folder guarantees that no other process is at work.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        await db.Database.MigrateAsync();
    }
}
