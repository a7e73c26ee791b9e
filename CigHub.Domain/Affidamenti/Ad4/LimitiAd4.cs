namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// The limits of what a field takes, in characters. ANAC sets only those of the codice appalto and of the CUP; the others keep
/// a mistaken paste of a whole document out of a draft, and are far above what is ever needed.
/// </summary>
public static class LimitiAd4
{
    /// <summary>Source: ANAC's model.</summary>
    public const int CodiceAppaltoMinimo = 8;

    /// <summary>Source: ANAC's model.</summary>
    public const int CodiceAppaltoMassimo = 64;

    public const int TitoloDocumento = 250;

    public const int Oggetto = 4_000;

    public const int Giustificazione = 4_000;

    public const int Denominazione = 500;

    /// <summary>A short text: an identifier, a country.</summary>
    public const int TestoBreve = 100;

    public const int Indirizzo = 2_000;

    public const int Espd = 200_000;

    /// <summary>An amount, a date, a code: what is typed is kept even when it cannot be read, up to here.</summary>
    public const int Valore = 100;

    /// <summary>Rows of one list.</summary>
    public const int Righe = 500;
}
