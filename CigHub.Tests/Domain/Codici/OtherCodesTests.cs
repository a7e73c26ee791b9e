using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CsCheck;

namespace CigHub.Tests.Domain.Codici;

public class OtherCodesTests
{
    [Theory]
    [InlineData("f81b21000010001", null)]
    [InlineData("", "cup.mancante")]
    [InlineData("F81B2100001000", "cup.lunghezza")]
    [InlineData("F81B21000010001, F81B21000020001", "cup.elenco")]
    [InlineData("F81B21000010001\r\nF81B21000020001", "cup.elenco")]
    [InlineData("F81B21000010001F81B21000020001", "cup.elenco")]
    [InlineData("F81B2100001000-", "cup.caratteri")]
    [InlineData("F81B2100001000O", "cup.forma")]
    [InlineData("181B21000010001", "cup.forma")]
    [InlineData("F8IB21000010001", "cup.forma")]
    [InlineData("F81121000010001", "cup.forma")]
    public void Il_cup_ha_quindici_lettere_o_cifre_ed_e_uno_solo(string testo, string? errore) => Atteso(Cup.Leggi(testo), errore, "F81B21000010001");

    [Theory]
    [InlineData("45233140", null)]
    [InlineData(" 45233140-2 ", null)]
    [InlineData("", "cpv.mancante")]
    [InlineData("4523314", "cpv.zero-iniziale")]
    [InlineData("452331402", "cpv.trattino")]
    [InlineData("45233140-", "cpv.caratteri")]
    [InlineData("45233140-22", "cpv.caratteri")]
    [InlineData("4523314A", "cpv.caratteri")]
    [InlineData("4523314\u0660", "cpv.caratteri")]
    [InlineData("4523", "cpv.lunghezza")]
    public void Il_cpv_tiene_otto_cifre(string testo, string? errore) => Atteso(Cpv.Leggi(testo), errore, "45233140");

    // The check digit of these official codes does not follow the rule (an error of the 2008 revision). Refusing them would be wrong.
    [Theory]
    [InlineData("09123000-7")]
    [InlineData("72212517-6")]
    [InlineData("45233139-3")]
    public void Un_cpv_ufficiale_con_la_cifra_fuori_regola_e_accettato(string testo) => Assert.NotNull(ListeAnac.Cpv.Trova(Cpv.Parse(testo, null).Valore));

    [Theory]
    [InlineData("RSSMRA80A01H501U", true)]
    [InlineData("rssmra80a01h501u", true)]
    [InlineData("RSSMRA80A41H501Y", true)] // a woman: day + 40
    [InlineData("RSSMRA80A01H50MM", true)] // omocodia, last figure
    [InlineData("RSSMRA80A01HRLMS", true)] // omocodia, three figures
    [InlineData("RSSMRAUVA01H501M", true)] // omocodia, the highest figures: U is 8, V is 9
    [InlineData("80034390585", false)]
    public void Un_codice_fiscale_giusto_e_accettato(string testo, bool persona) => Assert.Equal(persona, CodiceFiscale.Parse(testo, null).DiPersonaFisica);

    [Theory]
    [InlineData(null, "codice-fiscale.mancante")]
    [InlineData("RSSMRA80A01H501", "codice-fiscale.lunghezza")]
    [InlineData("RSSMRA80A01H501X", "codice-fiscale.carattere-di-controllo")]
    [InlineData("RSSMRA08A01H501U", "codice-fiscale.carattere-di-controllo")]
    [InlineData("RSSMRA80F01H501U", "codice-fiscale.caratteri")]
    [InlineData("RSSMRA80A01H50WU", "codice-fiscale.caratteri")]
    [InlineData("RSSMRA80A01H50OF", "codice-fiscale.caratteri")] // omocodia leaves out the O, though the control letter is right
    [InlineData("RSSMRA80A00H501V", "codice-fiscale.giorno")]
    [InlineData("80034390586", "codice-fiscale.cifra-di-controllo")]
    [InlineData("00000000000", "codice-fiscale.cifra-di-controllo")]
    [InlineData("8003439058A", "codice-fiscale.caratteri")]
    public void Un_codice_fiscale_sbagliato_dice_il_perche(string? testo, string errore) => Atteso(CodiceFiscale.Leggi(testo), errore);

    [Theory]
    [InlineData("12345678903", null)]
    [InlineData("it12345678903", null)]
    [InlineData("", "partita-iva.mancante")]
    [InlineData("1234567890", "partita-iva.lunghezza")]
    [InlineData("1234567890A", "partita-iva.caratteri")]
    [InlineData("12345678904", "partita-iva.cifra-di-controllo")]
    [InlineData("00000000000", "partita-iva.cifra-di-controllo")]
    public void La_partita_iva_ha_undici_cifre_e_l_ultima_torna(string testo, string? errore) => Atteso(PartitaIva.Leggi(testo), errore, "12345678903");

    [Fact]
    public void Una_partita_iva_con_una_cifra_sbagliata_e_rifiutata() =>
        Gen.Select(Gen.Int[0, 10], Gen.Char['0', '9']).Sample((posto, cifra) =>
            "12345678903"[posto] == cifra || !PartitaIva.TryParse("12345678903"[..posto] + cifra + "12345678903"[(posto + 1)..], null, out _));

    [Theory]
    [InlineData("012058091", null)]
    [InlineData(null, "cod-istat.mancante")]
    [InlineData("058091", "cod-istat.senza-regione")]
    [InlineData("12058091", "cod-istat.zero-iniziale")]
    [InlineData("0120580911", "cod-istat.lunghezza")]
    [InlineData("01205809A", "cod-istat.caratteri")]
    public void Il_codice_istat_ha_nove_cifre(string? testo, string? errore) => Atteso(CodIstat.Leggi(testo), errore, "012058091");

    [Theory]
    [InlineData("012058091", true)]
    [InlineData("012056059", false)]
    [InlineData("003015146", false)]
    public void I_comuni_della_citta_metropolitana_di_Roma_hanno_058(string testo, bool dentro) =>
        Assert.Equal(dentro, CodIstat.Parse(testo, null).InCittaMetropolitanaDiRoma);

    [Theory]
    [InlineData("iti43", null)]
    [InlineData(null, "cod-nuts.mancante")]
    [InlineData("I", "cod-nuts.lunghezza")]
    [InlineData("ITI433", "cod-nuts.lunghezza")]
    [InlineData("1TI43", "cod-nuts.caratteri")]
    [InlineData("ITI-4", "cod-nuts.caratteri")]
    public void Il_codice_nuts_comincia_con_lo_stato(string? testo, string? errore) => Atteso(CodNuts.Leggi(testo), errore, "ITI43");

    [Theory]
    [InlineData("9d742831-3c94-4501-a651-2bf4db78e30d", null, "9D742831-3C94-4501-A651-2BF4DB78E30D")]
    [InlineData(" 9D7428313C944501A6512BF4DB78E30D ", null, "9D742831-3C94-4501-A651-2BF4DB78E30D")]
    [InlineData("2558", null, "2558")]
    [InlineData(null, "codice-centro-di-costo.mancante", null)]
    [InlineData("Ufficio gare", "codice-centro-di-costo.forma", null)]
    [InlineData("7", "codice-centro-di-costo.forma", null)]
    [InlineData("1234567", "codice-centro-di-costo.forma", null)]
    [InlineData("9D742831-3C94-4501-A651-2BF4DB78E30", "codice-centro-di-costo.forma", null)]
    [InlineData("00000000-0000-0000-0000-000000000000", "codice-centro-di-costo.forma", null)]
    public void Il_codice_di_un_centro_di_costo_ha_una_delle_due_forme_di_ausa(string? testo, string? errore, string? valore) =>
        Atteso(CodiceCentroDiCosto.Leggi(testo), errore, valore);

    [Fact]
    public void A_un_codice_di_centro_di_costo_tronco_si_dice_quante_cifre_ha() =>
        Assert.Contains("qui ci sono 31 cifre", CodiceCentroDiCosto.Leggi("9D742831-3C94-4501-A651-2BF4DB78E30").Errors[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Il_livello_del_nuts_viene_dalla_lunghezza() =>
        Assert.Equal((0, 2, 3), (CodNuts.Parse("IT", null).Livello, CodNuts.Parse("ITI4", null).Livello, CodNuts.Parse("ITI43", null).Livello));

    [Fact]
    public void Nessun_testo_fa_cadere_la_lettura_di_nessun_codice()
    {
        static bool Regge(string testo)
        {
            _ = Cup.Leggi(testo);
            _ = Cpv.Leggi(testo);
            _ = CodiceFiscale.Leggi(testo);
            _ = PartitaIva.Leggi(testo);
            _ = CodIstat.Leggi(testo);
            _ = CodNuts.Leggi(testo);
            _ = CodiceCentroDiCosto.Leggi(testo);
            return true;
        }

        Assert.All(new[] { new string('9', 100_000), new string('\uDC00', 16), "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
            "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661" }, t => Assert.True(Regge(t)));
        Gen.Char.Array[0, 20].Sample(caratteri => Regge(new string(caratteri)));
        Gen.Char.AlphaNumeric.Array[5, 16].Sample(caratteri => Regge(new string(caratteri)));
    }

    private static void Atteso<T>(Result<T> letto, string? errore, string? valore = null)
        where T : Codice<T>, ICodice<T>
    {
        Assert.Equal(errore, letto.Errors is [var primo, ..] ? primo.Code : null);
        if (errore is null)
        {
            Assert.Equal(valore, letto.Value.Valore);
        }
    }
}
