using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Demo.Dimostrazione;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>
/// Checks the rules of the way back from a deletion and of the lista d'attesa in the domain alone, on a Lotto of 1 000 €. The scheda is of 300 €.
/// </summary>
public sealed class RipristinoEListaAttesaTests
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);
    private static readonly DateTime Ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private readonly Guid _rup = Guid.NewGuid();
    private readonly Lotto _lotto;
    private readonly Convenzione _convenzione;
    private readonly Capienza _capienza;
    private readonly Affidamento _affidamento;

    public RipristinoEListaAttesaTests()
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
        var bozza = BozzaAd4.Vuota.ConValori(PercorsoAd4.QuadroEconomico(0, "impForniture"), "300,00");
        _affidamento = Affidamento.Nuovo(
            Guid.CreateVersion7(), new NumeroAffidamento(2026, 1), Guid.NewGuid(), _lotto, _convenzione, _rup, _rup, null, bozza, Ora).Value;
    }

    [Fact]
    public void Chi_ha_eliminato_ripristina_e_ritrova_i_suoi_dati()
    {
        var bozza = _affidamento.Bozza;
        Elimina();
        Assert.True(Ripristina(_rup, new EliminazioneNota(_rup, Copiato: false)).IsSuccess);
        Assert.Equal((StatoAffidamento.InLavorazione, bozza), (_affidamento.Stato, _affidamento.Bozza));
    }

    [Fact]
    public void Un_altra_persona_non_ripristina()
    {
        Elimina();
        Assert.Equal("ripristino.altra-persona", Ripristina(Guid.NewGuid(), new EliminazioneNota(_rup, Copiato: false)).Errors[0].Code);
        Assert.Equal("ripristino.altra-persona", Ripristina(_rup, null).Errors[0].Code);
    }

    [Fact]
    public void Dopo_una_copia_si_continua_con_la_copia()
    {
        Elimina();
        Assert.Equal("ripristino.copiato", Ripristina(_rup, new EliminazioneNota(_rup, Copiato: true)).Errors[0].Code);
        Assert.Equal(StatoAffidamento.Eliminato, _affidamento.Stato);
    }

    [Fact]
    public void Su_un_Lotto_chiuso_non_si_ripristina()
    {
        Elimina();
        Assert.True(_lotto.Chiudi(Oggi).IsSuccess);
        Assert.Equal(_lotto.AmmetteNuoveAdesioni().Errors[0].Code, Ripristina(_rup, new EliminazioneNota(_rup, false)).Errors[0].Code);
    }

    [Fact]
    public void Il_posto_in_lista_non_torna_con_il_ripristino()
    {
        Fill(800);
        Assert.True(_affidamento.EntraInLista(_capienza, Ora).IsSuccess);
        Elimina();
        Assert.Null(_affidamento.InListaDal);
        Assert.True(Ripristina(_rup, new EliminazioneNota(_rup, false)).IsSuccess);
        Assert.Null(_affidamento.InListaDal);
    }

    [Fact]
    public void Chi_ci_sta_non_aspetta_nemmeno_per_un_centesimo()
    {
        Fill(700);
        var errore = Assert.Single(_affidamento.EntraInLista(_capienza, Ora).Errors);
        Assert.Equal("lista-attesa.c-e-posto", errore.Code);
        Assert.Contains("restano 300,00", errore.Message, StringComparison.Ordinal);
        Fill(0.01m);
        Assert.True(_affidamento.EntraInLista(_capienza, Ora).IsSuccess);
    }

    [Fact]
    public void Cio_che_e_confermato_conta_come_posto()
    {
        var dati = new DatiAtto(TipoAtto.ConfermaDiCapienza, "", Oggi, "prot. 1", Importo.DaEuro(300), Oggi.AddDays(30));
        Assert.True(_affidamento.RegistraConferma(Guid.CreateVersion7(), dati, "", null, _capienza, Oggi, Ora).IsSuccess);
        Fill(700);
        Assert.Equal("lista-attesa.c-e-posto", _affidamento.EntraInLista(_capienza, Ora).Errors[0].Code);
    }

    [Fact]
    public void In_lista_si_tiene_il_primo_posto_e_non_si_prende_capienza()
    {
        Fill(800);
        Assert.True(_affidamento.EntraInLista(_capienza, Ora).IsSuccess);
        Assert.Equal("lista-attesa.gia-dentro", _affidamento.EntraInLista(_capienza, Ora.AddHours(1)).Errors[0].Code);
        Assert.Equal((Ora, Importo.DaEuro(200)), (_affidamento.InListaDal!.Value, _capienza.Residuo));
        Assert.True(_affidamento.EsceDallaLista(Ora).IsSuccess);
        Assert.Equal("lista-attesa.fuori", _affidamento.EsceDallaLista(Ora).Errors[0].Code);
    }

    [Fact]
    public void Un_CIG_trovato_nell_elenco_del_portale_finisce_l_attesa()
    {
        Fill(800);
        Assert.True(_affidamento.EntraInLista(_capienza, Ora).IsSuccess);
        Assert.True(_affidamento.RegistraDaElenco(
            _affidamento.Aggiudicazioni[0].Id, InventedCodes.Cig('B', 100), DatiPortale.Vuoti, _lotto, _capienza, Ora).IsSuccess);
        Assert.Null(_affidamento.InListaDal);
    }

    private void Elimina() => Assert.True(_affidamento.Elimina(_capienza, Ora).IsSuccess);

    private Result Ripristina(Guid chi, EliminazioneNota? eliminazione) => _affidamento.Ripristina(chi, eliminazione, _lotto, _convenzione, Ora);

    private void Fill(decimal euro) => Assert.True(
        _capienza.RegistraAltreAdesioni(Importo.DaEuro(euro), new AttoDiRiferimento("Nota", Oggi, "1"), Ora).IsSuccess);
}
