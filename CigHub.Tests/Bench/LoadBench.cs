using System.Diagnostics;
using CigHub.Tests.Security;
using CigHub.Tests.UseCases.TenYears;
using CigHub.Web.Common;

namespace CigHub.Bench;

/// <summary>
/// Asks for the pages of a RUP's day at a given rate, whether or not the server keeps up, in an office of 100 000 Affidamenti. Each answer
/// is the page with all its data, so it stands for one page change of a circuit.
/// </summary>
internal static class LoadBench
{
    private const int Size = 100_000, Seconds = 15;

    private static readonly int[] _rates = [10, 25, 50, 100];

    private static readonly string[] _pages =
        [AppRoutes.Cruscotto, AppRoutes.Affidamenti, AppRoutes.Scheda, AppRoutes.RichiestaCig, AppRoutes.Fascicolo, AppRoutes.Convenzioni];

    public static async Task Measure(Offices offices)
    {
        await using var app = await PageTimes.Start(await offices.With(Size), Size, new StatementWatch());
        var examples = await PageTimes.Examples(app.Services);
        string[] addresses = [.. _pages.Select(p => PageTimes.Address(p, examples))];
        using var client = await TestClient.SignedInAs(app, "rup.tivoli", "Rup");
        await Ask(client, addresses, 5);
        foreach (var rate in _rates)
        {
            await Ask(client, addresses, rate);
        }
    }

    private static async Task Ask(TestClient client, string[] addresses, int rate)
    {
        var times = new List<double>();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        async Task One(int number)
        {
            // The wait for a free place counts, as it does for the person who clicked.
            var due = TimeSpan.FromSeconds((double)number / rate);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            using var answer = await client.Http.GetAsync(addresses[number % addresses.Length]);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            lock (times)
            {
                times.Add((Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, rate * Seconds).Select(One));
        var whole = Stopwatch.GetElapsedTime(started);
        var busy = (Process.GetCurrentProcess().TotalProcessorTime - processor) / whole;
        times.Sort();
        Console.WriteLine(
            $"{rate,4} pages a second asked, {times.Count / whole.TotalSeconds,6:0.0} answered; {times[times.Count / 2],8:0} ms p50, "
            + $"{times[times.Count * 95 / 100],8:0} ms p95; {busy:0.00} cores, {busy * whole.TotalMilliseconds / times.Count:0.0} ms of processor a page");
    }
}
