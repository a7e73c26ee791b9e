using System.Diagnostics;

namespace CigHub.Tests.Support;

/// <summary>
/// Measures code that must be quick, on a machine with other work. Only the fastest of several runs says something about the code.
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
