using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One line of JSON in, one line of JSON out: what ANAC's schema and ANAC's rules say of a scheda AD4.</summary>
/// <remarks>
/// <c>{"reg":["REG18"],"schema":[]}</c>: <c>schema</c> lists «pointer keyword» of <see cref="ViolazioneSchema"/>, <c>reg</c> the codes of
/// <see cref="RegolaViolata"/>; both distinct and in ordinal order. The rules are asked only of a scheda that the schema accepts.
/// </remarks>
public static class VerificaAd4
{
    private static readonly JsonWriterOptions _scrittura = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The verdict on a line. It never throws: a line that is not JSON, an empty one included, has the schema verdict <c>" type"</c>;
    /// a byte order mark in front is ignored.
    /// </summary>
    public static string Riga(string riga)
    {
        ArgumentNullException.ThrowIfNull(riga);
        try
        {
            using var documento = JsonDocument.Parse(TestoJson.SenzaMetaOrfane(riga.TrimStart('\uFEFF')), SchemaAd4.Lettura);
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
