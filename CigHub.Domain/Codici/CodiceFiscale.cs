using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>An Italian codice fiscale: 16 characters for a person, 11 digits for a body (or, provisionally, for a person).</summary>
/// <remarks>
/// Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Two codes of one person that differ by omocodia are different codes.
/// Default: null. A foreign operator's identifier is not a codice fiscale and does not belong here. Source: DM 23/12/1976 (shape, control
/// character, omocodia; the 11 digits have the check of the partita IVA).
/// </remarks>
public sealed record CodiceFiscale : Codice<CodiceFiscale>, ICodice<CodiceFiscale>
{
    public const int LunghezzaPersona = 16;

    public const int LunghezzaEnte = 11;

    // L = letter, N = digit or, by omocodia, the letter that stands for it; M = letter of the month; C = control letter.
    private const string Disegno = "LLLLLLNNMNNLNNNC";

    // The letters that stand for 0..9 when two persons would have the same code.
    private const string Omocodia = "LMNPQRSTUV";

    private const string Mesi = "ABCDEHLMPRST";

    // The value of a character in an odd place (first, third, …) for A..Z. A digit has the value of the letter of the same rank.
    private static readonly int[] _dispari = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    private CodiceFiscale(string valore) : base(valore) { }

    /// <summary>The code of the error for 11 digits that arrived without their leading zeros. Its message proposes the whole code.</summary>
    public const string ZeroIniziale = "codice-fiscale.zero-iniziale";

    /// <summary>Says whether the code has the 16 characters that only persons have.</summary>
    public bool DiPersonaFisica => Valore.Length == LunghezzaPersona;

    public static Result<CodiceFiscale> Leggi(string? testo)
    {
        var s = CodeText.Pulisci(testo);
        return s.Length switch
        {
            0 => new Error("codice-fiscale.mancante", "Scrivi il codice fiscale: 16 caratteri per una persona, 11 cifre per un ente o una società."),
            LunghezzaPersona => DiPersona(s),
            LunghezzaEnte => DiEnte(s),
            _ when CodeText.ConGliZeriIniziali(s) is { } intero => new Error(
                ZeroIniziale,
                $"Il codice fiscale di un ente o di una società ha 11 cifre, {CodeText.QuiCiSono(s.Length)}: "
                    + $"forse un foglio di calcolo ha tolto gli zeri iniziali (forse {intero}?). "
                    + "Confrontalo con un documento e scrivilo con gli zeri."),
            _ => new Error(
                "codice-fiscale.lunghezza",
                $"Un codice fiscale ha 16 caratteri (persona) o 11 cifre (ente o società), {CodeText.QuiCiSono(s.Length)}: ricopialo intero."),
        };
    }

    private static Result<CodiceFiscale> DiEnte(string s)
    {
        if (!CodeText.SoloCifre(s))
        {
            return new Error("codice-fiscale.caratteri", "Un codice fiscale di 11 caratteri ha solo cifre; quello di una persona ne ha 16: ricontrollalo.");
        }

        return s.AsSpan().ContainsAnyExcept('0') && CodeText.CifraDiControlloGiusta(s)
            ? new CodiceFiscale(s)
            : new Error(
                "codice-fiscale.cifra-di-controllo",
                "L'ultima cifra del codice fiscale non torna: almeno una cifra è sbagliata. Confrontalo con un documento dell'ente.");
    }

    private static Result<CodiceFiscale> DiPersona(string s)
    {
        for (var i = 0; i < Disegno.Length; i++)
        {
            var va = Disegno[i] switch
            {
                'N' => char.IsAsciiDigit(s[i]) || Omocodia.Contains(s[i], StringComparison.Ordinal),
                'M' => Mesi.Contains(s[i], StringComparison.Ordinal),
                _ => char.IsAsciiLetterUpper(s[i]),
            };
            if (!va)
            {
                return new Error(
                    "codice-fiscale.caratteri",
                    $"Il carattere {i + 1} del codice fiscale non è fra quelli possibili in quel posto: "
                    + "confrontalo con la tessera sanitaria (attenzione a O e 0, I e 1).");
            }
        }

        if (Cifra(s[9]) * 10 + Cifra(s[10]) is not ((>= 1 and <= 31) or (>= 41 and <= 71)))
        {
            return new Error(
                "codice-fiscale.giorno",
                "I caratteri 10 e 11 del codice fiscale dicono il giorno di nascita (da 01 a 31, più 40 per le donne) e qui non lo sono: "
                + "confrontalo con la tessera sanitaria.");
        }

        return s[^1] == CarattereDiControllo(s)
            ? new CodiceFiscale(s)
            : new Error(
                "codice-fiscale.carattere-di-controllo",
                "L'ultima lettera del codice fiscale non torna: almeno un carattere è sbagliato. Confrontalo con la tessera sanitaria.");
    }

    private static int Cifra(char c) => char.IsAsciiDigit(c) ? c - '0' : Omocodia.IndexOf(c, StringComparison.Ordinal);

    private static char CarattereDiControllo(string s)
    {
        var somma = 0;
        for (var i = 0; i < LunghezzaPersona - 1; i++)
        {
            var rango = char.IsAsciiDigit(s[i]) ? s[i] - '0' : s[i] - 'A';
            somma += i % 2 == 0 ? _dispari[rango] : rango;
        }

        return (char)('A' + somma % 26);
    }
}
