using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CigHub.Tests.Support;

/// <summary>
/// The built app in a process of its own, which can be killed as by a power cut and started again on the same data and port. No such
/// process outlives the tests.
/// </summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan _scadenza = TimeSpan.FromSeconds(90);
    private static readonly ConcurrentDictionary<Process, byte> _vivi = new();

    private readonly string _cartellaDati;
    private readonly string? _itsOwnFolder;
    private readonly IReadOnlyDictionary<string, string> _impostazioni;
    private readonly StringBuilder _uscita = new();
    private Process? _processo;

    static AppProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var processo in _vivi.Keys)
        {
            Termina(processo);
        }
    };

    private AppProcess(string cartellaDati, int porta, IReadOnlyDictionary<string, string> impostazioni, string? itsOwnFolder = null)
    {
        _cartellaDati = cartellaDati;
        _itsOwnFolder = itsOwnFolder;
        _impostazioni = impostazioni;
        Porta = porta;
        Indirizzo = new Uri($"http://127.0.0.1:{porta}");
    }

    public int Porta { get; }

    public Uri Indirizzo { get; }

    /// <summary>The id of the process while it runs, else null.</summary>
    public int? Id => _processo?.Id;

    /// <summary>All output of the process so far, including that before a restart.</summary>
    public string Uscita
    {
        get
        {
            lock (_uscita)
            {
                return _uscita.ToString();
            }
        }
    }

    /// <summary>Starts the app and returns when it answers.</summary>
    /// <param name="cartellaDati">The data folder, which stays when the app is disposed.</param>
    /// <param name="porta">The port; null for a free one.</param>
    /// <param name="impostazioni">Further settings, as on the command line (<c>Dimostrazione:Attiva</c>).</param>
    public static async Task<AppProcess> Avvia(string cartellaDati, int? porta = null, IReadOnlyDictionary<string, string>? impostazioni = null)
    {
        var app = new AppProcess(cartellaDati, porta ?? PortaLibera(), impostazioni ?? new Dictionary<string, string>());
        await app.Riavvia();
        return app;
    }

    /// <summary>Starts the app on a copy of the run's template, where every person is already signed in.</summary>
    /// <param name="folder">
    /// The folder of the copy, which stays when the app is disposed. Null for a new folder, in memory where possible, which is deleted
    /// then.
    /// </param>
    /// <param name="impostazioni">Further settings, as for <see cref="Avvia"/>.</param>
    public static async Task<AppProcess> OnTemplate(string? folder = null, IReadOnlyDictionary<string, string>? impostazioni = null)
    {
        var template = await OfficeTemplate.Get();
        var itsOwn = folder is null ? TestFolder.New("process") : null;
        template.CopyTo(folder ?? itsOwn!, withSessions: true);
        var app = new AppProcess(folder ?? itsOwn!, PortaLibera(), impostazioni ?? new Dictionary<string, string>(), itsOwn);
        await app.Riavvia();
        template.Serves(app.Indirizzo);
        return app;
    }

    /// <summary>Kills the process with SIGKILL, so that no shutdown code runs. Returns when the process is gone and its port is free.</summary>
    public void Kill()
    {
        if (_processo is { } processo)
        {
            Termina(processo);
            _vivi.TryRemove(processo, out _);
            processo.Dispose();
            _processo = null;
        }
    }

    /// <summary>Starts the app again on the same data and port, and returns when it answers. Kills it first when it still runs.</summary>
    public async Task Riavvia()
    {
        Kill();
        var processo = new Process { StartInfo = Comando() };
        processo.OutputDataReceived += (_, riga) => Annota(riga.Data);
        processo.ErrorDataReceived += (_, riga) => Annota(riga.Data);
        processo.Start();
        _processo = processo;
        _vivi[processo] = 0;
        processo.BeginOutputReadLine();
        processo.BeginErrorReadLine();
        try
        {
            await AttendiRisposta(processo);
        }
        catch
        {
            Kill();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        OfficeTemplate.ServesNoLonger(Indirizzo);
        if (_itsOwnFolder is { } folder)
        {
            TestFolder.Delete(folder);
        }

        return ValueTask.CompletedTask;
    }

    private static void Termina(Process processo)
    {
        try
        {
            processo.Kill(entireProcessTree: true);
            processo.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // The process had already ended by itself.
        }
    }

    private static int PortaLibera()
    {
        using var ascolto = new TcpListener(IPAddress.Loopback, 0);
        ascolto.Start();
        return ((IPEndPoint)ascolto.LocalEndpoint).Port;
    }

    /// <summary>Returns the path of the app, which the build puts beside the tests with all that it needs.</summary>
    private static string Assembly()
    {
        var percorso = Path.Combine(AppContext.BaseDirectory, "CigHub.Web.dll");
        return File.Exists(percorso) && File.Exists(Path.ChangeExtension(percorso, ".runtimeconfig.json"))
            ? percorso
            : throw new FileNotFoundException("The app is not beside the tests: build CigHub.Tests.", percorso);
    }

    private static string Radice()
    {
        var cartella = new DirectoryInfo(AppContext.BaseDirectory);
        while (cartella is not null && !File.Exists(Path.Combine(cartella.FullName, "CigHub.sln")))
        {
            cartella = cartella.Parent;
        }

        return cartella?.FullName ?? throw new DirectoryNotFoundException($"No CigHub.sln above {AppContext.BaseDirectory}.");
    }

    private ProcessStartInfo Comando()
    {
        var radice = Radice();
        var comando = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = radice,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var impostazioni = new Dictionary<string, string>(_impostazioni)
        {
            ["urls"] = Indirizzo.GetLeftPart(UriPartial.Authority),
            ["contentRoot"] = radice,
            ["Dati:Cartella"] = _cartellaDati,
            ["detailedErrors"] = "true",
            ["EnableStaticAssetsDevelopmentCaching"] = "true",
            ["ReloadStaticAssetsAtRuntime"] = "false",
        };
        impostazioni.TryAdd("environment", "Development");
        impostazioni.TryAdd("Dimostrazione:Piccola", "true");
        comando.ArgumentList.Add(Assembly());
        foreach (var (nome, valore) in impostazioni)
        {
            comando.ArgumentList.Add($"--{nome}={valore}");
        }

        return comando;
    }

    private async Task AttendiRisposta(Process processo)
    {
        // Stop waiting when the process ends, because it can no longer answer.
        using var finito = new CancellationTokenSource(_scadenza);
        var uscita = processo.WaitForExitAsync(finito.Token);
        _ = uscita.ContinueWith(_ => finito.Cancel(), finito.Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        using var giro = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await giro.WaitForNextTickAsync(finito.Token))
            {
                try
                {
                    await TestApp.FoglioDiStilePieno(Indirizzo, finito.Token);
                    return;
                }
                catch (HttpRequestException)
                {
                    // The app does not listen yet.
                }
            }
        }
        catch (OperationCanceledException) when (processo.HasExited)
        {
            processo.WaitForExit();
            throw new InvalidOperationException($"The app ended by itself with code {processo.ExitCode}:\n{Uscita}");
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The app did not answer on {Indirizzo} within {_scadenza.TotalSeconds:0} s:\n{Uscita}");
        }
    }

    private void Annota(string? riga)
    {
        lock (_uscita)
        {
            _uscita.AppendLine(riga);
        }
    }
}
