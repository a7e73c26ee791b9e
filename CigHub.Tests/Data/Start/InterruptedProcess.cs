using System.Diagnostics;
using System.Globalization;
using CigHub.Tests.Data.Start;
using CigHub.Web.Data.Start;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(InterruptedProcess))]

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Runs inside a real process of the program when environment variables ask for it. It adds the tests' migrations and kills the process at
/// a step of the start.
/// </summary>
public sealed class InterruptedProcess : IHostingStartup
{
    public const string StepVariable = "CIGHUB_TEST_STEP", LaterVariable = "CIGHUB_TEST_LATER", StepsFileVariable = "CIGHUB_TEST_STEPS_FILE";

    public static Dictionary<string, string> Environment(int step, bool later, string? stepsFile = null)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "CigHub.Tests",
            [StepVariable] = step.ToString(CultureInfo.InvariantCulture),
            [LaterVariable] = later ? "1" : "0",
        };
        if (stepsFile is not null)
        {
            environment[StepsFileVariable] = stepsFile;
        }

        return environment;
    }

    public void Configure(IWebHostBuilder builder)
    {
        if (System.Environment.GetEnvironmentVariable(StepVariable) is not { } step)
        {
            return;
        }

        var file = System.Environment.GetEnvironmentVariable(StepsFileVariable);
        var later = System.Environment.GetEnvironmentVariable(LaterVariable) == "1";
        builder.ConfigureServices(services =>
        {
            StartSteps steps = file is null ? new StepsOfTheTest(int.Parse(step, CultureInfo.InvariantCulture), _ => Die()) : new StepsInAFile(file);
            services.AddSingleton(steps);
            services.AddSteps(steps);
            if (later)
            {
                services.AddTestMigrations();
            }
        });
    }

    /// <summary>Kills the present process with SIGKILL, so that no further code of it runs.</summary>
    private static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>
    /// Writes the name of each step of a start to a file, so that a test which kills at every step knows how many there are.
    /// </summary>
    private sealed class StepsInAFile(string file) : StartSteps
    {
        private readonly Lock _lock = new();

        public override void At(string step)
        {
            lock (_lock)
            {
                File.AppendAllText(file, step.ReplaceLineEndings(" ") + "\n");
            }
        }
    }
}
