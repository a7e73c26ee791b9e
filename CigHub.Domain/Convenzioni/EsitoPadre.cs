namespace CigHub.Domain.Convenzioni;

/// <summary>The answer that ANAC's public register of contracts gives about a CIG Padre.</summary>
/// <remarks>
/// The numbers are stored and never change. Default: nobody has looked yet. Source: ANAC's ERR98, the most common refusal of an AD4.
/// </remarks>
public enum EsitoPadre
{
    DaVerificare = 0,

    /// <summary>The CIG Padre is awarded and marked as accordo quadro or convenzione. ANAC accepts an AD4 on it.</summary>
    AggiudicatoComeConvenzione = 1,

    /// <summary>
    /// The CIG Padre is not awarded in the register, because its award was never sent to ANAC. ANAC refuses an AD4 on it.
    /// </summary>
    NonAggiudicato = 2,

    /// <summary>The CIG Padre is not marked as accordo quadro or convenzione. ANAC refuses an AD4 on it.</summary>
    NonConvenzione = 3,
}

/// <summary>The words on screen for an <see cref="EsitoPadre"/>.</summary>
public static class EsitoPadreWords
{
    public static string Nome(this EsitoPadre esito) => esito switch
    {
        EsitoPadre.AggiudicatoComeConvenzione => "Aggiudicato, segnato come convenzione",
        EsitoPadre.NonAggiudicato => "Non risulta aggiudicato",
        EsitoPadre.NonConvenzione => "Non è segnato come convenzione",
        _ => "Da verificare",
    };
}
