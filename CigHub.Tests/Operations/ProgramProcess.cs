using System.Diagnostics;
using System.Text;

namespace CigHub.Tests.Operations;

/// <summary>Runs the built program as a separate process: its commands, and starts that end by themselves.</summary>
internal static class ProgramProcess
{
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>Runs the program until it ends by itself. Returns its exit code and all its output.</summary>
    public static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        using var process = Start(arguments, null);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Deadline);
        }
        finally
        {
            End(process);
        }

        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Starts the program so that it can load the tests' assembly, whose hosting startup then runs inside it.</summary>
    /// <param name="environment">Additional environment variables. Null adds none.</param>
    public static Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var here = AppContext.BaseDirectory;
        var info = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = here,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] host =
        [
            "exec", "--runtimeconfig", Path.Combine(here, "CigHub.Web.runtimeconfig.json"), "--depsfile", Path.Combine(here, "CigHub.Tests.deps.json"),
            Path.Combine(here, "CigHub.Web.dll"),
        ];
        foreach (var word in host.Concat(arguments))
        {
            info.ArgumentList.Add(word);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        return Process.Start(info)!;
    }

    /// <summary>
    /// Runs the program and kills it as soon as <paramref name="there"/> returns true. Returns false when the program had ended before.
    /// </summary>
    public static async Task<bool> KilledWhen(Func<bool> there, params string[] arguments)
    {
        using var process = Start(arguments, null);
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        while (!there() && !process.HasExited)
        {
            await Task.Yield();
        }

        var killed = !process.HasExited;
        End(process);
        return killed;
    }

    public static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }
}
