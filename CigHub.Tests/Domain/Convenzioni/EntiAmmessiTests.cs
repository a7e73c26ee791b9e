using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Demo.Dimostrazione;

namespace CigHub.Tests.Domain.Convenzioni;

/// <summary>Tests which Enti may begin an adhesion, and how a pasted list of Enti is read.</summary>
public sealed class EntiAmmessiTests
{
    private static readonly EnteConCodici _rieti = Ente("Comune di Rieti", 1, "c_h282"), _tivoli = Ente("Comune di Tivoli", 2, "c_l182"),
        _primo = Ente("Consorzio Uno", 3, "cons"), _secondo = Ente("Consorzio Due", 4, "CONS");

    [Fact]
    public void Senza_elenco_aderisce_ogni_Ente_e_con_un_elenco_solo_chi_c_e()
    {
        var convenzione = Convenzione();
        Assert.True(convenzione.AmmetteEnte(_rieti.Id).IsSuccess);

        Assert.True(convenzione.Ammetti([Ammesso(_tivoli)]).IsSuccess);
        Assert.True(convenzione.AmmetteEnte(_tivoli.Id).IsSuccess);
        Assert.Equal(CigHub.Domain.Convenzioni.Convenzione.CodiceEnteNonAmmesso, convenzione.AmmetteEnte(_rieti.Id).Errors[0].Code);

        Assert.True(convenzione.AmmettiTutti().IsSuccess);
        Assert.True(convenzione.AmmetteEnte(_rieti.Id).IsSuccess);
        Assert.Equal("convenzione.senza-elenco", convenzione.AmmettiTutti().Errors[0].Code);
    }

    [Fact]
    public void Un_nuovo_Affidamento_di_un_Ente_fuori_dall_elenco_non_nasce()
    {
        var convenzione = Convenzione();
        convenzione.Ammetti([Ammesso(_tivoli)]);
        Result<Affidamento> Nuovo(Guid ente) => Affidamento.Nuovo(
            Guid.CreateVersion7(), new NumeroAffidamento(2026, 1), ente, Lotto(), convenzione, Guid.NewGuid(), Guid.NewGuid(), null, BozzaAd4.Vuota,
            new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal("convenzione.ente-non-ammesso", Nuovo(_rieti.Id).Errors[0].Code);
        Assert.True(Nuovo(_tivoli.Id).IsSuccess);
    }

    [Fact]
    public void Gli_Enti_stanno_in_ordine_una_volta_sola_e_l_ultimo_non_si_toglie()
    {
        var convenzione = Convenzione();
        Assert.True(convenzione.Ammetti([Ammesso(_tivoli), Ammesso(_rieti), Ammesso(_tivoli)]).IsSuccess);
        Assert.Equal([Ammesso(_rieti), Ammesso(_tivoli)], convenzione.EntiAmmessi!);
        Assert.Equal("convenzione.enti-gia-ammessi", convenzione.Ammetti([Ammesso(_rieti)]).Errors[0].Code);

        Assert.True(convenzione.NonAmmettere(_rieti.Id).IsSuccess);
        Assert.Equal("convenzione.ente-non-in-elenco", convenzione.NonAmmettere(_rieti.Id).Errors[0].Code);
        Assert.Equal("convenzione.ultimo-ente-ammesso", convenzione.NonAmmettere(_tivoli.Id).Errors[0].Code);
        Assert.Equal([Ammesso(_tivoli)], convenzione.EntiAmmessi!);
        Assert.Equal("convenzione.ente-non-in-elenco", Convenzione().NonAmmettere(_tivoli.Id).Errors[0].Code);
    }

    [Fact]
    public void L_elenco_ha_un_massimo()
    {
        var convenzione = Convenzione();
        var troppi = Enumerable.Range(0, CigHub.Domain.Convenzioni.Convenzione.MaxEntiAmmessi + 1).Select(i => new EnteAmmesso(Guid.NewGuid(), $"Ente {i}"));
        Assert.Equal("convenzione.troppi-enti-ammessi", convenzione.Ammetti(troppi).Errors[0].Code);
        Assert.Null(convenzione.EntiAmmessi);
    }

    [Fact]
    public void Si_legge_un_codice_per_riga_con_nomi_e_colonne_accanto()
    {
        var testo = $"{_tivoli.CodiceFiscale}\r\n\r\nComune di Rieti\t{_rieti.CodiceFiscale}\tRI\nC_L182 Comune di Tivoli\n";
        Assert.Equal([Ammesso(_tivoli), Ammesso(_rieti)], Leggi(testo).Value);
        Assert.Equal([Ammesso(_rieti), Ammesso(_tivoli)], Leggi($"{_rieti.CodiceFiscale}, {_tivoli.CodiceFiscale}").Value);
        Assert.Equal([Ammesso(_rieti)], Leggi("Rieti; c_h282; RI").Value);
    }

    [Theory]
    [InlineData("", "enti-ammessi.mancanti")]
    [InlineData(" \n ", "enti-ammessi.mancanti")]
    [InlineData("00000000001", "enti-ammessi.riga")]
    [InlineData("Comune di Rieti", "enti-ammessi.riga")]
    [InlineData("cons", "enti-ammessi.riga")]
    public void Una_riga_che_non_si_riconosce_rifiuta_l_elenco(string testo, string codice)
    {
        var errore = Assert.Single(Leggi(testo).Errors);
        Assert.Equal((codice, ElencoDiEnti.Campo), (errore.Code, errore.Field));
    }

    [Fact]
    public void L_errore_dice_le_prime_righe_sbagliate_e_quante_sono_le_altre()
    {
        var errore = Assert.Single(Leggi($"{_rieti.CodiceFiscale}\n" + string.Join('\n', Enumerable.Range(0, 7).Select(i => $"boh{i}"))).Errors);
        Assert.Contains("riga 2, «boh0»", errore.Message);
        Assert.Contains("riga 6, «boh4»", errore.Message);
        Assert.DoesNotContain("boh5", errore.Message);
        Assert.Contains("e 2 altre righe", errore.Message);
        Assert.Equal("enti-ammessi.troppo-lungo", Assert.Single(Leggi(new string('x', ElencoDiEnti.MaxTesto + 1)).Errors).Code);
    }

    private static Result<IReadOnlyList<EnteAmmesso>> Leggi(string testo) => ElencoDiEnti.Leggi(testo, [_rieti, _tivoli, _primo, _secondo]);

    private static EnteConCodici Ente(string nome, int numero, string ipa) =>
        new(Guid.CreateVersion7(), nome, CodiceFiscale.Parse(InventedCodes.PartitaIva(numero).Valore, null), ipa);

    private static EnteAmmesso Ammesso(EnteConCodici ente) => new(ente.Id, ente.Denominazione);

    private static Convenzione Convenzione() => new(Guid.NewGuid(), new DatiConvenzione(
        "Carta", DisciplinaApplicabile.Dlgs50Del2016, new(2023, 6, 1), new(2023, 8, 1), new(2026, 12, 31), false, ErosioneMassimale.NettoConSicurezza));

    private static Lotto Lotto() => new(Guid.NewGuid(), Guid.NewGuid(), new DatiLotto(
        1, "Carta in risme", Cig.Parse("B61107E182", null),
        new CaratteristicheLotto("supplies", Cpv.Parse("30197630", null), "G01", "FB", CodNuts.Parse("ITI43", null), new(2023, 7, 1)),
        [new Fornitore(Guid.NewGuid(), "Cartiera", CodiceFiscale.Parse("12345678903", null), "14", "1")]));
}
