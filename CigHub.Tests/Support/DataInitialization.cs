using CigHub.Tests.UseCases;

namespace CigHub.Tests.Support;

/// <summary>Makes the database of a new installation in a folder, as the command <c>init</c> does, and lets go of it.</summary>
internal static class DataInitialization
{
    public static async Task Run(string folder, IReadOnlyDictionary<string, string?> settings, TimeProvider? clock = null)
    {
        await using (await AppSulFile.Apri(folder, clock ?? TimeProvider.System, settings))
        {
        }

        Banco.ChiudiPool(folder);
    }
}
