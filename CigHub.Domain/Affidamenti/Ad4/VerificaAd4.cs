using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// Checks a scheda AD4 given as one line of JSON against ANAC's schema and ANAC's rules, and returns the verdict as one line of JSON.
/// </summary>
/// <remarks>
/// The verdict is <c>{"reg":["REG18"],"schema":[]}</c>. <c>schema</c> lists «pointer keyword» of each <see cref="ViolazioneSchema"/>, and
/// <c>reg</c> the codes of each <see cref="RegolaViolata"/>. Both are distinct and in ordinal order. The rules are checked only when the
/// schema accepts the scheda.
/// </remarks>
public static class VerificaAd4
{
    private static readonly JsonWriterOptions _scrittura = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Checks one line of JSON and returns the verdict as one line of JSON. A line that is not JSON, an empty one included, does not throw
    /// and has the schema verdict <c>" type"</c>. A byte order mark at the beginning is ignored.
    /// </summary>
    public static string Riga(string riga)
    {
        ArgumentNullException.ThrowIfNull(riga);
        try
        {
            using var documento = JsonDocument.Parse(JsonText.SenzaMetaOrfane(riga.TrimStart('\uFEFF')), SchemaAd4.Lettura);
            var schema = SchemaAd4.Controlla(documento.RootElement);
            return schema.Count > 0 ? Esito([], schema) : Esito(RegoleAnac.Controlla(SchedaAd4.DaElemento(documento.RootElement)), []);
        }
        catch (JsonException)
        {
            return Esito([], [SchemaAd4.NonLeggibile]);
        }
    }

    private static string Esito(IEnumerable<RegolaViolata> regole, IEnumerable<ViolazioneSchema> schema)
    {
        using var memoria = new MemoryStream();
        using (var scrittore = new Utf8JsonWriter(memoria, _scrittura))
        {
            scrittore.WriteStartObject();
            Elenco(scrittore, "reg", regole.Select(r => r.Codice));
            Elenco(scrittore, "schema", schema.Select(v => v.ToString()));
            scrittore.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memoria.ToArray());
    }

    private static void Elenco(Utf8JsonWriter scrittore, string nome, IEnumerable<string> valori)
    {
        scrittore.WriteStartArray(nome);
        foreach (var valore in valori.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            scrittore.WriteStringValue(valore);
        }

        scrittore.WriteEndArray();
    }
}
