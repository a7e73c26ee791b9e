using CigHub.Domain.Codici;

namespace CigHub.Domain.Affidamenti.ElencoPortale;

/// <summary>A column of the portal's list that CigHub reads. CigHub ignores every other column.</summary>
/// <remarks>
/// Source: the captions of the list in CMRC's instructions. Fascicolo di Sistema and Stato Scheda PCP are in the portal's document, and an
/// export may have them too.
/// </remarks>
public enum ColonnaPortale
{
    RegistroDiSistema,
    FascicoloDiSistema,
    TitoloDocumento,
    Oggetto,
    ImportoAppalto,
    DataInvio,
    Stato,
    CigPadre,
    DescrizioneCigPadre,
    CigDerivato,
    DenominazioneOe,
    StatoAffidamento,
    StatoSchedaPcp,
}

/// <summary>The captions of the columns, in the portal's own words.</summary>
public static class ColonnaPortaleWords
{
    private static readonly Dictionary<string, ColonnaPortale> _perParole = Enum.GetValues<ColonnaPortale>().ToDictionary(c => FoldedText.Parole(c.Nome()));

    public static string Nome(this ColonnaPortale colonna) => colonna switch
    {
        ColonnaPortale.RegistroDiSistema => "Registro di Sistema",
        ColonnaPortale.FascicoloDiSistema => "Fascicolo di Sistema",
        ColonnaPortale.TitoloDocumento => "Titolo documento",
        ColonnaPortale.Oggetto => "Oggetto",
        ColonnaPortale.ImportoAppalto => "Importo Appalto",
        ColonnaPortale.DataInvio => "Data Invio",
        ColonnaPortale.Stato => "Stato",
        ColonnaPortale.CigPadre => "CIG Padre",
        ColonnaPortale.DescrizioneCigPadre => "Descrizione CIG Padre",
        ColonnaPortale.CigDerivato => "CIG Derivato",
        ColonnaPortale.DenominazioneOe => "Denominazione OE",
        ColonnaPortale.StatoAffidamento => "Stato Affidamento",
        ColonnaPortale.StatoSchedaPcp => "Stato Scheda PCP",
        _ => throw new ArgumentOutOfRangeException(nameof(colonna), colonna, null),
    };

    /// <summary>
    /// Returns the column whose caption this is, whatever its case, accents and punctuation. Returns null for an unknown caption.
    /// </summary>
    public static ColonnaPortale? ConDidascalia(string didascalia) => _perParole.TryGetValue(FoldedText.Parole(didascalia), out var colonna) ? colonna : null;
}
