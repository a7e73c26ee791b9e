namespace CigHub.Web.Common;

/// <summary>
/// Finds the folder of settings and static files: the repository's root during development, the app's own folder when published.
/// </summary>
internal static class AppFolder
{
    /// <summary>
    /// Returns the app's own folder, or null to keep the working directory, which <c>dotnet run</c> sets to the repository's root.
    /// </summary>
    public static string? ContentRoot() => File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;
}
