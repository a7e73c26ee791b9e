using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using static CigHub.Tests.Domain.Palestra.SampleDocumenti;

namespace CigHub.Tests.Domain.Palestra;

/// <summary>Checks the rules of a documento of the palestra, which imitate those of the portal.</summary>
public sealed class DocumentoPalestraTests
{
    public static TheoryData<string> Obbligatori => new(DatiDocumento.Campi.Where(c => c.Obbligatorio).Select(c => c.Nome));

    private static IEnumerable<string> Codici(IEnumerable<Error> errori) => errori.Select(e => e.Code);

    [Fact]
    public void Con_il_CIG_il_documento_e_inviato_e_ha_tutto_cio_che_il_portale_restituisce()
    {
        var d = Inviato();
        Assert.Equal(CigDiPalestra.Numero(0), d.CigDerivato);
        Assert.Equal(("PI000123-26", "FE000123", Utc), (d.RegistroDiSistema, d.FascicoloDiSistema, d.DataInvio));
        Assert.Equal(("Inviato", "Inviato", "Attivo", "Confermato"), (d.Stato, d.Fase, d.StatoAffidamento, d.StatoSchedaPcp));
    }

    [Fact]
    public void Prima_e_salvato_in_lavorazione_e_senza_stati()
    {
        var d = Saved();
        Assert.Equal(("Salvato", "In lavorazione", "", ""), (d.Stato, d.Fase, d.StatoAffidamento, d.StatoSchedaPcp));
    }

    [Theory]
    [MemberData(nameof(Obbligatori))]
    public void Un_campo_obbligatorio_che_manca_e_nominato(string campo)
    {
        var dati = Completo;
        typeof(DatiDocumento).GetProperty(campo)!.SetValue(dati = dati with { }, " ");
        var errore = Assert.Single(Saved(dati).Controlla());
        Assert.Equal(("palestra.obbligatorio", campo), (errore.Code, errore.Field));
        Assert.Contains(DatiDocumento.Campi.Single(c => c.Nome == campo).Etichetta, errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_documento_vuoto_li_nomina_tutti() =>
        Assert.Equal(DatiDocumento.Campi.Where(c => c.Obbligatorio).Select(c => c.Nome), Saved(new DatiDocumento()).Controlla().Select(e => e.Field));

    [Theory]
    [InlineData("B61107E183")]
    [InlineData("Convenzione pulizie")]
    [InlineData("0000000000")]
    public void Un_padre_che_non_e_un_CIG_e_ERR98(string padre)
    {
        var errore = Assert.Single(Saved(Completo with { CigPadre = padre }).Controlla());
        Assert.Equal(
            ("palestra.err98", $"ERR98: errore durante la validazione del CIG negli accordi quadro: CIG Accordo Quadro {padre} non valido"),
            (errore.Code, errore.Message));
    }

    [Theory]
    [InlineData("E11B2600000000", "12,00", "cup.lunghezza")]
    [InlineData("E11B26000000001,E11B26000000002", "12,00", "cup.elenco")]
    [InlineData("", "1234.50", "importo.punto")]
    [InlineData("", "0,00", "palestra.importo")]
    [InlineData("", "-5", "palestra.importo")]
    public void CUP_e_importo_sono_letti_come_si_scrivono_in_Italia(string cup, string importo, string codice) =>
        Assert.Equal([codice], Codici(Saved(Completo with { Cup = cup, ImportoAppalto = importo }).Controlla()));

    [Fact]
    public void Un_CIG_non_si_chiede_due_volte()
    {
        var d = Inviato();
        Assert.Equal(["palestra.gia-inviato"], Codici(d.Concedi(CigDiPalestra.Numero(1), 124, 2026, Utc).Errors));
        Assert.Equal(CigDiPalestra.Numero(0), d.CigDerivato);
    }

    [Fact]
    public void Cio_che_e_inviato_non_si_salva_e_non_si_elimina()
    {
        Assert.Equal(["palestra.gia-inviato"], Codici(Inviato().Salva(Completo).Errors));
        Assert.Equal(["palestra.gia-inviato"], Codici(Inviato().PuoEssereEliminato().Errors));
        Assert.True(Saved().PuoEssereEliminato().IsSuccess);
    }

    [Fact]
    public void La_modifica_si_fa_una_volta_sola_e_solo_con_il_CIG()
    {
        Assert.Equal(["palestra.senza-cig"], Codici(Saved().ApriModifica().Errors));
        var d = Inviato();
        Assert.Equal(["palestra.senza-modifica"], Codici(d.InviaModifica("", "1,00", Utc).Errors));
        Assert.True(d.ApriModifica().IsSuccess);
        Assert.Equal("InLavorazione", d.StatoSchedaPcp);
        Assert.Equal(["importo.formato"], Codici(d.InviaModifica("", "mille", Utc).Errors));
        Assert.True(d.InviaModifica("E11B26000000001", "13.000,00", Utc).IsSuccess);
        Assert.Equal(("E11B26000000001", "13.000,00", "Confermato"), (d.Dati.Cup, d.Dati.ImportoAppalto, d.StatoSchedaPcp));
        Assert.Equal(["palestra.modifica-gia-fatta"], Codici(d.ApriModifica().Errors));
    }

    [Fact]
    public void Una_modifica_annullata_si_puo_rifare()
    {
        var d = Inviato();
        d.ApriModifica();
        Assert.True(d.AnnullaModifica().IsSuccess);
        Assert.Equal(["palestra.senza-modifica"], Codici(d.AnnullaModifica().Errors));
        Assert.True(d.ApriModifica().IsSuccess);
    }

    [Fact]
    public void Si_annulla_una_volta_sola_per_errata_comunicazione()
    {
        Assert.Equal(["palestra.senza-cig"], Codici(Saved().Annulla("Errata comunicazione", Utc).Errors));
        var d = Inviato();
        Assert.Equal(["palestra.motivo"], Codici(d.Annulla("Ci ho ripensato", Utc).Errors));
        Assert.True(d.Annulla("Errata comunicazione", Utc).IsSuccess);
        Assert.Equal(("Annullato", "Inviato"), (d.StatoAffidamento, d.Stato));
        Assert.Equal(["palestra.annullato"], Codici(d.Annulla("Errata comunicazione", Utc).Errors));
        Assert.Equal(["palestra.annullato"], Codici(d.ApriModifica().Errors));
    }

    [Fact]
    public void Il_nuovo_RUP_ha_un_codice_fiscale_giusto_e_un_nome()
    {
        var d = Inviato();
        Assert.Equal(["codice-fiscale", "palestra.obbligatorio"],
            Codici(d.SostituisciRup("RSSMRA80A01H501X", "").Errors).Select(c => c.Split('.')[0] == "palestra" ? c : "codice-fiscale"));
        Assert.True(d.SostituisciRup("RSSMRA80A01H501U", "Mario Rossi").IsSuccess);
        Assert.Equal(("Mario Rossi", "RSSMRA80A01H501U"), (d.Rup, d.RupCodiceFiscale));
    }

    [Fact]
    public void Una_copia_ha_gli_stessi_testi_e_nessun_CIG()
    {
        var copia = Inviato().Copia(Guid.NewGuid(), Utc);
        Assert.Equal(Completo with { TitoloDocumento = $"Copia di {Completo.TitoloDocumento}" }, copia.Dati);
        Assert.Equal((null, null, "Salvato"), (copia.CigDerivato, copia.RegistroDiSistema, copia.Stato));
    }

    [Fact]
    public void Un_rifiuto_si_legge_nello_stato_e_un_CIG_lo_toglie()
    {
        var d = Saved();
        d.Rifiuta("ERR98: CIG Accordo Quadro non valido");
        Assert.Equal("NonConfermato", d.StatoSchedaPcp);
        Assert.True(d.Concedi(CigDiPalestra.Numero(5), 6, 2026, Utc).IsSuccess);
        Assert.Equal("Confermato", d.StatoSchedaPcp);
    }
}
