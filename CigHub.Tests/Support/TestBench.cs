using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Demo.Palestra.Archivio;
using CigHub.Web.Features;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Operations;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.Support;

/// <summary>
/// A test bench: the real services of the app over a migrated SQLite file of its own, with the catalogue of the demonstration. A test
/// prepares its data by commands, runs one command, and checks the result by reading in a new scope.
/// </summary>
public sealed class TestBench : IAsyncDisposable
{
    private static readonly Lazy<Task<(string Folder, DemoCatalogo Catalogo)>> _template = new(MakeTemplate);

    private readonly WebApplication _app;
    private readonly DemoStory _story;

    private TestBench(WebApplication app, string cartella, FakeTimeProvider orologio, DemoCatalogo catalogo)
    {
        _app = app;
        Folder = cartella;
        Clock = orologio;
        Catalogo = catalogo;
        _story = new DemoStory(Runner, new NewIds(), Services.GetRequiredService<IServiceScopeFactory>(), orologio, catalogo);
    }

    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public string Folder { get; }

    public FakeTimeProvider Clock { get; }

    internal DemoCatalogo Catalogo { get; }

    public IServiceProvider Services => _app.Services;

    public CommandRunner Runner => Services.GetRequiredService<CommandRunner>();

    public QueryReader Reader => Services.GetRequiredService<QueryReader>();

    public string File => Path.Combine(Folder, DataSetup.DatabaseFileName);

    /// <summary>Makes a test bench on a copy of the database file that all test benches start from.</summary>
    /// <param name="more">Adds services that watch what the app does. Null adds none.</param>
    public static async Task<TestBench> Create(Action<IServiceCollection>? more = null)
    {
        var (modello, catalogo) = await _template.Value;
        var cartella = TestFolder.New("prova");
        System.IO.File.Copy(Path.Combine(modello, DataSetup.DatabaseFileName), Path.Combine(cartella, DataSetup.DatabaseFileName));
        var (app, orologio) = ServicesOf(cartella, more);
        return new TestBench(app, cartella, orologio, catalogo);
    }

    /// <summary>
    /// Makes a test bench on a copy of a data folder that the demonstration's generator has filled. Its clock stands at <see cref="Now"/>,
    /// on which the test data rely, although the generated data may go on after it.
    /// </summary>
    internal static async Task<TestBench> OnCopyOf(string folder, Action<IServiceCollection>? more)
    {
        var cartella = TestFolder.New("bench-copy");
        CopyDatabase(folder, cartella);
        var (app, clock) = ServicesOf(cartella, more);
        var catalogo = new DemoCatalogo(clock.Today(), new NewIds());
        var bench = new TestBench(app, cartella, clock, catalogo);
        catalogo.Enti.AddRange(await bench.Query(db => db.Enti.AsNoTracking().OrderBy(e => e.CodiceFiscale).ToListAsync()));
        catalogo.Persone.AddRange(await bench.Query(db => db.Persone.AsNoTracking().ToListAsync()));
        catalogo.Appartenenze.AddRange(await bench.Query(db => db.Appartenenze.AsNoTracking().OrderBy(a => a.Ruolo).ToListAsync()));
        catalogo.Convenzioni.AddRange(await bench.Query(db => db.Convenzioni.AsNoTracking().ToListAsync()));
        catalogo.Lotti.AddRange(await bench.Query(db => db.Lotti.AsNoTracking().OrderBy(l => l.CigPadre).ToListAsync()));
        return bench;
    }

    /// <summary>
    /// Copies the database of a data folder while nobody writes it: the file and its journal. Other files of the folder may be locked.
    /// </summary>
    internal static void CopyDatabase(string from, string to)
    {
        foreach (var file in (string[])[DataSetup.DatabaseFileName, DataSetup.DatabaseFileName + "-wal"])
        {
            if (System.IO.File.Exists(Path.Combine(from, file)))
            {
                System.IO.File.Copy(Path.Combine(from, file), Path.Combine(to, file));
            }
        }
    }

    /// <summary>
    /// Makes the database file that every test bench copies: migrated, and filled with the catalogue of the demonstration. Returns its
    /// folder and the catalogue, which is only read afterwards.
    /// </summary>
    private static async Task<(string Folder, DemoCatalogo Catalogo)> MakeTemplate()
    {
        var cartella = TestFolder.NewForTheRun("bench-template");
        var (app, _) = ServicesOf(cartella);
        await using (app)
        {
            await app.PrepareDataAsync();
            var catalogo = await app.Services.GetRequiredService<DemoData>().Catalogo();
            ClosePool(cartella);
            return (cartella, catalogo!);
        }
    }

    private static (WebApplication App, FakeTimeProvider Orologio) ServicesOf(string cartella, Action<IServiceCollection>? more = null)
    {
        var orologio = new FakeTimeProvider(Now);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = cartella });

        // Below warnings, every statement of the database would be written out: 139 MB in a run of all tests.
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Dati:Cartella"] = cartella, ["Logging:LogLevel:Default"] = "Warning" });
        builder.AddData();
        builder.AddDimostrazione();
        builder.AddSecurity();
        builder.Services.AddWritePath();
        builder.Services.AddFeatures();
        builder.Services.AddUi();
        builder.Services.AddSettings<BackupSettings>();
        builder.Services.AddSingleton<IBackupState, BackupState>();
        builder.Services.AddSingleton<TimeProvider>(orologio);
        more?.Invoke(builder.Services);
        return (builder.Build(), orologio);
    }

    /// <summary>
    /// Returns a person as an actor, as if the person had signed in and chosen the role. A null role takes the person's first one.
    /// </summary>
    public Actor ActorOf(string nomeUtente, Ruolo? ruolo = null)
    {
        var persona = Catalogo.Persone.Single(p => p.NomeUtente == nomeUtente);
        var appartenenza = Catalogo.Appartenenze.First(a => a.PersonaId == persona.Id && (ruolo is null || a.Ruolo == ruolo));
        return new Actor(
            persona.Id, appartenenza.Ruolo, appartenenza.EnteId,
            [.. Catalogo.Appartenenze.Where(a => a.PersonaId == persona.Id).Select(a => a.Ruolo)]);
    }

    public Actor Rup => ActorOf("rup.tivoli");

    public Actor RupOfAnotherEnte => ActorOf("rup.velletri");

    public Actor Auditor => ActorOf("auditor");

    /// <summary>
    /// Creates an Affidamento of Tivoli on the Lotto with the given index and brings it to the given state by commands. Returns its id.
    /// </summary>
    public Task<Guid> Affidamento(
        StatoAffidamento stato, int lotto = 0, string importo = "1000,00", int cig = 0xABCDE,
        string rup = "rup.tivoli", CancellationToken ct = default) =>
        _story.UpTo(stato, rup, lotto, stato == StatoAffidamento.InLavorazione ? null : importo, cig, ct);

    /// <summary>Fills in the fields of the scheda that have no default. The Affidamento stays in the state In lavorazione.</summary>
    public Task Complete(Guid affidamentoId, int lotto = 0, string importo = "1000,00") =>
        _story.Completa(affidamentoId, "rup.tivoli", lotto, importo, default);

    public Task<Result<Receipt>> Run<TCommand>(TCommand command, Actor? actor = null)
        where TCommand : ICommand => Runner.Run(command, actor ?? Rup);

    public async Task<Receipt> Succeeds<TCommand>(TCommand command, Actor? actor = null)
        where TCommand : ICommand
    {
        var esito = await Run(command, actor);
        Assert.True(esito.IsSuccess, string.Join("; ", esito.Errors));
        return esito.Value;
    }

    /// <summary>
    /// Runs a command, asserts that it is refused and that this error code is among its errors. Returns the error with that code.
    /// </summary>
    public async Task<Error> Refuses<TCommand>(string codice, TCommand command, Actor? actor = null)
        where TCommand : ICommand
    {
        var esito = await Run(command, actor);
        Assert.False(esito.IsSuccess, $"{command} was expected to be refused with {codice}");
        Assert.Contains(codice, esito.Errors.Select(e => e.Code));
        return esito.Errors.First(e => e.Code == codice);
    }

    /// <summary>Reads from the database as the system, which sees all Enti, in a new scope.</summary>
    public async Task<T> Query<T>(Func<CigHubDbContext, Task<T>> domanda)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await domanda(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());
    }

    public Task<Affidamento> ReadAgain(Guid id) => Query(db => db.Affidamenti.AsNoTracking().SingleAsync(a => a.Id == id));

    /// <summary>Returns the editor of the scheda AD4, as it is when the RUP opens the page.</summary>
    public BozzaEditor Editor(AffidamentoDetails details) => new(
        Runner,
        Reader,
        Services.GetRequiredService<ListeInVigore>(),
        Services.GetRequiredService<BozzaWorkRecorder>(),
        Clock,
        Rup,
        details);

    /// <summary>Returns the context (Convenzione, Lotto, Ente and lists) against which the draft of an Affidamento is checked.</summary>
    public Task<ContestoControlli> Context(Guid id) => Query(async db => (await db.ConContesto(id, ListeAnac.Fornite, Clock.Today(), default)).Contesto);

    public async Task<int> Version(Guid id) => (await ReadAgain(id)).Version;

    /// <summary>Opens the database file with bare SQLite, without the app's own code, as a person with <c>sqlite3</c> would.</summary>
    public SqliteConnection OpenFile()
    {
        var connessione = new SqliteConnection($"Data Source={File};Pooling=False");
        connessione.Open();
        return connessione;
    }

    /// <summary>
    /// Closes the pooled connections to the files of this folder only, because other tests use the connections to theirs.
    /// </summary>
    internal static void ClosePool(string cartella)
    {
        foreach (var file in (string[])[DataSetup.DatabaseFileName, PalestraDatabase.File])
        {
            using var connessione = new SqliteConnection(SqliteDatabase.ConnectionString(Path.Combine(cartella, file)));
            SqliteConnection.ClearPool(connessione);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        ClosePool(Folder);
        TestFolder.Delete(Folder);
    }
}
