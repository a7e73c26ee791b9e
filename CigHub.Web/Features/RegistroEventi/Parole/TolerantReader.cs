using System.Globalization;
using System.Text.Json.Nodes;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>
/// Reads values from the JSON of an event and never throws. A missing value, or one of an unexpected form, counts as missing, because an
/// event from another version may contain anything.
/// </summary>
internal static class TolerantReader
{
    public static JsonNode? Nodo(JsonNode? dove, string nome) => dove is JsonObject oggetto ? oggetto[nome] : null;

    public static JsonObject? Oggetto(JsonNode? dove, string nome) => Nodo(dove, nome) as JsonObject;

    /// <summary>Returns the member as text, or null when it is missing or empty.</summary>
    public static string? Text(JsonNode? dove, string nome) => Text(Nodo(dove, nome));

    /// <summary>
    /// Returns the texts in the list that the member holds. Other elements are left out. The result is empty when there is no list.
    /// </summary>
    public static IReadOnlyList<string> Texts(JsonNode? dove, string nome) =>
        Nodo(dove, nome) is JsonArray elenco ? [.. elenco.Select(Text).OfType<string>()] : [];

    public static long? Intero(JsonNode? dove, string nome) => Nodo(dove, nome) is JsonValue valore && valore.TryGetValue<long>(out var intero) ? intero : null;

    /// <summary>Returns the member as a day (<c>yyyy-MM-dd</c>), or null when it is missing or something else.</summary>
    public static DateOnly? Day(JsonNode? dove, string nome) =>
        DateOnly.TryParseExact(Text(dove, nome), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) ? giorno : null;

    /// <summary>Returns the member as an instant in UTC, or null when it is missing or something else.</summary>
    public static DateTime? Istante(JsonNode? dove, string nome) =>
        DateTime.TryParse(Text(dove, nome), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var utc)
            && utc.Kind == DateTimeKind.Utc
            ? utc
            : null;

    public static Guid? Id(JsonNode? dove, string nome) => Guid.TryParse(Text(dove, nome), out var id) ? id : null;

    /// <summary>Returns the values of all objects of one kind, from the values before or after.</summary>
    public static IEnumerable<JsonObject> DelTipo(JsonObject? lato, string tipo) =>
        (lato ?? []).Where(x => x.Key.StartsWith(tipo + "/", StringComparison.Ordinal)).Select(x => x.Value).OfType<JsonObject>();

    /// <summary>Returns the values of the first object of one kind, from the values before or after, or null when there is none.</summary>
    public static JsonObject? Primo(JsonObject? lato, string tipo) => DelTipo(lato, tipo).FirstOrDefault();

    private static string? Text(JsonNode? nodo) => nodo is JsonValue valore && valore.TryGetValue<string>(out var testo) && testo.Length > 0 ? testo : null;
}
