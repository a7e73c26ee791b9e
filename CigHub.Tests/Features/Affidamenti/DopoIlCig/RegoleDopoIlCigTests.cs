using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Demo.Dimostrazione;

namespace CigHub.Tests.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Checks ANAC's rules for corrections after the CIG in the domain alone. The scheda has two Aggiudicazioni with a CIG each.
/// </summary>
public sealed class RegoleDopoIlCigTests
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);
    private static readonly DateTime Ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Cup Vecchio = Cup.Parse("E11B26000000001", null);
    private static readonly Cup Nuovo = Cup.Parse("E11B26000000002", null);

    private readonly Guid _rup = Guid.NewGuid();
    private readonly Guid _altro = Guid.NewGuid();
    private readonly Capienza _capienza;
    private readonly Affidamento _affidamento;

    public RegoleDopoIlCigTests()
    {
        var lotto = new Lotto(Guid.NewGuid(), Guid.NewGuid(), new DatiLotto(
            1, "Carta in risme", Cig.Parse("B61107E182", null),
            new CaratteristicheLotto("supplies", Cpv.Parse("30197630", null), "G01", "FB", CodNuts.Parse("ITI43", null), new(2023, 7, 1)),
            [new Fornitore(Guid.NewGuid(), "Cartiera", CodiceFiscale.Parse("12345678903", null), "14", "1")]));
        var convenzione = new Convenzione(Guid.NewGuid(), new DatiConvenzione(
            "Carta", DisciplinaApplicabile.Dlgs50Del2016, new(2023, 6, 1), new(2023, 8, 1), new(2026, 12, 31), false,
            ErosioneMassimale.NettoConSicurezza, null, null));
        _capienza = new Capienza(lotto.Id);
        _capienza.Apri(Importo.DaEuro(1000), "Contratto", DateOnly.FromDateTime(Ora), Ora);
        var bozza = BozzaAd4.Vuota
            .ConValori(PercorsoAd4.QuadroEconomico(0, "impForniture"), "100,00")
            .ConValori(PercorsoAd4.Aggiudicazione(0, "cupLotto/0"), Vecchio.Valore)
            .ConValori(PercorsoAd4.QuadroEconomico(1, "impForniture"), "200,00");
        _affidamento = Affidamento.Nuovo(
            Guid.CreateVersion7(), new NumeroAffidamento(2026, 1), Guid.NewGuid(), lotto, convenzione, _rup, _rup, null, bozza, Ora).Value;
        foreach (var (adesione, i) in _affidamento.Aggiudicazioni.Select((a, i) => (a, i)))
        {
            Assert.True(_affidamento.RegistraDaElenco(adesione.Id, InventedCodes.Cig('B', 100 + i), DatiPortale.Vuoti, lotto, _capienza, Ora).IsSuccess);
        }

        Assert.Equal((StatoAffidamento.CigAcquisito, Importo.DaEuro(300)), (_affidamento.Stato, _capienza.Aderito));
    }

    private Guid Prima => _affidamento.Aggiudicazioni[0].Id;

    private Guid Seconda => _affidamento.Aggiudicazioni[1].Id;

    [Fact]
    public void L_affidamento_e_annullato_quando_lo_sono_tutte_le_sue_adesioni()
    {
        Assert.True(Do(TipoOperazione.Annullamento, Prima).IsSuccess);
        Assert.Equal((StatoAffidamento.CigAcquisito, Importo.DaEuro(200)), (_affidamento.Stato, _capienza.Aderito));
        Assert.Equal(Importo.DaEuro(200), _affidamento.PresoDalLotto);
        Assert.Equal("operazione.senza-cig", _affidamento.Impedisce(TipoOperazione.Modifica, Prima)!.Code);
        Assert.True(Do(TipoOperazione.Annullamento, Seconda).IsSuccess);
        Assert.Equal((StatoAffidamento.AffidamentoAnnullato, Importo.Zero), (_affidamento.Stato, _capienza.Aderito));
    }

    [Fact]
    public void Una_volta_per_ogni_CIG_non_per_ogni_affidamento_e_la_modifica_non_consuma_l_annullamento()
    {
        Assert.True(Do(TipoOperazione.Modifica, Prima).IsSuccess);
        Assert.Equal("operazione.gia-fatta", Do(TipoOperazione.Modifica, Prima).Errors[0].Code);
        Assert.True(Do(TipoOperazione.Modifica, Seconda).IsSuccess);
        Assert.True(Do(TipoOperazione.Annullamento, Prima).IsSuccess);
    }

    [Fact]
    public void Prima_del_contratto_si_dopo_no_ma_cio_che_e_gia_sul_portale_resta_un_fatto()
    {
        var id = Guid.CreateVersion7();
        Assert.True(_affidamento.AvviaModifica(_rup, id, Prima, new ValoriCorretti(Importo.DaEuro(90), [Vecchio]), Ora).IsSuccess);
        Assert.True(_affidamento.AggiungiAtto(Guid.CreateVersion7(), new DatiAtto(TipoAtto.Contratto, "3", Oggi, ""), "", null, Oggi, Ora).IsSuccess);
        Assert.True(_affidamento.AccettaOperazione(_rup, id, _capienza, Ora).IsSuccess);
        Assert.Equal("operazione.dopo-il-contratto", Do(TipoOperazione.Modifica, Seconda).Errors[0].Code);
        Assert.Equal("operazione.dopo-il-contratto", Do(TipoOperazione.Annullamento, Seconda).Errors[0].Code);
    }

    [Fact]
    public void L_elenco_dei_CUP_si_sostituisce_intero_ma_non_si_svuota()
    {
        Assert.Equal("modifica.cup-tolto",
            _affidamento.AvviaModifica(_rup, Guid.CreateVersion7(), Prima, new ValoriCorretti(Importo.DaEuro(90), []), Ora).Errors[0].Code);
        Assert.Equal("modifica.nulla-cambia",
            _affidamento.AvviaModifica(_rup, Guid.CreateVersion7(), Prima, new ValoriCorretti(Importo.DaEuro(100), [Vecchio]), Ora).Errors[0].Code);
        var id = Guid.CreateVersion7();
        Assert.True(_affidamento.AvviaModifica(_rup, id, Prima, new ValoriCorretti(Importo.DaEuro(100), [Nuovo, Vecchio]), Ora).IsSuccess);
        Assert.Equal([Vecchio], _affidamento.CupDi(_affidamento.Aggiudicazioni[0]));

        // Only the CUP changed, so there is no movimento.
        Assert.Empty(_affidamento.AccettaOperazione(_rup, id, _capienza, Ora).Value);
        Assert.Equal([Nuovo, Vecchio], _affidamento.CupDi(_affidamento.Aggiudicazioni[0]));
        Assert.Equal("true", _affidamento.Bozza.Testo(PercorsoAd4.Aggiudicazione(0, "acquisizioneCup")));
        Assert.Empty(_affidamento.CupDi(_affidamento.Aggiudicazioni[1]));
    }

    [Fact]
    public void Il_RUP_cambia_quando_il_portale_ha_accettato_anche_nel_mezzo_di_una_modifica()
    {
        var (modifica, sostituzione) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.True(_affidamento.AvviaModifica(_rup, modifica, Prima, new ValoriCorretti(Importo.DaEuro(90), [Vecchio]), Ora).IsSuccess);
        Assert.True(_affidamento.AvviaSostituzioneRup(
            _altro, sostituzione, new AttoDiSostituzione("1", Oggi, Oggi, _altro), new HashSet<Guid> { _altro, _rup }, Oggi, Ora).IsSuccess);
        Assert.Equal("affidamento.non-rup", _affidamento.AccettaOperazione(_altro, modifica, _capienza, Ora).Errors[0].Code);
        Assert.True(_affidamento.AccettaOperazione(_altro, sostituzione, _capienza, Ora).IsSuccess);
        Assert.Equal((_altro, StatoAffidamento.ModificaInRichiesta), (_affidamento.RupId, _affidamento.Stato));
        Assert.Equal("affidamento.non-rup", _affidamento.AccettaOperazione(_rup, modifica, _capienza, Ora).Errors[0].Code);
        Assert.True(_affidamento.AccettaOperazione(_altro, modifica, _capienza, Ora).IsSuccess);
    }

    /// <summary>
    /// Begins an operazione on an Aggiudicazione and records that the portal accepted it. Returns the first refusal, or success.
    /// </summary>
    private Result Do(TipoOperazione tipo, Guid aggiudicazioneId)
    {
        var id = Guid.CreateVersion7();
        var avviata = tipo == TipoOperazione.Modifica
            ? _affidamento.AvviaModifica(_rup, id, aggiudicazioneId, new ValoriCorretti(Importo.DaEuro(50), [Nuovo]), Ora)
            : _affidamento.AvviaAnnullamento(_rup, id, aggiudicazioneId, Ora);
        return avviata.IsSuccess ? _affidamento.AccettaOperazione(_rup, id, _capienza, Ora) : avviata;
    }
}
