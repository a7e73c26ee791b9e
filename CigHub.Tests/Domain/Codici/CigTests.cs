using CigHub.Domain.Codici;
using CsCheck;

namespace CigHub.Tests.Domain.Codici;

public class CigTests
{
    private const string Alfabeto = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static TheoryData<string> Veri => [.. SampleCig.Veri];

    [Theory]
    [MemberData(nameof(Veri))]
    public void Un_cig_vero_e_accettato_e_resta_com_e(string codice)
    {
        Assert.True(Cig.TryParse(codice, null, out var cig));
        Assert.Equal(codice, cig.Valore);
    }

    [Fact]
    public void Ogni_cig_fatto_con_la_formula_di_anac_e_accettato() =>
        SampleCig.DiOgniForma.Sample(codice => Cig.TryParse(codice, null, out _), iter: 20_000);

    [Theory]
    [InlineData("9914876E7F", FormaCig.SimogV1)]
    [InlineData("B61107E182", FormaCig.SimogV2OPcp)]
    [InlineData("Z802049F9D", FormaCig.SmartCig)]
    public void La_prima_lettera_dice_la_forma(string codice, FormaCig forma) => Assert.Equal(forma, Cig.Parse(codice, null).Forma);

    [Theory]
    [InlineData("b61107e182")]
    [InlineData("  B61107E182\r\n")]
    [InlineData("\u00A0B61107E182\u202F")]
    [InlineData("\uFEFF\u200BB61107e182\t")]
    public void Spazi_intorno_e_minuscole_non_contano(string testo) => Assert.Equal("B61107E182", Cig.Parse(testo, null).Valore);

    // The first character is left out. A change there may turn the code into one of another form, which is valid by chance about once in 2 000.
    [Fact]
    public void Un_cig_con_un_carattere_sbagliato_e_rifiutato() =>
        Gen.Select(SampleCig.DiOgniForma, Gen.Int[1, 9]).Sample((codice, posto) =>
            Alfabeto.Where(c => c != codice[posto]).All(c => !Valido(codice[..posto] + c + codice[(posto + 1)..])));

    [Fact]
    public void Un_cig_simog_o_pcp_con_il_primo_carattere_sbagliato_nella_stessa_forma_e_rifiutato() =>
        Gen.OneOf(SampleCig.SimogV1, SampleCig.SimogV2OPcp).Sample(codice =>
            Alfabeto.Where(c => c != codice[0] && c <= 'U' && char.IsAsciiDigit(c) == char.IsAsciiDigit(codice[0])).All(c => !Valido(c + codice[1..])));

    [Fact]
    public void Un_cig_con_due_vicini_scambiati_e_rifiutato() =>
        Gen.Select(SampleCig.DiOgniForma, Gen.Int[1, 8]).Sample((codice, i) =>
            codice[i] == codice[i + 1] || !Valido(codice[..i] + codice[i + 1] + codice[i] + codice[(i + 2)..]));

    [Theory]
    [InlineData(null, "cig.mancante")]
    [InlineData(" \u00A0 ", "cig.mancante")]
    [InlineData("B61107E18", "cig.lunghezza")]
    [InlineData("B61107E1822", "cig.lunghezza")]
    [InlineData("B61 107 E182", "cig.lunghezza")]
    [InlineData("V61107E182", "cig.prima-lettera")]
    [InlineData("W61107E182", "cig.prima-lettera")]
    [InlineData("-61107E182", "cig.prima-lettera")]
    [InlineData("B6110OE182", "cig.caratteri")]
    [InlineData("99148F6E7F", "cig.caratteri")]
    [InlineData("B61107 182", "cig.caratteri")]
    [InlineData("B61107E183", "cig.cifra-di-controllo")]
    [InlineData("0000000001", "cig.cifra-di-controllo")]
    [InlineData("0000000000", "cig.nessuno")]
    [InlineData("X000000000", "cig.nessuno")]
    [InlineData("1,234646E+24", "cig.numero-di-foglio")]
    [InlineData("1.234646E+24", "cig.numero-di-foglio")]
    [InlineData("1,23465e+24", "cig.numero-di-foglio")]
    [InlineData("1E+18", "cig.numero-di-foglio")]
    [InlineData("1234646000000000000000000", "cig.numero-di-foglio")]
    [InlineData("1234646123,00", "cig.numero-di-foglio")]
    [InlineData("1.234.646.123", "cig.numero-di-foglio")]
    [InlineData("123409054", "cig.zero-iniziale")]
    [InlineData("123456789", "cig.zero-iniziale")]
    [InlineData("12345678", "cig.lunghezza")]
    public void Il_rifiuto_dice_il_perche(string? testo, string codice)
    {
        var letto = Cig.Leggi(testo);
        Assert.Equal(codice, Assert.Single(letto.Errors).Code);
        Assert.False(Cig.TryParse(testo, null, out var niente));
        Assert.Null(niente);
    }

    [Fact]
    public void Un_cig_che_somiglia_a_un_numero_con_esponente_ma_ha_dieci_caratteri_e_un_cig() => Assert.True(Valido("1234646E18"));

    [Fact]
    public void Lo_zero_perduto_e_proposto_nel_messaggio() => Assert.Contains("0123409054", Cig.Leggi("123409054").Errors[0].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("B61107E18\u0662")] // Arabic-Indic 2
    [InlineData("\uFF2261107E182")] // full-width B
    [InlineData("B61107\u0415182")] // Cyrillic E
    [InlineData("S61107E18\uD83D")] // half of a surrogate pair
    [InlineData("B61107E\u0301182")]
    public void Contano_solo_lettere_e_cifre_ascii(string testo) => Assert.False(Valido(testo));

    // The usual ToUpper turns «ſ» (long s) into S. The character must not count as the first letter of a code.
    [Fact]
    public void Una_lettera_che_diventa_ascii_in_maiuscolo_non_passa() =>
        SampleCig.CheComincia('S').Sample(conS => Valido(conS) && !Valido('\u017F' + conS[1..]));

    [Fact]
    public void Nessun_testo_fa_cadere_la_lettura()
    {
        foreach (var lungo in new[] { new string('B', 100_000), new string('0', 100_000), new string(' ', 100_000), new string('\uD800', 100_000),
            new string('1', 100_000) + "E+18" })
        {
            Assert.False(Valido(lungo));
            Assert.True(Cig.Leggi(lungo).Errors[0].Message.Length < 300);
        }

        Gen.String.Sample(testo => Cig.TryParse(testo, null, out var cig) == cig is not null);
        Gen.Char.Array[0, 30].Sample(caratteri => Cig.TryParse(new string(caratteri), null, out var cig) == cig is not null);
    }

    [Fact]
    public void Chi_chiede_un_valore_da_un_testo_sbagliato_ha_un_eccezione_con_il_perche()
    {
        Assert.Equal(Cig.Leggi("B61107E183").Errors[0].Message, Assert.Throws<FormatException>(() => Cig.Parse("B61107E183", null)).Message);
        Assert.Throws<ArgumentNullException>(() => Cig.Parse(null!, null));
        Assert.Throws<FormatException>(() => Cig.Parse("B61107E182", null).ToString("X", null));
    }

    private static bool Valido(string testo) => Cig.TryParse(testo, null, out _);
}
