using CigHub.Domain.Affidamenti;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Which CIG are taken as a CIG Derivato beside the true ones. Not settings: the setup of the part that gives such CIG says so.</summary>
public sealed class CigDerivatiOptions
{
    /// <summary>True where the CIG of the palestra are taken. Default: false.</summary>
    public bool DallaPalestra { get; set; }

    /// <summary>The rules to ask wherever a CIG Derivato comes in.</summary>
    public RegoleCigDerivato Regole() => new(DallaPalestra);
}
