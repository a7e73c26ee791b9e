using System.Diagnostics;
using System.Globalization;

namespace CigHub.Bench;

/// <summary>Measures two ways of doing the same work in turns, so that other load on the machine affects both equally.</summary>
internal static class BenchClock
{
    private static readonly TimeSpan _scaldata =
        TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("CIGHUB_WARMING") ?? "40", CultureInfo.InvariantCulture));

    public static async Task<(double Nostro, double Nudo)> Together(string nome, int giri, Func<Task> nostro, Func<Task> nudo, int perGiro = 1)
    {
        // Warm up, because a server runs for weeks. The measurement is of the code after the compiler has optimized it.
        for (var da = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(da) < _scaldata;)
        {
            await nostro();
            await nudo();
        }

        List<(double Tempo, double Processore)> nostri = [], nudi = [];
        for (var i = 0; i < giri; i++)
        {
            nostri.Add(await Tempo(nostro, perGiro));
            nudi.Add(await Tempo(nudo, perGiro));
        }

        var (a, b) = (Mediana(nostri.Select(g => g.Tempo)), Mediana(nudi.Select(g => g.Tempo)));
        var (pa, pb) = (nostri.Average(g => g.Processore), nudi.Average(g => g.Processore));
        Console.WriteLine(
            $"{nome,-58} {a,10:0.000} ms beside {b,10:0.000} ms: {a / b:0.00} (medians of {giri}; processor {pa:0.00} ms beside {pb:0.00} ms)");
        return (a, b);
    }

    public static double Mediana(IEnumerable<double> valori)
    {
        var inOrdine = valori.Order().ToList();
        return inOrdine.Count % 2 == 1 ? inOrdine[inOrdine.Count / 2] : (inOrdine[(inOrdine.Count / 2) - 1] + inOrdine[inOrdine.Count / 2]) / 2;
    }

    /// <summary>
    /// Returns the average time of one run and the processor that it took, in milliseconds. On a machine with other work the processor says
    /// more.
    /// </summary>
    private static async Task<(double Tempo, double Processore)> Tempo(Func<Task> cosa, int volte)
    {
        var (da, lavoro) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < volte; i++)
        {
            await cosa();
        }

        return (Stopwatch.GetElapsedTime(da).TotalMilliseconds / volte, (Environment.CpuUsage.TotalTime - lavoro).TotalMilliseconds / volte);
    }
}
