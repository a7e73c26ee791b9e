using CigHub.Tests.Browser;
using CigHub.Tests.Support;

namespace CigHub.Bench;

/// <summary>
/// Types into every text input of every page, with several line delays and typing speeds, and prints the characters that were lost. The
/// tests type into one input of each kind, with one delay and one speed.
/// </summary>
internal static class TypingBench
{
    private static readonly int[] _delays = [0, 60, 300];
    private static readonly int[] _millisecondsPerKey = [20, 60, 120];

    public static async Task Measure()
    {
        var browser = new BrowserFixture();
        await browser.InitializeAsync();
        try
        {
            foreach (var delay in _delays)
            {
                foreach (var speed in _millisecondsPerKey)
                {
                    foreach (var round in Enum.GetValues<TypingRound>())
                    {
                        await Measure(browser, delay, speed, round);
                    }
                }
            }
        }
        finally
        {
            await browser.DisposeAsync();
        }
    }

    private static async Task Measure(BrowserFixture browser, int delay, int speed, TypingRound round)
    {
        await using var app = await TestApp.Start();
        var walk = new TypingWalk(browser, app, TimeSpan.FromMilliseconds(delay), speed, TypingReach.EveryInput);
        await TypingRounds.Run(walk, app, round);
        var inputs = walk.Met.Values.Sum(i => i.Count);
        Console.WriteLine(
            $"{delay,3} ms each way, {speed,3} ms a key, {round,-6} {inputs,4} inputs, "
            + $"{walk.Typed,6} characters, {walk.Faults.Sum(f => f.Lost),5} lost in {walk.Faults.Count} inputs");
        foreach (var fault in walk.Faults)
        {
            Console.WriteLine($"  {fault}");
        }
    }
}
