using System.Globalization;
using System.Text;

namespace CigHub.Domain.Common;

/// <summary>An amount of euro, exact to the cent. It may be negative, as a rilascio in a Lotto's ledger is.</summary>
/// <remarks>
/// Equality and order: by amount. Default: 0,00 €. Arithmetic is checked: an overflow throws, it never wraps.
/// Text is Italian (<c>1.234,56</c>), whatever the culture of the machine. Source: the amounts of ANAC's AD4 have two decimals.
/// </remarks>
public readonly record struct Importo : IComparable<Importo>, IParsable<Importo>, ISpanFormattable
{
    /// <summary>The largest amount that a field accepts, in cents: 999.999.999.999,99 €.</summary>
    public const long MaxCentesimi = 99_999_999_999_999;

    private static readonly NumberFormatInfo Italiano = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberDecimalDigits = 2,
        NumberGroupSizes = [3],
    };

    private Importo(long centesimi) => Centesimi = centesimi;

    /// <summary>The whole amount in cents: 12,34 € are 1234.</summary>
    public long Centesimi { get; }

    public static Importo Zero => default;

    public static Importo DaCentesimi(long centesimi) => new(centesimi);

    /// <summary>
    /// Returns the amount for a number of euro. A number with more than two decimals throws, because rounding money in silence is always a
    /// mistake.
    /// </summary>
    public static Importo DaEuro(decimal euro)
    {
        var centesimi = euro * 100m;
        return centesimi == decimal.Truncate(centesimi)
            ? new Importo((long)centesimi)
            : throw new ArgumentOutOfRangeException(nameof(euro), euro, "An amount has at most two decimals.");
    }

    public decimal InEuro => Centesimi / 100m;

    public static Importo operator +(Importo a, Importo b) => new(checked(a.Centesimi + b.Centesimi));

    public static Importo operator -(Importo a, Importo b) => new(checked(a.Centesimi - b.Centesimi));

    public static Importo operator -(Importo a) => new(checked(-a.Centesimi));

    public static bool operator <(Importo a, Importo b) => a.Centesimi < b.Centesimi;

    public static bool operator >(Importo a, Importo b) => a.Centesimi > b.Centesimi;

    public static bool operator <=(Importo a, Importo b) => a.Centesimi <= b.Centesimi;

    public static bool operator >=(Importo a, Importo b) => a.Centesimi >= b.Centesimi;

    public int CompareTo(Importo other) => Centesimi.CompareTo(other.Centesimi);

    public static Importo Somma(IEnumerable<Importo> importi) => importi.Aggregate(Zero, (a, b) => a + b);

    /// <summary>
    /// Reads an amount that a user types: <c>1234,5</c>, <c>1.234,50</c>, <c>1 234,50 €</c>. A refusal says what is wrong. Blanks and minus
    /// signs may be those of another program. A dot that cannot separate thousands (<c>1.23</c>, <c>0.125</c>) is refused, because its
    /// meaning is uncertain.
    /// </summary>
    /// <returns>The amount, or one of the errors <c>importo.mancante</c>, <c>importo.formato</c>, <c>importo.punto</c>,
    /// <c>importo.decimali</c>, <c>importo.troppo-grande</c>.</returns>
    public static Result<Importo> Leggi(string? testo)
    {
        var scritto = TypedText.Pulisci(testo?.Replace("€", " ", StringComparison.Ordinal));
        if (scritto.Length == 0)
        {
            return new Error("importo.mancante", "Scrivi un importo, per esempio 1.234,50.");
        }

        var negativo = scritto[0] == '-';
        var s = negativo ? scritto[1..].TrimStart() : scritto;
        if (s.EnumerateRunes().Where(r => !Previsto(r)).Select(r => (Rune?)r).FirstOrDefault() is { } estraneo)
        {
            return NonLeggibile($"«{estraneo}» non fa parte di un importo");
        }

        var virgola = s.IndexOf(',');
        var intero = virgola < 0 ? s : s[..virgola];
        var decimali = virgola < 0 ? "" : s[(virgola + 1)..];
        if (decimali.Contains('.', StringComparison.Ordinal) || (intero.Contains('.', StringComparison.Ordinal) && !GruppiDiTre(intero, '.')))
        {
            return new Error("importo.punto", $"Importo non leggibile: il punto in {TypedText.Citato(s)} non separa le migliaia. {ConLaVirgola(s)}");
        }

        if (intero.Length == 0 || (virgola >= 0 && decimali.Length == 0) || !decimali.All(char.IsAsciiDigit))
        {
            return NonLeggibile(null);
        }

        if (intero.Contains(' ', StringComparison.Ordinal) && !GruppiDiTre(intero, ' '))
        {
            return NonLeggibile($"lo spazio in {TypedText.Citato(s)} non separa le migliaia");
        }

        if (decimali.Length > 2)
        {
            return new Error("importo.decimali", "Un importo ha al massimo due decimali: arrotonda ai centesimi, per esempio 1.234,50.");
        }

        var cifre = string.Concat(intero.Where(char.IsAsciiDigit)).TrimStart('0');
        if (cifre.Length > 12)
        {
            return new Error("importo.troppo-grande", "Importo troppo grande: il massimo è 999.999.999.999,99 €.");
        }

        var centesimi = long.Parse("0" + cifre + decimali.PadRight(2, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        return new Importo(negativo ? -centesimi : centesimi);
    }

    private static bool Previsto(Rune r) => r.Value is >= '0' and <= '9' or '.' or ',' or ' ';

    private static Error NonLeggibile(string? motivo) => new(
        "importo.formato",
        $"Importo non leggibile: {(motivo is null ? "" : motivo + "; ")}scrivi le migliaia con il punto e i decimali con la virgola, per esempio 1.234,50.");

    /// <summary>
    /// Returns the advice, for an error message, to use the comma for decimals. The example is the user's amount when its dot may have
    /// stood for the decimals.
    /// </summary>
    private static string ConLaVirgola(string s)
    {
        var punto = s.IndexOf('.');
        var decimali = s.Length - punto - 1;
        var possibile = punto > 0 && decimali is 1 or 2 && s.AsSpan(0, punto).IndexOfAnyExceptInRange('0', '9') < 0;
        return $"Per i decimali usa la virgola, per esempio {(possibile ? s.Replace('.', ',') : "1.234,50")}.";
    }

    /// <summary>
    /// Says whether the separator divides the digits as thousands: groups of three digits, and no leading zero in the first group.
    /// </summary>
    private static bool GruppiDiTre(string intero, char separatore)
    {
        var gruppi = intero.Split(separatore);
        return gruppi.All(g => g.Length > 0 && g.All(char.IsAsciiDigit))
            && gruppi[0].Length <= 3 && gruppi[0][0] != '0' && gruppi.Skip(1).All(g => g.Length == 3);
    }

    public static Importo Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var importo) ? importo : throw new FormatException($"Not an amount: '{s}'.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Importo result)
    {
        var letto = Leggi(s);
        result = letto.IsSuccess ? letto.Value : default;
        return letto.IsSuccess;
    }

    /// <summary>Returns the amount as <c>1.234,56</c>, without the euro sign.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>
    /// Returns the amount as text. Null or <c>G</c> gives <c>1.234,56</c>, <c>E</c> gives <c>1.234,56 €</c>, and <c>P</c> gives
    /// <c>1234,56</c>, the form that a field of the portal takes.
    /// </summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" => InEuro.ToString("N2", Italiano),
        "E" => InEuro.ToString("N2", Italiano) + "\u00A0€",
        "P" => InEuro.ToString("F2", Italiano),
        _ => throw new FormatException($"Unknown format '{format}'."),
    };

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var testo = ToString(format.ToString(), provider);
        charsWritten = testo.TryCopyTo(destination) ? testo.Length : 0;
        return charsWritten > 0;
    }
}
