using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CigHub.Bench;

/// <summary>
/// Measures the time from the start of the process to the first answered page, on existing data, and for comparison the same time of an
/// empty Blazor Server app with MudBlazor.
/// </summary>
internal static class StartBench
{
    private const int Rounds = 7, Affidamenti = 150;

    public static async Task Measure(Offices uffici)
    {
        var cartella = (await uffici.With(Affidamenti)).Cartella;
        var modello = await OfficeModel.Costruito();
        List<double> nostri = [], nudi = [];
        for (var i = 0; i <= Rounds; i++)
        {
            var nostro = await One(PerCigHub(cartella), "/accedi");
            var nudo = await One(modello, "/");

            // Leave out the first run, which reads from the disk.
            if (i > 0)
            {
                nostri.Add(nostro);
                nudi.Add(nudo);
            }
        }

        var (a, b) = (BenchClock.Mediana(nostri), BenchClock.Mediana(nudi));
        Console.WriteLine($"{"cold start to the first page",-58} {a,10:0} ms beside {b,10:0} ms: {a / b:0.00} (medians of {Rounds})");
    }

    public static int FreePort()
    {
        using var ascolto = new TcpListener(IPAddress.Loopback, 0);
        ascolto.Start();
        return ((IPEndPoint)ascolto.LocalEndpoint).Port;
    }

    public static ProcessStartInfo Processo(string cartella, params string[] argomenti)
    {
        var comando = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", argomenti)
        {
            WorkingDirectory = cartella,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            RedirectStandardError = true
        };
        comando.Environment["Logging__LogLevel__Default"] = "Warning";
        return comando;
    }

    /// <summary>Returns the path of the root of the repository, which holds the settings and the static files of the app.</summary>
    public static string RadiceDelRepository()
    {
        var radice = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(radice.FullName, "CigHub.sln")))
        {
            radice = radice.Parent!;
        }

        return radice.FullName;
    }

    private static ProcessStartInfo PerCigHub(string cartella) =>
        Processo(RadiceDelRepository(), Path.Combine(AppContext.BaseDirectory, "CigHub.Web.dll"), "--environment=Development", $"--Dati:Cartella={cartella}");

    private static async Task<double> One(ProcessStartInfo comando, string pagina)
    {
        var indirizzo = $"http://127.0.0.1:{FreePort()}";
        var da = Stopwatch.GetTimestamp();
        var suo = new ProcessStartInfo(comando.FileName, [.. comando.ArgumentList, $"--urls={indirizzo}"])
        {
            WorkingDirectory = comando.WorkingDirectory,
            RedirectStandardOutput = true
        };
        suo.Environment["Logging__LogLevel__Default"] = "Warning";
        using var processo = Process.Start(suo)!;
        processo.OutputDataReceived += (_, _) => { };
        processo.BeginOutputReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(indirizzo) };
            while (true)
            {
                try
                {
                    using var risposta = await client.GetAsync(pagina);
                    risposta.EnsureSuccessStatusCode();
                    _ = await risposta.Content.ReadAsStringAsync();
                    return Stopwatch.GetElapsedTime(da).TotalMilliseconds;
                }
                catch (HttpRequestException) when (!processo.HasExited)
                {
                    await Task.Delay(5);
                }
            }
        }
        finally
        {
            processo.Kill(entireProcessTree: true);
            await processo.WaitForExitAsync();
        }
    }
}
