using System.Diagnostics;
using System.Globalization;
using CigHub.Tests.Support;

namespace CigHub.Bench;

/// <summary>Measures the generator of the demonstration, whose Affidamenti pass every rule of the domain and leave their events.</summary>
internal static class GeneratorBench
{
    /// <summary>
    /// Fills one new office for each number of Affidamenti in <c>CIGHUB_GENERATE</c> (else 3 000 and 12 000) and tells its time, its size and
    /// its events.
    /// </summary>
    public static async Task Measure()
    {
        var sizes = (Environment.GetEnvironmentVariable("CIGHUB_GENERATE") ?? "3000,12000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture));
        foreach (var size in sizes)
        {
            var folder = TestFolder.NewForTheRun("bench-generator");
            var (start, processor) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            await using var office = await Office.Open(folder, size);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var busy = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
            var events = await office.Query(db => Task.FromResult(db.Registro.Count()));
            Console.WriteLine(
                $"{size} Affidamenti, {events} events: {seconds:0.0} s, processor {busy:0.0} s, {1000 * seconds / size:0.00} ms each, "
                + $"{new FileInfo(office.File).Length >> 20} MiB, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        }
    }
}
