namespace CigHub.Domain.Codici;

/// <summary>Which system gave a CIG, as its first character tells. Source: ANAC, «Algoritmo validazione CIG».</summary>
public enum FormaCig
{
    /// <summary>SIMOG, first version: begins with a digit.</summary>
    SimogV1,

    /// <summary>SIMOG second version and, since 2024, PCP: begins with A–U.</summary>
    SimogV2OPcp,

    /// <summary>SmartCIG: begins with X, Y or Z.</summary>
    SmartCig,
}
