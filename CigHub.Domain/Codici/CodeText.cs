using System.Buffers;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>
/// Cleans, checks and compares the texts of codes. All codes share these rules, so that two texts of one code are equal however they were
/// copied: with blanks around them, in lower case, or in the braces of a register (<c>{9D742831-…}</c>, ANAC, npa issue 1592).
/// </summary>
public static class CodeText
{
    private static readonly SearchValues<char> _cifreELettere = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> _cifre = SearchValues.Create("0123456789");

    /// <summary>
    /// Returns the text in upper case and without the white space and the braces around it. Only ASCII letters change case: the usual
    /// <c>ToUpper</c> turns «ſ» into «S», and a code with a foreign letter would pass as valid.
    /// </summary>
    public static string Pulisci(string? testo)
    {
        var s = Nudo(testo.AsSpan());
        return string.Create(s.Length, s, static (destinazione, origine) =>
        {
            for (var i = 0; i < origine.Length; i++)
            {
                destinazione[i] = char.IsAsciiLetterLower(origine[i]) ? (char)(origine[i] - 32) : origine[i];
            }
        });
    }

    /// <summary>Returns the text without the white space and the braces around it, in the case in which it was typed.</summary>
    public static string SenzaContorno(string? testo) => Nudo(testo.AsSpan()).ToString();

    /// <summary>
    /// Says whether two texts are the same code. Case, white space and braces around the code do not count. Two absent codes are equal.
    /// </summary>
    public static bool Uguali(string? uno, string? altro) => string.Equals(Pulisci(uno), Pulisci(altro), StringComparison.Ordinal);

    public static bool SoloCifre(ReadOnlySpan<char> s) => !s.ContainsAnyExcept(_cifre);

    public static bool SoloCifreELettere(ReadOnlySpan<char> s) => !s.ContainsAnyExcept(_cifreELettere);

    /// <summary>Returns the part of an error message about a wrong length that says how many characters the text has.</summary>
    public static string QuiCiSono(int caratteri) => $"{Plural.Word(caratteri, "qui c'è", "qui ci sono")} {Plural.Of(caratteri, "carattere", "caratteri")}";

    /// <summary>
    /// Returns the 11 digits of a codice fiscale or a partita IVA that lost its leading zeros, as happens in a spreadsheet, or null when the
    /// text is not 8 to 10 digits, or when the check digit does not agree with the zeros put back.
    /// </summary>
    public static string? ConGliZeriIniziali(string s)
    {
        const int Minimo = 8;
        if (s.Length is < Minimo or >= CodiceFiscale.LunghezzaEnte || !SoloCifre(s))
        {
            return null;
        }

        var intero = s.PadLeft(CodiceFiscale.LunghezzaEnte, '0');
        return s.AsSpan().ContainsAnyExcept('0') && CifraDiControlloGiusta(intero) ? intero : null;
    }

    /// <summary>
    /// Says whether the last of 11 digits is the right check digit, as in the partita IVA. The check is Luhn's formula (the even places
    /// doubled, nines cast out).
    /// </summary>
    public static bool CifraDiControlloGiusta(ReadOnlySpan<char> undiciCifre)
    {
        var somma = 0;
        for (var i = 0; i < undiciCifre.Length; i++)
        {
            var cifra = undiciCifre[i] - '0';
            var peso = i % 2 == 0 ? cifra : cifra * 2;
            somma += peso > 9 ? peso - 9 : peso;
        }

        return somma % 10 == 0;
    }

    private static ReadOnlySpan<char> Nudo(ReadOnlySpan<char> s)
    {
        while (s.Length > 0 && DiContorno(s[0]))
        {
            s = s[1..];
        }

        while (s.Length > 0 && DiContorno(s[^1]))
        {
            s = s[..^1];
        }

        return s;
    }

    /// <summary>Says whether the character does not belong to a code when it stands before or after it.</summary>
    private static bool DiContorno(char c) => Invisibile(c) || c is '{' or '}';

    /// <summary>
    /// Says whether the character is white space (non-breaking too) or a mark without width, which a text copied from a page may contain.
    /// </summary>
    internal static bool Invisibile(char c) => char.IsWhiteSpace(c) || c is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';
}
