using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The settings of the portal on which a CIG is requested.</summary>
public sealed class PortaleSettings : ISettings
{
    public static string Section => "Portale";

    /// <summary>The address that <em>Apri il portale</em> leads to. CigHub itself never calls it.</summary>
    public string Indirizzo { get; set; } = "https://portalegare.cittametropolitanaroma.it/portalegare/index.php";

    /// <summary>
    /// Says whether the address is a copy of the portal for training, which pages must say. It is not a setting: the code that puts such a
    /// copy in the portal's place sets it.
    /// </summary>
    public bool PerEsercitarsi { get; internal set; }
}
