using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti.Ad4;
using CsCheck;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

public class SchedaAd4Tests
{
    private static SchedaAd4 ConAggiudicazione(string aggiudicazione) =>
        SchedaAd4.DaJson($$$"""{"anacForm":{"aggiudicazioni":[{{{aggiudicazione}}}]}}""");

    private static void TornaUguale(string json) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(SchedaAd4.DaJson(json).Json())), SchedaAd4.DaJson(json).Json());

    [Fact]
    public void I_nomi_e_i_livelli_sono_quelli_di_anac()
    {
        var a = ConAggiudicazione("""
            {"afferenteInvestimentiPNRR":true,"docFAP":false,"datiBaseCPV":{"cpvPrevalente":{"idTipologica":"CPV","codice":"90911200"}},
             "datiBaseContratto":{"codNUTS":{"idTipologica":"codNUTS","codice":"ITI43"}},
             "paritaDiGenereGenerazionale":{"derogaAQ":true,"quota30PerCento":"SI","quotaInferioreOccupFemminile":12.5},
             "quadroEconomicoConcessioni":{"finanziamentiCanoniPA":10.25,"sommeADisposizione":1},
             "partecipanti":[{"ruoloOE":{"idTipologica":"ruoloOE","codice":"14"},"tipoOE":{"idTipologica":"tipoOE","codice":"1"}}]}
            """).AnacForm!.Aggiudicazioni!.Single();

        Assert.True(a.AfferenteInvestimentiPnrr);
        Assert.False(a.DocFap);
        Assert.Equal(new CodiceTipologica("CPV", "90911200"), a.DatiBaseCpv!.CpvPrevalente);
        Assert.Equal("ITI43", a.DatiBaseContratto!.CodNuts!.Codice);
        Assert.True(a.ParitaDiGenereGenerazionale!.DerogaAq);
        Assert.Equal("SI", a.ParitaDiGenereGenerazionale.Quota30PerCento);
        Assert.Equal(12.5m, a.ParitaDiGenereGenerazionale.QuotaInferioreOccupFemminile);
        Assert.Equal(10.25m, a.QuadroEconomicoConcessioni!.FinanziamentiCanoniPa);
        Assert.Equal(1m, a.QuadroEconomicoConcessioni.SommeADisposizione);
        Assert.Equal("14", a.Partecipanti![0].RuoloOe!.Codice);
        Assert.Equal("1", a.Partecipanti[0].TipoOe!.Codice);
        Assert.Null(a.Altro);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"anacForm":null}""")]
    [InlineData("""{"anacForm":{"aggiudicazioni":[]}}""")]
    [InlineData("""{"anacForm":{"aggiudicazioni":[{"cupLotto":null}]}}""")]
    [InlineData("""{"anacForm":{"aggiudicazioni":[{"cupLotto":[]}]}}""")]
    [InlineData("""{"anacForm":{"aggiudicazioni":[{"paritaDiGenereGenerazionale":{}}]}}""")]
    public void Assente_nullo_e_vuoto_restano_distinti(string json) => TornaUguale(json);

    [Theory]
    [InlineData("""{"nuovoCampo":{"a":[1,null,"x"]},"anacForm":{"appalto":{"altro":true,"cig":"B1234ABC7C"}}}""")]
    [InlineData("""{"anacForm":{"appalto":{"datiBaseSubappalti":{"subappalto":{"idTipologica":"subappalto","codice":"no","extra":1}}}}}""")]
    public void Le_proprieta_sconosciute_restano(string json) => TornaUguale(json);

    [Theory]
    [InlineData("""{"anacForm":{"appalto":{"datiBaseSubappalti":"testo"}}}""")]
    [InlineData("""{"anacForm":{"aggiudicazioni":[{"datiBaseAccessibilita":7,"datiBaseAggiudicazioneAppalto":[1]}]}}""")]
    [InlineData("""{"anacForm":{"aggiudicazioni":[{"quadroEconomicoStandard":{"impServizi":"centomila"},"cupLotto":["F81B26000010006",5]}]}}""")]
    [InlineData("""{"anacForm":[1,2]}""")]
    public void Un_valore_di_un_altro_tipo_resta_come_e_arrivato(string json) => TornaUguale(json);

    [Fact]
    public void Una_data_resta_il_testo_che_era_e_un_importo_e_esatto()
    {
        const string Json =
            """{"anacForm":{"appalto":{"dataAdesione":"2026-11-23T23:00:00+01:00"},"aggiudicazioni":[{"quadroEconomicoStandard":{"impServizi":123456789012.34}}]}}""";

        var scheda = SchedaAd4.DaJson(Json);

        Assert.Equal("2026-11-23T23:00:00+01:00", scheda.AnacForm!.Appalto!.DataAdesione);
        Assert.Equal(123456789012.34m, scheda.AnacForm.Aggiudicazioni![0].QuadroEconomicoStandard!.ImpServizi);
        Assert.Equal(Json, scheda.Json());
    }

    [Fact]
    public void Un_membro_riscritto_prende_il_posto_di_cio_che_non_si_leggeva()
    {
        var scheda = SchedaAd4.DaJson("""{"espd":5}""") with { Espd = "testo" };

        Assert.Equal("""{"espd":"testo"}""", scheda.Json());
    }

    [Fact]
    public void Il_serializzatore_del_sistema_scrive_la_stessa_scheda()
    {
        var scheda = SampleSchede.ConPnrr.Scheda;

        Assert.Equal(scheda.Json(), JsonSerializer.Deserialize<SchedaAd4>(JsonSerializer.Serialize(scheda))!.Json());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("{")]
    public void Cio_che_non_e_un_oggetto_json_e_rifiutato(string json) =>
        Assert.ThrowsAny<JsonException>(() => SchedaAd4.DaJson(json));

    [Fact]
    public void Qualunque_documento_letto_e_riscritto_e_lo_stesso()
    {
        // Damaged documents: any property of the model with any value, besides the minimal form that makes the document a scheda.
        var nomi = CatalogoAd4.Campi.SelectMany(c => c.Percorso.Split('/')).Where(n => n is not ("*" or "anacForm")).Append("sconosciuta").Distinct().ToArray();
        var foglia = Gen.OneOf(
            Gen.Const("null"), Gen.Bool.Select(b => b ? "true" : "false"), Gen.Int.Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.String.AlphaNumeric.Select(s => $"\"{s}\""), Gen.Const("[]"), Gen.Const("{}"));
        var nodo = foglia;
        for (var livello = 0; livello < 4; livello++)
        {
            var sotto = nodo;
            var oggetto = Gen.Select(Gen.OneOf(nomi.Select(Gen.Const).ToArray()), sotto).Array[0, 4]
                .Select(voci => "{" + string.Join(',', voci.DistinctBy(v => v.Item1).Select(v => $"\"{v.Item1}\":{v.Item2}")) + "}");
            nodo = Gen.OneOf(sotto, oggetto, sotto.Array[0, 3].Select(righe => "[" + string.Join(',', righe) + "]"));
        }

        Gen.Select(Gen.OneOf(nomi.Select(Gen.Const).ToArray()), nodo).Array[0, 5]
            .Select(voci => "{" + string.Join(',', voci.DistinctBy(v => v.Item1).Select(v => $"\"{v.Item1}\":{v.Item2}")
                .Append("\"anacForm\":{\"aggiudicazioni\":[{}]}").Distinct()) + "}")
            .Sample(TornaUguale, iter: 500);
    }
}
