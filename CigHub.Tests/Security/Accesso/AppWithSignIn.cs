using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CigHub.Tests.Security.Accesso;

/// <summary>
/// The app as it runs in Production, over HTTPS, with a real OpenID provider beside it. The only replaced part of the sign-in is the
/// certification authority that the app's TLS trusts.
/// </summary>
public class AppWithSignIn : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TestAuthority _autorita = new();
    private static readonly Lazy<Task<string>> _withDemonstration = new(() => Initialized(TestFolder.NewForTheRun("accesso-template"), demonstration: true));

    private readonly string _folder = TestFolder.New("accesso");
    private readonly Lines _righe = new();

    internal TestProvider Provider { get; private set; } = null!;

    public Uri Indirizzo { get; private set; } = null!;

    /// <summary>The lines that the app has written to its log so far.</summary>
    public IReadOnlyCollection<string> Diario => _righe.Scritte;

    /// <summary>The lines of the log whose level is Error or Critical.</summary>
    public IEnumerable<string> ErroriNelDiario =>
        Diario.Where(l => l.StartsWith(nameof(LogLevel.Error), StringComparison.Ordinal) || l.StartsWith(nameof(LogLevel.Critical), StringComparison.Ordinal));

    /// <summary>Creates an HTTP client that trusts the app's certificate, follows no redirect and keeps no cookie.</summary>
    internal HttpClient Client() => new(Handler()) { BaseAddress = Indirizzo };

    private SocketsHttpHandler Handler()
    {
        var handler = _autorita.Handler();
        (handler.AllowAutoRedirect, handler.UseCookies) = (false, false);

        // The certificate is valid for this machine, whatever host name a request gives.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, errors) =>
            (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None;
        return handler;
    }

    /// <summary>Says whether the app starts with the data of the demonstration. Default: true.</summary>
    protected virtual bool Dimostrazione => true;

    /// <summary>The tenant in the addresses of the provider and in the settings of the app.</summary>
    protected virtual string Tenant => TestProvider.Tenant;

    /// <summary>
    /// The port on which the health probe is answered. Null means that the probe has no port of its own and is answered only to callers on
    /// this machine.
    /// </summary>
    public virtual int? HealthPort => null;

    internal Visitor NuovoVisitatore() => new(_autorita, this);

    public async Task InitializeAsync()
    {
        Provider = await TestProvider.Start(_autorita, Tenant);

        if (Dimostrazione)
        {
            TestFolder.Copy(await _withDemonstration.Value, _folder);
        }
        else
        {
            await Initialized(_folder, demonstration: false);
        }

        UseKestrel(o =>
        {
            o.Listen(IPAddress.Loopback, 0, l => l.UseHttps(_autorita.Macchina));
            if (HealthPort is { } port)
            {
                o.Listen(IPAddress.Loopback, port);
            }
        });
        StartServer();
        Indirizzo = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(
            a => a.StartsWith("https:", StringComparison.Ordinal)) + "/");
        Provider.App = Indirizzo;
    }

    /// <summary>
    /// Creates the database by the command <c>init</c> and returns its folder. Outside Development the start of the app does not create a
    /// database.
    /// </summary>
    private static async Task<string> Initialized(string folder, bool demonstration)
    {
        await DataInitialization.Run(folder, new Dictionary<string, string?>
        {
            ["Dimostrazione:Attiva"] = demonstration ? "true" : "false",
            ["Dimostrazione:Piccola"] = "true",
        });
        return folder;
    }

    /// <summary>
    /// Sets the person who is signed in at the provider and the provider's behaviour. Then makes the app read the provider's discovery
    /// document again, because it may have changed.
    /// </summary>
    internal void Ora(Behaviour comportamento)
    {
        Provider.Ora = comportamento;
        var options = Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);
        options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{Provider.Issuer}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(options.Backchannel));
    }

    public async Task<T> Query<T>(Func<CigHubDbContext, Task<T>> domanda)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await domanda(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());
    }

    public Task<Persona> Persona(string nomeUtente) => Query(db => db.Persone.AsNoTracking().SingleAsync(p => p.NomeUtente == nomeUtente));

    /// <summary>Returns the row of the latest event with this azione, or null when there is none.</summary>
    public Task<RigaRegistro?> Ultimo(string azione) =>
        Query(db => db.Registro.AsNoTracking().Where(e => e.Azione == azione).OrderByDescending(e => e.Seq).FirstOrDefaultAsync());

    /// <summary>Runs a command as the Amministratore of the demonstration and asserts that it succeeds.</summary>
    public async Task Succeeds<TCommand>(TCommand command)
        where TCommand : ICommand
    {
        var chi = new Actor((await Persona("amministratore")).Id, Ruolo.Amministratore, null, [Ruolo.Amministratore]);
        var esito = await Services.GetRequiredService<CommandRunner>().Run(command, chi);
        Assert.True(esito.IsSuccess, string.Join("; ", esito.Errors));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        _autorita.Dispose();
        _righe.Dispose();
        TestBench.ClosePool(_folder);
        TestFolder.Delete(_folder);
        GC.SuppressFinalize(this);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSolutionRelativeContentRoot("", "CigHub.sln");
        builder.UseStaticWebAssets();
        foreach (var (nome, valore) in Impostazioni())
        {
            builder.UseSetting(nome, valore);
        }

        builder.ConfigureLogging(l => l.ClearProviders().AddProvider(_righe));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter, DrawnPages>();
            services.Configure<OpenIdConnectOptions>(
                OpenIdConnectDefaults.AuthenticationScheme, options => options.BackchannelHttpHandler = _autorita.Handler());
            ConfigureServices(services);
        });
    }

    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }

    protected virtual IEnumerable<(string Nome, string Valore)> Impostazioni() =>
    [
        ("Dati:Cartella", _folder),
        ("Dimostrazione:Attiva", Dimostrazione ? "true" : "false"),
        ("Palestra:Attiva", "false"),
        ("Logging:LogLevel:Default", "Information"),
        ("AzureAd:Instance", Provider.Indirizzo.ToString()),
        ("AzureAd:TenantId", Tenant),
        ("AzureAd:ClientId", TestProvider.ClientId),
        ("AzureAd:ClientSecret", TestProvider.Segreto),
        ("AllowedHosts", "127.0.0.1"),
        ("Salute:Porta", HealthPort?.ToString(CultureInfo.InvariantCulture) ?? ""),
    ];

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _scritte = new();

        public IReadOnlyCollection<string> Scritte => _scritte;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _scritte.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
