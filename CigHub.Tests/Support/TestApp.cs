using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CigHub.Tests.Support;

/// <summary>
/// The real app with its web server Kestrel in the process of the test, on a free loopback port. It has a SQLite file of its own, which is
/// deleted with it. Start it by <see cref="Start"/>, or use it as an xunit class fixture.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>
    /// The address of a style sheet that every page needs. An empty answer means that the app's content root is wrong, and then no test of
    /// a page is valid.
    /// </summary>
    public const string StyleSheet = "/css/base.css";

    /// <summary>
    /// The address of the style sheets that belong to single components, joined into one. They come from the build and not from the content
    /// root.
    /// </summary>
    public const string IsolatedStyles = "/CigHub.Web.styles.css";

    private Uri? _address;

    /// <summary>Says whether the app has the data of the demonstration. Default: true.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>
    /// Says whether the palestra, the training copy of the portal, is on. It is never on without the demonstration. Default: true, as in
    /// Development.
    /// </summary>
    public bool Palestra { get; init; } = true;

    /// <summary>
    /// The number of Affidamenti to generate, besides the small catalogue and the eight Affidamenti that every demonstration has. Default:
    /// 0, so that tests start quickly.
    /// </summary>
    public int Affidamenti { get; init; }

    /// <summary>The clock that the app uses. Null means the clock of the system.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The folder of the app's data (the setting <c>Dati:Cartella</c>). Default: a new folder.</summary>
    public string Folder { get; init; } = TestFolder.New("app");

    /// <summary>
    /// Says whether the app may start on a copy of the test run's template (<see cref="OfficeTemplate"/>). It does so only when its
    /// settings are those of the template. Default: true.
    /// </summary>
    public bool FromTemplate { get; init; } = true;

    /// <summary>
    /// Says whether every person of the demonstration is already signed in, when the app starts on a copy of the template. Default: true.
    /// </summary>
    public bool KeptSessions { get; init; } = true;

    /// <summary>Says whether the data folder stays when the app is disposed. Default: false.</summary>
    public bool KeepsItsFolder { get; init; }

    /// <summary>Registers further services after those of the app. Default: none.</summary>
    public Action<IServiceCollection>? Adjust { get; init; }

    public Uri Address => _address ?? throw new InvalidOperationException("The app is not started.");

    public static async Task<TestApp> Start(bool dimostrazione = true, TimeProvider? clock = null, bool keptSessions = true)
    {
        var app = new TestApp { Demo = dimostrazione, Clock = clock, KeptSessions = keptSessions };
        try
        {
            await app.InitializeAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async Task InitializeAsync()
    {
        var template = FromTemplate && Demo && Palestra && Clock is null ? await OfficeTemplate.Get(Affidamenti) : null;
        template?.CopyTo(Folder, KeptSessions);
        UseKestrel(0);
        StartServer();
        var indirizzi = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        _address = new Uri(indirizzi.Single());
        if (!_address.IsLoopback)
        {
            throw new InvalidOperationException($"The app under test listens on {_address}, which is not this machine alone.");
        }

        await FullStyleSheet(_address);
        if (KeptSessions)
        {
            template?.Serves(_address);
        }
    }

    /// <summary>
    /// Checks that the style sheet is served with its content. With a wrong content root the app answers 200 with an empty body, and tests
    /// would pass on pages without style.
    /// </summary>
    internal static async Task FullStyleSheet(Uri indirizzo, CancellationToken annulla = default)
    {
        using var client = new HttpClient { BaseAddress = indirizzo };
        foreach (var sheet in (string[])[StyleSheet, IsolatedStyles])
        {
            using var risposta = await client.GetAsync(sheet, annulla);
            var corpo = await risposta.Content.ReadAsStringAsync(annulla);
            if (!risposta.IsSuccessStatusCode || string.IsNullOrWhiteSpace(corpo))
            {
                throw new InvalidOperationException(
                    $"{sheet} answered {(int)risposta.StatusCode} with {corpo.Length} characters: the app under test does not find its static files.");
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_address is not null)
        {
            OfficeTemplate.ServesNoLonger(_address);
        }

        await base.DisposeAsync();
        TestBench.ClosePool(Folder);
        if (!KeepsItsFolder)
        {
            TestFolder.Delete(Folder);
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseSolutionRelativeContentRoot("", "CigHub.sln");
        builder.UseSetting("Dati:Cartella", Folder);
        builder.UseSetting("Dimostrazione:Attiva", Demo ? "true" : "false");
        builder.UseSetting("Palestra:Attiva", Demo && Palestra ? "true" : "false");
        builder.UseSetting("Dimostrazione:Piccola", Affidamenti == 0 ? "true" : "false");
        builder.UseSetting("Dimostrazione:Affidamenti", Affidamenti.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("Logging:LogLevel:Default", "Warning");

        // The browser then reports the exception of a failed call.
        builder.UseSetting("detailedErrors", "true");

        // The static files do not change during a test, so the browser may cache them, as in production.
        builder.UseSetting("EnableStaticAssetsDevelopmentCaching", "true");
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, DrawnPages>());
        if (Adjust is { } adjust)
        {
            builder.ConfigureTestServices(adjust);
        }

        if (Clock is { } clock)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }
    }
}
