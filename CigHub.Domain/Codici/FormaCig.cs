namespace CigHub.Domain.Codici;

/// <summary>The system that gave a CIG, as its first character tells. Source: ANAC, «Algoritmo validazione CIG».</summary>
public enum FormaCig
{
    /// <summary>SIMOG, first version: the CIG begins with a digit.</summary>
    SimogV1,

    /// <summary>SIMOG second version and, since 2024, PCP: the CIG begins with A–U.</summary>
    SimogV2OPcp,

    /// <summary>SmartCIG: the CIG begins with X, Y or Z.</summary>
    SmartCig,
}
