using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// ANAC's scheda AD4, «Adesione ad accordo quadro/convenzione senza successivo confronto competitivo», in the shape of ANAC's JSON. It has
/// ANAC's names and nesting. Dates stay the texts that were read, and amounts are exact decimals in euro.
/// </summary>
/// <remarks>
/// Properties that ANAC's model does not name are kept (<see cref="ParteAd4.Altro"/>). So reading a scheda and writing it back changes only
/// the order of the properties and the way a number is written. Source: ANAC, repository <c>anticorruzione/npa</c>, modello dati.
/// </remarks>
[JsonConverter(typeof(SchedaAd4Converter))]
public sealed record SchedaAd4 : ParteAd4
{
    private static readonly JsonWriterOptions _scrittura = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions _lettura = new() { AllowDuplicateProperties = false };

    [AnacRequired]
    public AnacFormAd4? AnacForm { get; init; }

    /// <summary>
    /// The European single procurement document (ESPD), as text. An imported one is kept, and the editor never asks for it.
    /// </summary>
    public string? Espd { get; init; }

    /// <summary>Returns the scheda as ANAC's JSON, on one line, with every value that was read.</summary>
    public string Json()
    {
        using var memoria = new MemoryStream();
        using (var scrittore = new Utf8JsonWriter(memoria, _scrittura))
        {
            Ad4Map.ScriviParte(scrittore, this);
        }

        return Encoding.UTF8.GetString(memoria.ToArray());
    }

    /// <summary>Reads a scheda from ANAC's JSON.</summary>
    /// <exception cref="JsonException">The text is not JSON, repeats a property, holds half of a surrogate pair, or is not an object.</exception>
    public static SchedaAd4 DaJson(string json)
    {
        using var documento = JsonDocument.Parse(json, _lettura);
        try
        {
            return DaElemento(documento.RootElement);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text of the scheda holds half of a surrogate pair.", e);
        }
    }

    internal static SchedaAd4 DaElemento(JsonElement radice) => radice.ValueKind == JsonValueKind.Object
        ? (SchedaAd4)Ad4Map.LeggiParte(typeof(SchedaAd4), radice)
        : throw new JsonException("A scheda AD4 is a JSON object.");
}

/// <summary>The body of the scheda: the stazioni appaltanti, the appalto, and one row for each adhesion.</summary>
public sealed record AnacFormAd4 : ParteAd4
{
    [AnacRequired]
    public IReadOnlyList<StazioneAppaltanteAd4>? StazioniAppaltanti { get; init; }

    [AnacRequired]
    public AppaltoAd4? Appalto { get; init; }

    /// <summary>The adhesions, each of which gets its own CIG Derivato. There is nearly always one.</summary>
    [AnacRequired]
    public IReadOnlyList<AggiudicazioneAd4>? Aggiudicazioni { get; init; }
}

/// <summary>A stazione appaltante of the scheda, and the functions that it performs in the adhesion.</summary>
public sealed record StazioneAppaltanteAd4 : ParteAd4
{
    [AnacRequired]
    public string? CodiceFiscale { get; init; }

    [AnacRequired]
    public string? CodiceAusa { get; init; }

    [AnacRequired]
    public string? CodiceCentroCosto { get; init; }

    [AnacRequired]
    public bool? SaTitolare { get; init; }

    public IReadOnlyList<CodiceTipologica>? FunzioniSvolte { get; init; }
}

/// <summary>
/// Lets the serializer write and read a scheda that is a member of another object, with the same mapping as <see cref="SchedaAd4.Json"/>.
/// </summary>
internal sealed class SchedaAd4Converter : JsonConverter<SchedaAd4>
{
    public override SchedaAd4 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var documento = JsonDocument.ParseValue(ref reader);
        return SchedaAd4.DaElemento(documento.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, SchedaAd4 value, JsonSerializerOptions options) =>
        Ad4Map.ScriviParte(writer, value);
}
