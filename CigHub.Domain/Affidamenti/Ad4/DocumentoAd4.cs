using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// Reads, writes and prunes a JSON document by path. The writers change the document in place, so the caller must have copied it.
/// </summary>
internal static class DocumentoAd4
{
    private static readonly JsonWriterOptions _scrittura = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the JSON node at the path, or null when the document has nothing there or a JSON null.</summary>
    public static JsonNode? Trova(JsonObject radice, string percorso)
    {
        JsonNode? nodo = radice;
        foreach (var parte in percorso.Split('/'))
        {
            nodo = nodo switch
            {
                JsonObject oggetto => oggetto[parte],
                JsonArray lista when PercorsoAd4.Posizione(parte) is { } i && i < lista.Count => lista[i],
                _ => null,
            };
        }

        return nodo;
    }

    /// <summary>
    /// Visits every node of the document now. A parsed document otherwise builds its nodes at their first use, which is not safe when two
    /// threads read at once.
    /// </summary>
    public static void Materializza(JsonNode? nodo)
    {
        foreach (var figlio in nodo switch { JsonObject oggetto => oggetto.Select(f => f.Value), JsonArray lista => lista, _ => [] })
        {
            Materializza(figlio);
        }
    }

    /// <summary>
    /// Says whether every list position on the path is that of an existing row, or of the first free row after the last one.
    /// </summary>
    public static bool RigheRaggiungibili(JsonObject radice, string percorso)
    {
        var parti = percorso.Split('/');
        for (var i = 1; i < parti.Length; i++)
        {
            if (PercorsoAd4.Posizione(parti[i]) is { } posizione)
            {
                var righe = (Trova(radice, string.Join('/', parti.Take(i))) as JsonArray)?.Count ?? 0;
                if (posizione > righe)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Writes the value at the path, and creates the missing objects, lists and rows on the way. With a null value it creates only the rows
    /// of the lists, because there is nothing to write yet.
    /// </summary>
    public static void Imposta(JsonObject radice, string percorso, JsonNode? valore)
    {
        var parti = percorso.Split('/');
        var ultima = valore is null ? Array.FindLastIndex(parti, p => PercorsoAd4.Posizione(p) is not null) : parti.Length - 1;
        JsonNode nodo = radice;
        for (var i = 0; i <= ultima; i++)
        {
            nodo = i == parti.Length - 1
                ? Scrivi(nodo, parti[i], valore)
                : Scendi(nodo, parti[i], lista: PercorsoAd4.Posizione(parti[i + 1]) is not null);
        }
    }

    /// <summary>
    /// Removes the value at the path, and the objects that are empty without it. A row of a list stays as a blank row, because only a user
    /// removes rows.
    /// </summary>
    public static void Togli(JsonObject radice, string percorso)
    {
        var taglio = percorso.LastIndexOf('/');
        var padre = taglio < 0 ? radice : Trova(radice, percorso[..taglio]);
        if (padre is JsonObject oggetto)
        {
            oggetto.Remove(percorso[(taglio + 1)..]);
            Sfronda(oggetto);
        }
        else if (padre is JsonArray lista && PercorsoAd4.Posizione(percorso[(taglio + 1)..]) is { } i && i < lista.Count)
        {
            lista[i] = null;
        }
    }

    /// <summary>Removes the row at that index, from 0. When no row is left, the list itself is removed.</summary>
    public static void TogliRiga(JsonArray lista, int indice)
    {
        lista.RemoveAt(indice);
        if (lista.Count == 0 && lista.Parent is JsonObject padre)
        {
            padre.Remove(lista.GetPropertyName());
            Sfronda(padre);
        }
    }

    /// <summary>
    /// Removes the blank rows of a list of values. A list with only blank rows is removed whole, because ANAC's decision table takes an
    /// empty list as an answer.
    /// </summary>
    public static void TogliRigheInBianco(JsonArray lista)
    {
        for (var i = lista.Count - 1; i >= 0; i--)
        {
            if (lista[i] is null)
            {
                TogliRiga(lista, i);
            }
        }
    }

    /// <summary>
    /// Returns the canonical text of a JSON document, so that two documents with the same content give the same text. Properties are in
    /// ordinal order, and numbers have no trailing zeros.
    /// </summary>
    public static string Canonico(JsonNode? nodo) => Testo(scrittore => Scrivi(scrittore, nodo));

    /// <summary>Returns the canonical text of an object with the given members, which stay where they are.</summary>
    public static string OggettoCanonico(IEnumerable<KeyValuePair<string, JsonNode?>> membri) => Testo(scrittore => ScriviOggetto(scrittore, membri));

    private static string Testo(Action<Utf8JsonWriter> scrivi)
    {
        var memoria = new ArrayBufferWriter<byte>();
        using (var scrittore = new Utf8JsonWriter(memoria, _scrittura))
        {
            scrivi(scrittore);
        }

        return Encoding.UTF8.GetString(memoria.WrittenSpan);
    }

    private static JsonNode Scrivi(JsonNode padre, string parte, JsonNode? valore)
    {
        if (padre is JsonArray lista)
        {
            var i = PercorsoAd4.Posizione(parte)!.Value;
            if (i == lista.Count)
            {
                lista.Add(valore);
            }
            else
            {
                lista[i] = valore;
            }
        }
        else
        {
            padre.AsObject()[parte] = valore;
        }

        return padre;
    }

    private static JsonNode Scendi(JsonNode padre, string parte, bool lista)
    {
        var figlio = padre is JsonArray righe
            ? PercorsoAd4.Posizione(parte) is { } i && i < righe.Count ? righe[i] : null
            : padre[parte];
        if (lista ? figlio is JsonArray : figlio is JsonObject)
        {
            return figlio!;
        }

        JsonNode nuovo = lista ? new JsonArray() : new JsonObject();
        Scrivi(padre, parte, nuovo);
        return nuovo;
    }

    private static void Sfronda(JsonObject oggetto)
    {
        while (oggetto.Count == 0 && oggetto.Parent is JsonObject padre)
        {
            padre.Remove(oggetto.GetPropertyName());
            oggetto = padre;
        }
    }

    private static void Scrivi(Utf8JsonWriter scrittore, JsonNode? nodo)
    {
        switch (nodo)
        {
            case JsonObject oggetto:
                ScriviOggetto(scrittore, oggetto);
                break;
            case JsonArray lista:
                scrittore.WriteStartArray();
                foreach (var riga in lista)
                {
                    Scrivi(scrittore, riga);
                }

                scrittore.WriteEndArray();
                break;
            case JsonValue numero when numero.GetValueKind() == JsonValueKind.Number && Esatto(numero) is { } esatto:
                scrittore.WriteNumberValue(esatto);
                break;
            case null:
                scrittore.WriteNullValue();
                break;
            default:
                nodo.WriteTo(scrittore);
                break;
        }
    }

    private static void ScriviOggetto(Utf8JsonWriter scrittore, IEnumerable<KeyValuePair<string, JsonNode?>> membri)
    {
        scrittore.WriteStartObject();
        foreach (var (nome, figlio) in membri.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            scrittore.WritePropertyName(nome);
            Scrivi(scrittore, figlio);
        }

        scrittore.WriteEndObject();
    }

    /// <summary>
    /// Returns the number as a decimal without trailing zeros. Returns null when a decimal may not hold all of its digits.
    /// </summary>
    private static decimal? Esatto(JsonValue numero)
    {
        const int CifreDiUnDecimal = 28;
        return numero.TryGetValue<decimal>(out var valore)
            && numero.ToJsonString() is { Length: <= CifreDiUnDecimal } testo
            && !testo.Contains('e', StringComparison.OrdinalIgnoreCase)
                ? valore / 1.0000000000000000000000000000m
                : null;
    }
}
