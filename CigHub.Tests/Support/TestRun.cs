using System.Runtime.CompilerServices;

namespace CigHub.Tests.Support;

/// <summary>Settings that hold for the process of the whole test run.</summary>
internal static class TestRun
{
    /// <summary>
    /// Sets environment variables that make the apps of the tests start quickly. The apps do not watch their settings files, because each
    /// watcher takes a thread and one of the few handles of the system. They also skip optimizations of the runtime that pay only in a long
    /// run. Child processes inherit the variables.
    /// </summary>
    [ModuleInitializer]
    internal static void LiveForSeconds()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        Environment.SetEnvironmentVariable("DOTNET_gcServer", "0");
    }
}
