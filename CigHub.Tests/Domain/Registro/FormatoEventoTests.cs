using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;

namespace CigHub.Tests.Domain.Registro;

/// <summary>
/// Checks the format of events, to the byte. The expected bytes and leaves were produced by another program (Python's <c>json</c> and
/// <c>hashlib</c>). When a test fails, the code is wrong and not the test, because events written earlier must pass verification for ever.
/// </summary>
public class FormatoEventoTests
{
    [Fact]
    public void Un_evento_con_tutto_a_null_e_scritto_cosi()
    {
        var evento = new Evento(
            1, new DateTime(2026, 11, 24, 10, 15, 30, DateTimeKind.Utc).AddTicks(1234567), Attore.Sistema, null, "registro.inizia",
            new OggettoEvento("Registro", "1"), EsitoEvento.Ok, null, null, null, SampleEventi.Corr);

        Atteso(
            evento,
            """{"v":1,"seq":1,"utc":"2026-11-24T10:15:30.1234567Z","actor":{"id":null,"identita":null,"ruolo":"sistema","ente":null},"ente":null,"azione":"registro.inizia","oggetto":{"tipo":"Registro","id":"1"},"esito":"ok","prima":null,"dopo":null,"dati":null,"corr":"0193a5c0-0000-7000-8000-0000000000c3"}""",
            292,
            "9bb604ec09eeae251a20b21fcb5c7b82eb80e24f8e0bdadc323e345402caf696");
    }

    [Fact]
    public void Accenti_virgolette_caratteri_di_controllo_ed_emoji_sono_scritti_cosi()
    {
        var evento = new Evento(
            2,
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            new Attore(SampleEventi.Persona, "RUP", SampleEventi.Ente, string.Concat(Enumerable.Repeat("0123456789abcdef", 4))),
            SampleEventi.Ente,
            "affidamento.modifica",
            new OggettoEvento("Affidamento", SampleEventi.Affidamento.ToString()),
            EsitoEvento.Negato,
            new JsonObject { ["Affidamento/1"] = new JsonObject { ["oggetto"] = "Perché «città» è già così: à è é ì ò ù", ["importo"] = -1234567890 } },
            new JsonObject
            {
                ["Affidamento/1"] = new JsonObject
                {
                    ["oggetto"] = "virgolette \" barra \\ diritta /",
                    ["importo"] = long.MaxValue,
                    ["vuoto"] = null,
                    ["si"] = true,
                    ["no"] = false
                }
            },
            new JsonObject { ["testo"] = "a\b\t\n\f\r\0\u0001\u001f\u007f\u0080\u2028<>&'+`", ["emoji"] = "😀 👩\u200d💻" },
            SampleEventi.Corr);

        Atteso(
            evento,
            """{"v":1,"seq":2,"utc":"2026-01-01T00:00:00.0000000Z","actor":{"id":"0193a5c0-0000-7000-8000-0000000000b2","identita":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","ruolo":"RUP","ente":"0193a5c0-0000-7000-8000-0000000000a1"},"ente":"0193a5c0-0000-7000-8000-0000000000a1","azione":"affidamento.modifica","oggetto":{"tipo":"Affidamento","id":"0193a5c0-0000-7000-8000-0000000000d4"},"esito":"negato","prima":{"Affidamento/1":{"importo":-1234567890,"oggetto":"Perché «città» è già così: à è é ì ò ù"}},"dopo":{"Affidamento/1":{"importo":9223372036854775807,"no":false,"oggetto":"virgolette \" barra \\ diritta /","si":true,"vuoto":null}},"""
            + "\"dati\":{\"emoji\":\"😀 👩\u200d💻\",\"testo\":\"a\\b\\t\\n\\f\\r\\u0000\\u0001\\u001f\u007f\u0080\u2028<>&'+`\"},"
            + "\"corr\":\"0193a5c0-0000-7000-8000-0000000000c3\"}",
            800,
            "46060089ca8ed104bf20fa61d6be45c35c0447661d968799f0edc01a2b938008");
    }

    [Fact]
    public void Le_chiavi_annidate_sono_ordinate_per_unita_utf_16_e_gli_elenchi_restano_come_sono()
    {
        var evento = new Evento(
            long.MaxValue,
            DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
            new Attore(SampleEventi.Persona, "RUP", null),
            SampleEventi.Ente,
            "a\"b",
            new OggettoEvento("T\n", "è😀"),
            EsitoEvento.Ok,
            [],
            new JsonObject
            {
                ["z"] = new JsonArray(),
                ["a"] = new JsonObject(),
                ["b"] = new JsonArray(new JsonObject { ["y"] = 1, ["x"] = new JsonArray(3, 1, 2) }, null, "1")
            },
            (JsonObject)JsonNode.Parse(
                """{"\ue000":1,"😀":2,"é":3,"a":4,"A":5,"a\n":6,"":7,"a\"":8,"aa":9,"10":10,"9":11,"nel":{"z":{"d":1,"c":{"b":0,"a":-1}},"a":1}}""")!,
            SampleEventi.Corr);

        Atteso(
            evento,
            """{"v":1,"seq":9223372036854775807,"utc":"9999-12-31T23:59:59.9999999Z","actor":{"id":"0193a5c0-0000-7000-8000-0000000000b2","identita":null,"ruolo":"RUP","ente":null},"ente":"0193a5c0-0000-7000-8000-0000000000a1","azione":"a\"b","oggetto":{"tipo":"T\n","id":"è😀"},"esito":"ok","prima":{},"dopo":{"a":{},"b":[{"x":[3,1,2],"y":1},null,"1"],"z":[]},"dati":{"":7,"10":10,"9":11,"A":5,"a":4,"a\n":6,"a\"":8,"aa":9,"nel":{"a":1,"z":{"c":{"a":-1,"b":0},"d":1}},"é":3,"😀":2,"""
            + "\"\ue000\":1},"
            + "\"corr\":\"0193a5c0-0000-7000-8000-0000000000c3\"}",
            528,
            "3e73ea9dbd16bbcf8c287a2bd6bc8ae8ae4fe028c07c13bc92be981db5a58a15");
    }

    [Fact]
    public void L_ordine_in_cui_le_chiavi_arrivano_non_cambia_i_byte()
    {
        Evento Con(string dati) => SampleEventi.Ordinario(1) with { Dati = (JsonObject)JsonNode.Parse(dati)! };

        Assert.Equal(Con("""{"a":1,"b":{"c":[1,2],"d":null}}""").Canonico(), Con("""{ "b": {"d": null, "c": [1, 2]}, "a": 1 }""").Canonico());
        Assert.NotEqual(Con("""{"a":[1,2]}""").Canonico(), Con("""{"a":[2,1]}""").Canonico());
    }

    private static void Atteso(Evento evento, string testo, int lunghezza, string foglia)
    {
        var canonico = evento.Canonico();

        Assert.Equal(testo, Encoding.UTF8.GetString(canonico));
        Assert.Equal(lunghezza, canonico.Length);
        Assert.Equal(foglia, Convert.ToHexStringLower(MerkleTree.Leaf(canonico)));
        Assert.Equal(evento, Evento.Leggi(canonico).Value);
    }
}
