using System.Diagnostics;
using System.Globalization;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Elenco;
using Microsoft.Playwright;

namespace CigHub.Bench;

/// <summary>
/// Measures the managed memory that one more circuit takes, for tabs opened in a real browser: the Cruscotto of a RUP, the list of
/// Affidamenti and an empty page in our layout, and for comparison the only page of an empty Blazor Server app with MudBlazor. The list may
/// take one and a half times our own empty page.
/// </summary>
internal static class CircuitBench
{
    /// <summary>
    /// The tabs that are opened before those that are measured, and those. Each thread of the process keeps a buffer for what it sends, up to
    /// 128 KiB for a full list, which is no circuit's: the first tabs are so many that every thread has its own before.
    /// </summary>
    private const int Prime = 20, Altre = 40;

    /// <summary>
    /// Each page with the number of Affidamenti that the app generates and the element that says that the page stands. Without any the RUP's
    /// list has a few rows; with 300 it has a full page of them.
    /// </summary>
    private static readonly (string Pagina, int Affidamenti, string Elemento)[] _pages =
    [
        (AppRoutes.ComponentiVuota, 0, "h1"),
        (AppRoutes.Cruscotto, 0, "h1"),
        (AppRoutes.Affidamenti, 0, "table.elenco tbody tr"),
        (AppRoutes.Affidamenti, 300, $"table.elenco tbody tr:nth-child({ListPreferences.RighePredefinite})"),
    ];

    public static async Task Measure(Offices uffici)
    {
        var browser = new BrowserFixture();
        await browser.InitializeAsync();
        try
        {
            var ospite = StartBench.Processo(StartBench.RadiceDelRepository(), Path.Combine(AppContext.BaseDirectory, "CigHub.Bench.dll"), HostedCircuit.Nome);
            var nudo = await One(browser.Browser, await OfficeModel.Costruito(), "#pronto", "/", entra: false);
            double? vuota = null;
            foreach (var (pagina, affidamenti, elemento) in _pages)
            {
                ospite.Environment[HostedCircuit.Affidamenti] = affidamenti.ToString(CultureInfo.InvariantCulture);
                var pronta = $"#app-root[data-interattivo='true'] {elemento}";
                var nostro = await One(browser.Browser, ospite, pronta, pagina, entra: true);
                vuota ??= nostro;
                var nome = $"managed memory of a circuit, {pagina}{(affidamenti > 0 ? ", full page" : "")}";
                Console.WriteLine(
                    $"{nome,-58} {nostro / 1024,10:0} KiB, {nostro / nudo:0.00} × an empty app's "
                    + $"{nudo / 1024:0} KiB, {nostro / vuota:0.00} × our empty page ({Altre} tabs more)");
            }
        }
        finally
        {
            await browser.DisposeAsync();
        }
    }

    private static async Task<double> One(IBrowser browser, ProcessStartInfo comando, string pronta, string pagina, bool entra)
    {
        var indirizzo = new Uri($"http://127.0.0.1:{StartBench.FreePort()}");
        if (!entra)
        {
            comando.ArgumentList.Add($"--urls={indirizzo}");
        }

        using var processo = Process.Start(comando)!;
        try
        {
            indirizzo = entra ? new Uri(await Risposta(processo, "http")) : indirizzo;
            using var client = new HttpClient { BaseAddress = indirizzo };
            async Task<double> Memoria()
            {
                if (!entra)
                {
                    return double.Parse(await client.GetStringAsync("/memoria"), CultureInfo.InvariantCulture);
                }

                await processo.StandardInput.WriteLineAsync("memoria");
                return double.Parse(await Risposta(processo, HostedCircuit.Byte), CultureInfo.InvariantCulture);
            }

            await using var contesto = await browser.NewContextAsync();
            await Attendi(client, entra ? AppRoutes.Accedi : "/");
            if (entra)
            {
                var accesso = await contesto.NewPageAsync();
                await accesso.GotoAsync(new Uri(indirizzo, AppRoutes.Accedi).ToString());
                await accesso.ClickAsync("[data-persona='rup.tivoli']");
                await accesso.WaitForSelectorAsync("#app-root[data-interattivo='true']", new() { State = WaitForSelectorState.Attached });
            }

            await Open(contesto, new Uri(indirizzo, pagina), pronta, Prime);
            var prima = await Memoria();
            await Open(contesto, new Uri(indirizzo, pagina), pronta, Altre);
            return (await Memoria() - prima) / Altre;
        }
        finally
        {
            processo.Kill(entireProcessTree: true);
            await processo.WaitForExitAsync();
        }
    }

    /// <summary>
    /// Returns the next line of the process's output that begins with the given prefix. The process also writes its log between the
    /// answers.
    /// </summary>
    private static async Task<string> Risposta(Process processo, string inizio)
    {
        while (await processo.StandardOutput.ReadLineAsync() is { } riga)
        {
            if (riga.StartsWith(inizio, StringComparison.Ordinal))
            {
                return inizio == HostedCircuit.Byte ? riga[inizio.Length..] : riga;
            }
        }

        throw new InvalidOperationException("The app ended without an answer.");
    }

    private static async Task Open(IBrowserContext contesto, Uri indirizzo, string pronta, int quante)
    {
        for (var i = 0; i < quante; i++)
        {
            var pagina = await contesto.NewPageAsync();
            await pagina.GotoAsync(indirizzo.ToString());
            await pagina.WaitForSelectorAsync(pronta, new() { State = WaitForSelectorState.Attached });
        }
    }

    private static async Task Attendi(HttpClient client, string pagina)
    {
        for (var tentativo = 0; ; tentativo++)
        {
            try
            {
                (await client.GetAsync(pagina)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (tentativo < 400)
            {
                await Task.Delay(50);
            }
        }
    }
}

/// <summary>The app in a process of its own, which prints its memory on request. The real app has no page for that.</summary>
internal static class HostedCircuit
{
    public const string Nome = "ospite";

    /// <summary>The prefix of the output line that gives the managed memory in bytes.</summary>
    public const string Byte = "byte ";

    /// <summary>The environment variable with the number of Affidamenti that the app generates.</summary>
    public const string Affidamenti = "CIGHUB_CIRCUIT_AFFIDAMENTI";

    public static async Task Run()
    {
        await using var app = new TestApp
        {
            Affidamenti = int.Parse(Environment.GetEnvironmentVariable(Affidamenti) ?? "0", CultureInfo.InvariantCulture),
        };
        await app.InitializeAsync();
        Console.WriteLine(app.Address);
        while (await Console.In.ReadLineAsync() is not null)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Console.WriteLine(Byte + GC.GetTotalMemory(true).ToString(CultureInfo.InvariantCulture));
        }
    }
}
