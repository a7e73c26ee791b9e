using System.Buffers;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>How every code treats the text it is read from.</summary>
internal static class TestoDiCodice
{
    private static readonly SearchValues<char> _cifreELettere = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> _cifre = SearchValues.Create("0123456789");

    /// <summary>
    /// Without the white space around it, and in upper case. ASCII letters only: the usual <c>ToUpper</c> turns «ſ» into «S», and a
    /// code with a stranger's letter would pass for a good one.
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

    /// <summary>What a message about a wrong length says of the text that was given.</summary>
    public static string QuiCiSono(int caratteri) => $"{Plural.Word(caratteri, "qui c'è", "qui ci sono")} {Plural.Of(caratteri, "carattere", "caratteri")}";

    /// <summary>The last of 11 digits, as in the partita IVA: Luhn's formula (the even places doubled, nines cast out).</summary>
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

    /// <summary>White space (the non-breaking ones too) and the marks of no width that come along with a copy from a page.</summary>
    private static bool Invisibile(char c) => char.IsWhiteSpace(c) || c is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';
}
