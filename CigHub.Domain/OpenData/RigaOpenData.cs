using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Domain.OpenData;

/// <summary>The data that ANAC publishes about one CIG, as far as CigHub compares them.</summary>
/// <remarks>Equality: by all members. Source: the layout <see cref="TracciatoOpenData.Cig"/>.</remarks>
/// <param name="CigPadre">The CIG of the Convenzione, empty for a CIG that has none.</param>
/// <param name="Importo">The amount of the lot, rounded to the cent. Null when the file has none, or one that cannot be read.</param>
/// <param name="CfEnte">The codice fiscale of the contracting authority.</param>
/// <param name="Modalita">ANAC's code of how the contract is made.</param>
/// <param name="Oggetto">The object of the lot.</param>
/// <param name="Giorno">The day of the last perfezionamento, else of the publication. Null when the file has neither.</param>
public sealed record RigaOpenData(
    string Cig, string CigPadre, Importo? Importo, string Stato, bool Cancellata, string CfEnte, string Ente, string Modalita, string ParoleModalita,
    DateOnly? Giorno, string Oggetto = "")
{
    /// <summary>ANAC's codes of a contract that follows from a Convenzione or an accordo quadro, without or with a new competition.</summary>
    public const string SenzaConfronto = "11", ConConfronto = "2";

    /// <summary>ANAC's code of a Convenzione.</summary>
    public const string Convenzione = "18";

    private const string Attivo = "ATTIVO";

    /// <summary>Says whether ANAC holds the CIG as valid.</summary>
    public bool Valida => !Cancellata && string.Equals(Stato, Attivo, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says whether the code is one of a contract that follows from a Convenzione.</summary>
    public static bool Deriva(string modalita) => modalita is SenzaConfronto or ConConfronto;

    /// <summary>Reads an amount of the file, which has a decimal point and any number of decimals. Halves of a cent are rounded up.</summary>
    public static Importo? LeggiImporto(string testo) =>
        decimal.TryParse(testo, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var euro)
        && Math.Abs(euro) <= Domain.Common.Importo.MaxCentesimi / 100m
            ? Domain.Common.Importo.DaCentesimi((long)Math.Round(euro * 100m, MidpointRounding.AwayFromZero))
            : null;

    /// <summary>Reads a day of the file, which may be followed by a time of day.</summary>
    public static DateOnly? LeggiGiorno(ReadOnlySpan<char> testo)
    {
        const int Lunghezza = 10;
        return testo.Length >= Lunghezza
            && DateOnly.TryParseExact(testo[..Lunghezza], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) ? giorno : null;
    }
}

/// <summary>An adhesion that CigHub holds with its CIG, as far as it is compared with ANAC's open data.</summary>
/// <param name="Giorno">The day on which the CIG was acquired, or the day of an adhesion that was entered afterwards.</param>
/// <param name="Indice">The position of the adhesion in the draft of its Affidamento, from 0.</param>
public sealed record NostroCig(
    string Cig, string CigPadre, Guid AffidamentoId, string Numero, Guid EnteId, string CfEnte, Guid LottoId, Importo Importo, bool Annullato, DateOnly Giorno,
    int Indice = 0);
