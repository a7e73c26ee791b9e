using CigHub.Tests.Domain.Palestra;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Demo.Palestra.Archivio;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Demo.Palestra;

/// <summary>
/// The base class of tests of the palestra's store, over a real, migrated database file. The folder stays until the test ends, so that the
/// store can be opened again.
/// </summary>
public abstract class WithPalestraStore : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cighub-palestra-").FullName;
    private ServiceProvider _services = null!;

    internal PalestraStore Archivio => _services.GetRequiredService<PalestraStore>();

    public Task InitializeAsync() => Open();

    public async Task DisposeAsync()
    {
        await Chiudi();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Closes the palestra's store and opens it again on the same file, as a restart of the app does.</summary>
    internal async Task Restart()
    {
        await Chiudi();
        await Open();
    }

    internal async Task Modifica(Action<PalestraDbContext> fai)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PalestraDbContext>();
        fai(db);
        await db.SaveChangesAsync();
    }

    private async Task Open()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(SampleDocumenti.Utc)));
        _services = PalestraDatabase.Add(services, _folder).BuildServiceProvider();
        await new PalestraDatabase(_services).Open();
    }

    private async Task Chiudi()
    {
        await _services.DisposeAsync();
        using var connessione = new SqliteConnection(SqliteDatabase.ConnectionString(Path.Combine(_folder, PalestraDatabase.File)));
        SqliteConnection.ClearPool(connessione);
    }
}
