using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CsCheck;

namespace CigHub.Tests.Domain.Registro;

public class EventoTests
{
    private const string Scritto =
        """{"v":1,"seq":12,"utc":"2026-11-24T10:15:30.1234567Z","actor":{"id":"0193a5c0-0000-7000-8000-0000000000b2","identita":null,"ruolo":"Rup","ente":null},"ente":null,"azione":"a","oggetto":{"tipo":"T","id":"1"},"esito":"ok","prima":null,"dopo":{"a":1,"b":"è\n"},"dati":null,"corr":"0193a5c0-0000-7000-8000-0000000000c3"}""";

    [Fact]
    public void Qualunque_evento_torna_come_era() => SampleEventi.Qualunque.Sample(evento =>
    {
        var canonico = evento.Canonico();
        var letto = Evento.Leggi(canonico).Value;
        Assert.Equal(evento, letto);
        Assert.Equal(evento.GetHashCode(), letto.GetHashCode());
        Assert.Equal(DateTimeKind.Utc, letto.Utc.Kind);
        Assert.Equal(canonico, letto.Canonico());
    });

    [Fact]
    public void Byte_guastati_non_sono_un_evento_o_sono_i_byte_canonici_di_un_altro() =>
        Gen.Select(SampleEventi.Qualunque, Gen.Int[0, 1_000_000], Gen.Byte, Gen.Int[0, 2]).Sample((evento, dove, con, come) =>
        {
            var b = evento.Canonico().ToList();
            var i = dove % b.Count;
            switch (come)
            {
                case 0:
                    b[i] = con;
                    break;
                case 1:
                    b.Insert(i, con);
                    break;
                default:
                    b.RemoveAt(i);
                    break;
            }

            return !Evento.Leggi([.. b]).TryGet(out var letto) || letto.Canonico().SequenceEqual(b);
        });

    [Fact]
    public void Byte_a_caso_sono_rifiutati_senza_cadere() => Gen.Byte.Array[0, 200].Sample(b => !Evento.Leggi(b).IsSuccess);

    [Fact]
    public void Ogni_troncamento_e_rifiutato()
    {
        var canonico = Encoding.UTF8.GetBytes(Scritto);
        Assert.True(Evento.Leggi(canonico).IsSuccess);
        Assert.All(Enumerable.Range(0, canonico.Length), n => Refused(canonico[..n]));
    }

    [Theory]
    [InlineData("{\"v\":1,", "{ \"v\":1,")]
    [InlineData("{\"v\":1,", "\ufeff{\"v\":1,")]
    [InlineData("{\"v\":1,", "{\"v\":2,")]
    [InlineData("{\"v\":1,\"seq\":12", "{\"seq\":12,\"v\":1")]
    [InlineData("\"seq\":12", "\"seq\":0")]
    [InlineData("\"seq\":12", "\"seq\":-12")]
    [InlineData("\"seq\":12", "\"seq\":+12")]
    [InlineData("\"seq\":12", "\"seq\":012")]
    [InlineData("\"seq\":12", "\"seq\":12.0")]
    [InlineData("\"seq\":12", "\"seq\":9223372036854775808")]
    [InlineData("\"seq\":12", "\"seq\":\"12\"")]
    [InlineData("30.1234567Z", "30.123456Z")]
    [InlineData("30.1234567Z", "30.1234567")]
    [InlineData("30.1234567Z", "30.12345670Z")]
    [InlineData("30.1234567Z", "30.1234567+00:00")]
    [InlineData("T10:15", "T24:15")]
    [InlineData("T10:15", "t10:15")]
    [InlineData("2026-11-24", "2026-11-31")]
    [InlineData("2026-11-24", "0000-11-24")]
    [InlineData("0000000000b2", "0000000000B2")]
    [InlineData("\"id\":\"0193a5c0-0000-7000-8000-0000000000b2\"", "\"id\":\"0193a5c000007000800000000000b2\"")]
    [InlineData("\"corr\":\"0193a5c0-0000-7000-8000-0000000000c3\"", "\"corr\":null")]
    [InlineData("\"ruolo\":\"Rup\"", "\"ruolo\":null")]
    [InlineData("\"ruolo\":\"Rup\"", "\"ruolo\":\"\\u0052up\"")]
    [InlineData("\"esito\":\"ok\"", "\"esito\":\"Ok\"")]
    [InlineData("\"esito\":\"ok\"", "\"esito\":\"\"")]
    [InlineData("\"prima\":null", "\"prima\":[]")]
    [InlineData("\"prima\":null", "\"prima\":1")]
    [InlineData("\"prima\":null", "\"prima\": null")]
    [InlineData("\"prima\":null,", "")]
    [InlineData("\"a\":1,", "\"a\":1.0,")]
    [InlineData("\"a\":1,", "\"a\":1e2,")]
    [InlineData("\"a\":1,", "\"a\":-0,")]
    [InlineData("\"a\":1,", "\"a\":01,")]
    [InlineData("\"a\":1,", "\"a\":-,")]
    [InlineData("\"a\":1,", "\"a\":True,")]
    [InlineData("\"a\":1,", "\"a\":NaN,")]
    [InlineData("\"a\":1,", "\"a\":,")]
    [InlineData("\"a\":1,", "\"a\":[1,],")]
    [InlineData("\"a\":1,", "\"a\":1,\"a\":1,")]
    [InlineData("\"a\":1,", "\"c\":1,")]
    [InlineData("\"a\":1,", "\"\\\"\":1,\"!\":1,")]
    [InlineData("\"a\":1,", "/**/\"a\":1,")]
    [InlineData("\"è\\n\"", "\"è\n\"")]
    [InlineData("\"è\\n\"", "\"\\u00e8\\n\"")]
    [InlineData("\"è\\n\"", "\"è\\u000a\"")]
    [InlineData("\"è\\n\"", "\"è\\u0008\"")]
    [InlineData("\"è\\n\"", "\"è\\u001F\"")]
    [InlineData("\"è\\n\"", "\"è\\u0020\"")]
    [InlineData("\"è\\n\"", "\"è\\/\"")]
    [InlineData("\"è\\n\"", "\"\\ud800\"")]
    [InlineData("\"è\\n\"}", "\"è\\n\",}")]
    [InlineData("c3\"}", "c3\"}\n")]
    [InlineData("c3\"}", "c3\",\"x\":1}")]
    public void Lo_stesso_detto_in_un_altro_modo_e_rifiutato(string canonico, string altro)
    {
        Assert.Contains(canonico, Scritto, StringComparison.Ordinal);
        Refused(Encoding.UTF8.GetBytes(Scritto.Replace(canonico, altro, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("EDA080")] // half of a surrogate pair
    [InlineData("C0AF")] // longer than needed
    [InlineData("FF")]
    [InlineData("C3")]
    public void Byte_che_non_sono_utf_8_sono_rifiutati(string esadecimale)
    {
        var meta = Scritto.Split('è');
        Refused([.. Encoding.UTF8.GetBytes(meta[0]), .. Convert.FromHexString(esadecimale), .. Encoding.UTF8.GetBytes(meta[1])]);
    }

    [Fact]
    public void Un_numero_che_non_e_intero_non_si_scrive()
    {
        foreach (var testo in new[] { "1.5", "1.0", "1e2", "1E+2", "9223372036854775808", "-9223372036854775809" })
        {
            NonSiScrive(JsonNode.Parse(testo)!);
        }

        NonSiScrive(1.5);
        NonSiScrive(1d);
        NonSiScrive(100m);
        NonSiScrive(1f);
        NonSiScrive(ulong.MaxValue);
    }

    [Fact]
    public void Una_data_come_valore_non_si_scrive_perche_non_ha_un_solo_testo()
    {
        NonSiScrive(DateTime.UnixEpoch);
        NonSiScrive(DateTimeOffset.UnixEpoch);
        NonSiScrive('c');
    }

    [Fact]
    public void Ogni_tipo_intero_e_ogni_id_si_scrivono_allo_stesso_modo()
    {
        JsonObject dati = new()
        {
            ["a"] = (byte)7,
            ["b"] = (short)7,
            ["c"] = 7,
            ["d"] = 7L,
            ["e"] = 7u,
            ["f"] = JsonNode.Parse("7"),
            ["g"] = SampleEventi.Ente,
            ["h"] = JsonNode.Parse("-0")
        };
        var testo = Encoding.UTF8.GetString((SampleEventi.Ordinario(1) with { Dati = dati }).Canonico());

        Assert.Contains("""{"a":7,"b":7,"c":7,"d":7,"e":7,"f":7,"g":"0193a5c0-0000-7000-8000-0000000000a1","h":0}""", testo, StringComparison.Ordinal);
    }

    [Fact]
    public void Testo_che_non_e_unicode_non_si_scrive()
    {
        NonSiScrive("\ud800");
        NonSiScrive("a\udc00b");
        NonSiScrive(JsonNode.Parse("\"\\ud800\"")!);
        NonSiScrive(new JsonObject { ["\udfff"] = 1 });
    }

    [Fact]
    public void Una_chiave_ripetuta_non_si_scrive() => NonSiScrive(JsonNode.Parse("""{"a":1,"a":2}""")!);

    [Fact]
    public void Sessantaquattro_livelli_si_scrivono_e_si_rileggono_uno_di_piu_no()
    {
        static JsonNode Annidato(int livelli) =>
            Enumerable.Range(1, livelli).Aggregate((JsonNode)1, (dentro, i) => i % 2 == 1 ? new JsonArray(dentro) : new JsonObject { ["a"] = dentro });

        var evento = SampleEventi.Ordinario(1) with { Dati = new JsonObject { ["a"] = Annidato(62) } };
        Assert.Equal(evento, Evento.Leggi(evento.Canonico()).Value);
        NonSiScrive(Annidato(63));

        Assert.Contains("[1]", Encoding.UTF8.GetString(evento.Canonico()), StringComparison.Ordinal);
        var troppo = Encoding.UTF8.GetString(evento.Canonico()).Replace("[1]", "[[1]]", StringComparison.Ordinal);
        Refused(Encoding.UTF8.GetBytes(troppo));
        Refused(Encoding.UTF8.GetBytes(Scritto.Replace("\"a\":1", "\"a\":" + new string('[', 1_000_000), StringComparison.Ordinal)));
    }

    [Fact]
    public void Un_evento_senza_numero_ora_di_roma_o_esito_ignoto_non_si_scrive()
    {
        var evento = SampleEventi.Ordinario(1);
        Assert.ThrowsAny<ArgumentException>(() => (evento with { Seq = 0 }).Canonico());
        Assert.ThrowsAny<ArgumentException>(() => (evento with { Utc = DateTime.SpecifyKind(evento.Utc, DateTimeKind.Local) }).Canonico());
        Assert.ThrowsAny<ArgumentException>(() => (evento with { Utc = DateTime.SpecifyKind(evento.Utc, DateTimeKind.Unspecified) }).Canonico());
        Assert.ThrowsAny<ArgumentException>(() => (evento with { Esito = (EsitoEvento)2 }).Canonico());
        Assert.ThrowsAny<ArgumentException>(() => (evento with { Azione = null! }).Canonico());
    }

    [Fact]
    public void Due_eventi_sono_uguali_se_dicono_lo_stesso()
    {
        var evento = SampleEventi.Ordinario(1);
        Assert.Equal(evento, SampleEventi.Ordinario(1));
        Assert.NotEqual(evento, evento with { Dati = null });
        Assert.NotEqual(evento, evento with { Prima = [] });
        Assert.NotEqual(evento, evento with { Dopo = new JsonObject { ["importo"] = 1 } });
        Assert.NotEqual(evento, evento with { Attore = Attore.Sistema });
    }

    private static void Refused(byte[] b) => Assert.Equal("registro.evento-illeggibile", Assert.Single(Evento.Leggi(b).Errors).Code);

    private static void NonSiScrive(JsonNode valore) =>
        Assert.ThrowsAny<ArgumentException>(() => (SampleEventi.Ordinario(1) with { Dati = new JsonObject { ["x"] = valore } }).Canonico());
}
