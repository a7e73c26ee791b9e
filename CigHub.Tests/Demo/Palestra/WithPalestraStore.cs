using CigHub.Tests.Domain.Palestra;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Demo.Palestra.Archivio;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Demo.Palestra;

/// <summary>
/// Gives tests the palestra's store over a real, migrated file. The folder stays until the test ends, so the store can be opened again.
/// </summary>
public abstract class WithPalestraStore : IAsyncLifetime
{
    private readonly string _cartella = Directory.CreateTempSubdirectory("cighub-palestra-").FullName;
    private ServiceProvider _servizi = null!;

    internal PalestraStore Archivio => _servizi.GetRequiredService<PalestraStore>();

    public Task InitializeAsync() => Apri();

    public async Task DisposeAsync()
    {
        await Chiudi();
        Directory.Delete(_cartella, recursive: true);
    }

    /// <summary>Closes the store and opens it again, as a restart of the app does.</summary>
    internal async Task Riavvia()
    {
        await Chiudi();
        await Apri();
    }

    internal async Task Modifica(Action<PalestraDbContext> fai)
    {
        await using var scope = _servizi.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PalestraDbContext>();
        fai(db);
        await db.SaveChangesAsync();
    }

    private async Task Apri()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(SampleDocumenti.Utc)));
        _servizi = PalestraDatabase.Add(services, _cartella).BuildServiceProvider();
        await new PalestraDatabase(_servizi).Open();
    }

    private async Task Chiudi()
    {
        await _servizi.DisposeAsync();
        using var connessione = new SqliteConnection(SqliteDatabase.ConnectionString(Path.Combine(_cartella, PalestraDatabase.File)));
        SqliteConnection.ClearPool(connessione);
    }
}
