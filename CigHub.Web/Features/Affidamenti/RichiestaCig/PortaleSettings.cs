using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The portal that the hand-off opens.</summary>
public sealed class PortaleSettings : ISettings
{
    public static string Section => "Portale";

    /// <summary>The address that <em>Apri il portale</em> leads to. CigHub itself never calls it.</summary>
    public string Indirizzo { get; set; } = "https://portalegare.cittametropolitanaroma.it/portalegare/index.php";

    /// <summary>
    /// Whether the address is a copy of the portal for training, which pages must say. Not a setting: whoever puts such a copy in the portal's place says so.
    /// </summary>
    public bool PerEsercitarsi { get; internal set; }
}
