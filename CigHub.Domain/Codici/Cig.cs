using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>A CIG whose check digits are right: 10 characters, upper case.</summary>
/// <remarks>
/// Equality and order: by <see cref="Codice{T}.Valore"/>, ordinal. Default: null. The check finds every single wrong character and every
/// swap of neighbours that leaves the code in its form. It does not cover the first letter of a SmartCIG (X, Y or Z). A wrong first
/// character that turns the code into another form passes about once in 2 000 times. <c>0000000000</c> means "no CIG" and is refused
/// (<c>cig.nessuno</c>). Source: ANAC, «Algoritmo validazione CIG» (three forms: SIMOG, SIMOG second version and PCP, SmartCIG).
/// </remarks>
public sealed record Cig : Codice<Cig>, ICodice<Cig>
{
    public const int Lunghezza = 10;

    private Cig(string valore) : base(valore) { }

    /// <summary>The reason why a text is not a CIG, or <see cref="Nessuno"/> when it is one.</summary>
    internal enum Difetto
    {
        Nessuno,
        PrimaLettera,
        Caratteri,
        Controllo,
        SoloZeri,
    }

    public FormaCig Forma => FormaDi(Valore[0]);

    /// <summary>
    /// Says whether the CIG may be a CIG Padre. A SmartCIG may not, because it was given to small purchases without an accordo quadro.
    /// </summary>
    public bool AmmessoComePadre => Forma != FormaCig.SmartCig;

    public static Result<Cig> Leggi(string? testo)
    {
        var s = CodeText.Pulisci(testo);
        if (s.Length == 0)
        {
            return new Error("cig.mancante", "Scrivi il CIG: 10 caratteri, per esempio B61107E182.");
        }

        if (NumeroDiFoglio(s))
        {
            return RovinatoDalFoglio(s);
        }

        if (s.Length != Lunghezza)
        {
            return ZeroIniziale(s) is { } probabile
                ? new Error(
                    "cig.zero-iniziale",
                    $"Un CIG ha 10 caratteri, {Plural.Word(s.Length, "qui c'è", "qui ci sono")} {Plural.Of(s.Length, "cifra", "cifre")}: "
                    + $"forse un foglio di calcolo ha tolto lo zero iniziale{probabile}. Confrontalo con il portale e copialo da lì come testo.")
                : new Error("cig.lunghezza", $"Un CIG ha 10 caratteri, {CodeText.QuiCiSono(s.Length)}: ricopialo intero, senza spazi né altri segni.");
        }

        return Esamina(s) switch
        {
            Difetto.Nessuno => new Cig(s),
            Difetto.PrimaLettera => new Error(
                "cig.prima-lettera",
                "Un CIG comincia con una cifra, con una lettera da A a U, oppure con X, Y o Z: controlla il primo carattere."),
            Difetto.Caratteri => new Error(
                "cig.caratteri",
                "Dopo il primo carattere un CIG ha solo cifre e lettere da A a F: controlla di non aver scritto O al posto di 0, "
                + "I al posto di 1 o S al posto di 5."),
            Difetto.SoloZeri => new Error("cig.nessuno", "0000000000 vuol dire «nessun CIG»: scrivi il CIG vero, oppure lascia vuoto il campo."),
            _ => new Error(
                "cig.cifra-di-controllo",
                "La cifra di controllo non torna: almeno un carattere è sbagliato o fuori posto. Confrontalo con il portale, "
                + "meglio se lo copi e lo incolli."),
        };
    }

    /// <summary>
    /// Returns the error for a CIG that a spreadsheet took for a number (<c>cig.numero-di-foglio</c>). A spreadsheet drops leading zeros,
    /// and reads 1234567E12 as a power of ten.
    /// </summary>
    /// <param name="testo">The text that is left of the CIG. When only leading zeros are missing, the message proposes the original CIG.</param>
    public static Error RovinatoDalFoglio(string? testo)
    {
        var intero = (testo ?? "").PadLeft(Lunghezza, '0');
        var forse = Esamina(intero) == Difetto.Nessuno ? $"forse era {intero}" : "non si può ricostruire";
        return new Error(
            "cig.numero-di-foglio",
            $"Un foglio di calcolo ha letto questo CIG come un numero e lo ha rovinato: {forse}. "
            + "Copialo di nuovo dal portale e incollalo in una cella di tipo testo.");
    }

    /// <summary>Returns the CIG when the upper-case text is a valid one, or null when it is not.</summary>
    internal static Cig? SeValido(ReadOnlySpan<char> s) => Esamina(s) == Difetto.Nessuno ? new Cig(s.ToString()) : null;

    /// <summary>
    /// Returns the reason why an upper-case text is not a CIG, or <see cref="Difetto.Nessuno"/> when it is one. It allocates nothing, so
    /// that a whole page of text can be searched.
    /// </summary>
    internal static Difetto Esamina(ReadOnlySpan<char> s)
    {
        if (s.Length != Lunghezza)
        {
            return Difetto.Caratteri;
        }

        if (!(char.IsAsciiDigit(s[0]) || s[0] is (>= 'A' and <= 'U') or (>= 'X' and <= 'Z')))
        {
            return Difetto.PrimaLettera;
        }

        foreach (var c in s[1..])
        {
            if (!char.IsAsciiHexDigitUpper(c))
            {
                return Difetto.Caratteri;
            }
        }

        switch (FormaDi(s[0]))
        {
            case FormaCig.SimogV1:
                if (!CodeText.SoloCifre(s[..7]))
                {
                    return Difetto.Caratteri;
                }

                var numero = long.Parse(s[..7], NumberStyles.None, CultureInfo.InvariantCulture);
                return Esito(numero * 211 % 4091, s[7..], numero == 0);

            case FormaCig.SimogV2OPcp:
                var lettera = s[0] - 'A' + 1;
                return Esito((Esadecimale(s[1..7]) + lettera) * 211 % 4091, s[7..], soloZeri: false);

            default:
                var progressivo = Esadecimale(s[3..]);
                return Esito(progressivo * 211 % 251, s[1..3], progressivo == 0);
        }
    }

    private static Difetto Esito(long atteso, ReadOnlySpan<char> scritto, bool soloZeri) =>
        Esadecimale(scritto) != atteso ? Difetto.Controllo : soloZeri ? Difetto.SoloZeri : Difetto.Nessuno;

    private static long Esadecimale(ReadOnlySpan<char> s) => long.Parse(s, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static FormaCig FormaDi(char prima) => prima switch
    {
        <= '9' => FormaCig.SimogV1,
        <= 'U' => FormaCig.SimogV2OPcp,
        _ => FormaCig.SmartCig,
    };

    /// <summary>
    /// Returns Italian words that propose the CIG of an all-digit text that lost its leading zeros. The words are empty for nine digits
    /// that give no valid CIG with a zero in front. Returns null when the text is not one that lost zeros.
    /// </summary>
    private static string? ZeroIniziale(string s)
    {
        if (s.Length is < 7 or > 9 || !CodeText.SoloCifre(s))
        {
            return null;
        }

        var intero = s.PadLeft(Lunghezza, '0');
        return Esamina(intero) == Difetto.Nessuno ? $" (forse {intero})" : s.Length == Lunghezza - 1 ? "" : null;
    }

    /// <summary>
    /// Says whether the text is what a spreadsheet makes of a CIG such as <c>1234567E12</c>: <c>1,234567E+18</c>, the number in full, or an
    /// all-digit CIG shown with decimals or thousands separators. <c>1234567E12</c> itself has ten characters and is a CIG as it stands.
    /// </summary>
    private static bool NumeroDiFoglio(string s)
    {
        const int MaxNumero = 120; // 7 digits and up to 99 zeros, with room for separators
        if (s.Length > MaxNumero || !char.IsAsciiDigit(s[0]))
        {
            return false;
        }

        var e = s.IndexOf('E');
        var mantissa = e < 0 ? s : s[..e];
        var separatori = mantissa.AsSpan().IndexOfAny(',', '.') >= 0;
        if (!mantissa.All(c => char.IsAsciiDigit(c) || c is ',' or '.'))
        {
            return false;
        }

        if (e < 0)
        {
            return separatori ? mantissa.Count(char.IsAsciiDigit) >= 7 : s.Length > Lunghezza && s.TrimEnd('0').Length <= 7;
        }

        var esponente = s.AsSpan(e + 1);
        var segno = esponente.Length > 0 && esponente[0] is '+' or '-';
        var cifre = segno ? esponente[1..] : esponente;
        return (separatori || segno) && cifre.Length > 0 && CodeText.SoloCifre(cifre);
    }
}
