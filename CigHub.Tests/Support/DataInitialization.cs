using CigHub.Tests.UseCases;

namespace CigHub.Tests.Support;

/// <summary>
/// Creates the database of a new installation in a folder, as the command <c>init</c> does, and closes the connections to its files.
/// </summary>
internal static class DataInitialization
{
    public static async Task Run(string folder, IReadOnlyDictionary<string, string?> settings, TimeProvider? clock = null)
    {
        await using (await AppOnFile.Open(folder, clock ?? TimeProvider.System, settings))
        {
        }

        TestBench.ClosePool(folder);
    }
}
