using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti.Ad4;
using CsCheck;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>Checks the script <c>docs/esempi/verifica-ad4.cs</c>: the line that it writes for each scheda that it reads.</summary>
public class VerificaAd4Tests
{
    private const string Agg = "/anacForm/aggiudicazioni/0";
    private const string Sano = """{"reg":[],"schema":[]}""";

    private static string With(string puntatore, string? valore) => VerificaAd4.Riga(SchemaAd4Tests.With(puntatore, valore));

    private static string Reg(params string[] codici) => $$"""{"reg":[{{string.Join(',', codici.Select(c => $"\"{c}\""))}}],"schema":[]}""";

    [Fact]
    public void Una_scheda_sana_ha_due_elenchi_vuoti() => Assert.Equal(Sano, VerificaAd4.Riga("\uFEFF " + SchemaAd4Tests.Sana + " \r"));

    [Fact]
    public void Ordinati_distinti_e_le_regole_solo_dopo_lo_schema()
    {
        Assert.Equal("""{"reg":[],"schema":["/anacForm/aggiudicazioni required","/anacForm/appalto required","/anacForm/stazioniAppaltanti required"]}""",
            VerificaAd4.Riga("""{"anacForm":{}}"""));
        Assert.Equal("""{"reg":[],"schema":[" additionalProperties","/anacForm required"]}""", VerificaAd4.Riga("""{"b":1,"a":1}"""));
        Assert.Equal("""{"reg":[],"schema":["/anacForm/aggiudicazioni/0/ccnl required"]}""", With(Agg + "/ccnl", null));
        Assert.Equal(Reg("REG18", "REG32"),
            VerificaAd4.Riga(SchemaAd4Tests.With(Agg + "/acquisizioneCup", "false").Replace("\"inc\"", "\"n-inc\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"inc\"")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void REG32_senza_una_risposta_leggibile(string valore) => Assert.Equal(Reg("REG32"), With(Agg + "/datiBaseAccessibilita", valore));

    [Fact]
    public void I_casi_sottili_delle_regole()
    {
        Assert.Equal(Reg("REG32"), With(Agg + "/datiBaseAccessibilita", null));
        Assert.Equal(Reg("REG32", "REG33"), With(Agg + "/datiBaseAccessibilita", """{"accessibilita":{"idTipologica":"accessibilita","codice":"n-inc-just"},"giustificazione":""}"""));
        Assert.Equal(Reg("REG32"), With(Agg + "/datiBaseAccessibilita", """{"accessibilita":{"idTipologica":"accessibilita","codice":"n-inc-just"},"giustificazione":" "}"""));
        Assert.Equal(Sano, With(Agg + "/paritaDiGenereGenerazionale", """{"quota30PerCento":"NO","motivoDeroga":[],"misurePremiali":[]}"""));
        Assert.Equal(Reg("REG27"), With(Agg + "/paritaDiGenereGenerazionale", """{"quota30PerCento":"NO","misurePremiali":[]}"""));
        Assert.Equal(Reg("REG22", "REG28"), With(Agg + "/paritaDiGenereGenerazionale", "{}"));
        Assert.Equal(Reg("REG21"), With(Agg + "/paritaDiGenereGenerazionale", null));
        Assert.Equal(Reg("REG23"), With(Agg + "/paritaDiGenereGenerazionale",
            """{"quota30PerCento":"SI_QUOTA_INFERIORE","quotaInferioreOccupFemminile":0.0,"quotaInferioreOccupGiovanile":0,"motivoDeroga":[],"misurePremiali":[]}"""));
        Assert.Equal(Sano, With(Agg + "/paritaDiGenereGenerazionale",
            """{"quota30PerCento":"SI_QUOTA_INFERIORE","quotaInferioreOccupFemminile":0,"motivoDeroga":[],"misurePremiali":[]}"""));
        Assert.Equal(Reg("REG112"), With("/anacForm/aggiudicazioni", "[]"));
        Assert.Equal(Reg("REG78"), With(Agg + "/partecipanti", "[]"));
        Assert.Equal(Reg("REG19"), With(Agg + "/cupLotto", null));
        Assert.Equal(Sano, With(Agg + "/cupLotto", "[\"\"]"));
        Assert.Equal(Reg("REG100"), With(Agg + "/partecipanti/1/idPartecipante", "\"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6\""));
        Assert.Equal(Reg("REG53"), With(Agg + "/partecipanti/1/importo", "1"));
        Assert.Equal(Reg("REG52"), With(Agg + "/partecipanti/1/ruoloOE", """{"idTipologica":"ruoloOE","codice":""}"""));
        Assert.Equal("""{"reg":[],"schema":["/anacForm/aggiudicazioni/0/datiBaseAccessibilita/accessibilita/codice required"]}""",
            With(Agg + "/datiBaseAccessibilita", """{"accessibilita":{"idTipologica":"accessibilita"}}"""));
    }

    [Theory]
    [InlineData("30", "30", "REG24")]
    [InlineData("30", "29.99999999999999999999999999999999999", null)]
    [InlineData("3e1", "30.00000000000000000000000000000000001", "REG24")]
    public void REG24_con_tutte_le_cifre(string donne, string giovani, string? codice) => Assert.Equal(codice is null ? Sano : Reg(codice),
        VerificaAd4.Riga(SchemaAd4Tests.With(Agg + "/paritaDiGenereGenerazionale/quotaInferioreOccupFemminile", "\"@1\"")
            .Replace("\"@1\"", donne, StringComparison.Ordinal)
            .Replace("\"quotaInferioreOccupGiovanile\":0", "\"quotaInferioreOccupGiovanile\":" + giovani, StringComparison.Ordinal)));

    [Theory]
    [InlineData("1e400", "REG53")]
    [InlineData("1e-400", "REG53")]
    [InlineData("-1e400", null)]
    public void Gli_importi_oltre_ogni_misura(string importo, string? codice) => Assert.Equal(codice is null ? Sano : Reg(codice),
        VerificaAd4.Riga(SchemaAd4Tests.With(Agg + "/partecipanti/1/importo", "\"@\"").Replace("\"@\"", importo, StringComparison.Ordinal)));

    [Fact]
    public void Niente_la_fa_cadere()
    {
        var profonda = new string('[', 100_000);
        var annidata = new string('[', 500) + new string(']', 500);
        Assert.Equal("""{"reg":[],"schema":[" type"]}""", VerificaAd4.Riga(profonda));
        Assert.Equal(Sano, VerificaAd4.Riga(SchemaAd4Tests.With(Agg + "/ccnl/x", "\"@\"").Replace("\"@\"", annidata, StringComparison.Ordinal)));
        Assert.Equal(Sano, VerificaAd4.Riga(
            SchemaAd4Tests.Sana.Replace("\"codiceFiscale\":\"", "\"codiceFiscale\":\"\\udc00\\\\ud800", StringComparison.Ordinal)));
        Assert.Equal("""{"reg":[],"schema":[" additionalProperties"]}""", VerificaAd4.Riga(SchemaAd4Tests.Sana.Insert(1, "\"\\ud800\":1,")));
        Assert.Equal(Sano, VerificaAd4.Riga(SchemaAd4Tests.Sana.Replace("\"espd\":\"", "\"espd\":\"\ud800", StringComparison.Ordinal)));
        Gen.String.Sample(s => JsonDocument.Parse(VerificaAd4.Riga(s)).Dispose());
        Gen.Select(Gen.Int[0, SchemaAd4Tests.Sana.Length - 1], Gen.Char).Sample(
            (dove, c) => JsonDocument.Parse(VerificaAd4.Riga(SchemaAd4Tests.Sana.Remove(dove, 1).Insert(dove, c.ToString()))).Dispose());
    }

    [Theory]
    [InlineData("12345678901234567890123456789.123456789")]
    [InlineData("0.00000000000000000000000000000000000001")]
    [InlineData("1e400")]
    [InlineData("-0")]
    [InlineData("1.10")]
    public void Un_numero_letto_e_riscritto_vale_lo_stesso(string numero)
    {
        var json = SchemaAd4Tests.With(Agg + "/partecipanti/0/importo", "\"@\"").Replace("\"@\"", numero, StringComparison.Ordinal);
        using var prima = JsonDocument.Parse(json);
        using var dopo = JsonDocument.Parse(SchedaAd4.DaJson(json).Json());
        Assert.True(JsonElement.DeepEquals(prima.RootElement, dopo.RootElement));
    }

    [Fact]
    public void Qualunque_valore_nei_posti_senza_tipo_torna_uguale()
    {
        var foglia = Gen.OneOf(
            Gen.Const("null"), Gen.Const("true"), Gen.Const("[]"), Gen.Const("{}"), Gen.Const("\"\""),
            Gen.Select(Gen.Long, Gen.ULong, Gen.Int[-40, 40]).Select((a, b, e) => $"{a}.{b}e{e}"),
            Gen.String.Select(s => JsonSerializer.Serialize(s)));
        var valore = Gen.OneOf(foglia, foglia.Array[0, 3].Select(r => $"[{string.Join(',', r)}]"),
            foglia.Select(f => $$$"""{"accessibilita":{{{f}}},"subappalto":{"codice":{{{f}}}},"dataAggiudicazione":{{{f}}},"x":{{{f}}}}"""));
        valore.Sample(
            v =>
            {
                var json =
                    $$$"""{"anacForm":{"appalto":{"datiBaseSubappalti":{{{v}}}},"aggiudicazioni":[{"datiBaseAccessibilita":{{{v}}},"datiBaseAggiudicazioneAppalto":{{{v}}},"sconosciuta":{{{v}}}}]}}""";
                using var prima = JsonDocument.Parse(json);
                using var dopo = JsonDocument.Parse(SchedaAd4.DaJson(json).Json());
                Assert.True(JsonElement.DeepEquals(prima.RootElement, dopo.RootElement), json);
            },
            iter: 1000);
    }

    [Fact]
    public void Mezza_coppia_di_surrogati_e_rifiutata_dalla_scheda() =>
        Assert.ThrowsAny<JsonException>(() => SchedaAd4.DaJson("""{"espd":"\ud800"}"""));
}
