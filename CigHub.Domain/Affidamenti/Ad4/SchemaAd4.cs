using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>A place where a document differs from ANAC's schema of the AD4.</summary>
/// <remarks>
/// Equality: by all members. It has no order of its own. <see cref="SchemaAd4.Controlla(JsonElement)"/> returns the violations in the order
/// of the document.
/// </remarks>
/// <param name="Puntatore">
/// The JSON pointer (RFC 6901), empty for the whole document. For a missing property it ends with the property's name. For an unknown
/// property it is the pointer of the object that has it.
/// </param>
/// <param name="ParolaChiave">
/// The keyword of the schema that is broken: <c>required</c>, <c>type</c>, <c>enum</c>, <c>format</c>, <c>minimum</c>, <c>maximum</c>,
/// <c>minLength</c>, <c>maxLength</c>, <c>additionalProperties</c>.
/// </param>
/// <param name="Messaggio">The message in Italian: what is wrong and what to do.</param>
public sealed record ViolazioneSchema(string Puntatore, string ParolaChiave, string Messaggio)
{
    /// <summary>Returns the pointer, a blank and the keyword: <c>/anacForm/appalto/cig required</c>.</summary>
    public override string ToString() => $"{Puntatore} {ParolaChiave}";
}

/// <summary>Checks a JSON document against ANAC's schema of the AD4: the declared properties, of the declared kinds.</summary>
/// <remarks>
/// The declarations are read from the records, starting at <see cref="SchedaAd4"/>. The check does not cover the rules among fields
/// (<see cref="RegoleAnac"/>), nor whether a code is in its list. The content of a value of the wrong type is not checked. The base type of
/// <c>anacForm</c> is an inheritance: its properties are added to the form's own. Three objects have no declared type, so any value is
/// accepted there. Source: ANAC, repository <c>anticorruzione/npa</c>, modello dati della scheda AD4. The choices are in ADR 0013.
/// </remarks>
public static partial class SchemaAd4
{
    /// <summary>Maximum depth of a document. A deeper one is not read.</summary>
    internal const int ProfonditaMassima = 900;

    internal static readonly JsonDocumentOptions Lettura = new() { AllowDuplicateProperties = false, MaxDepth = ProfonditaMassima };

    /// <summary>The shape of the whole scheda.</summary>
    internal static Ad4Shape Forma { get; } = Ad4Shape.Of(typeof(SchedaAd4));

    /// <summary>
    /// Returns the violations of ANAC's schema in a JSON text. A text that is not one JSON value (incomplete, with a repeated property,
    /// deeper than <c>900</c> levels) has one violation, with the keyword <c>type</c> at the root.
    /// </summary>
    public static IReadOnlyList<ViolazioneSchema> Controlla(string json)
    {
        try
        {
            using var documento = JsonDocument.Parse(JsonText.SenzaMetaOrfane(json), Lettura);
            return Controlla(documento.RootElement);
        }
        catch (JsonException)
        {
            return [NonLeggibile];
        }
    }

    /// <summary>
    /// Returns the violations of ANAC's schema in a parsed document, in the order of the document. The list is empty when there is none.
    /// </summary>
    public static IReadOnlyList<ViolazioneSchema> Controlla(JsonElement radice)
    {
        var trovate = new List<ViolazioneSchema>();
        Controlla(Forma, radice, "", trovate);
        return trovate;
    }

    internal static ViolazioneSchema NonLeggibile { get; } =
        new("", "type", "Il testo non è un documento JSON leggibile: esporta di nuovo la scheda.");

    private static void Controlla(Ad4Shape forma, JsonElement valore, string qui, List<ViolazioneSchema> trovate)
    {
        if (!EDelTipo(forma.Tipo, valore.ValueKind))
        {
            trovate.Add(new(qui, "type", $"Il valore dev'essere {NomeDelTipo(forma.Tipo)}: correggilo."));
            if (forma.Valori.Count > 0)
            {
                trovate.Add(new(qui, "enum", Previsti(forma)));
            }

            return;
        }

        switch (valore.ValueKind)
        {
            case JsonValueKind.Object: Proprieta(forma, valore, qui, trovate); break;
            case JsonValueKind.Array when forma.Righe is { } righe: Righe(righe, valore, qui, trovate); break;
            case JsonValueKind.String: Testo(forma, valore, qui, trovate); break;
            case JsonValueKind.Number: Numero(forma, valore, qui, trovate); break;
        }
    }

    private static void Proprieta(Ad4Shape forma, JsonElement oggetto, string qui, List<ViolazioneSchema> trovate)
    {
        foreach (var manca in forma.Obbligatorie.Where(n => !oggetto.TryGetProperty(n, out _)))
        {
            trovate.Add(new($"{qui}/{manca}", "required", $"Manca «{manca}», che è obbligatorio: aggiungilo."));
        }

        foreach (var voce in oggetto.EnumerateObject())
        {
            if (forma.Voci.TryGetValue(voce.Name, out var sua))
            {
                Controlla(sua, voce.Value, $"{qui}/{voce.Name}", trovate);
            }
            else if (forma.Chiusa)
            {
                trovate.Add(new(qui, "additionalProperties", $"«{voce.Name}» non è prevista dal modello di ANAC: toglila."));
            }
        }
    }

    private static void Righe(Ad4Shape forma, JsonElement elenco, string qui, List<ViolazioneSchema> trovate)
    {
        var i = 0;
        foreach (var riga in elenco.EnumerateArray())
        {
            Controlla(forma, riga, string.Create(CultureInfo.InvariantCulture, $"{qui}/{i++}"), trovate);
        }
    }

    private static void Testo(Ad4Shape forma, JsonElement valore, string qui, List<ViolazioneSchema> trovate)
    {
        if (forma is { Valori.Count: 0, Formato: null, Lunghezza: null })
        {
            return;
        }

        var testo = valore.GetString()!;
        if (forma.Valori.Count > 0 && !forma.Valori.Contains(testo, StringComparer.Ordinal))
        {
            trovate.Add(new(qui, "enum", Previsti(forma)));
        }

        if ((forma.Formato == AnacFormatAttribute.DateTime && !EUnaData(testo)) || (forma.Formato == AnacFormatAttribute.Uuid && !Uuid().IsMatch(testo)))
        {
            trovate.Add(new(qui, "format", forma.Formato == AnacFormatAttribute.Uuid
                ? "L'identificativo non è un UUID: 32 cifre esadecimali in gruppi di 8, 4, 4, 4 e 12."
                : "La data non è nella forma 2026-11-24T10:30:00Z, con l'ora e il fuso: riscrivila."));
        }

        if (forma.Lunghezza is var (minima, massima))
        {
            var lunghezza = testo.EnumerateRunes().Count();
            if (lunghezza < minima)
            {
                trovate.Add(new(qui, "minLength", $"Il testo è troppo corto: scrivi almeno {Plural.Of(minima, "carattere", "caratteri")}."));
            }
            else if (lunghezza > massima)
            {
                trovate.Add(new(qui, "maxLength", $"Il testo è troppo lungo: scrivi al massimo {Plural.Of(massima, "carattere", "caratteri")}."));
            }
        }
    }

    private static string Previsti(Ad4Shape forma) => $"Il valore non è tra quelli previsti: scegli tra {string.Join(", ", forma.Valori)}.";

    private static void Numero(Ad4Shape forma, JsonElement valore, string qui, List<ViolazioneSchema> trovate)
    {
        if (forma.Limiti is var (minimo, massimo))
        {
            if (JsonNumber.Confronta(valore, minimo) < 0)
            {
                trovate.Add(new(qui, "minimum", $"Il numero è troppo piccolo: scrivi un valore tra {minimo} e {massimo}."));
            }
            else if (JsonNumber.Confronta(valore, massimo) > 0)
            {
                trovate.Add(new(qui, "maximum", $"Il numero è troppo grande: scrivi un valore tra {minimo} e {massimo}."));
            }
        }
    }

    internal static bool EDelTipo(JsonKind tipo, JsonValueKind valore) => tipo switch
    {
        JsonKind.Oggetto => valore == JsonValueKind.Object,
        JsonKind.Elenco => valore == JsonValueKind.Array,
        JsonKind.Testo => valore == JsonValueKind.String,
        JsonKind.Numero => valore == JsonValueKind.Number,
        JsonKind.SiNo => valore is JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };

    private static string NomeDelTipo(JsonKind tipo) => tipo switch
    {
        JsonKind.Oggetto => "un oggetto, tra parentesi graffe",
        JsonKind.Elenco => "un elenco, tra parentesi quadre",
        JsonKind.Testo => "un testo, tra virgolette",
        JsonKind.Numero => "un numero, senza virgolette",
        _ => "true o false, senza virgolette",
    };

    /// <summary>
    /// Says whether a text is an RFC 3339 date-time: date, T, time and offset, in either case. A leap second is allowed only in the last
    /// minute of a UTC day.
    /// </summary>
    internal static bool EUnaData(string testo)
    {
        if (DataEOra().Match(testo) is not { Success: true } m
            || !DateOnly.TryParseExact(m.Groups["giorno"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return false;
        }

        var minuti = (Valore("ora") * 60) + Valore("minuto");
        var scarto = (Valore("ore") * 60) + Valore("minuti");
        var utc = m.Groups["segno"].Value == "-" ? minuti + scarto : minuti - scarto;
        const int MinutiDelGiorno = 24 * 60;
        return Valore("secondo") < 60 || ((utc + MinutiDelGiorno) % MinutiDelGiorno) == MinutiDelGiorno - 1;

        int Valore(string gruppo) => m.Groups[gruppo] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(
        @"\A(?<giorno>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<ora>[01][0-9]|2[0-3]):(?<minuto>[0-5][0-9]):(?<secondo>[0-5][0-9]|60)(?:\.[0-9]+)?"
        + @"(?:[Zz]|(?<segno>[+-])(?<ore>[01][0-9]|2[0-3]):(?<minuti>[0-5][0-9]))\z")]
    private static partial Regex DataEOra();

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\z")]
    private static partial Regex Uuid();
}
