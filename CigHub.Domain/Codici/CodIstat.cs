using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>
/// The comune in which the contract of an Affidamento is carried out, as ANAC writes it (<c>codIstat</c>): 9 digits, 3 for the region and 6
/// for the comune (of which 3 for its province).
/// </summary>
/// <remarks>
/// Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Default: null. It has no check digit: the list
/// <see cref="ListeAnac.CodIstat"/> says whether the code exists and until when. Region 999 stands for foreign States. Source: ANAC's list
/// <c>codIstat</c>.
/// </remarks>
public sealed record CodIstat : Codice<CodIstat>, ICodice<CodIstat>
{
    public const int Lunghezza = 9;

    /// <summary>The name of ANAC's list of these codes.</summary>
    public const string Lista = "codIstat";

    private const string Roma = "058";

    private CodIstat(string valore) : base(valore) { }

    /// <summary>
    /// Says whether the comune belongs to Città metropolitana di Roma Capitale, whose province code is <c>058</c> (the 4th to the 6th
    /// digit).
    /// </summary>
    public bool InCittaMetropolitanaDiRoma => Valore.AsSpan(3, 3).SequenceEqual(Roma);

    public static Result<CodIstat> Leggi(string? testo)
    {
        var s = CodeText.Pulisci(testo);
        if (s.Length == 0)
        {
            return new Error("cod-istat.mancante", "Scrivi il codice ISTAT del luogo: 9 cifre, oppure cercalo con il nome del comune.");
        }

        if (!CodeText.SoloCifre(s))
        {
            return new Error(
                "cod-istat.caratteri",
                "Un codice ISTAT ha solo cifre: scrivine 9 (3 della regione e 6 del comune), oppure cercalo con il nome del comune.");
        }

        return s.Length switch
        {
            Lunghezza => new CodIstat(s),
            6 => new Error("cod-istat.senza-regione", "Qui ci sono le 6 cifre del comune: ANAC ne vuole 9, con le 3 della regione davanti (per il Lazio 012)."),
            8 => new Error(
                "cod-istat.zero-iniziale",
                "Un codice ISTAT ha 9 cifre, qui sono 8: forse un foglio di calcolo ha tolto lo zero iniziale. Controllalo e riscrivilo con lo zero."),
            _ => new Error(
                "cod-istat.lunghezza",
                $"Un codice ISTAT ha 9 cifre, {CodeText.QuiCiSono(s.Length)}: ricopialo intero, oppure cercalo con il nome del comune."),
        };
    }
}
