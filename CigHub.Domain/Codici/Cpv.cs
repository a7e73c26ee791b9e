using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>A code of the Common Procurement Vocabulary, as ANAC keeps it: 8 digits, without the check digit.</summary>
/// <remarks>
/// Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Default: null. <c>45233139-3</c> is accepted as well. Its last digit is
/// <b>not</b> verified, on purpose. The rule that the Commission intended (weights 3 7 1 3 7 1 3 7, modulo 10) does not hold for the codes
/// that it published: of the 484 codes used in ANAC's open data of October 2023, 18 have another digit (all eight of division 09, others in
/// 42, 45 and 72). The Commission's own service calls this an error of the 2008 revision that cannot be corrected. That rule would refuse
/// valid codes, and ANAC's list has no check digits to compare with. The list <see cref="ListeAnac.Cpv"/> says whether the code exists.
/// Source: Regulation (EC) 213/2008; ANAC's list <c>CPV</c>.
/// </remarks>
public sealed record Cpv : Codice<Cpv>, ICodice<Cpv>
{
    public const int Lunghezza = 8;

    /// <summary>The name (<c>idTipologica</c>) of ANAC's list of CPV codes.</summary>
    public const string Lista = "CPV";

    private Cpv(string valore) : base(valore) { }

    public static Result<Cpv> Leggi(string? testo)
    {
        var s = CodeText.Pulisci(testo);
        if (s.Length == 0)
        {
            return new Error("cpv.mancante", "Scrivi il CPV: 8 cifre, per esempio 45233140, oppure cercalo per parole.");
        }

        var codice = s.Length == Lunghezza + 2 && s[Lunghezza] == '-' && char.IsAsciiDigit(s[^1]) ? s[..Lunghezza] : s;
        if (!CodeText.SoloCifre(codice))
        {
            return new Error(
                "cpv.caratteri",
                "Un CPV ha solo cifre: scrivine 8, con o senza il trattino e la cifra di controllo, per esempio 45233140 oppure 45233140-2.");
        }

        return codice.Length switch
        {
            Lunghezza => new Cpv(codice),
            Lunghezza - 1 => new Error(
                "cpv.zero-iniziale",
                "Un CPV ha 8 cifre, qui sono 7: forse un foglio di calcolo ha tolto lo zero iniziale. Controllalo e riscrivilo con lo zero."),
            Lunghezza + 1 => new Error(
                "cpv.trattino",
                "Un CPV ha 8 cifre, qui sono 9: se l'ultima è la cifra di controllo, toglila o mettile davanti un trattino."),
            _ => new Error("cpv.lunghezza", $"Un CPV ha 8 cifre, {CodeText.QuiCiSono(codice.Length)}: ricopialo intero."),
        };
    }
}
