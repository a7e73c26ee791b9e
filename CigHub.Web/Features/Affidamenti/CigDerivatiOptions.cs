namespace CigHub.Web.Features.Affidamenti;

/// <summary>Which CIG are taken as a CIG Derivato beside the true ones. Not settings: the setup of what gives such CIG says so.</summary>
public sealed class CigDerivatiOptions
{
    /// <summary>How a CIG for training may begin that is taken all the same; null: none is.</summary>
    public string? PrefissoPerEsercitarsi { get; set; }
}
