using System.Diagnostics;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases.TenYears;
using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features;
using CigHub.Web.Operations;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CigHub.Bench;

/// <summary>
/// Creates data folders with any number of Affidamenti by the generator of the demonstration. Keeps them for the next run in the folder
/// that <c>CIGHUB_BENCH</c> names, or else in the temporary folder.
/// </summary>
internal sealed class Offices : IAsyncDisposable
{
    /// <summary>The largest number of Affidamenti that the generator makes. A larger office is made by copying one of this size.</summary>
    private const int Generated = 100_000;

    private const long MaxCopied = 6L << 30;

    private readonly Dictionary<int, Office> _aperti = [];

    public static string Radice { get; } = Environment.GetEnvironmentVariable("CIGHUB_BENCH") ?? Path.Combine(Path.GetTempPath(), "cighub-bench");

    public async Task<Office> With(int affidamenti)
    {
        if (!_aperti.TryGetValue(affidamenti, out var ufficio))
        {
            var da = Stopwatch.GetTimestamp();
            var cartella = Path.Combine(Radice, affidamenti.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var nuovo = !File.Exists(Path.Combine(cartella, DataSetup.DatabaseFileName));
            if (nuovo && affidamenti > Generated)
            {
                LargeArchive.Make((await With(Generated)).Cartella, cartella, affidamenti / Generated);
            }

            _aperti[affidamenti] = ufficio = await Office.Open(cartella, affidamenti);
            Console.WriteLine(
                nuovo
                    ? $"({affidamenti} Affidamenti made in {Stopwatch.GetElapsedTime(da).TotalSeconds:0} s)"
                    : $"({affidamenti} Affidamenti, made before)");
        }

        return ufficio;
    }

    /// <summary>
    /// Copies an office's database into a folder of its own, which is deleted when the bench ends. Returns the folder. The largest office,
    /// of which no second one fits into memory, is measured where it stands: signing in adds a few rows to it.
    /// </summary>
    public static string CopyOf(Office office)
    {
        if (new FileInfo(office.File).Length > MaxCopied)
        {
            return office.Cartella;
        }

        var copy = TestFolder.NewForTheRun("bench-pages");
        TestBench.CopyDatabase(office.Cartella, copy);
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var ufficio in _aperti.Values)
        {
            await ufficio.DisposeAsync();
        }
    }
}

/// <summary>The services of the app, without pages, over one data folder of the bench.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Office(WebApplication app, string cartella)
    {
        _app = app;
        Cartella = cartella;
    }

    public string Cartella { get; }

    public string File => Path.Combine(Cartella, DataSetup.DatabaseFileName);

    public QueryReader Reader => _app.Services.GetRequiredService<QueryReader>();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public CommandRunner Runner => _app.Services.GetRequiredService<CommandRunner>();

    public static async Task<Office> Open(string cartella, int affidamenti)
    {
        Directory.CreateDirectory(cartella);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = cartella });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Dati:Cartella"] = cartella,
            ["Dimostrazione:Attiva"] = "true",
            ["Dimostrazione:Affidamenti"] = affidamenti.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        builder.Logging.ClearProviders();
        builder.AddData();
        builder.AddDimostrazione();
        builder.AddSecurity();
        builder.Services.AddWritePath();
        builder.Services.AddFeatures();
        builder.Services.AddUi();
        var app = builder.Build();
        await app.PrepareDataAsync();
        return new Office(app, cartella);
    }

    public async Task<Actor> ActorOf(string nomeUtente)
    {
        var persona = await Query(db => db.Persone.SingleAsync(p => p.NomeUtente == nomeUtente));
        var ruolo = await Query(db => db.Appartenenze.Where(a => a.PersonaId == persona.Id).OrderBy(a => a.Ruolo).FirstAsync());
        return new Actor(persona.Id, ruolo.Ruolo, ruolo.EnteId, [ruolo.Ruolo]);
    }

    public async Task<T> Query<T>(Func<CigHubDbContext, Task<T>> domanda)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await domanda(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());
    }

    /// <summary>
    /// Opens the database file without the app's own code and with the durability that the app relies on, for the SQL to compare with.
    /// </summary>
    public static SqliteConnection Nudo(string file)
    {
        var connessione = new SqliteConnection($"Data Source={file};Foreign Keys=True;Pooling=False");
        connessione.Open();
        return connessione;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
