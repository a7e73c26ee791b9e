namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The maximum and minimum lengths of the fields, in characters, and the maximum number of rows of a list. ANAC limits only the codice
/// appalto and the CUP. The other limits are far above any real need, and keep out of a draft a whole document that was pasted by mistake.
/// </summary>
public static class LimitiAd4
{
    /// <summary>Minimum length of a codice appalto. Source: ANAC's model.</summary>
    public const int CodiceAppaltoMinimo = 8;

    /// <summary>Maximum length of a codice appalto. Source: ANAC's model.</summary>
    public const int CodiceAppaltoMassimo = 64;

    public const int TitoloDocumento = 250;

    public const int Oggetto = 4_000;

    public const int Giustificazione = 4_000;

    public const int Denominazione = 500;

    /// <summary>Maximum length of a short text, such as an identifier or a country.</summary>
    public const int TestoBreve = 100;

    public const int Indirizzo = 2_000;

    public const int Espd = 200_000;

    /// <summary>
    /// Maximum length of an amount, a date or a code. Up to this length a typed text is kept even when it cannot be read.
    /// </summary>
    public const int Valore = 100;

    /// <summary>Maximum number of rows in one list.</summary>
    public const int Righe = 500;
}
