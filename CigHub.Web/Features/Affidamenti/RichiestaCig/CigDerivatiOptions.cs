using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Says whether the CIG of the palestra are accepted as CIG Derivati. It is not a setting: the setup of the palestra decides it.
/// </summary>
public sealed class CigDerivatiOptions
{
    /// <summary>Says whether the CIG of the palestra are accepted. Default: false.</summary>
    public bool DallaPalestra { get; set; }

    /// <summary>Returns the rules to ask wherever a CIG Derivato comes in.</summary>
    public RegoleCigDerivato Regole() => new(DallaPalestra);
}
