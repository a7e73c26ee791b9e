using CigHub.Web.Common;

namespace CigHub.Web.Data;

/// <summary>The settings of the data: the folder that holds them.</summary>
public sealed class DataSettings : ISettings
{
    public static string Section => "Dati";

    /// <summary>The folder of the database and of the data-protection keys. A relative path starts at the content root.</summary>
    [FolderPath]
    public string Cartella { get; init; } = "data";
}
