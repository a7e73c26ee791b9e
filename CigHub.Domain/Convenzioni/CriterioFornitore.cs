namespace CigHub.Domain.Convenzioni;

/// <summary>
/// The criterion by which an Ente chooses one of several suppliers of a Lotto. The tender's documents foresee it, and the choice needs a
/// reason. Sources: art. 59 c. 4 D.Lgs. 36/2023; Consiglio di Stato, sez. III, 7896/2024.
/// </summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum CriterioFornitore
{
    /// <summary>The supplier whose quota of the Lotto is the least used so far.</summary>
    Quota = 1,

    /// <summary>The first supplier in the ranking of the tender that can still take the order.</summary>
    Graduatoria = 2,

    /// <summary>The supplier that meets a specific need of the Ente.</summary>
    EsigenzaSpecifica = 3,
}
