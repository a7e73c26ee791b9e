using System.Diagnostics;
using System.Globalization;
using CigHub.Tests.Operations;

namespace CigHub.Bench;

/// <summary>
/// Kills real processes before and after each statement and each file operation of a first start and of an upgrade, then at random
/// instants. After each kill the next start must become ready by itself, on data that are whole.
/// </summary>
/// <remarks>
/// Environment variables choose a part: <c>CIGHUB_PART</c> (<c>first-start</c>, <c>upgrade</c>; default both), <c>CIGHUB_FROM</c> and
/// <c>CIGHUB_TO</c> (numbers of steps), <c>CIGHUB_EVERY</c> (one step in so many), <c>CIGHUB_RANDOM</c> (number of kills at random
/// instants), <c>CIGHUB_SEED</c>, <c>CIGHUB_SECONDS</c> (time after which no further kill begins; the walk then prints where it stopped).
/// </remarks>
internal static class InterruptionBench
{
    private static readonly int _from = Setting("CIGHUB_FROM", 1), _to = Setting("CIGHUB_TO", int.MaxValue), _every = Setting("CIGHUB_EVERY", 1);
    private static readonly int _atRandom = Setting("CIGHUB_RANDOM", 50), _seed = Setting("CIGHUB_SEED", 7);
    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(Setting("CIGHUB_SECONDS", 86_400));

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static async Task Measure()
    {
        var part = Environment.GetEnvironmentVariable("CIGHUB_PART");
        if (part is null or "" or "first-start")
        {
            await Walk("first start", later: false, () => Task.FromResult(Directory.CreateTempSubdirectory("cighub-first-").FullName));
        }

        if (part is null or "" or "upgrade")
        {
            await Walk("upgrade", later: true, async () => await OfficeAtRestForBench.Copy());
        }
    }

    private static async Task Walk(string name, bool later, Func<Task<string>> folder)
    {
        var first = await folder();
        var whole = Stopwatch.StartNew();
        var steps = await ProcessStarts.Steps(first, later);
        var duration = whole.Elapsed;
        Directory.Delete(first, recursive: true);
        var (kills, late, failed) = (0, 0, new List<string>());
        var step = _from;
        for (; step <= Math.Min(steps.Count, _to) && whole.Elapsed < _budget; step += _every)
        {
            await Once(await folder(), $"step {step}: {steps[step - 1]}", where => ProcessStarts.KilledAt(where, step, later));
        }

        var chance = new Random(_seed);
        for (var i = 0; i < _atRandom && whole.Elapsed < _budget; i++)
        {
            var time = duration * chance.NextDouble();
            await Once(await folder(), $"after {time.TotalMilliseconds:0} ms", where => ProcessStarts.KilledAfter(where, time, later));
        }

        Console.WriteLine(
            $"{name,-12} {steps.Count,5} steps, a start {duration.TotalSeconds:0.0} s; from step {_from} to {step - _every}, every {_every}, and at random: "
            + $"{kills,4} kills ({late} came after the end); {failed.Count} next starts did not end well; {whole.Elapsed.TotalSeconds:0} s");
        failed.ForEach(f => Console.WriteLine($"  {f}"));

        async Task Once(string where, string what, Func<string, Task<bool>> kill)
        {
            try
            {
                if (await kill(where))
                {
                    kills++;
                }
                else
                {
                    late++;
                }

                await ProcessStarts.Succeeds(where, later);
                OfficeAtRestForBench.Whole(where, later);
            }
            catch (Exception e)
            {
                // Keep the folder of a failed start, for inspection.
                failed.Add($"{what[..Math.Min(what.Length, 120)]}: {e.Message.ReplaceLineEndings(" ")} ({where})");
                return;
            }

            Directory.Delete(where, recursive: true);
        }
    }
}
