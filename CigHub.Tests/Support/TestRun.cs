using System.Runtime.CompilerServices;

namespace CigHub.Tests.Support;

/// <summary>Settings of the whole test run.</summary>
internal static class TestRun
{
    /// <summary>
    /// Stops the apps from watching their settings files. Each watcher takes a thread and one of the few handles of the system, for files
    /// that do not change during the tests. Child processes inherit this. They also skip preparations that pay only in a long run.
    /// </summary>
    [ModuleInitializer]
    internal static void LiveForSeconds()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
    }
}
