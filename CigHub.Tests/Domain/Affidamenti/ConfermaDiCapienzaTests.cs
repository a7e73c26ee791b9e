using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Demo.Dimostrazione;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>
/// Checks the rules of the conferma di capienza in the domain alone, on a Lotto of 1 000 €. The scheda has two adhesions, of 100 € and 200 €.
/// </summary>
public sealed class ConfermaDiCapienzaTests
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);
    private static readonly DateTime Ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private readonly Guid _rup = Guid.NewGuid();
    private readonly Lotto _lotto;
    private readonly Convenzione _convenzione;
    private readonly Capienza _capienza;
    private readonly List<MovimentoCapienza> _righe = [];
    private readonly Affidamento _affidamento;

    public ConfermaDiCapienzaTests()
    {
        _lotto = new Lotto(Guid.NewGuid(), Guid.NewGuid(), new DatiLotto(
            1, "Carta in risme", Cig.Parse("B61107E182", null),
            new CaratteristicheLotto("supplies", Cpv.Parse("30197630", null), "G01", "FB", CodNuts.Parse("ITI43", null), new(2023, 7, 1)),
            [new Fornitore(Guid.NewGuid(), "Cartiera", CodiceFiscale.Parse("12345678903", null), "14", "1")]));
        _convenzione = new Convenzione(Guid.NewGuid(), new DatiConvenzione(
            "Carta", DisciplinaApplicabile.Dlgs50Del2016, new(2023, 6, 1), new(2023, 8, 1), new(2026, 12, 31), false,
            ErosioneMassimale.NettoConSicurezza, null, null));
        _capienza = new Capienza(_lotto.Id);
        _capienza.Apri(Importo.DaEuro(1000), "Contratto", Oggi, Ora);
        _affidamento = Nuovo(1);
    }

    [Fact]
    public void Una_conferma_prende_capienza_con_il_suo_protocollo_e_il_suo_giorno()
    {
        Assert.True(Conferma(_affidamento, 300).IsSuccess);
        var riga = Assert.Single(_righe);
        Assert.Equal(
            (TipoMovimento.Conferma, Importo.DaEuro(300), "prot. 1", Oggi, Oggi),
            (riga.Tipo, riga.Importo, riga.Protocollo, riga.DataAtto, riga.Giorno));
        Assert.Equal((Importo.DaEuro(300), Importo.DaEuro(700)), (_capienza.Riservato, _capienza.Residuo));
        Assert.Equal((StatoConferma.InVigore, Importo.DaEuro(300)), (_affidamento.StatoConferma, _affidamento.PresoDalLotto));
        Assert.Equal(TipoAtto.ConfermaDiCapienza, Assert.Single(_affidamento.Atti).Tipo);
    }

    [Fact]
    public void Una_conferma_entra_fino_all_ultimo_centesimo_e_altrimenti_dice_al_campo_quanto_resta()
    {
        Assert.True(Conferma(_affidamento, 900).IsSuccess);
        var altro = Nuovo(2);
        var errore = Assert.Single(Conferma(altro, 100.01m).Errors);
        Assert.Equal(("capienza.conferma-insufficiente", "Importo"), (errore.Code, errore.Field));
        Assert.Contains("restano 100,00", errore.Message, StringComparison.Ordinal);
        Assert.Contains("mancano 0,01", errore.Message, StringComparison.Ordinal);
        Assert.Empty(altro.Atti);
        Assert.Equal((StatoConferma.Nessuna, Importo.DaEuro(900)), (altro.StatoConferma, _capienza.Riservato));
        Assert.True(Conferma(altro, 100).IsSuccess);
        Assert.Equal(Importo.Zero, _capienza.Residuo);
    }

    [Fact]
    public void Una_nuova_conferma_prende_il_posto_della_precedente()
    {
        Assert.True(Conferma(_affidamento, 900).IsSuccess);
        Assert.True(Conferma(_affidamento, 1000).IsSuccess);
        Assert.Equal((Importo.DaEuro(1000), Importo.Zero, false), (_capienza.Riservato, _capienza.Residuo, _capienza.SforamentoDaRegolarizzare));
        Assert.Equal("capienza.conferma-insufficiente", Conferma(_affidamento, 1000.01m).Errors[0].Code);
        Assert.Equal(Importo.DaEuro(1000), _affidamento.Confermato);
    }

    [Fact]
    public void L_ultimo_giorno_e_compreso_e_il_giorno_dopo_la_conferma_libera_una_volta_sola()
    {
        Assert.True(Conferma(_affidamento, 300, Oggi.AddDays(5)).IsSuccess);
        Assert.Empty(_affidamento.TerminaConferma(_capienza, Oggi.AddDays(5), Ora));
        var riga = Assert.Single(_affidamento.TerminaConferma(_capienza, Oggi.AddDays(6), Ora));
        Assert.Equal((TipoMovimento.FineConferma, Importo.DaEuro(-300), Oggi), (riga.Tipo, riga.Importo, riga.Giorno));
        Assert.Equal((StatoConferma.Terminata, Importo.Zero, Importo.DaEuro(1000)), (_affidamento.StatoConferma, _affidamento.Confermato, _capienza.Residuo));
        Assert.Empty(_affidamento.TerminaConferma(_capienza, Oggi.AddDays(7), Ora));
    }

    [Fact]
    public void Senza_un_ultimo_giorno_la_conferma_non_termina_da_sola()
    {
        Assert.True(Conferma(_affidamento, 300, null).IsSuccess);
        Assert.Empty(_affidamento.TerminaConferma(_capienza, Oggi.AddYears(10), Ora));
    }

    [Theory]
    [InlineData(-1, "conferma.gia-terminata")]
    [InlineData(-20, "atto.validita")]
    public void Una_conferma_gia_finita_non_si_registra(int giorni, string codice)
    {
        var errore = Assert.Single(Conferma(_affidamento, 300, Oggi.AddDays(giorni), Oggi.AddDays(-10)).Errors);
        Assert.Equal((codice, "ValidoFinoAl"), (errore.Code, errore.Field));
    }

    [Fact]
    public void Chi_cambia_fornitore_dopo_la_conferma_libera_cio_che_aveva_preso_il_primo()
    {
        var primo = Guid.NewGuid();
        Fornitore(primo);
        Assert.True(Conferma(_affidamento, 300).IsSuccess);
        Fornitore(Guid.NewGuid());
        Assert.True(_affidamento.LiberaCapienza(_capienza, Ora).TryGet(out var righe));
        Assert.Equal(primo, _righe[0].IdPartecipante);
        Assert.Equal((primo, Importo.DaEuro(-300)), (Assert.Single(righe).IdPartecipante, righe[0].Importo));
    }

    [Fact]
    public void Chi_elimina_l_affidamento_libera_la_conferma_e_chi_lo_passa_a_un_altro_RUP_la_lascia()
    {
        Assert.True(Conferma(_affidamento, 300).IsSuccess);
        Assert.True(_affidamento.AssegnaRup(Guid.NewGuid(), Ora).IsSuccess);
        Assert.Equal((StatoConferma.InVigore, Importo.DaEuro(300)), (_affidamento.StatoConferma, _capienza.Riservato));
        Assert.True(_affidamento.Elimina(_capienza, Ora).TryGet(out var righe));
        Assert.Equal(TipoMovimento.FineConferma, Assert.Single(righe).Tipo);
        Assert.Equal((StatoConferma.Liberata, Importo.Zero), (_affidamento.StatoConferma, _capienza.Riservato));
    }

    [Fact]
    public void Una_risposta_negativa_resta_nel_fascicolo_e_non_prende_nulla()
    {
        Assert.True(_affidamento.ChiediConferma(Ora).IsSuccess);
        Assert.NotNull(_affidamento.CapienzaChiestaIl);
        var dati = new DatiAtto(TipoAtto.CapienzaNegata, "", Oggi, "prot. 2");
        Assert.True(_affidamento.RegistraCapienzaNegata(Guid.CreateVersion7(), dati, "", null, Oggi, Ora).IsSuccess);
        Assert.Equal(TipoAtto.CapienzaNegata, Assert.Single(_affidamento.Atti).Tipo);
        Assert.Equal((StatoConferma.Nessuna, Importo.Zero, (DateTime?)null), (_affidamento.StatoConferma, _capienza.Riservato, _affidamento.CapienzaChiestaIl));
    }

    [Fact]
    public void L_atto_di_una_conferma_in_vigore_non_si_toglie_prima_di_liberarla()
    {
        Assert.True(Conferma(_affidamento, 300).IsSuccess);
        var atto = _affidamento.Atti[0].Id;
        Assert.Equal("atto.conferma-in-vigore", _affidamento.RimuoviAtto(atto, Ora).Errors[0].Code);
        Assert.True(_affidamento.LiberaCapienza(_capienza, Ora).IsSuccess);
        Assert.Equal("conferma.non-in-vigore", _affidamento.LiberaCapienza(_capienza, Ora).Errors[0].Code);
        Assert.True(_affidamento.RimuoviAtto(atto, Ora).IsSuccess);
    }

    [Fact]
    public void Un_CIG_trovato_nell_elenco_del_portale_usa_la_conferma_per_quanto_ne_prende()
    {
        Assert.True(Conferma(_affidamento, 300).IsSuccess);
        DallElenco(0);
        Assert.Equal((Importo.DaEuro(200), Importo.DaEuro(100)), (_affidamento.Confermato, _capienza.Aderito));
        Assert.Equal(Importo.DaEuro(200), _capienza.Riservato);
        DallElenco(1);
        Assert.Equal((Importo.Zero, StatoConferma.Consumata), (_affidamento.Confermato, _affidamento.StatoConferma));
        Assert.Equal((Importo.Zero, Importo.DaEuro(300)), (_capienza.Riservato, _capienza.Aderito));
    }

    [Fact]
    public void Una_richiesta_puo_prendere_cio_che_e_confermato_e_la_differenza_dal_residuo()
    {
        Assert.True(Conferma(_affidamento, 300).IsSuccess);
        Assert.Null(_capienza.OltreLaConferma(Importo.DaEuro(300), Importo.DaEuro(1000)));
        Assert.Equal("capienza.insufficiente", _capienza.OltreLaConferma(Importo.DaEuro(300), Importo.DaEuro(1000.01m))!.Code);
    }

    [Fact]
    public void Cio_che_e_confermato_resta_di_chi_l_ha_anche_se_un_fatto_supera_il_massimale()
    {
        Assert.True(Conferma(_affidamento, 300).IsSuccess);
        Assert.True(_capienza.RegistraAltreAdesioni(Importo.DaEuro(900), new AttoDiRiferimento("Nota", Oggi, "1"), Ora).IsSuccess);
        Assert.Equal((Importo.DaEuro(-200), true), (_capienza.Residuo, _capienza.SforamentoDaRegolarizzare));
        Assert.Null(_capienza.OltreLaConferma(Importo.DaEuro(300), Importo.DaEuro(300)));
        Assert.NotNull(_capienza.OltreLaConferma(Importo.DaEuro(300), Importo.DaEuro(300.01m)));
    }

    private Affidamento Nuovo(int numero)
    {
        var bozza = BozzaAd4.Vuota
            .ConValori(PercorsoAd4.QuadroEconomico(0, "impForniture"), "100,00")
            .ConValori(PercorsoAd4.QuadroEconomico(1, "impForniture"), "200,00");
        return Affidamento.Nuovo(
            Guid.CreateVersion7(), new NumeroAffidamento(2026, numero), Guid.NewGuid(), _lotto, _convenzione, _rup, _rup, null, bozza, Ora).Value;
    }

    private void Fornitore(Guid idPartecipante)
    {
        var bozza = _affidamento.Bozza.ConValori(PercorsoAd4.Aggiudicazione(0, "partecipanti/0/idPartecipante"), $"{idPartecipante}");
        Assert.True(_affidamento.ModificaBozza(bozza, _convenzione.Erosione, _rup, CigHub.Domain.Persone.Ruolo.Rup, Ora).IsSuccess);
    }

    private void DallElenco(int indice) => Assert.True(_affidamento.RegistraDaElenco(
        _affidamento.Aggiudicazioni[indice].Id, InventedCodes.Cig('B', 100 + indice), DatiPortale.Vuoti, _lotto, _capienza, Ora).IsSuccess);

    private Result Conferma(Affidamento affidamento, decimal euro) => Conferma(affidamento, euro, Oggi.AddDays(60));

    private Result Conferma(Affidamento affidamento, decimal euro, DateOnly? finoAl, DateOnly? del = null)
    {
        var dati = new DatiAtto(TipoAtto.ConfermaDiCapienza, "", del ?? Oggi, "prot. 1", Importo.DaEuro(euro), finoAl);
        var esito = affidamento.RegistraConferma(Guid.CreateVersion7(), dati, "", null, _capienza, Oggi, Ora);
        if (esito.TryGet(out var righe))
        {
            _righe.AddRange(righe);
        }

        return esito;
    }
}
