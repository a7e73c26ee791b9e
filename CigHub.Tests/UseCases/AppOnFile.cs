using CigHub.Tests.Support;
using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Operations;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CigHub.Tests.UseCases;

/// <summary>
/// The services of the app over an existing database file, as a second or a restarted process has them. It has a write gate, a command
/// runner and connections of its own.
/// </summary>
internal sealed class AppOnFile : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AppOnFile(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public CommandRunner Runner => Services.GetRequiredService<CommandRunner>();

    /// <summary>
    /// Starts the services on the database file, with the checks of the app's start. A file that is not sound is refused.
    /// </summary>
    public static async Task<AppOnFile> Open(string cartella, TimeProvider clock, IReadOnlyDictionary<string, string?>? impostazioni = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = cartella });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Dati:Cartella"] = cartella });
        builder.Configuration.AddInMemoryCollection(impostazioni ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        builder.AddData();
        builder.AddDimostrazione();
        builder.AddSecurity();
        builder.Services.AddWritePath();
        builder.Services.AddFeatures();
        builder.Services.AddUi();
        builder.Services.AddSingleton(clock);
        var app = builder.Build();
        try
        {
            await app.PrepareDataAsync();
            return new AppOnFile(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>Extension methods of the test bench that several tests of the write path share.</summary>
internal static class BenchQuestions
{
    /// <summary>Runs the verifica integrità of the registro as an Auditor. Returns its outcome.</summary>
    public static async Task<CigHub.Domain.Registro.EsitoVerifica> VerificaIntegrita(this TestBench bench) =>
        (await bench.Reader.Read<VerificaIntegrita, CigHub.Domain.Registro.EsitoVerifica>(bench.Auditor, q => q.Run())).Value;

    /// <summary>Returns the app's writer that goes through the write gate, with a clock that stands at the given moment.</summary>
    public static GatedWrites WritesAt(this TestBench bench, DateTimeOffset moment) => new(
        bench.Services.GetRequiredService<IServiceScopeFactory>(),
        bench.Services.GetRequiredService<WriteGate>(),
        bench.Services.GetRequiredService<AfterCommitListeners>(),
        new FakeTimeProvider(moment),
        new NewIds());

    public static async Task RegistroIntegro(this TestBench bench)
    {
        var esito = await bench.VerificaIntegrita();
        Assert.True(esito.Integro, esito.Messaggio);
    }
}
