using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CigHub.Tests.Support;

/// <summary>
/// The built app in a process of its own. It can be killed, as by a power cut, and started again on the same data and port. The process
/// ends with the tests at the latest.
/// </summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(90);
    private static readonly ConcurrentDictionary<Process, byte> _alive = new();

    private readonly string _dataFolder;
    private readonly string? _itsOwnFolder;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly StringBuilder _output = new();
    private Process? _process;

    static AppProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var processo in _alive.Keys)
        {
            End(processo);
        }
    };

    private AppProcess(string cartellaDati, int porta, IReadOnlyDictionary<string, string> impostazioni, string? itsOwnFolder = null)
    {
        _dataFolder = cartellaDati;
        _itsOwnFolder = itsOwnFolder;
        _settings = impostazioni;
        Port = porta;
        Address = new Uri($"http://127.0.0.1:{porta}");
    }

    public int Port { get; }

    public Uri Address { get; }

    /// <summary>The id of the process while it runs. Null when it does not run.</summary>
    public int? Id => _process?.Id;

    /// <summary>All output of the app so far, including that of its processes before a restart.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the app in a new process. Returns when the app answers requests.</summary>
    /// <param name="cartellaDati">The data folder, which stays when the app is disposed.</param>
    /// <param name="porta">The port; null for a free one.</param>
    /// <param name="impostazioni">Further settings, as on the command line (<c>Dimostrazione:Attiva</c>).</param>
    public static async Task<AppProcess> Start(string cartellaDati, int? porta = null, IReadOnlyDictionary<string, string>? impostazioni = null)
    {
        var app = new AppProcess(cartellaDati, porta ?? FreePort(), impostazioni ?? new Dictionary<string, string>());
        await app.Restart();
        return app;
    }

    /// <summary>
    /// Starts the app on a copy of the test run's template (<see cref="OfficeTemplate"/>), in which every person is already signed in.
    /// </summary>
    /// <param name="folder">
    /// The folder of the copy, which stays when the app is disposed. Null for a new folder, in memory where possible, which is deleted
    /// then.
    /// </param>
    /// <param name="impostazioni">Further settings, as for <see cref="Start"/>.</param>
    public static async Task<AppProcess> OnTemplate(string? folder = null, IReadOnlyDictionary<string, string>? impostazioni = null)
    {
        var template = await OfficeTemplate.Get();
        var itsOwn = folder is null ? TestFolder.New("process") : null;
        template.CopyTo(folder ?? itsOwn!, withSessions: true);
        var app = new AppProcess(folder ?? itsOwn!, FreePort(), impostazioni ?? new Dictionary<string, string>(), itsOwn);
        await app.Restart();
        template.Serves(app.Address);
        return app;
    }

    /// <summary>
    /// Kills the process with SIGKILL, so that no shutdown code runs. Returns when the process has ended and its port is free.
    /// </summary>
    public void Kill()
    {
        if (_process is { } processo)
        {
            End(processo);
            _alive.TryRemove(processo, out _);
            processo.Dispose();
            _process = null;
        }
    }

    /// <summary>
    /// Starts the app again on the same data and port. Kills it first when it still runs, and returns when it answers requests.
    /// </summary>
    public async Task Restart()
    {
        Kill();
        var processo = new Process { StartInfo = Command() };
        processo.OutputDataReceived += (_, riga) => Note(riga.Data);
        processo.ErrorDataReceived += (_, riga) => Note(riga.Data);
        processo.Start();
        _process = processo;
        _alive[processo] = 0;
        processo.BeginOutputReadLine();
        processo.BeginErrorReadLine();
        try
        {
            await WaitForAnswer(processo);
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
        OfficeTemplate.ServesNoLonger(Address);
        if (_itsOwnFolder is { } folder)
        {
            TestFolder.Delete(folder);
        }

        return ValueTask.CompletedTask;
    }

    private static void End(Process processo)
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

    private static int FreePort()
    {
        using var ascolto = new TcpListener(IPAddress.Loopback, 0);
        ascolto.Start();
        return ((IPEndPoint)ascolto.LocalEndpoint).Port;
    }

    /// <summary>Returns the path of the app's assembly, which the build puts beside the tests with all that it needs.</summary>
    private static string Assembly()
    {
        var percorso = Path.Combine(AppContext.BaseDirectory, "CigHub.Web.dll");
        return File.Exists(percorso) && File.Exists(Path.ChangeExtension(percorso, ".runtimeconfig.json"))
            ? percorso
            : throw new FileNotFoundException("The app is not beside the tests: build CigHub.Tests.", percorso);
    }

    private static string Root()
    {
        var cartella = new DirectoryInfo(AppContext.BaseDirectory);
        while (cartella is not null && !File.Exists(Path.Combine(cartella.FullName, "CigHub.sln")))
        {
            cartella = cartella.Parent;
        }

        return cartella?.FullName ?? throw new DirectoryNotFoundException($"No CigHub.sln above {AppContext.BaseDirectory}.");
    }

    private ProcessStartInfo Command()
    {
        var radice = Root();
        var comando = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = radice,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var impostazioni = new Dictionary<string, string>(_settings)
        {
            ["urls"] = Address.GetLeftPart(UriPartial.Authority),
            ["contentRoot"] = radice,
            ["Dati:Cartella"] = _dataFolder,
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

    private async Task WaitForAnswer(Process processo)
    {
        // Stop waiting when the process ends, because it can no longer answer.
        using var finito = new CancellationTokenSource(_deadline);
        var uscita = processo.WaitForExitAsync(finito.Token);
        _ = uscita.ContinueWith(_ => finito.Cancel(), finito.Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        using var giro = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await giro.WaitForNextTickAsync(finito.Token))
            {
                try
                {
                    await TestApp.FullStyleSheet(Address, finito.Token);
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
            throw new InvalidOperationException($"The app ended by itself with code {processo.ExitCode}:\n{Output}");
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The app did not answer on {Address} within {_deadline.TotalSeconds:0} s:\n{Output}");
        }
    }

    private void Note(string? riga)
    {
        lock (_output)
        {
            _output.AppendLine(riga);
        }
    }
}
