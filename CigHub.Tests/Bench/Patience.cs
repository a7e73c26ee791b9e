using System.Diagnostics;
using CigHub.Tests.UseCases.TenYears;

namespace CigHub.Bench;

/// <summary>The measured turns of one query or page in one office.</summary>
/// <param name="Milliseconds">The time of each turn. A turn that was interrupted counts with the time until then.</param>
/// <param name="Processor">The processor time of all turns, in milliseconds.</param>
/// <param name="Bytes">The size of the answer's first batch. Null where nothing is sent.</param>
/// <param name="Interrupted">Says whether a turn took too long and was interrupted.</param>
internal sealed record Turns(IReadOnlyList<double> Milliseconds, double Processor, long? Bytes, bool Interrupted)
{
    public double P50 => At(0.5);

    public double P95 => At(0.95);

    private double At(double part) => Milliseconds.Order().ElementAt((int)Math.Min(Milliseconds.Count - 1, Math.Floor(Milliseconds.Count * part)));
}

/// <summary>
/// Measures one query or page a few times. A turn that takes longer than the limit is interrupted inside SQLite, because a quadratic query
/// would take hours in a large office.
/// </summary>
internal static class Patience
{
    private const int Most = 20;

    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(10), _enough = TimeSpan.FromMilliseconds(700), _again = TimeSpan.FromMilliseconds(100);

    /// <param name="ask">Does it once, and returns the size of the answer, or null where nothing is sent.</param>
    public static async Task<Turns> Measure(StatementWatch watch, Func<Task<long?>> ask)
    {
        var (interrupted, bytes, times, processor) = (false, (long?)null, new List<double>(), 0.0);
        var began = Stopwatch.GetTimestamp();
        for (var turn = 0; turn <= Most && !interrupted && Stopwatch.GetElapsedTime(began) < _enough; turn++)
        {
            var (start, used) = (Stopwatch.GetTimestamp(), Used());
            await using (new Timer(_ => Stop(), null, _limit, _again))
            {
                bytes = await ask();
            }

            // The first turn compiles and fills caches, as no turn of a server that runs for weeks does.
            if (turn == 0 && !interrupted)
            {
                began = Stopwatch.GetTimestamp();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                continue;
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            processor += Used() - used;
        }

        var kept = times.Count > 1 ? times[1..] : times;
        return new Turns(kept, processor / kept.Count, bytes, interrupted);

        void Stop()
        {
            Volatile.Write(ref interrupted, true);
            watch.Interrupt();
        }
    }

    private static double Used() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;
}
