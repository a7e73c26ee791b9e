using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Palestra;

/// <summary>Where the palestra's file is (<c>palestra.db</c> in <c>Dati:Cartella</c>), and how a scope reaches it.</summary>
public static class PalestraDatabase
{
    public const string File = "palestra.db";

    /// <summary>The context and the store. The file is made by <see cref="Prepara"/>, not before.</summary>
    public static IServiceCollection AddPalestraDatabase(this IServiceCollection services, string cartella)
    {
        services.AddDbContext<PalestraDbContext>(
            options => options.UseSqlite(SqliteDatabase.ConnectionString(Path.Combine(cartella, File))), optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<ArchivioPalestra>();
        return services;
    }

    public static async Task Prepara(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await SqliteDatabase.Migra(scope.ServiceProvider.GetRequiredService<PalestraDbContext>());
    }
}
