using CigHub.Web.Common;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>The settings of the attestazioni: the folder of the key that signs them, and the folders that get copies.</summary>
public sealed class AttestazioniSettings : ISettings
{
    public static string Section => "Attestazioni";

    /// <summary>The folder of the key. Empty: the folder beside that of the data, whose name ends in <c>-chiave</c>.</summary>
    [FolderPath]
    public string CartellaChiave { get; init; } = "";

    /// <summary>The folder, on another disk, that gets a copy of every attestazione. Empty: none.</summary>
    [FolderPath]
    public string Cartella { get; init; } = "";

    /// <summary>The folder that gets the daily extract of the events for the Ente's conservatore. Empty: none is written.</summary>
    [FolderPath]
    public string CartellaEstratto { get; init; } = "";
}
