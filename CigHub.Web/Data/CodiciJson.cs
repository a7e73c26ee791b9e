using System.Text.Json;
using System.Text.Json.Serialization;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Web.Data;

/// <summary>How value objects stand inside a JSON column: as their text.</summary>
public static class CodiciJson
{
    public static JsonSerializerOptions Options { get; } = new() { Converters = { new Testo<CodiceFiscale>(), new Testo<Cup>(), new Centesimi() } };

    /// <summary>An amount is a whole number of cents, as everywhere outside the scheda.</summary>
    private sealed class Centesimi : JsonConverter<Importo>
    {
        public override Importo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Importo.DaCentesimi(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Importo value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Centesimi);
    }

    private sealed class Testo<T> : JsonConverter<T>
        where T : class, IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Parse(reader.GetString()!, null);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
