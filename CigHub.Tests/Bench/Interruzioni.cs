using System.Globalization;
using CigHub.Tests.Start;

namespace CigHub.Bench;

/// <summary>
/// The full walk with real processes: killed before and after each statement and each file operation of a first start and of an upgrade, then at
/// random moments.
/// </summary>
internal static class Interruzioni
{
    /// <summary>How many kills at random moments, of each kind of start.</summary>
    private static readonly int _atRandom = Setting("CIGHUB_RANDOM", 60);

    /// <summary>Takes one step in so many; 1 walks through all of them (hours). <c>CIGHUB_EVERY</c> says otherwise.</summary>
    private static readonly int _every = Setting("CIGHUB_EVERY", 1);

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static async Task Misura()
    {
        await Walk("first start", later: false, () => Task.FromResult(Directory.CreateTempSubdirectory("cighub-first-").FullName));
        await Walk("upgrade", later: true, async () => await OfficeAtRestForBench.Copy());
    }

    private static async Task Walk(string name, bool later, Func<Task<string>> folder)
    {
        var first = await folder();
        var steps = await ProcessStarts.Steps(first, later);
        Directory.Delete(first, recursive: true);
        var (ended, failed) = (0, new List<string>());
        for (var step = 1; step <= steps.Count; step += _every)
        {
            await Once(await folder(), $"step {step}: {steps[step - 1]}", async where => await ProcessStarts.KilledAt(where, step, later));
        }

        var chance = new Random(7);
        for (var i = 0; i < _atRandom; i++)
        {
            var time = TimeSpan.FromMilliseconds(chance.Next(200, 6000));
            await Once(await folder(), $"after {time.TotalMilliseconds:0} ms", where => ProcessStarts.KilledAfter(where, time, later));
        }

        Console.WriteLine($"{name,-14} {steps.Count,5} steps, {ended,5} kills, {failed.Count,3} next starts that did not end well");
        failed.ForEach(f => Console.WriteLine($"  {f}"));

        async Task Once(string where, string what, Func<string, Task> kill)
        {
            await kill(where);
            ended++;
            try
            {
                await ProcessStarts.Succeeds(where, later);
                OfficeAtRestForBench.Whole(where);
            }
            catch (Exception e)
            {
                failed.Add($"{what}: {e.Message.Split('\n')[0]}");
            }

            Directory.Delete(where, recursive: true);
        }
    }
}
