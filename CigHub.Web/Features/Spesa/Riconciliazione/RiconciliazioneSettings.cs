using CigHub.Web.Common;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The settings of the reconciliation with ANAC's open data. CigHub never downloads a file: somebody uploads it, or puts it into a folder.</summary>
public sealed class RiconciliazioneSettings : ISettings
{
    public static string Section => "Riconciliazione";

    /// <summary>The folder into which somebody puts files of ANAC's open data. Empty: none, and files are uploaded.</summary>
    [FolderPath]
    public string Cartella { get; init; } = "";

    /// <summary>The size of the largest file, in MB. A year of all Italy's CIG has about 1 000 in CSV.</summary>
    [WholeNumber(1, 4000, " di MB")]
    public int MegabyteMassimi { get; init; } = 2000;

    /// <summary>The size of the largest file, in bytes.</summary>
    public long MaxByte => MegabyteMassimi * 1024L * 1024L;
}
