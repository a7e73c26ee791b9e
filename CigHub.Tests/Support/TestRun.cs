using System.Runtime.CompilerServices;

namespace CigHub.Tests.Support;

/// <summary>Settings of the whole test run.</summary>
internal static class TestRun
{
    /// <summary>
    /// Keeps the apps from watching their settings files: each watcher takes a thread and one of the system's few handles, for files that do
    /// not change while the tests run. The processes that a test starts inherit it, and do not prepare for a long life either.
    /// </summary>
    [ModuleInitializer]
    internal static void LiveForSeconds()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
    }
}
