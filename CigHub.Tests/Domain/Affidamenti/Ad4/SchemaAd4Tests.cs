using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti.Ad4;
using CsCheck;
using static CigHub.Tests.Domain.Affidamenti.Ad4.SampleSchede;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>
/// Checks each keyword of ANAC's JSON schema at its limits. One change to a valid scheda must give exactly the expected violations.
/// </summary>
public class SchemaAd4Tests
{
    private const string Agg = "/anacForm/aggiudicazioni/0";
    private const string Parita = Agg + "/paritaDiGenereGenerazionale";

    private static readonly string[] _senzaTipo = ["datiBaseAccessibilita", "datiBaseAggiudicazioneAppalto", "datiBaseSubappalti"];

    internal static string Sana { get; } = ConTutto();

    private static string[] Violazioni(string json) => [.. SchemaAd4.Controlla(json).Select(v => v.ToString())];

    /// <summary>Returns the JSON of the valid scheda with another value at a JSON pointer. A null value removes the member.</summary>
    internal static string With(string puntatore, string? valore) => With(Sana, puntatore, valore);

    /// <summary>Returns a JSON text with another value at a JSON pointer. A null value removes the member.</summary>
    internal static string With(string json, string puntatore, string? valore)
    {
        var radice = JsonNode.Parse(json)!;
        var passi = puntatore.Split('/')[1..];
        var dove = passi[..^1].Aggregate(
            radice, static (n, p) => n is JsonArray righe ? righe[int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)]! : n[p]!);
        if (dove is JsonArray elenco)
        {
            elenco[int.Parse(passi[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(valore!);
        }
        else if (valore is null)
        {
            dove.AsObject().Remove(passi[^1]);
        }
        else
        {
            dove[passi[^1]] = JsonNode.Parse(valore);
        }

        return radice.ToJsonString();
    }

    private static string ConTutto()
    {
        var scheda = JsonNode.Parse(Raggruppamento.ConValori(PathOf("afferenteInvestimentiPNRR"), "true").ConValori(PathOf("acquisizioneCup"), "true")
            .ConValori(PathOf("cupLotto/0"), Cup).Scheda.Json())!;
        scheda["espd"] = "testo";
        var a = scheda["anacForm"]!["aggiudicazioni"]![0]!;
        var ml = """{"de":"a","en":"b"}""";
        var codice = """{"idTipologica":"lista","codice":"1"}""";
        a["paritaDiGenereGenerazionale"] = JsonNode.Parse(
            $$"""{"derogaAQ":true,"quota30PerCento":"SI","quotaInferioreOccupFemminile":12.5,"quotaInferioreOccupGiovanile":0,"motivoDeroga":[{{codice}}],"ulterioriMisurePremiali":true,"misurePremiali":[{{codice}}]}""");
        a["datiBaseAccessibilita"] = JsonNode.Parse(
            $$"""{"accessibilita":{"idTipologica":"accessibilita","codice":"inc"},"giustificazione":"x","giustificazioneMl":{{ml}}}""");
        a["datiBaseDocumenti"] = JsonNode.Parse($$"""{"url":"qualunque testo","lingue":[{{codice}}]}""");
        a["categoriaScorporabile"] = JsonNode.Parse($"[{codice}]");
        a["quadroEconomicoConcessioni"] = JsonNode.Parse("""{"entrateUtenza":1,"introitoAttivo":2.25}""");
        a["docFAP"] = true;
        a["datiBase"]!["oggettoMl"] = JsonNode.Parse(ml);
        a["partecipanti"]![0]!["tipologiaAvvalimento"] = JsonNode.Parse(codice);
        scheda["anacForm"]!["appalto"]!["datiBaseSubappalti"] = JsonNode.Parse($$"""{"subappalto":{{codice}}}""");
        scheda["anacForm"]!["stazioniAppaltanti"]![0]!["funzioniSvolte"] = JsonNode.Parse($"[{codice}]");
        return scheda.ToJsonString();
    }

    [Fact]
    public void Una_scheda_sana_non_ha_violazioni()
    {
        Assert.Empty(Violazioni(Sana));
        Assert.Empty(Violazioni(Completa.Scheda.Json()));
        Assert.Empty(Violazioni(ConPnrr.Scheda.Json()));
        Assert.Empty(Violazioni(Raggruppamento.Scheda.Json()));
    }

    [Fact]
    public void Manca_tutto()
    {
        Assert.Equal(["/anacForm required"], Violazioni("{}"));
        Assert.Equal(["/anacForm/stazioniAppaltanti required", "/anacForm/appalto required", "/anacForm/aggiudicazioni required"],
            Violazioni("""{"anacForm":{}}"""));
    }

    [Fact]
    public void Cio_che_non_si_legge_ha_una_violazione_sulla_radice()
    {
        foreach (var riga in new[] { "", "  ", "{", "[]", "null", "7", "nulla", """{"anacForm":{},"anacForm":{}}""", """{"a":1,}""", "{} {}", "{\"a\":NaN}" })
        {
            Assert.Equal([" type"], Violazioni(riga));
        }
    }

    [Theory]
    [InlineData("\"1234567\"", "minLength")]
    [InlineData("\"12345678\"", null)]
    [InlineData("\"1234567😀\"", null)]
    [InlineData("\"123456😀\"", "minLength")]
    [InlineData("\"1234567\\ud800\"", null)]
    [InlineData("12345678", "type")]
    public void La_lunghezza_si_conta_in_caratteri_unicode(string valore, string? parola)
    {
        const string Qui = "/anacForm/appalto/codiceAppalto";
        Assert.Equal(parola is null ? [] : [$"{Qui} {parola}"],
            Violazioni(With(Qui, "0").Replace("\"codiceAppalto\":0", "\"codiceAppalto\":" + valore, StringComparison.Ordinal)));
    }

    [Fact]
    public void La_lunghezza_massima_e_compresa()
    {
        const string Qui = "/anacForm/appalto/codiceAppalto";
        Assert.Empty(Violazioni(With(Qui, '"' + new string('x', 64) + '"')));
        Assert.Empty(Violazioni(With(Qui, '"' + string.Concat(Enumerable.Repeat("😀", 64)) + '"')));
        Assert.Equal([Qui + " maxLength"], Violazioni(With(Qui, '"' + new string('x', 65) + '"')));
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("-0.0", null)]
    [InlineData("100", null)]
    [InlineData("1e2", null)]
    [InlineData("100.000", null)]
    [InlineData("-0.01", "minimum")]
    [InlineData("-1e-400", "minimum")]
    [InlineData("1e-400", null)]
    [InlineData("100.0000000000000000000000000000000000001", "maximum")]
    [InlineData("99.9999999999999999999999999999999999999", null)]
    [InlineData("1e400", "maximum")]
    [InlineData("-1e99999999999999999999", "minimum")]
    [InlineData("0e99999999999999999999", null)]
    [InlineData("\"50\"", "type")]
    [InlineData("true", "type")]
    [InlineData("null", "type")]
    public void Le_percentuali_vanno_da_0_a_100(string valore, string? parola) =>
        Assert.Equal(parola is null ? [] : [$"{Parita}/quotaInferioreOccupGiovanile {parola}"],
            Violazioni(With(Parita + "/quotaInferioreOccupGiovanile", "\"@\"").Replace("\"@\"", valore, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"SI\"", null)]
    [InlineData("\"NO\"", null)]
    [InlineData("\"SI_QUOTA_INFERIORE\"", null)]
    [InlineData("\"si\"", "enum")]
    [InlineData("\"\"", "enum")]
    [InlineData("null", "type enum")]
    public void La_quota_ha_tre_risposte(string valore, string? parole) =>
        Assert.Equal(parole?.Split(' ').Select(p => $"{Parita}/quota30PerCento {p}") ?? [], Violazioni(With(Parita + "/quota30PerCento", valore)));

    [Theory]
    [InlineData("2026-11-24T10:30:00Z", true)]
    [InlineData("2026-11-24t10:30:00.123456789z", true)]
    [InlineData("2026-11-24T10:30:00+01:00", true)]
    [InlineData("2024-02-29T23:59:59-23:59", true)]
    [InlineData("2016-12-31T23:59:60Z", true)]
    [InlineData("2017-01-01T00:59:60+01:00", true)]
    [InlineData("2026-11-24T10:30:60Z", false)]
    [InlineData("2026-11-24T10:30:00", false)]
    [InlineData("2026-11-24T10:30Z", false)]
    [InlineData("2026-11-24 10:30:00Z", false)]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-02-29T10:30:00Z", false)]
    [InlineData("2026-13-01T10:30:00Z", false)]
    [InlineData("2026-11-24T24:00:00Z", false)]
    [InlineData("2026-11-24T10:30:00+24:00", false)]
    [InlineData("2026-11-24T10:30:00.Z", false)]
    [InlineData("2026-11-24T10:30:00Z\\n", false)]
    [InlineData("24/11/2026", false)]
    [InlineData("", false)]
    public void Le_date_sono_dell_rfc_3339(string data, bool valida)
    {
        foreach (var qui in new[] { "/anacForm/appalto/dataAdesione", Agg + "/datiBaseAggiudicazioneAppalto/dataAggiudicazione" })
        {
            Assert.Equal(valida ? [] : [qui + " format"], Violazioni(With(qui, $"\"{data}\"")));
        }
    }

    [Theory]
    [InlineData("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", true)]
    [InlineData("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", true)]
    [InlineData("00000000-0000-0000-0000-000000000000", true)]
    [InlineData("f81d4fae7dec11d0a76500a0c91e6bf6", false)]
    [InlineData("{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", false)]
    [InlineData("f81d4fae-7dec-11d0-a765-00a0c91e6bfg", false)]
    [InlineData("", false)]
    public void L_identificativo_del_partecipante_e_un_uuid(string id, bool valido) =>
        Assert.Equal(valido ? [] : [Agg + "/partecipanti/0/idPartecipante format"], Violazioni(With(Agg + "/partecipanti/0/idPartecipante", $"\"{id}\"")));

    [Fact]
    public void Nessuna_proprieta_in_piu_se_non_in_un_valore_codificato()
    {
        Assert.Equal([" additionalProperties"], Violazioni(With("/x", "1")));
        Assert.Equal(["/anacForm additionalProperties"], Violazioni(With("/anacForm/x", "null")));
        Assert.Equal([Agg + "/datiBaseAccessibilita additionalProperties"], Violazioni(With(Agg + "/datiBaseAccessibilita/x", "1")));
        Assert.Empty(Violazioni(With(Agg + "/ccnl/descrizione", """{"it":"x"}""")));
        Assert.Equal([Agg + "/ccnl/idTipologica required", Agg + "/ccnl/codice required"], Violazioni(With(Agg + "/ccnl", "{}")));
        Assert.Equal([Agg + "/ccnl/idTipologica required"], Violazioni(With(Agg + "/ccnl", """{"codice":"B03"}""")));
        Assert.Equal([Agg + "/ccnl type"], Violazioni(With(Agg + "/ccnl", "\"B03\"")));
        Assert.Equal([Agg + "/ccnl/codice type"], Violazioni(With(Agg + "/ccnl/codice", "1")));
    }

    [Fact]
    public void Tre_oggetti_non_hanno_un_tipo_dichiarato()
    {
        foreach (var valore in new[] { "null", "\"testo\"", "7", "true", "[]", """[{"accessibilita":5}]""" })
        {
            Assert.Empty(Violazioni(With(Agg + "/datiBaseAccessibilita", valore)));
            Assert.Empty(Violazioni(With(Agg + "/datiBaseAggiudicazioneAppalto", valore)));
            Assert.Empty(Violazioni(With("/anacForm/appalto/datiBaseSubappalti", valore)));
        }

        Assert.Equal([Agg + "/datiBaseAggiudicazioneAppalto/dataAggiudicazione required"], Violazioni(With(Agg + "/datiBaseAggiudicazioneAppalto", "{}")));
        Assert.Equal([Agg + "/datiBaseAggiudicazioneAppalto required"], Violazioni(With(Agg + "/datiBaseAggiudicazioneAppalto", null)));
        Assert.Equal(["/anacForm/appalto/datiBaseSubappalti/subappalto type"], Violazioni(With("/anacForm/appalto/datiBaseSubappalti/subappalto", "[]")));
    }

    [Fact]
    public void Gli_elenchi_vuoti_li_giudicano_le_regole()
    {
        Assert.Empty(Violazioni(With("/anacForm/aggiudicazioni", "[]")));
        Assert.Empty(Violazioni(With(Agg + "/partecipanti", "[]")));
        Assert.Empty(Violazioni(With("/anacForm/stazioniAppaltanti", "[]")));
    }

    [Fact]
    public void Un_danno_solo_e_proprio_quello_si_vede()
    {
        var luoghi = Luoghi(JsonNode.Parse(Sana)!, "").ToArray();
        Assert.True(luoghi.Length > 100);
        var sbagliati = new[] { "null", "[[]]", "{\"\":[]}", "true", "\"@\"", "0.5" };
        Gen.Select(Gen.Int[0, luoghi.Length - 1], Gen.Int[0, sbagliati.Length - 1]).Sample(
            (dove, cosa) =>
            {
                var (puntatore, tipo) = luoghi[dove];
                var trovate = Violazioni(With(puntatore, sbagliati[cosa]));
                var dichiarato = !_senzaTipo.Any(n => puntatore.EndsWith('/' + n, StringComparison.Ordinal));
                if (dichiarato && TipoDi(JsonNode.Parse(sbagliati[cosa])) != tipo)
                {
                    Assert.Equal([puntatore + " type"], trovate.Except([Parita + "/quota30PerCento enum"]));
                }
                else
                {
                    Assert.DoesNotContain(puntatore + " type", trovate);
                }
            },
            iter: 1000);
    }

    private static IEnumerable<(string Puntatore, string Tipo)> Luoghi(JsonNode nodo, string qui)
    {
        var figli = nodo switch
        {
            JsonObject o => o.Select(v => (v.Key, v.Value)),
            JsonArray a => a.Select((v, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), v)),
            _ => [],
        };
        return figli.SelectMany(f => Luoghi(f.Item2!, $"{qui}/{f.Item1}").Prepend(($"{qui}/{f.Item1}", TipoDi(f.Item2))));
    }

    private static string TipoDi(JsonNode? nodo) => nodo?.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "Boolean",
        { } tipo => tipo.ToString(),
        null => "Null",
    };
}
