using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Holds whether a CIG della palestra is accepted as a CIG Derivato. No settings file can change it: the setup of the palestra does.
/// </summary>
public sealed class CigDerivatiOptions
{
    /// <summary>Says whether a CIG della palestra is accepted as a CIG Derivato. False unless the palestra is set up.</summary>
    public bool DallaPalestra { get; set; }

    /// <summary>Returns the rules by which every typed or uploaded CIG Derivato is checked.</summary>
    public RegoleCigDerivato Regole() => new(DallaPalestra);
}
