using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>Converts, for each kind of field, between the text that a user reads and types and the value of ANAC's document.</summary>
internal static class FieldReader
{
    private static readonly CultureInfo _fissa = CultureInfo.InvariantCulture;

    /// <summary>
    /// Converts a typed text, which is not empty, to the JSON value that ANAC's document has for the field. Returns an error when the text
    /// cannot be read.
    /// </summary>
    public static Result<JsonNode> Leggi(CampoAd4 campo, string testo) => campo.Tipo switch
    {
        TipoCampo.Testo or TipoCampo.TestoLungo or TipoCampo.Paese => Testo(campo, testo),
        TipoCampo.Euro => Euro(testo),
        TipoCampo.Percentuale => Percentuale(testo),
        TipoCampo.Data => Data(testo),
        TipoCampo.SiNo => SiNo(testo),
        TipoCampo.Scelta => Scelta(campo, testo),
        TipoCampo.Uuid => Uuid(testo),
        _ => CodeReader.Leggi(campo, testo),
    };

    /// <summary>
    /// Converts a JSON value of ANAC's document to the text that the input of the field shows. Returns null when the value is not of the
    /// field's kind.
    /// </summary>
    public static string? Mostra(CampoAd4 campo, JsonNode nodo)
    {
        if (campo.Lista is not null)
        {
            return nodo is JsonObject codificato ? Stringa(codificato["codice"]) : null;
        }

        return campo.Tipo switch
        {
            TipoCampo.Euro => Numero(nodo) is { } euro ? MostraEuro(euro) : null,
            TipoCampo.Percentuale => Numero(nodo) is { } quota ? quota.ToString("0.############################", _fissa).Replace('.', ',') : null,
            TipoCampo.Data => Stringa(nodo) is { } data ? RomeDay.Leggi(data) is { } giorno ? WrittenDate.Testo(giorno) : data : null,
            TipoCampo.SiNo => nodo.GetValueKind() switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => null },
            _ => Stringa(nodo),
        };
    }

    /// <summary>
    /// Returns the reason why a value that can be read and shown is not written as ANAC's schema requires: a code without the name of the
    /// field's own list, a date without time and offset, a text of a wrong length. Returns null when the value is right.
    /// </summary>
    public static Error? Difforme(CampoAd4 campo, JsonNode nodo)
    {
        if (campo.Lista is { } lista)
        {
            return Stringa((nodo as JsonObject)?["idTipologica"]) == lista ? null : new Error(
                "ad4.lista-diversa",
                $"Il codice {Mostra(campo, nodo)} è incompleto (manca il nome della lista «{lista}») e ANAC lo rifiuterebbe: scegli di nuovo la voce.");
        }

        if (campo.Tipo == TipoCampo.Data)
        {
            return Stringa(nodo) is { } data && SchemaAd4.EUnaData(data)
                ? null
                : new Error("ad4.data-senza-ora", "La data è scritta senza l'ora e il fuso che ANAC chiede: scrivila di nuovo, per esempio 24/11/2026.");
        }

        if (campo.LunghezzaMinima > 0 && Stringa(nodo)?.EnumerateRunes().Count() is { } lunghezza
            && (lunghezza < campo.LunghezzaMinima || lunghezza > campo.LunghezzaMassima))
        {
            return new Error(
                "ad4.lunghezza",
                $"Il testo ha {Plural.Of(lunghezza, "carattere", "caratteri")}, e ANAC ne vuole da {campo.LunghezzaMinima} a {campo.LunghezzaMassima}: "
                    + "riscrivilo.");
        }

        return null;
    }

    /// <summary>Returns the JSON object by which ANAC writes a code: the code itself and the name of its list.</summary>
    public static JsonNode Codificato(string lista, string codice) => new JsonObject { ["codice"] = codice, ["idTipologica"] = lista };

    private static Result<JsonNode> Testo(CampoAd4 campo, string testo) => testo.Trim().Length >= campo.LunghezzaMinima
        ? Valore(testo)
        : new Error("testo.troppo-corto", $"«{campo.Etichetta}» è troppo corto: scrivi almeno {Plural.Of(campo.LunghezzaMinima, "carattere", "caratteri")}.");

    private static Result<JsonNode> Euro(string testo)
    {
        var letto = Importo.Leggi(testo);
        if (!letto.TryGet(out var importo))
        {
            return letto.Errors[0];
        }

        return importo < Importo.Zero
            ? new Error("importo.negativo", "Un importo non può essere negativo: togli il segno meno.")
            : Valore(importo.InEuro);
    }

    private static Result<JsonNode> Percentuale(string testo)
    {
        var cifre = testo.Replace("%", "", StringComparison.Ordinal).Trim();
        var virgola = cifre.IndexOf(',');
        var scritta = cifre.Length is > 0 and <= 12 && virgola != 0 && virgola != cifre.Length - 1
            && cifre.Where((c, i) => i != virgola).All(char.IsAsciiDigit);
        if (!scritta)
        {
            return new Error(
                "percentuale.formato",
                "Percentuale non leggibile: scrivi un numero tra 0 e 100, con la virgola per i decimali, per esempio 12,5.");
        }

        var quota = decimal.Parse(cifre.Replace(',', '.'), NumberStyles.AllowDecimalPoint, _fissa);
        return quota <= 100m
            ? Valore(quota)
            : new Error("percentuale.fuori-limite", "La percentuale non può superare 100: scrivi un numero tra 0 e 100.");
    }

    private static Result<JsonNode> Data(string testo)
    {
        var letta = WrittenDate.Leggi(testo);
        return letta.TryGet(out var giorno) ? Valore(RomeDay.Scrivi(giorno)) : letta.Errors[0];
    }

    private static Result<JsonNode> SiNo(string testo) => testo.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "SÌ" or "SI" or "S" => Valore(true),
        "FALSE" or "NO" or "N" => Valore(false),
        _ => new Error("sino.formato", "Risposta non leggibile: scegli Sì o No."),
    };

    private static Result<JsonNode> Scelta(CampoAd4 campo, string testo)
    {
        var codice = CodeText.SenzaContorno(testo);
        if (campo.Lista is { } lista && codice.Length > 0)
        {
            // An unknown code is kept as a value. CompletezzaAd4 checks in the list whether it exists and until when.
            return Codificato(lista, codice);
        }

        return campo.Scelte.FirstOrDefault(s => CodeText.Uguali(s.Codice, codice)) is { } scelta
            ? Valore(scelta.Codice)
            : new Error("scelta.sconosciuta", $"«{testo.Trim()}» non è tra le risposte previste: scegline una dall'elenco.");
    }

    private static Result<JsonNode> Uuid(string testo) => CodeText.SenzaContorno(testo) is var uuid && Guid.TryParseExact(uuid, "D", out _)
        ? Valore(uuid)
        : new Error("uuid.formato", "Identificativo non leggibile: sono 32 cifre esadecimali in cinque gruppi separati da trattini. Generane uno nuovo.");

    private static string MostraEuro(decimal euro)
    {
        const decimal Massimo = Importo.MaxCentesimi / 100m;
        return decimal.Abs(euro) <= Massimo && euro == decimal.Round(euro, 2)
            ? Importo.DaEuro(euro).ToString()
            : euro.ToString("0.############################", _fissa).Replace('.', ',');
    }

    private static string? Stringa(JsonNode? nodo) => nodo is JsonValue v && v.TryGetValue<string>(out var testo) ? testo : null;

    private static decimal? Numero(JsonNode nodo) =>
        nodo.GetValueKind() == JsonValueKind.Number && nodo.AsValue().TryGetValue<decimal>(out var numero) ? numero : null;

    private static Result<JsonNode> Valore<T>(T valore) => Result.Success<JsonNode>(JsonValue.Create(valore)!);
}
