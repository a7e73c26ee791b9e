using System.Globalization;
using System.Text.Json.Nodes;

namespace CigHub.Web.Features.RegistroEventi.Parole;

/// <summary>
/// Reads the values of an event and never fails. An event of another version may contain anything, so an absent value or one of another
/// form counts as missing.
/// </summary>
internal static class TolerantReader
{
    public static JsonNode? Nodo(JsonNode? dove, string nome) => dove is JsonObject oggetto ? oggetto[nome] : null;

    public static JsonObject? Oggetto(JsonNode? dove, string nome) => Nodo(dove, nome) as JsonObject;

    /// <summary>Returns a text, or null when it is missing or empty.</summary>
    public static string? Text(JsonNode? dove, string nome) => Text(Nodo(dove, nome));

    /// <summary>Returns the texts of a list. Other elements of the list are left out.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? dove, string nome) =>
        Nodo(dove, nome) is JsonArray elenco ? [.. elenco.Select(Text).OfType<string>()] : [];

    public static long? Intero(JsonNode? dove, string nome) => Nodo(dove, nome) is JsonValue valore && valore.TryGetValue<long>(out var intero) ? intero : null;

    /// <summary>Returns a day written as <c>yyyy-MM-dd</c>, or null.</summary>
    public static DateOnly? Day(JsonNode? dove, string nome) =>
        DateOnly.TryParseExact(Text(dove, nome), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var giorno) ? giorno : null;

    /// <summary>Returns an instant written in UTC, or null.</summary>
    public static DateTime? Istante(JsonNode? dove, string nome) =>
        DateTime.TryParse(Text(dove, nome), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var utc)
            && utc.Kind == DateTimeKind.Utc
            ? utc
            : null;

    public static Guid? Id(JsonNode? dove, string nome) => Guid.TryParse(Text(dove, nome), out var id) ? id : null;

    /// <summary>Returns the objects of a kind in one side of an event.</summary>
    public static IEnumerable<JsonObject> DelTipo(JsonObject? lato, string tipo) =>
        (lato ?? []).Where(x => x.Key.StartsWith(tipo + "/", StringComparison.Ordinal)).Select(x => x.Value).OfType<JsonObject>();

    /// <summary>Returns the first object of a kind in one side of an event, or null.</summary>
    public static JsonObject? Primo(JsonObject? lato, string tipo) => DelTipo(lato, tipo).FirstOrDefault();

    private static string? Text(JsonNode? nodo) => nodo is JsonValue valore && valore.TryGetValue<string>(out var testo) && testo.Length > 0 ? testo : null;
}
