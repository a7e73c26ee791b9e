using System.Diagnostics;

namespace CigHub.Tests.Support;

/// <summary>
/// Measures the time of code that must be quick. Returns the fastest of several runs, because other work on the machine slows single runs
/// down.
/// </summary>
internal static class Clocked
{
    public static TimeSpan Fastest(int times, Action act)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            act();
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        return fastest;
    }
}
