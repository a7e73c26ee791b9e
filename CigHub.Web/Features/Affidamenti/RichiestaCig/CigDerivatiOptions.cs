using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Accepts the CIG of the palestra as a CIG Derivato. No setting: the setup of the palestra decides it.</summary>
public sealed class CigDerivatiOptions
{
    /// <summary>True where the CIG of the palestra are taken. Default: false.</summary>
    public bool DallaPalestra { get; set; }

    /// <summary>The rules to ask wherever a CIG Derivato comes in.</summary>
    public RegoleCigDerivato Regole() => new(DallaPalestra);
}
