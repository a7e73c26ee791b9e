using CigHub.Domain.OpenData;

namespace CigHub.Tests.Domain.OpenData;

/// <summary>Checks which files of ANAC's open data are recognised by their captions, and what the refusal of another one says.</summary>
public sealed class IntestazioneOpenDataTests
{
    [Fact]
    public void Il_tracciato_dei_CIG_ha_61_colonne_e_passa_in_maiuscolo()
    {
        Assert.Equal(61, IntestazioneOpenData.Colonne.Count);
        Assert.True(IntestazioneOpenData.Controlla([.. IntestazioneOpenData.Colonne.Select(c => c.ToUpperInvariant())]).IsSuccess);
    }

    [Fact]
    public void Una_colonna_cambiata_e_nominata()
    {
        string[] colonne = [.. IntestazioneOpenData.Colonne];
        colonne[7] = "valore_lotto";
        var errore = Assert.Single(IntestazioneOpenData.Controlla(colonne).Errors);
        Assert.Equal("opendata.intestazione-cambiata", errore.Code);
        Assert.Contains("la colonna 8 è «valore_lotto» e non «importo_lotto»", errore.Message, StringComparison.Ordinal);
        errore = Assert.Single(IntestazioneOpenData.Controlla([.. IntestazioneOpenData.Colonne, "nuova"]).Errors);
        Assert.Contains("62 colonne", errore.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cig;ruolo;codice_fiscale;denominazione;tipo_soggetto;id_aggiudicazione", TracciatoOpenData.Aggiudicatari)]
    [InlineData("CIG;CUP", TracciatoOpenData.Cup)]
    public void I_file_di_fornitori_e_CUP_si_riconoscono(string riga, TracciatoOpenData tracciato) =>
        Assert.Equal(tracciato, IntestazioneOpenData.Controlla(riga.Split(';')).Value);

    [Theory]
    [InlineData("cig;ruolo;codice_fiscale;denominazione;tipo;id_aggiudicazione", "la colonna 5 è «tipo» e non «tipo_soggetto»")]
    [InlineData("cig;ruolo;codice_fiscale;denominazione;tipo_soggetto", "ha 5 colonne e non 6")]
    [InlineData("CIG;CUP;STATO", "ha 3 colonne e non 2")]
    public void Anche_di_fornitori_e_CUP_una_colonna_cambiata_e_nominata(string riga, string come)
    {
        var errore = Assert.Single(IntestazioneOpenData.Controlla(riga.Split(';')).Errors);
        Assert.Equal("opendata.intestazione-cambiata", errore.Code);
        Assert.Contains(come, errore.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cig;data_aggiudicazione_definitiva;importo_aggiudicazione;id_aggiudicazione", "opendata.altro-tracciato", "delle aggiudicazioni")]
    [InlineData("cig;numero_gara;oggetto_gara;importo_lotto;stato;data_comunicazione;tipo_scelta_contraente", "opendata.altro-tracciato",
        "uno SmartCIG non dice il CIG Padre")]
    [InlineData("nome;cognome", "opendata.intestazione-sconosciuta", "scegli un file «cig_csv»")]
    [InlineData("<!DOCTYPE html>", "opendata.pagina-web", "una pagina web")]
    [InlineData("  <html lang=it>", "opendata.pagina-web", "una pagina web")]
    public void Gli_altri_file_sono_rifiutati_con_il_motivo(string riga, string codice, string perche)
    {
        var errore = Assert.Single(IntestazioneOpenData.Controlla(riga.Split(';')).Errors);
        Assert.Equal(codice, errore.Code);
        Assert.Contains(perche, errore.Message, StringComparison.Ordinal);
    }
}
