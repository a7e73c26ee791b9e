using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Data.Registro;

namespace CigHub.Web.Data;

/// <summary>
/// The options for records and value objects that are stored as JSON in a column. Members and enum values have their stored names, codes
/// their text.
/// </summary>
public static class CodeJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters =
        {
            new TextConverter<CodiceFiscale>(), new TextConverter<IdentificativoOperatore>(), new TextConverter<Cup>(), new CentsConverter(),
            new DecimalConverter(), new ChoiceConverters(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NomiRegistrati.DaiNomi } },
    };

    /// <summary>Writes an amount as its whole number of cents, as every JSON outside the scheda does.</summary>
    private sealed class CentsConverter : JsonConverter<Importo>
    {
        public override Importo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Importo.DaCentesimi(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Importo value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Centesimi);
    }

    /// <summary>Writes a number with decimals as text, as in the registro, which holds whole numbers alone.</summary>
    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("0.#############################", CultureInfo.InvariantCulture));
    }

    private sealed class ChoiceConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => NomiRegistrati.HaIValoriDi(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ChoiceConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class ChoiceConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            NomiRegistrati.Leggi<T>(reader.GetString(), out var valore)
                ? valore
                : throw new JsonException($"«{reader.GetString()}» is no stored name of {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(NomiRegistrati.Valore(value));
    }

    private sealed class TextConverter<T> : JsonConverter<T>
        where T : class, IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Parse(reader.GetString()!, null);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
