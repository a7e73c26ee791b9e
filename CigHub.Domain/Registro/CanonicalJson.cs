using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CigHub.Domain.Registro;

/// <summary>
/// Writes the JSON of an event in its one canonical form, whose bytes are hashed. The code is our own, because the escaping of a framework
/// may change in a later version and these bytes never may.
/// </summary>
/// <remarks>
/// There is no white space. Text follows RFC 8785 §3.2.2.2: only <c>"</c>, <c>\</c> and the characters below U+0020 are escaped, as <c>\b
/// \t \n \f \r</c> where JSON has a short form, otherwise as <c>\u00xx</c> in lower case. Every other character is itself, in UTF-8. Keys
/// are ordered by UTF-16 code unit (RFC 8785 §3.2.3). Stricter than RFC 8785, numbers are whole and fit 64 bits.
/// <see cref="CanonicalReader"/> reads by the same rules.
/// </remarks>
internal static class CanonicalJson
{
    /// <summary>The most levels of nesting, including the event's own. A JSON reader accepts as many by default.</summary>
    public const int MaxProfondita = 64;

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Returns the text as UTF-8 bytes. Half of a surrogate pair throws, because it would not be read back as it was written.
    /// </summary>
    public static byte[] Byte(StringBuilder testo) => _utf8.GetBytes(testo.ToString());

    public static void Testo(StringBuilder dove, string testo)
    {
        ArgumentNullException.ThrowIfNull(testo);
        dove.Append('"');
        foreach (var c in testo)
        {
            switch (c)
            {
                case '"' or '\\':
                    dove.Append('\\').Append(c);
                    break;
                case '\b':
                    dove.Append("\\b");
                    break;
                case '\t':
                    dove.Append("\\t");
                    break;
                case '\n':
                    dove.Append("\\n");
                    break;
                case '\f':
                    dove.Append("\\f");
                    break;
                case '\r':
                    dove.Append("\\r");
                    break;
                case < ' ':
                    dove.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    dove.Append(c);
                    break;
            }
        }

        dove.Append('"');
    }

    /// <param name="livelli">The number of objects and arrays that are already open around the value.</param>
    public static void Valore(StringBuilder dove, JsonNode? nodo, int livelli)
    {
        if (nodo is JsonObject or JsonArray && livelli >= MaxProfondita)
        {
            throw new ArgumentException($"An event nests at most {MaxProfondita} levels.", nameof(nodo));
        }

        switch (nodo)
        {
            case null:
                dove.Append("null");
                break;
            case JsonObject oggetto:
                Oggetto(dove, oggetto, livelli + 1);
                break;
            case JsonArray elenco:
                Elenco(dove, elenco, livelli + 1);
                break;
            default:
                Semplice(dove, nodo.AsValue());
                break;
        }
    }

    private static void Oggetto(StringBuilder dove, JsonObject oggetto, int livelli)
    {
        dove.Append('{');
        var separatore = "";
        foreach (var (chiave, valore) in oggetto.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            dove.Append(separatore);
            Testo(dove, chiave);
            dove.Append(':');
            Valore(dove, valore, livelli);
            separatore = ",";
        }

        dove.Append('}');
    }

    private static void Elenco(StringBuilder dove, JsonArray elenco, int livelli)
    {
        dove.Append('[');
        var separatore = "";
        foreach (var valore in elenco)
        {
            dove.Append(separatore);
            Valore(dove, valore, livelli);
            separatore = ",";
        }

        dove.Append(']');
    }

    private static void Semplice(StringBuilder dove, JsonValue valore)
    {
        if (LeggiTesto(valore) is { } testo)
        {
            Testo(dove, testo);
        }
        else if (valore.TryGetValue(out Guid id))
        {
            dove.Append('"').Append(id).Append('"');
        }
        else if (valore.TryGetValue(out bool vero))
        {
            dove.Append(vero ? "true" : "false");
        }
        else if (valore.GetValueKind() == JsonValueKind.Number && Intero(valore, out var numero))
        {
            dove.Append(numero);
        }
        else
        {
            throw new ArgumentException(
                $"An event holds texts, booleans, null and whole 64-bit numbers (money in cents, times as text), not {valore.ToJsonString()}.", nameof(valore));
        }
    }

    private static string? LeggiTesto(JsonValue valore)
    {
        try
        {
            return valore.TryGetValue(out string? testo) ? testo : null;
        }
        catch (InvalidOperationException e)
        {
            // Parsed JSON may hold half of a surrogate pair as an escape, which comes to light only here.
            throw new ArgumentException("A text of the event is not Unicode.", nameof(valore), e);
        }
    }

    /// <summary>
    /// Reads a JSON value as a whole number and returns false when its type is not one of whole numbers. So a <c>decimal</c> of euro is
    /// always refused, and not only when it has cents.
    /// </summary>
    private static bool Intero(JsonValue valore, out long numero)
    {
        if (valore.TryGetValue(out numero))
        {
            return true;
        }

        var trovato = valore.TryGetValue(out int i) ? i
            : valore.TryGetValue(out short s) ? s
            : valore.TryGetValue(out byte b) ? b
            : valore.TryGetValue(out uint u) ? u
            : (long?)null;
        numero = trovato ?? 0;
        return trovato is not null;
    }
}
