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
    [InlineData("cig;ruolo;codice_fiscale;denominazione;tipo_soggetto;id_aggiudicazione", "opendata.altro-tracciato")]
    [InlineData("cig;data_aggiudicazione_definitiva;importo_aggiudicazione;id_aggiudicazione", "opendata.altro-tracciato")]
    [InlineData("CIG;CUP", "opendata.altro-tracciato")]
    [InlineData("cig;cf_amministrazione_appaltante;oggetto", "opendata.altro-tracciato")]
    [InlineData("nome;cognome", "opendata.intestazione-sconosciuta")]
    [InlineData("<!DOCTYPE html>", "opendata.pagina-web")]
    [InlineData("  <html lang=it>", "opendata.pagina-web")]
    public void Gli_altri_file_sono_rifiutati_con_il_motivo(string riga, string codice) =>
        Assert.Equal(codice, Assert.Single(IntestazioneOpenData.Controlla(riga.Split(';')).Errors).Code);
}
