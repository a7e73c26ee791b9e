using System.Diagnostics;
using CigHub.Tests.Data.Start;

namespace CigHub.Tests.Operations;

/// <summary>Starts the real program on a data folder, and kills it at a step of its start or after a time.</summary>
public static class ProcessStarts
{
    private const string Ready = "CigHub è pronto";

    /// <summary>
    /// Starts the program, which kills itself at the given step. Returns false when it became ready without reaching that step.
    /// </summary>
    public static async Task<bool> KilledAt(string folder, int step, bool later)
    {
        using var process = Start(folder, InterruptedProcess.Environment(step, later));
        return await Outcome(process) == StartOutcome.Ended;
    }

    /// <summary>Starts the program and kills it after the given time. Returns false when it became ready before.</summary>
    public static async Task<bool> KilledAfter(string folder, TimeSpan time, bool later)
    {
        using var process = Start(folder, InterruptedProcess.Environment(0, later));
        var outcome = Outcome(process);
        await Task.WhenAny(outcome, Task.Delay(time));
        ProgramProcess.End(process);
        return await outcome == StartOutcome.Ended;
    }

    /// <summary>Starts the program, asserts that it becomes ready, and kills it then.</summary>
    public static async Task Succeeds(string folder, bool later)
    {
        using var process = Start(folder, InterruptedProcess.Environment(0, later));
        Assert.Equal(StartOutcome.Ready, await Outcome(process));
    }

    /// <summary>Returns the names of the steps of a complete start, in order.</summary>
    public static async Task<IReadOnlyList<string>> Steps(string folder, bool later)
    {
        var file = Path.Combine(Path.GetTempPath(), $"cighub-steps-{Guid.NewGuid():N}");
        using var process = Start(folder, InterruptedProcess.Environment(0, later, file));
        Assert.Equal(StartOutcome.Ready, await Outcome(process));
        var steps = await File.ReadAllLinesAsync(file);
        File.Delete(file);
        return steps;
    }

    /// <summary>
    /// Starts two processes on one folder at the same time and asserts that exactly one becomes ready. Returns the output and the exit code
    /// of the other one.
    /// </summary>
    internal static async Task<(string Output, int Code)> SecondOf(string folder, bool later)
    {
        using var first = Start(folder, InterruptedProcess.Environment(0, later));
        using var second = Start(folder, InterruptedProcess.Environment(0, later));
        var outcomes = await Task.WhenAll(new[] { first, second }.Select(async p =>
        {
            var lines = new List<string>();
            var errors = p.StandardError.ReadToEndAsync();
            while (await p.StandardOutput.ReadLineAsync().WaitAsync(ProgramProcess.Deadline) is { } line)
            {
                lines.Add(line);
                if (line.Contains(Ready, StringComparison.Ordinal))
                {
                    return (Process: p, Ready: true, Output: "", Code: 0);
                }
            }

            await p.WaitForExitAsync();
            return (Process: p, Ready: false, Output: string.Join('\n', lines) + await errors, Code: p.ExitCode);
        }));
        ProgramProcess.End(first);
        ProgramProcess.End(second);
        Assert.Single(outcomes, o => o.Ready);
        var refused = outcomes.Single(o => !o.Ready);
        return (refused.Output, refused.Code);
    }

    internal enum StartOutcome
    {
        Ready,
        Ended,
    }

    private static Process Start(string folder, IReadOnlyDictionary<string, string> environment) => ProgramProcess.Start(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", $"--Dati:Cartella={folder}", "--Dimostrazione:Piccola=true", "--Palestra:Attiva=false",
            "--Logging:LogLevel:Default=Warning",
        ],
        environment);

    /// <summary>Waits until the process is ready or has ended by itself. Kills it if it still runs, and returns the outcome.</summary>
    private static async Task<StartOutcome> Outcome(Process process)
    {
        _ = process.StandardError.ReadToEndAsync();
        try
        {
            while (await process.StandardOutput.ReadLineAsync().WaitAsync(ProgramProcess.Deadline) is { } line)
            {
                if (line.Contains(Ready, StringComparison.Ordinal))
                {
                    return StartOutcome.Ready;
                }
            }

            return StartOutcome.Ended;
        }
        finally
        {
            ProgramProcess.End(process);
        }
    }
}

/// <summary>
/// Gives the bench, which is a program of its own, the tests' data folder of the demonstration (<see cref="OfficeAtRest"/>) and a check of
/// it.
/// </summary>
public static class OfficeAtRestForBench
{
    public static Task<string> Copy() => OfficeAtRest.Copy("bench");

    /// <summary>
    /// Asserts that the database file is sound, that the demonstration's eight Affidamenti are there, and, after an upgrade, that it is
    /// complete in both databases.
    /// </summary>
    public static void Whole(string folder, bool later)
    {
        StartUnderTest.Sound(folder);
        Assert.Equal(8, StartUnderTest.Ask<long>(folder, "SELECT COUNT(*) FROM \"Affidamenti\""));
        Assert.False(File.Exists(Path.Combine(folder, "installazione.in-corso")));
        Assert.Equal(Web.Data.Sqlite.Triggers.All.Count, StartUnderTest.Ask<int>(folder, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'"));
        if (later)
        {
            Assert.Equal(2, StartUnderTest.Ask<long>(folder, "SELECT COUNT(*) FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '2099%'"));
            Assert.Equal(1, StartUnderTest.Ask<long>(folder, "SELECT COUNT(*) FROM \"__PreferenzeMigrationsHistory\" WHERE \"MigrationId\" LIKE '2099%'"));
        }
    }
}
