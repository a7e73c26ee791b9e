using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The settings of the portal on which a CIG is requested.</summary>
public sealed class PortaleSettings : ISettings
{
    public static string Section => "Portale";

    /// <summary>The address that the button <em>Apri il portale</em> opens in the browser. CigHub itself never calls it.</summary>
    public string Indirizzo { get; set; } = "https://portalegare.cittametropolitanaroma.it/portalegare/index.php";

    /// <summary>
    /// Says whether the address leads to a training copy of the portal, so that pages have to say so. No settings file can set it: the code
    /// that puts the copy in the portal's place does.
    /// </summary>
    public bool PerEsercitarsi { get; internal set; }
}
