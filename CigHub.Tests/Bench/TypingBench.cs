using CigHub.Tests.Browser;
using CigHub.Tests.Support;
using CigHub.Web.Common;

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

    /// <summary>Types into the fields that search large tables, among 100 000 Affidamenti.</summary>
    public static async Task MeasureLarge(Offices offices)
    {
        const int Size = 100_000;
        var office = await offices.With(Size);
        var browser = new BrowserFixture();
        await browser.InitializeAsync();
        try
        {
            await using var app = await PageTimes.StartAsItIs(office, Size);
            foreach (var delay in _delays)
            {
                var walk = new TypingWalk(browser, app, TimeSpan.FromMilliseconds(delay), _millisecondsPerKey[1], TypingReach.EveryInput);
                await walk.Run("rup.tivoli", "Rup", [AppRoutes.Cruscotto, AppRoutes.Affidamenti, AppRoutes.Convenzioni, AppRoutes.PassaggioConsegne]);
                await walk.Run("responsabile", null, [AppRoutes.Cruscotto, AppRoutes.Affidamenti, AppRoutes.SpesaMovimenti]);
                await walk.Run("auditor", null, [AppRoutes.RegistroEventi, AppRoutes.RuoliNelTempo, AppRoutes.ModificheAiControlli]);
                await walk.Run("amministratore", null, [AppRoutes.PersoneEdEnti]);
                Report($"{delay,3} ms each way, {Size} Affidamenti", walk);
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
        Report($"{delay,3} ms each way, {speed,3} ms a key, {round,-6}", walk);
    }

    private static void Report(string what, TypingWalk walk)
    {
        var inputs = walk.Met.Values.Sum(i => i.Count);
        Console.WriteLine(
            $"{what} {inputs,4} inputs, "
            + $"{walk.Typed,6} characters, {walk.Faults.Sum(f => f.Lost),5} lost in {walk.Faults.Count} inputs");
        foreach (var fault in walk.Faults)
        {
            Console.WriteLine($"  {fault}");
        }
    }
}
