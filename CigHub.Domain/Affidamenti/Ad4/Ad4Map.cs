using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// Converts the parts of a scheda between JSON and their records, member by member. The serializer's own mapping turns an explicit null
/// into an absent property and throws on a value of the wrong type. Here both are kept in <see cref="ParteAd4.Altro"/>.
/// </summary>
internal static class Ad4Map
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> _proprieta = new();

    /// <summary>
    /// Returns the members of a record that hold JSON properties, by their JSON name and in the order of the record.
    /// <see cref="ParteAd4.Altro"/> is not among them.
    /// </summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Proprieta(Type parte) => _proprieta.GetOrAdd(parte, static t => t
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && p.GetCustomAttribute<JsonExtensionDataAttribute>() is null)
        .ToDictionary(Nome, StringComparer.Ordinal));

    /// <summary>Returns the type of the list's rows when the given type is a list. Returns null for any other type.</summary>
    public static Type? TipoDelleRighe(Type tipo) =>
        tipo.IsGenericType && tipo.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? tipo.GetGenericArguments()[0] : null;

    /// <summary>
    /// Creates a part of the given type from a JSON object. A property that no member can hold goes to <see cref="ParteAd4.Altro"/>.
    /// </summary>
    public static object LeggiParte(Type tipo, JsonElement json)
    {
        var parte = Activator.CreateInstance(tipo)!;
        Dictionary<string, JsonElement>? altro = null;
        var proprieta = Proprieta(tipo);
        foreach (var voce in json.EnumerateObject())
        {
            if (proprieta.TryGetValue(voce.Name, out var membro) && Leggi(membro.PropertyType, voce.Value) is { } valore)
            {
                membro.SetValue(parte, valore);
            }
            else
            {
                altro ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                altro[voce.Name] = voce.Value.Clone();
            }
        }

        if (altro is not null)
        {
            typeof(ParteAd4).GetProperty(nameof(ParteAd4.Altro))!.SetValue(parte, altro);
        }

        return parte;
    }

    public static void ScriviParte(Utf8JsonWriter scrittore, ParteAd4 parte)
    {
        scrittore.WriteStartObject();
        var scritti = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (nome, membro) in Proprieta(parte.GetType()))
        {
            if (membro.GetValue(parte) is { } valore)
            {
                scritti.Add(nome);
                scrittore.WritePropertyName(nome);
                Scrivi(scrittore, valore);
            }
        }

        // A member that got its value later replaces the value that had come under its name.
        foreach (var (nome, valore) in parte.Altro?.Where(a => !scritti.Contains(a.Key)) ?? [])
        {
            scrittore.WritePropertyName(nome);
            valore.WriteTo(scrittore);
        }

        scrittore.WriteEndObject();
    }

    private static string Nome(PropertyInfo membro) =>
        membro.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(membro.Name);

    /// <summary>
    /// Converts a JSON value to the given member type. Returns null when the JSON is not of that type, or is a number that a decimal would
    /// round.
    /// </summary>
    private static object? Leggi(Type tipo, JsonElement json)
    {
        if (tipo == typeof(string))
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }

        if (tipo == typeof(bool?))
        {
            return json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null;
        }

        if (tipo == typeof(decimal?))
        {
            // A number that a decimal would round is kept as it came.
            return json.ValueKind == JsonValueKind.Number ? JsonNumber.Esatto(json) : null;
        }

        if (TipoDelleRighe(tipo) is { } riga)
        {
            return json.ValueKind == JsonValueKind.Array ? LeggiRighe(riga, json) : null;
        }

        return json.ValueKind == JsonValueKind.Object ? LeggiParte(tipo, json) : null;
    }

    /// <summary>
    /// Converts a JSON array to an array of rows of the given type. Returns null when any row is not of that type, because a list is either
    /// read whole or kept whole as JSON.
    /// </summary>
    private static Array? LeggiRighe(Type tipo, JsonElement json)
    {
        var righe = Array.CreateInstance(tipo, json.GetArrayLength());
        var i = 0;
        foreach (var elemento in json.EnumerateArray())
        {
            if (Leggi(tipo, elemento) is not { } riga)
            {
                return null;
            }

            righe.SetValue(riga, i++);
        }

        return righe;
    }

    private static void Scrivi(Utf8JsonWriter scrittore, object valore)
    {
        switch (valore)
        {
            case string testo: scrittore.WriteStringValue(testo); break;
            case bool siNo: scrittore.WriteBooleanValue(siNo); break;
            case decimal numero: scrittore.WriteNumberValue(numero); break;
            case ParteAd4 parte: ScriviParte(scrittore, parte); break;
            case IEnumerable righe:
                scrittore.WriteStartArray();
                foreach (var riga in righe)
                {
                    Scrivi(scrittore, riga);
                }

                scrittore.WriteEndArray();
                break;
            default: throw new NotSupportedException($"No JSON for {valore.GetType()}.");
        }
    }
}
