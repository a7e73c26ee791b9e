using System.Globalization;
using System.Text.Json;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>Reads and compares numbers as JSON writes them, without rounding, whatever their digits and exponents.</summary>
internal static class JsonNumber
{
    /// <summary>Returns the number as a decimal, or null when a decimal cannot hold exactly that value.</summary>
    public static decimal? Esatto(JsonElement numero) =>
        numero.TryGetDecimal(out var letto) && Scomponi(numero.GetRawText()) == Scomponi(letto.ToString(CultureInfo.InvariantCulture)) ? letto : null;

    /// <summary>
    /// Compares two numbers. Returns a number less than, equal to or greater than 0 when the JSON number is less than, equal to or greater
    /// than <paramref name="altro"/>.
    /// </summary>
    public static int Confronta(JsonElement numero, int altro)
    {
        var (segno, posto, cifre) = Scomponi(numero.GetRawText());
        var (segnoAltro, postoAltro, cifreAltro) = Scomponi(altro.ToString(CultureInfo.InvariantCulture));
        if (segno != segnoAltro)
        {
            return segno.CompareTo(segnoAltro);
        }

        var grandezza = posto != postoAltro ? posto.CompareTo(postoAltro) : string.CompareOrdinal(cifre, cifreAltro);
        return segno * Math.Sign(grandezza);
    }

    /// <summary>
    /// Splits a number into its sign, the place of its decimal point relative to the first significant digit, and its significant digits:
    /// the value is 0.<c>Cifre</c> × 10^<c>Posto</c>.
    /// </summary>
    private static (int Segno, long Posto, string Cifre) Scomponi(string testo)
    {
        var e = testo.AsSpan().IndexOfAny('e', 'E');
        var mantissa = (e < 0 ? testo : testo[..e]).TrimStart('-');
        var punto = mantissa.IndexOf('.', StringComparison.Ordinal);
        var tutte = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significative = tutte.TrimStart('0');
        if (significative.Length == 0)
        {
            return (0, 0, "");
        }

        var interi = (punto < 0 ? mantissa.Length : punto) - (tutte.Length - significative.Length);
        return (testo[0] == '-' ? -1 : 1, interi + (e < 0 ? 0 : Esponente(testo.AsSpan(e + 1))), significative.TrimEnd('0'));
    }

    /// <summary>
    /// Reads the exponent of a JSON number. An exponent beyond 10^12 becomes 10^12 with the same sign, which is enough because every number
    /// that it is compared with is far smaller.
    /// </summary>
    private static long Esponente(ReadOnlySpan<char> testo)
    {
        const long Lontano = 1_000_000_000_000;
        var grande = testo[0] == '-' ? -Lontano : Lontano;
        return long.TryParse(testo, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var letto)
            && Math.Abs((decimal)letto) < Lontano
                ? letto
                : grande;
    }
}
