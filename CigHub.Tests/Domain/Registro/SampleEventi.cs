using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CsCheck;

namespace CigHub.Tests.Domain.Registro;

/// <summary>Events for the tests of the registro: fixed ones, and random ones that CsCheck generates.</summary>
internal static class SampleEventi
{
    public static readonly Guid Ente = new("0193a5c0-0000-7000-8000-0000000000a1");
    public static readonly Guid Persona = new("0193a5c0-0000-7000-8000-0000000000b2");
    public static readonly Guid Corr = new("0193a5c0-0000-7000-8000-0000000000c3");
    public static readonly Guid Affidamento = new("0193a5c0-0000-7000-8000-0000000000d4");

    /// <summary>
    /// Generates any valid text: plain and accented letters, control characters, the last characters of Unicode's basic plane, and
    /// characters beyond it.
    /// </summary>
    private static readonly Gen<string> _testo = Gen.OneOf(
        Gen.Int[0x20, 0x7e],
        Gen.Int[0x00, 0x24],
        Gen.Int[0, 4].Select(i => new[] { 0x22, 0x5c, 0x2f, 0x7f, 0x2028 }[i]),
        Gen.Int[0x80, 0xd7ff],
        Gen.Int[0xe000, 0xffff],
        Gen.Int[0x10000, 0x10ffff]).Select(char.ConvertFromUtf32).Array[0, 8].Select(string.Concat);

    private static readonly Gen<Guid?> _id = Gen.Guid.Select(g => g.ToByteArray()[0] < 64 ? (Guid?)null : g);

    private static readonly Gen<JsonNode?> _semplice = Gen.OneOf(
        _testo.Select(t => (JsonNode?)t),
        Gen.Long.Select(n => (JsonNode?)n),
        Gen.Int[-9, 9].Select(n => (JsonNode?)n),
        Gen.Bool.Select(b => (JsonNode?)b),
        Gen.Bool.Select(_ => (JsonNode?)null));

    private static readonly Gen<JsonObject?> _oggettoONull = Gen.OneOf(Oggetto(3).Select(o => (JsonObject?)o), Gen.Bool.Select(_ => (JsonObject?)null));

    public static Gen<Evento> Qualunque { get; } = Gen.Select(
        Gen.Long[1, long.MaxValue],
        Gen.Long[0, DateTime.MaxValue.Ticks].Select(t => new DateTime(t, DateTimeKind.Utc)),
        Gen.Select(_id, _testo, _id, Gen.Byte.Array[32], Gen.Bool,
            (id, ruolo, ente, hash, nota) => new Attore(id, ruolo, ente, nota ? Convert.ToHexStringLower(hash) : null)),
        Gen.Select(_id, _testo, (ente, azione) => (ente, azione)),
        Gen.Select(_testo, _testo, Gen.Bool, (tipo, id, negato) => (Oggetto: new OggettoEvento(tipo, id), Esito: negato ? EsitoEvento.Negato : EsitoEvento.Ok)),
        Gen.Select(_oggettoONull, _oggettoONull, _oggettoONull),
        Gen.Guid,
        (seq, utc, attore, a, o, json, corr) => new Evento(seq, utc, attore, a.ente, a.azione, o.Oggetto, o.Esito, json.Item1, json.Item2, json.Item3, corr));

    /// <summary>
    /// Returns the event number <paramref name="seq"/> of a series of ordinary events, which all differ in length and content.
    /// </summary>
    public static Evento Ordinario(long seq) => new(
        seq,
        new DateTime(2026, 11, 24, 10, 15, 30, DateTimeKind.Utc).AddTicks(seq * 12_345_678),
        seq % 5 == 0 ? Attore.Sistema : new Attore(Persona, "Rup", Ente),
        seq % 4 == 0 ? null : Ente,
        seq % 2 == 0 ? "affidamento.modifica" : "può \"dire\"",
        new OggettoEvento("Affidamento", Affidamento.ToString()),
        seq % 3 == 0 ? EsitoEvento.Negato : EsitoEvento.Ok,
        seq % 3 == 0 ? null : new JsonObject { ["importo"] = seq * 100, ["oggetto"] = "Pulizia degli uffici" },
        new JsonObject { ["oggetto"] = $"Pulizia dell'ufficio n° {seq}\n«città» 😀", ["importo"] = -seq, ["attivo"] = true },
        seq % 2 == 0 ? null : new JsonObject { ["percorsi"] = new JsonArray("b", null, 1), ["a"] = new JsonObject() },
        Corr);

    private static Gen<JsonObject> Oggetto(int livelli) =>
        Gen.Select(_testo, Nodo(livelli - 1)).Array[0, 4]
            .Select(coppie => new JsonObject(coppie.DistinctBy(c => c.Item1).Select(c => KeyValuePair.Create(c.Item1, c.Item2))));

    private static Gen<JsonNode?> Nodo(int livelli) => livelli == 0 ? _semplice : Gen.OneOf(
        _semplice,
        Oggetto(livelli).Select(o => (JsonNode?)o),
        Nodo(livelli - 1).Array[0, 3].Select(n => (JsonNode?)new JsonArray(n)));
}
