using CigHub.Web.Common;

namespace CigHub.Web.Data;

/// <summary>The setting of the data folder.</summary>
public sealed class DataSettings : ISettings
{
    public static string Section => "Dati";

    /// <summary>The folder of the database and the keys. A relative path starts at the content root.</summary>
    [FolderPath]
    public string Cartella { get; init; } = "data";
}
