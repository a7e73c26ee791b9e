namespace CigHub.Domain.Convenzioni;

/// <summary>What ANAC's public register of contracts says of a CIG Padre.</summary>
/// <remarks>The numbers are stored: they never change. Default: nobody has looked yet. Source: ANAC's ERR98, the most common refusal of an AD4.</remarks>
public enum EsitoPadre
{
    DaVerificare = 0,

    /// <summary>Awarded, and marked as accordo quadro or convenzione: an AD4 on it is accepted.</summary>
    AggiudicatoComeConvenzione = 1,

    /// <summary>Its award was never sent to ANAC.</summary>
    NonAggiudicato = 2,

    /// <summary>It is not marked as accordo quadro or convenzione.</summary>
    NonConvenzione = 3,
}

/// <summary>The words for an <see cref="EsitoPadre"/>.</summary>
public static class EsitiPadre
{
    public static string Nome(this EsitoPadre esito) => esito switch
    {
        EsitoPadre.AggiudicatoComeConvenzione => "Aggiudicato, segnato come convenzione",
        EsitoPadre.NonAggiudicato => "Non risulta aggiudicato",
        EsitoPadre.NonConvenzione => "Non è segnato come convenzione",
        _ => "Da verificare",
    };
}
