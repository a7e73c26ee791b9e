using System.Diagnostics.CodeAnalysis;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>A code that can be read from what a person types, with the reason when it cannot.</summary>
/// <typeparam name="TSelf">The code itself.</typeparam>
public interface ICodice<TSelf>
    where TSelf : ICodice<TSelf>
{
    /// <summary>The canonical form: upper case, no white space, ASCII only.</summary>
    string Valore { get; }

    /// <summary>Reads a code; on refusal says what is wrong and what to do. Never throws.</summary>
    static abstract Result<TSelf> Leggi(string? testo);
}

/// <summary>What all codes have in common: they are made by reading a text, and they are that text.</summary>
/// <remarks>
/// Equality and order: by <see cref="Valore"/>, ordinal. Default: none, these are classes, so an unset code is null and never a
/// bad value. There is no public constructor and no <c>init</c>: neither <c>new</c> nor <c>with</c> can make a bad one.
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

    /// <exception cref="FormatException">When the text is not such a code; the Italian reason is the message.</exception>
    public static T Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        var letto = T.Leggi(s);
        return letto.IsSuccess ? letto.Value : throw new FormatException(letto.Errors[0].Message);
    }

    /// <summary>As <see cref="ICodice{T}.Leggi"/>, without the reason: white space around is dropped, lower case is accepted.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out T result)
    {
        // Leggi refuses null; the compiler cannot know it.
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

    /// <summary>There is one form only: <c>null</c>, empty or <c>G</c>.</summary>
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
