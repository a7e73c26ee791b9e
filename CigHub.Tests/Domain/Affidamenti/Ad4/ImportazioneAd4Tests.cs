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
        Assert.Equal(json, letta.Bozza.Scheda.Json());
        Assert.Empty(letta.Bozza.Sconosciuti());
        Assert.Empty(letta.Correzioni);
    }

    [Theory]
    [InlineData("aggiudicazioni/0/ccnl", "\"B03\"", "anacForm/aggiudicazioni/0/ccnl", "solo codice B03")]
    [InlineData("aggiudicazioni/0/ccnl", "{\"codice\":\"B03\"}", "anacForm/aggiudicazioni/0/ccnl", "nome della lista")]
    [InlineData("aggiudicazioni/0/partecipanti/0/ruoloOE", "14", "anacForm/aggiudicazioni/0/partecipanti/0/ruoloOE", "solo codice 14")]
    [InlineData("aggiudicazioni/0/categoriaScorporabile", "\"OG 1\"", "anacForm/aggiudicazioni/0/categoriaScorporabile", "un solo valore")]
    [InlineData("aggiudicazioni/0/cupLotto", "null", "anacForm/aggiudicazioni/0/cupLotto", "dato era vuoto")]
    [InlineData("aggiudicazioni/0/cupLotto", "[null,\"F81B26000010006\"]", "anacForm/aggiudicazioni/0/cupLotto/0", "riga era vuota")]
    [InlineData("aggiudicazioni/0/partecipanti/0/importoLordo", "5", "anacForm/aggiudicazioni/0/partecipanti/0/importoLordo", "«5»")]
    [InlineData("appalto/dataAdesione", "\"2026-11-20\"", "anacForm/appalto/dataAdesione", "2026-11-20T00:00:00Z")]
    [InlineData("aggiudicazioni/0/datiBaseDocumenti", "7", "anacForm/aggiudicazioni/0/datiBaseDocumenti", "nessun campo")]
    [InlineData("appalto/datiBase/oggettoMl", "{\"de\":3}", "anacForm/appalto/datiBase/oggettoMl/de", "nessun campo")]
    public void Cio_che_ANAC_rifiuterebbe_si_toglie_o_si_riscrive_e_si_dice_al_suo_posto(string dove, string valore, string percorso, string parole)
    {
        var letta = ImportazioneAd4.Leggi(SchemaAd4Tests.With(SampleSchede.Completa.Scheda.Json(), "/anacForm/" + dove, valore)).Value;
        Assert.Contains(letta.Correzioni, c => c.Percorso == percorso && c.Messaggio.Contains(parole, StringComparison.Ordinal));
        Assert.Empty(SchemaAd4.Controlla(letta.Bozza.Scheda.Json()));
        Assert.Empty(letta.Bozza.EsclusiDaAnac);
        Assert.Empty(ConformitaAd4.Controlla(letta.Bozza));
    }

    [Fact]
    public void Il_solo_codice_diventa_il_codice_della_sua_lista()
    {
        var letta = ImportazioneAd4.Leggi(SchemaAd4Tests.With(SampleSchede.Completa.Scheda.Json(), "/anacForm/aggiudicazioni/0/ccnl", "\"B03\"")).Value.Bozza;
        Assert.Equal(new CodiceTipologica("ccnl", "B03"), letta.Scheda.AnacForm!.Aggiudicazioni![0].Ccnl);
    }

    /// <summary>A wrong datum that a field shows is not dropped: the user sees it there and corrects it.</summary>
    [Fact]
    public void Un_dato_sbagliato_che_un_campo_mostra_resta_li_da_correggere()
    {
        var percorso = SampleSchede.PathOf("partecipanti/0/importo");
        var letta = ImportazioneAd4.Leggi(SchemaAd4Tests.With(SampleSchede.Completa.Scheda.Json(), "/" + percorso, "\"tanto\"")).Value;
        Assert.Empty(letta.Correzioni);
        Assert.Equal("ad4.tipo", CompletezzaAd4.Controlla(letta.Bozza, CigHub.Domain.Codici.ListeAnac.Fornite, SampleSchede.Oggi)
            .Single(s => s.Percorso == percorso).Codice);
    }

    [Theory]
    [InlineData("1", "13")]
    [InlineData("2", "10")]
    [InlineData("3", "14")]
    [InlineData("6", null)]
    public void Un_ruolo_cessato_si_propone_con_quello_che_ne_ha_preso_il_posto(string cessato, string? nuovo)
    {
        var percorso = SampleSchede.PathOf("partecipanti/0/ruoloOE");
        var bozza = ImportazioneAd4.Leggi(SampleSchede.Completa.ConValori(percorso, cessato).Scheda.Json()).Value.Bozza;
        var trovata = CompletezzaAd4.Controlla(bozza, CigHub.Domain.Codici.ListeAnac.Fornite, SampleSchede.Oggi).Single(s => s.Percorso == percorso);
        Assert.True(trovata.Ferma);
        Assert.Equal(nuovo is null ? [] : [(percorso, nuovo)], trovata.Proposta);
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
