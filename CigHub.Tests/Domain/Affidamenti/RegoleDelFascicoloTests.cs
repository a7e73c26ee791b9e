using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CsCheck;

namespace CigHub.Tests.Domain.Affidamenti;

/// <summary>Checks the rules of the law and of the Convenzione for the data of the fascicolo. No database is needed.</summary>
public sealed class RegoleDelFascicoloTests
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);
    private static readonly DateTime Ora = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("100,00", "22", "122,00")]
    [InlineData("0,05", "10", "0,06")]
    [InlineData("1234,56", "4", "1283,94")]
    [InlineData("100,00", "0", "100,00")]
    public void Il_lordo_e_l_imponibile_con_l_IVA_arrotondato_al_centesimo(string imponibile, string aliquota, string lordo) =>
        Assert.Equal(
            Importo.Parse(lordo, null),
            (DatiFascicolo.Vuoto with { AliquotaIva = decimal.Parse(aliquota, System.Globalization.CultureInfo.InvariantCulture) })
                .Lordo(Importo.Parse(imponibile, null)));

    [Fact]
    public void Il_lordo_non_si_inventa_senza_aliquota() => Assert.Null(DatiFascicolo.Vuoto.Lordo(Importo.DaEuro(10)));

    [Fact]
    public void Il_lordo_dista_dal_valore_esatto_al_piu_mezzo_centesimo() =>
        Gen.Select(Gen.Long[0, 1_000_000_000], Gen.Int[0, 100]).Sample((centesimi, aliquota) =>
        {
            var lordo = (DatiFascicolo.Vuoto with { AliquotaIva = aliquota }).Lordo(Importo.DaCentesimi(centesimi))!.Value;
            Assert.True(Math.Abs(lordo.Centesimi - (centesimi * (100m + aliquota) / 100m)) <= 0.5m);
        });

    [Theory]
    [InlineData(101, null, null, "fascicolo.aliquota")]
    [InlineData(-1, null, null, "fascicolo.aliquota")]
    [InlineData(22, null, "2027-01-01", "fascicolo.inizio-mancante")]
    [InlineData(22, "2027-01-01", "2026-12-31", "fascicolo.contratto-rovesciato")]
    [InlineData(22, "2027-01-01", "2029-01-02", "fascicolo.oltre-la-durata")]
    public void Dati_che_si_contraddicono_sono_rifiutati(int aliquota, string? dal, string? al, string codice)
    {
        var dati = new DatiFascicolo(aliquota, "", "", Day(dal), Day(al));
        Assert.Equal(codice, Assert.Single(dati.Controlla(Convenzione(durataMassima: 24)).Errors).Code);
    }

    [Fact]
    public void Un_aliquota_ha_al_massimo_due_decimali()
    {
        Assert.True((DatiFascicolo.Vuoto with { AliquotaIva = 7.350m }).Controlla(Convenzione()).IsSuccess);
        var errore = Assert.Single((DatiFascicolo.Vuoto with { AliquotaIva = 7.355m }).Controlla(Convenzione()).Errors);
        Assert.Equal(("fascicolo.aliquota-decimali", nameof(DatiFascicolo.AliquotaIva)), (errore.Code, errore.Field));
    }

    [Fact]
    public void Un_adesione_esente_con_un_aliquota_si_contraddice()
    {
        var dati = DatiFascicolo.Vuoto with { AliquotaIva = 22, RegimeIva = RegimeIva.Esente };
        Assert.Equal("fascicolo.esente-con-aliquota", Assert.Single(dati.Controlla(Convenzione(durataMassima: 24)).Errors).Code);
        Assert.True((dati with { AliquotaIva = 0 }).Controlla(Convenzione(durataMassima: 24)).IsSuccess);
        Assert.True((dati with { RegimeIva = RegimeIva.InversioneContabile }).Controlla(Convenzione(durataMassima: 24)).IsSuccess);
    }

    [Fact]
    public void Il_contratto_puo_finire_molto_dopo_la_finestra_di_adesione()
    {
        var dati = new DatiFascicolo(22, "123/2026", "10450", new(2027, 1, 1), new(2029, 1, 1));
        Assert.True(Convenzione(durataMassima: 24).AdesioniAl < dati.ContrattoDal);
        Assert.True(dati.Controlla(Convenzione(durataMassima: 24)).IsSuccess);
    }

    [Fact]
    public void Una_conferma_di_capienza_ha_un_importo_e_vale_fino_al_suo_giorno_compreso()
    {
        var conferma = new DatiAtto(TipoAtto.ConfermaDiCapienza, "12", Oggi, "prot. 1", Importo.DaEuro(1000), Oggi.AddDays(30));
        Assert.True(conferma.Controlla(Oggi).IsSuccess);
        Assert.Equal("atto.importo", (conferma with { Importo = null }).Controlla(Oggi).Errors[0].Code);
        Assert.Equal("atto.importo", (conferma with { Importo = Importo.Zero }).Controlla(Oggi).Errors[0].Code);
        Assert.Equal("atto.validita", (conferma with { ValidoFinoAl = Oggi.AddDays(-1) }).Controlla(Oggi).Errors[0].Code);
        Assert.Equal("atto.data-futura", (conferma with { Data = Oggi.AddDays(1) }).Controlla(Oggi).Errors[0].Code);
        Assert.True((conferma with { Tipo = TipoAtto.Altro, Importo = null }).Controlla(Oggi).IsSuccess);
    }

    [Fact]
    public void Una_adesione_gia_fatta_ha_qualunque_forma_di_CIG_ma_non_quella_del_Padre_e_cade_nella_finestra()
    {
        var (lotto, convenzione) = (Lotto(), Convenzione());
        Result<(Affidamento Affidamento, MovimentoCapienza Movimento)> Carica(AdesionePregressa adesione, Capienza capienza) => Affidamento.NuovoPregresso(
            Guid.CreateVersion7(), new NumeroAffidamento(2026, 1), Guid.NewGuid(), lotto, convenzione, Guid.NewGuid(), Guid.NewGuid(), adesione, capienza, Ora);
        var capienza = new Capienza(lotto.Id);
        capienza.Apri(Importo.DaEuro(100), "Contratto", DateOnly.FromDateTime(Ora), Ora);
        var buona = new AdesionePregressa(Cig.Parse("ZD30000001", null), "Carta", Importo.DaEuro(150), new(2023, 9, 1), lotto.Fornitori[0].IdPartecipante);
        Assert.Equal("cig.e-il-padre", Carica(buona with { CigDerivato = lotto.CigPadre }, capienza).Errors[0].Code);
        Assert.Equal("pregresso.importo", Carica(buona with { Importo = Importo.Zero }, capienza).Errors[0].Code);
        Assert.Equal("convenzione.fuori-finestra", Carica(buona with { DataAdesione = new(2027, 1, 1) }, capienza).Errors[0].Code);
        Assert.Equal(Importo.Zero, capienza.Aderito);

        var (affidamento, movimento) = Carica(buona, capienza).Value;
        Assert.Equal((StatoAffidamento.CigAcquisito, true, "Carta"), (affidamento.Stato, affidamento.Pregresso, affidamento.Oggetto));
        Assert.Equal(("ZD30000001", Importo.DaEuro(150)), (affidamento.CigDerivati, affidamento.ImportoAppalto));
        Assert.Equal((TipoMovimento.AdesionePregressa, Importo.DaEuro(150)), (movimento.Tipo, movimento.Importo));
        Assert.True(capienza.SforamentoDaRegolarizzare);
    }

    [Fact]
    public void A_una_Convenzione_o_a_un_Lotto_chiusi_non_si_aderisce_piu()
    {
        var convenzione = Convenzione();
        Assert.True(convenzione.Chiudi(Oggi).IsSuccess);
        Assert.Equal("convenzione.chiusa", convenzione.AmmetteNuoveAdesioni().Errors[0].Code);
        Assert.Equal("convenzione.gia-chiusa", convenzione.Chiudi(Oggi).Errors[0].Code);
        Assert.True(convenzione.Riapri().IsSuccess);
        Assert.True(convenzione.AmmetteNuoveAdesioni().IsSuccess);
        var lotto = Lotto();
        Assert.True(lotto.Chiudi(Oggi).IsSuccess);
        Assert.Equal("lotto.chiuso", lotto.AmmetteNuoveAdesioni().Errors[0].Code);
    }

    [Fact]
    public void Sotto_l_ordine_minimo_non_si_aderisce()
    {
        var convenzione = Convenzione(ordineMinimo: 500);
        Assert.Equal("convenzione.sotto-ordine-minimo", convenzione.AmmetteImporto(Importo.DaCentesimi(499_99)).Errors[0].Code);
        Assert.True(convenzione.AmmetteImporto(Importo.DaEuro(500)).IsSuccess);
    }

    private static DateOnly? Day(string? testo) => testo is null ? null : DateOnly.Parse(testo, System.Globalization.CultureInfo.InvariantCulture);

    private static Convenzione Convenzione(int? durataMassima = null, decimal? ordineMinimo = null) => new(Guid.NewGuid(), new DatiConvenzione(
        "Carta", DisciplinaApplicabile.Dlgs50Del2016, new(2023, 6, 1), new(2023, 8, 1), new(2026, 12, 31), false, ErosioneMassimale.NettoConSicurezza,
        ordineMinimo is { } minimo ? Importo.DaEuro(minimo) : null, durataMassima));

    private static Lotto Lotto() => new(Guid.NewGuid(), Guid.NewGuid(), new DatiLotto(
        1, "Carta in risme", Cig.Parse("B61107E182", null),
        new CaratteristicheLotto("supplies", Cpv.Parse("30197630", null), "G01", "FB", CodNuts.Parse("ITI43", null), new(2023, 7, 1)),
        [new Fornitore(Guid.NewGuid(), "Cartiera", CodiceFiscale.Parse("12345678903", null), "14", "1")]));
}
