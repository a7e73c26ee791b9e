using System.Globalization;
using System.Text;

namespace CigHub.Domain.Common;

/// <summary>Cleans a typed or copied text before an amount or a date is read from it.</summary>
internal static class TypedText
{
    private const int MaxCitato = 30;

    /// <summary>
    /// Turns every blank (also U+00A0 and U+202F) into a space and every dash or minus (also U+2212) into <c>-</c>, drops the marks that
    /// have no width, and trims.
    /// </summary>
    public static string Pulisci(string? testo)
    {
        var pulito = new StringBuilder(testo?.Length ?? 0);
        foreach (var c in testo ?? "")
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.DashPunctuation:
                    pulito.Append('-');
                    break;
                default:
                    pulito.Append(char.IsWhiteSpace(c) ? ' ' : c == '\u2212' ? '-' : c);
                    break;
            }
        }

        return pulito.ToString().Trim();
    }

    /// <summary>Returns the text between quotes for an error message, cut when it is too long.</summary>
    public static string Citato(string testo) => $"«{(testo.Length > MaxCitato ? testo[..MaxCitato] + "…" : testo)}»";
}
