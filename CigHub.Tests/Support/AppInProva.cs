using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CigHub.Tests.Support;

/// <summary>
/// The real app behind Kestrel in the test's own process, on a free loopback port, with a SQLite file of its own that goes when it
/// does. Started by <see cref="Avvia"/>, or by xunit as a class fixture.
/// </summary>
public sealed class AppInProva : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>A file that every page needs: when it comes back empty, the content root is wrong and nothing else is worth testing.</summary>
    public const string FoglioDiStile = "/css/base.css";

    /// <summary>The rules that stand beside their components. They come from the build, not from the content root.</summary>
    public const string IsolatedStyles = "/CigHub.Web.styles.css";

    private Uri? _indirizzo;

    /// <summary>Whether the demonstration data are there. Default: yes.</summary>
    public bool Dimostrazione { get; init; } = true;

    /// <summary>Whether the training copy of the portal is on; never without the demonstration. Default: yes, as in Development.</summary>
    public bool Palestra { get; init; } = true;

    /// <summary>How many Affidamenti are generated beside the small catalogue and its eight. Default: none, so that tests start quickly.</summary>
    public int Affidamenti { get; init; }

    /// <summary>The app's clock; null leaves the system's.</summary>
    public TimeProvider? Orologio { get; init; }

    /// <summary>The folder of the data (<c>Dati:Cartella</c>).</summary>
    public string Cartella { get; init; } = TestFolder.New("app");

    /// <summary>Whether the app starts on a copy of the run's template when its settings are those of the template. Default: yes.</summary>
    public bool FromTemplate { get; init; } = true;

    /// <summary>Whether everybody of the demonstration is signed in already, where the app starts on the template. Default: yes.</summary>
    public bool KeptSessions { get; init; } = true;

    /// <summary>Whether the folder stays when the app goes. Default: no.</summary>
    public bool KeepsItsFolder { get; init; }

    /// <summary>Further services, registered after the app's own. Default: none.</summary>
    public Action<IServiceCollection>? Adjust { get; init; }

    public Uri Indirizzo => _indirizzo ?? throw new InvalidOperationException("The app is not started.");

    public static async Task<AppInProva> Avvia(bool dimostrazione = true, TimeProvider? orologio = null, bool keptSessions = true)
    {
        var app = new AppInProva { Dimostrazione = dimostrazione, Orologio = orologio, KeptSessions = keptSessions };
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
        var template = FromTemplate && Dimostrazione && Palestra && Affidamenti == 0 && Orologio is null ? await OfficeTemplate.Get() : null;
        template?.CopyTo(Cartella, KeptSessions);
        UseKestrel(0);
        StartServer();
        var indirizzi = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        _indirizzo = new Uri(indirizzi.Single());
        if (!_indirizzo.IsLoopback)
        {
            throw new InvalidOperationException($"The app under test listens on {_indirizzo}, which is not this machine alone.");
        }

        await FoglioDiStilePieno(_indirizzo);
        if (KeptSessions)
        {
            template?.Serves(_indirizzo);
        }
    }

    /// <summary>With a wrong content root the app answers 200 and an empty body: pages without style that tests would still pass.</summary>
    internal static async Task FoglioDiStilePieno(Uri indirizzo, CancellationToken annulla = default)
    {
        using var client = new HttpClient { BaseAddress = indirizzo };
        foreach (var sheet in (string[])[FoglioDiStile, IsolatedStyles])
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
        if (_indirizzo is not null)
        {
            OfficeTemplate.ServesNoLonger(_indirizzo);
        }

        await base.DisposeAsync();
        Banco.ChiudiPool(Cartella);
        if (!KeepsItsFolder)
        {
            TestFolder.Delete(Cartella);
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseSolutionRelativeContentRoot("", "CigHub.sln");
        builder.UseSetting("Dati:Cartella", Cartella);
        builder.UseSetting("Dimostrazione:Attiva", Dimostrazione ? "true" : "false");
        builder.UseSetting("Palestra:Attiva", Dimostrazione && Palestra ? "true" : "false");
        builder.UseSetting("Dimostrazione:Piccola", Affidamenti == 0 ? "true" : "false");
        builder.UseSetting("Dimostrazione:Affidamenti", Affidamenti.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("Logging:LogLevel:Default", "Warning");

        // What the browser reports of a failed call names the exception.
        builder.UseSetting("detailedErrors", "true");

        // The files of the pages do not change while a test runs: the browser keeps them, as it does in production.
        builder.UseSetting("EnableStaticAssetsDevelopmentCaching", "true");
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        if (Adjust is { } adjust)
        {
            builder.ConfigureTestServices(adjust);
        }

        if (Orologio is { } orologio)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(orologio));
        }
    }
}
