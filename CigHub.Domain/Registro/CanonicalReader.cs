using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CigHub.Domain.Registro;

/// <summary>
/// Reads JSON that must be written exactly as <see cref="CanonicalJson"/> writes it. Any other form of the same content is refused, because
/// then the bytes are not ours. The reader only moves forward and allocates nothing. After a method has returned false, the reader is of no
/// further use.
/// </summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> byteCanonici)
{
    private static readonly SearchValues<byte> _fineDiTratto = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    private static readonly SearchValues<byte> _cifre = SearchValues.Create("0123456789abcdef"u8);

    private readonly ReadOnlySpan<byte> _tutto = byteCanonici;
    private int _qui;

    public readonly bool Fine => _qui == _tutto.Length;

    private readonly ReadOnlySpan<byte> Resto => _tutto[_qui..];

    /// <summary>Says whether the bytes are valid UTF-8, which the other methods assume.</summary>
    public static bool Utf8Valido(ReadOnlySpan<byte> byteCanonici) => Utf8.IsValid(byteCanonici);

    /// <summary>Moves past the expected bytes. Returns false when other bytes come next.</summary>
    public bool Letterale(ReadOnlySpan<byte> atteso)
    {
        if (!Resto.StartsWith(atteso))
        {
            return false;
        }

        _qui += atteso.Length;
        return true;
    }

    /// <summary>Reads a whole number of 64 bits. Returns false for any other form: a plus sign, a leading zero, a minus zero.</summary>
    public bool Intero(out long numero)
    {
        var resto = Resto;
        var segno = resto.Length > 0 && resto[0] == '-' ? 1 : 0;
        if (!Utf8Parser.TryParse(resto, out numero, out var letti)
            || !Cifra(resto[segno])
            || (resto[segno] == '0' && (letti > 1 || segno == 1)))
        {
            return false;
        }

        _qui += letti;
        return true;
    }

    /// <summary>
    /// Reads a text between quotes and gives the bytes between them, with their escapes not decoded. Returns false when no canonical text
    /// comes next.
    /// </summary>
    public bool Testo(out ReadOnlySpan<byte> grezzo)
    {
        grezzo = default;
        if (!Letterale("\""u8))
        {
            return false;
        }

        var inizio = _qui;
        while (true)
        {
            var tratto = Resto.IndexOfAny(_fineDiTratto);
            if (tratto < 0)
            {
                return false;
            }

            _qui += tratto;
            if (_tutto[_qui] == '"')
            {
                grezzo = _tutto[inizio.._qui];
                _qui++;
                return true;
            }

            if (!Fuga())
            {
                return false;
            }
        }
    }

    /// <summary>Reads a Guid between quotes, in lower case with hyphens. Returns false when there is none.</summary>
    public bool Id(out Guid id)
    {
        id = default;
        return Testo(out var grezzo)
            && grezzo.Length == 36
            && !grezzo.ContainsAnyInRange((byte)'A', (byte)'F')
            && Utf8Parser.TryParse(grezzo, out id, out var letti, 'D')
            && letti == 36;
    }

    /// <summary>Reads a Guid between quotes or a JSON null. Returns false when neither comes next.</summary>
    public bool IdONull(out Guid? id)
    {
        id = null;
        if (Letterale("null"u8))
        {
            return true;
        }

        var letto = Id(out var valore);
        id = valore;
        return letto;
    }

    /// <summary>
    /// Reads a SHA-256 as 64 lower-case hexadecimal digits, or a JSON null. The digits given are empty for null. Returns false when neither
    /// comes next.
    /// </summary>
    public bool ImprontaONull(out ReadOnlySpan<byte> cifre)
    {
        cifre = default;
        return Letterale("null"u8) || (Testo(out cifre) && cifre.Length == 64 && !cifre.ContainsAnyExcept(_cifre));
    }

    /// <summary>
    /// Reads an instant in UTC between quotes, with seven decimals: <c>2026-11-24T10:15:30.1234567Z</c>. Returns false when there is none.
    /// </summary>
    public bool Istante(out DateTime utc)
    {
        utc = default;
        return Testo(out var grezzo)
            && grezzo.Length == 28
            && grezzo[^1] == 'Z'
            && Utf8Parser.TryParse(grezzo, out utc, out var letti, 'O')
            && letti == 28;
    }

    /// <summary>Reads an object or a JSON null, and gives its bytes. Returns false when neither comes next in canonical form.</summary>
    public bool OggettoONull(int livelli, out ReadOnlySpan<byte> byteOggetto)
    {
        var inizio = _qui;
        var letto = Letterale("null"u8) || (Resto.Length > 0 && Resto[0] == '{' && Valore(livelli));
        byteOggetto = _tutto[inizio.._qui];
        return letto;
    }

    /// <summary>Decodes the raw bytes between the quotes of a JSON text, and returns the text that they stand for.</summary>
    public static string Decodifica(ReadOnlySpan<byte> grezzo)
    {
        if (!grezzo.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(grezzo);
        }

        byte[] traVirgolette = [(byte)'"', .. grezzo, (byte)'"'];
        var lettore = new Utf8JsonReader(traVirgolette);
        lettore.Read();
        return lettore.GetString()!;
    }

    /// <summary>
    /// Says whether the raw bytes between the quotes of a JSON text stand for the given text. The usual case creates no string.
    /// </summary>
    public static bool DiceUguale(ReadOnlySpan<byte> grezzo, string? testo) =>
        testo is not null && ((!grezzo.Contains((byte)'\\') && Ascii.Equals(grezzo, testo)) || Decodifica(grezzo) == testo);

    private bool Valore(int livelli)
    {
        var resto = Resto;
        if (resto.IsEmpty)
        {
            return false;
        }

        return resto[0] switch
        {
            (byte)'{' => livelli < CanonicalJson.MaxProfondita && Oggetto(livelli + 1),
            (byte)'[' => livelli < CanonicalJson.MaxProfondita && Elenco(livelli + 1),
            (byte)'"' => Testo(out _),
            (byte)'t' => Letterale("true"u8),
            (byte)'f' => Letterale("false"u8),
            (byte)'n' => Letterale("null"u8),
            _ => Intero(out _),
        };
    }

    private bool Oggetto(int livelli)
    {
        _qui++;
        if (Letterale("}"u8))
        {
            return true;
        }

        ReadOnlySpan<byte> precedente = default;
        var primo = true;
        do
        {
            if (!Testo(out var chiave) || (!primo && !InOrdine(precedente, chiave)) || !Letterale(":"u8) || !Valore(livelli))
            {
                return false;
            }

            precedente = chiave;
            primo = false;
        }
        while (Letterale(","u8));

        return Letterale("}"u8);
    }

    private bool Elenco(int livelli)
    {
        _qui++;
        if (Letterale("]"u8))
        {
            return true;
        }

        do
        {
            if (!Valore(livelli))
            {
                return false;
            }
        }
        while (Letterale(","u8));

        return Letterale("]"u8);
    }

    /// <summary>
    /// Moves past an escape. Returns false when it is not the one that <see cref="CanonicalJson"/> writes for its character.
    /// </summary>
    private bool Fuga()
    {
        var resto = Resto;
        if (resto.Length < 2 || resto[0] != '\\')
        {
            return false;
        }

        if (resto[1] is (byte)'"' or (byte)'\\' or (byte)'b' or (byte)'t' or (byte)'n' or (byte)'f' or (byte)'r')
        {
            _qui += 2;
            return true;
        }

        if (resto.Length < 6 || !resto.StartsWith("\\u00"u8)
            || resto[4] is not ((byte)'0' or (byte)'1') || !(Cifra(resto[5]) || resto[5] is >= (byte)'a' and <= (byte)'f'))
        {
            return false;
        }

        _qui += 6;
        return resto[4] == '1' || resto[5] is not ((byte)'8' or (byte)'9' or (byte)'a' or (byte)'c' or (byte)'d');
    }

    /// <summary>
    /// Says whether two keys are strictly ascending by UTF-16 code unit. The bytes of plain ASCII keys have the same order. Other keys are
    /// decoded.
    /// </summary>
    private static bool InOrdine(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        Semplice(a) && Semplice(b) ? a.SequenceCompareTo(b) < 0 : string.CompareOrdinal(Decodifica(a), Decodifica(b)) < 0;

    private static bool Semplice(ReadOnlySpan<byte> chiave) => Ascii.IsValid(chiave) && !chiave.Contains((byte)'\\');

    private static bool Cifra(byte b) => b is >= (byte)'0' and <= (byte)'9';
}
