namespace CigHub.Web.Common;

/// <summary>Where settings and static files stand: the repository's root while developing, the app's own folder when published.</summary>
internal static class AppFolder
{
    /// <summary>Null leaves the working directory, which <c>dotnet run</c> sets to the repository's root.</summary>
    public static string? ContentRoot() => File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;
}
