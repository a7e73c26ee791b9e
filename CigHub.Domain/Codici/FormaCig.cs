namespace CigHub.Domain.Codici;

/// <summary>
/// The form of a CIG, which depends on the ANAC system that gave it. The first character tells it. Source: ANAC, «Algoritmo validazione
/// CIG».
/// </summary>
public enum FormaCig
{
    /// <summary>SIMOG, first version: the CIG begins with a digit.</summary>
    SimogV1,

    /// <summary>SIMOG second version and, since 2024, PCP: the CIG begins with A–U.</summary>
    SimogV2OPcp,

    /// <summary>SmartCIG: the CIG begins with X, Y or Z.</summary>
    SmartCig,
}
