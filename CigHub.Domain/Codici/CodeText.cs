using System.Buffers;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>Cleans and checks the text from which a code is read. All codes share these rules.</summary>
internal static class CodeText
{
    private static readonly SearchValues<char> _cifreELettere = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> _cifre = SearchValues.Create("0123456789");

    /// <summary>
    /// Returns the text in upper case and without the white space around it. Only ASCII letters change case: the usual <c>ToUpper</c> turns
    /// «ſ» into «S», and a code with a foreign letter would pass as valid.
    /// </summary>
    public static string Pulisci(string? testo)
    {
        var s = testo.AsSpan();
        while (s.Length > 0 && Invisibile(s[0]))
        {
            s = s[1..];
        }

        while (s.Length > 0 && Invisibile(s[^1]))
        {
            s = s[..^1];
        }

        return string.Create(s.Length, s, static (destinazione, origine) =>
        {
            for (var i = 0; i < origine.Length; i++)
            {
                destinazione[i] = char.IsAsciiLetterLower(origine[i]) ? (char)(origine[i] - 32) : origine[i];
            }
        });
    }

    public static bool SoloCifre(ReadOnlySpan<char> s) => !s.ContainsAnyExcept(_cifre);

    public static bool SoloCifreELettere(ReadOnlySpan<char> s) => !s.ContainsAnyExcept(_cifreELettere);

    /// <summary>Returns the part of an error message about a wrong length that says how many characters the text has.</summary>
    public static string QuiCiSono(int caratteri) => $"{Plural.Word(caratteri, "qui c'è", "qui ci sono")} {Plural.Of(caratteri, "carattere", "caratteri")}";

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

    /// <summary>
    /// Says whether the character is white space (non-breaking too) or a mark without width, which a text copied from a page may contain.
    /// </summary>
    private static bool Invisibile(char c) => char.IsWhiteSpace(c) || c is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';
}
