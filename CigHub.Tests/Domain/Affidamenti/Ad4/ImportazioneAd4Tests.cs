using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

public sealed class ImportazioneAd4Tests
{
    [Theory]
    [InlineData("", "ad4.json", "vuoto")]
    [InlineData("  \n", "ad4.json", "vuoto")]
    [InlineData("ciao", "ad4.json", "parentesi graffa")]
    [InlineData("<xml/>", "ad4.json", "parentesi graffa")]
    [InlineData("[{}]", "ad4.json", "una scheda alla volta")]
    [InlineData("{\"anacForm\": {}", "ad4.json", "riga 1")]
    [InlineData("{\"a\":1,\"a\":2}", "ad4.json", "due volte")]
    [InlineData("{\"codice\":\"AD3\",\"body\":{}}", "ad4.altra-scheda", "«codice», «body»")]
    [InlineData("{\"anacForm\":{\"appalto\":{\"cig\":\"B1234ABC7C\"},\"lotti\":[]}}", "ad4.altra-scheda", "non una AD4")]
    [InlineData("{\"anacForm\":{\"appalto\":{\"cig\":\"B1234ABC7C\"},\"aggiudicazioni\":[]}}", "ad4.altra-scheda", "aggiudicazione")]
    [InlineData("{\"anacForm\":{\"appalto\":{},\"aggiudicazioni\":[{}]}}", "ad4.senza-padre", "anacForm/appalto/cig")]
    [InlineData("{\"anacForm\":{\"appalto\":{\"cig\":5},\"aggiudicazioni\":[{}]}}", null, null)]
    [InlineData("{\"anacForm\":[1,2]}", "ad4.altra-scheda", "non una AD4")]
    [InlineData("{\"anacForm\":{\"appalto\":\"x\",\"aggiudicazioni\":[7,null,\"a\"]}}", "ad4.senza-padre", null)]
    public void Un_file_che_non_e_una_AD4_e_detto(string testo, string? codice, string? parola)
    {
        var letta = ImportazioneAd4.Leggi(testo);
        Assert.Equal(codice, letta.IsSuccess ? null : letta.Errors[0].Code);
        Assert.Contains(parola ?? "", letta.IsSuccess ? "" : letta.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Annidato_all_infinito_o_enorme_non_fa_cadere_nulla()
    {
        Assert.Equal("ad4.json", ImportazioneAd4.Leggi(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))).Errors[0].Code);
        Assert.Equal("ad4.json-troppo-grande", ImportazioneAd4.Leggi(new string(' ', ImportazioneAd4.MaxByte + 1)).Errors[0].Code);
    }

    [Fact]
    public void Una_scheda_completa_torna_uguale()
    {
        var json = SampleSchede.Completa.Scheda.Json();
        var letta = ImportazioneAd4.Leggi("\uFEFF" + json).Value;
        Assert.Equal(json, letta.Scheda.Json());
        Assert.Empty(letta.Sconosciuti());
    }

    [Fact]
    public void La_stampa_ha_ogni_campo_compilato_in_parole_e_le_verifiche()
    {
        var bozza = SampleSchede.Completa;
        var righe = StampaAd4.Sezioni(bozza, CigHub.Domain.Codici.ListeAnac.Fornite, []).SelectMany(s => s.Righe).ToList();
        Assert.Equal(bozza.Compilati(), righe.Count);
        Assert.Contains(new RigaStampata("Servizi", "100.000,00 €"), righe);
        Assert.Contains(righe, r => r.Etichetta == "Tipo di finanziamento" && r.Valore.StartsWith("A – ", StringComparison.Ordinal));
        Assert.Contains(new RigaStampata("Investimento PNRR o PNC", "No"), righe);
        Assert.All(StampaAd4.Verifiche(CompletezzaAd4.Controlla(bozza, CigHub.Domain.Codici.ListeAnac.Fornite, SampleSchede.Oggi)),
            v => Assert.True(v.Superata));
        var senza = bozza.ConValori(PercorsoAd4.Oggetto, null).ConValori(SampleSchede.PathOf("afferenteInvestimentiPNRR"), "true");
        var verifiche = StampaAd4.Verifiche(CompletezzaAd4.Controlla(senza, CigHub.Domain.Codici.ListeAnac.Fornite, SampleSchede.Oggi));
        Assert.Contains("Compila «Oggetto».", verifiche[0].Mancanze);
        Assert.Contains(verifiche[2].Mancanze, m => m.StartsWith("REG18: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Le_regole_di_ANAC_sono_quindici_e_diverse() => Assert.Equal(15, RegoleAnac.Codici.Distinct().Count());

    [Fact]
    public void La_stampa_dice_il_nome_del_centro_di_costo_con_il_suo_codice()
    {
        const string Percorso = "anacForm/stazioniAppaltanti/0/codiceCentroCosto";
        var codice = SampleSchede.Completa.Testo(Percorso)!;
        string Stampato(params CentroDiCosto[] centri) =>
            StampaAd4.Sezioni(SampleSchede.Completa, CigHub.Domain.Codici.ListeAnac.Fornite, centri).SelectMany(s => s.Righe)
                .Single(r => r.Etichetta == "Centro di costo").Valore;

        Assert.Equal($"Ufficio gare ({codice.ToLowerInvariant()})", Stampato(new CentroDiCosto(codice.ToLowerInvariant(), "Ufficio gare")));
        Assert.Equal(codice, Stampato());
    }
}
