using System.Globalization;
using System.Text;

namespace CigHub.Domain.Codici;

/// <summary>
/// Folds a text for searches, so that case, accents and punctuation do not count: only words of letters and digits remain, in lower case.
/// </summary>
public static class FoldedText
{
    /// <summary>
    /// Returns the folded words of a text, each with a space before it, for example <c>" og 1 edifici civili"</c>. A search for <c>"
    /// edif"</c> then finds the beginning of a word.
    /// </summary>
    public static string Parole(string testo)
    {
        var piegato = new StringBuilder(testo.Length + 1);
        var inParola = false;
        foreach (var originale in testo)
        {
            var c = Piega(originale);
            if (c == '\0')
            {
                inParola = false;
                continue;
            }

            if (!inParola)
            {
                piegato.Append(' ');
            }

            piegato.Append(c);
            inParola = true;
        }

        return piegato.ToString();
    }

    /// <summary>Returns the letter or digit in lower case and without its accent, or <c>\0</c> for a character that separates words.</summary>
    private static char Piega(char c)
    {
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
        }

        // Normalize one letter at a time, because a lone surrogate or U+FFFE would make Normalize throw.
        if (!char.IsLetter(c))
        {
            return '\0';
        }

        var scomposto = c.ToString().Normalize(NormalizationForm.FormD);
        var fine = scomposto.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(scomposto[1]) == UnicodeCategory.NonSpacingMark;
        return char.ToLowerInvariant(fine ? scomposto[0] : c);
    }
}
