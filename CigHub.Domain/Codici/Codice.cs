using System.Diagnostics.CodeAnalysis;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>A code that can be read from the text that a user types. A text that is not such a code is refused with the reason.</summary>
/// <typeparam name="TSelf">The code itself.</typeparam>
public interface ICodice<TSelf>
    where TSelf : ICodice<TSelf>
{
    /// <summary>The canonical form of the code: upper case, no white space, ASCII only.</summary>
    string Valore { get; }

    /// <summary>Reads the code from a text. A refusal says what is wrong and what to do. The method never throws.</summary>
    static abstract Result<TSelf> Leggi(string? testo);
}

/// <summary>The base of all codes. A code is made by reading a text, and holds that text in its canonical form.</summary>
/// <remarks>
/// Equality and order: by <see cref="Valore"/>, ordinal. Default: null, because codes are classes. There is no public constructor and no
/// <c>init</c> accessor, so neither <c>new</c> nor <c>with</c> can make an invalid code.
/// </remarks>
/// <typeparam name="T">The code itself.</typeparam>
public abstract record Codice<T> : IParsable<T>, ISpanFormattable, IComparable<T>, IComparable
    where T : Codice<T>, ICodice<T>
{
    private protected Codice(string valore) => Valore = valore;

    public string Valore { get; }

    public static bool operator <(Codice<T>? a, Codice<T>? b) => Confronta(a, b) < 0;

    public static bool operator >(Codice<T>? a, Codice<T>? b) => Confronta(a, b) > 0;

    public static bool operator <=(Codice<T>? a, Codice<T>? b) => Confronta(a, b) <= 0;

    public static bool operator >=(Codice<T>? a, Codice<T>? b) => Confronta(a, b) >= 0;

    /// <exception cref="FormatException">The text is not such a code. The message is the Italian reason.</exception>
    public static T Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        var letto = T.Leggi(s);
        return letto.IsSuccess ? letto.Value : throw new FormatException(letto.Errors[0].Message);
    }

    /// <summary>
    /// Reads a code as <see cref="ICodice{T}.Leggi"/> does, but returns false without a reason when the text is not such a code. White
    /// space around the text is dropped, and lower case is accepted.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out T result)
    {
        // Leggi refuses null, but the compiler cannot know that.
        result = null;
        return s is not null && T.Leggi(s).TryGet(out result);
    }

    public int CompareTo(T? other) => Confronta(this, other);

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        T altro => CompareTo(altro),
        _ => throw new ArgumentException($"Not a {typeof(T).Name}.", nameof(obj)),
    };

    public sealed override string ToString() => Valore;

    /// <summary>Returns the code in its canonical form. The only format is <c>G</c>, which null and the empty text also mean.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        format is null or "" or "G" ? Valore : throw new FormatException($"Unknown format '{format}'.");

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (format is not ("" or "G"))
        {
            throw new FormatException($"Unknown format '{format}'.");
        }

        var riuscito = Valore.TryCopyTo(destination);
        charsWritten = riuscito ? Valore.Length : 0;
        return riuscito;
    }

    private static int Confronta(Codice<T>? a, Codice<T>? b) => string.CompareOrdinal(a?.Valore, b?.Valore);
}
