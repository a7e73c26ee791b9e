using CigHub.Domain.Common;
using CsCheck;

namespace CigHub.Tests.Domain.Common;

public class ImportoTests
{
    private static readonly Gen<Importo> _importi = Gen.Long[-Importo.MaxCentesimi, Importo.MaxCentesimi].Select(Importo.DaCentesimi);

    [Theory]
    [InlineData("1234,5", 123_450)]
    [InlineData("1.234,50", 123_450)]
    [InlineData("1.234,50 €", 123_450)]
    [InlineData("\u00A01.234,50\u00A0€", 123_450)]
    [InlineData("1.000", 100_000)]
    [InlineData("1 234,50", 123_450)]
    [InlineData("1\u202F234\u202F567,8", 123_456_780)]
    [InlineData("12\u00A0500,50\u00A0€", 1_250_050)]
    [InlineData("\u221212,5", -1_250)]
    [InlineData("\u2013 0,05", -5)]
    [InlineData("\u200B12\u200E,5\uFEFF", 1_250)]
    [InlineData("-0,05", -5)]
    [InlineData("0", 0)]
    [InlineData("007,1", 710)]
    [InlineData("999.999.999.999,99", Importo.MaxCentesimi)]
    public void Quello_che_una_persona_scrive_si_legge(string testo, long centesimi) => Assert.Equal(centesimi, Importo.Leggi(testo).Value.Centesimi);

    [Theory]
    [InlineData(null, "importo.mancante")]
    [InlineData(" € ", "importo.mancante")]
    [InlineData("12,3a", "importo.formato")]
    [InlineData("1.23,4", "importo.punto")]
    [InlineData("1234.56", "importo.punto")]
    [InlineData("1.23", "importo.punto")]
    [InlineData("0.125", "importo.punto")]
    [InlineData("00.125", "importo.punto")]
    [InlineData("1,234.50", "importo.punto")]
    [InlineData("1.234.5", "importo.punto")]
    [InlineData("12 5,00", "importo.formato")]
    [InlineData("0 125", "importo.formato")]
    [InlineData("1.234 567", "importo.punto")]
    [InlineData("1'234", "importo.formato")]
    [InlineData("1,2,3", "importo.formato")]
    [InlineData("12,", "importo.formato")]
    [InlineData(",5", "importo.formato")]
    [InlineData("-", "importo.formato")]
    [InlineData("--1", "importo.formato")]
    [InlineData(".123", "importo.punto")]
    [InlineData("1..234", "importo.punto")]
    [InlineData("1E3", "importo.formato")]
    [InlineData("\u0661\u0662", "importo.formato")]
    [InlineData("12,345", "importo.decimali")]
    [InlineData("1.000.000.000.000", "importo.troppo-grande")]
    public void Quello_che_non_e_un_importo_e_rifiutato_con_il_perche(string? testo, string codice)
    {
        Assert.Equal(codice, Assert.Single(Importo.Leggi(testo).Errors).Code);
        Assert.False(Importo.TryParse(testo, null, out var niente));
        Assert.Equal(Importo.Zero, niente);
    }

    [Theory]
    [InlineData("1.23", "«1.23»", "1,23")]
    [InlineData("12500.5", "«12500.5»", "12500,5")]
    [InlineData("0.125", "«0.125»", "1.234,50")]
    [InlineData("12a", "«a»", "1.234,50")]
    [InlineData("12 5", "«12 5»", "1.234,50")]
    public void Il_rifiuto_nomina_cio_che_non_va_e_dice_come_si_scrive(string testo, string nominato, string esempio)
    {
        var messaggio = Assert.Single(Importo.Leggi(testo).Errors).Message;
        Assert.Contains(nominato, messaggio, StringComparison.Ordinal);
        Assert.Contains(esempio, messaggio, StringComparison.Ordinal);
    }

    [Fact]
    public void Centomila_cifre_sono_troppe_e_non_un_guasto() => Assert.Equal("importo.troppo-grande", Importo.Leggi(new string('9', 100_000)).Errors[0].Code);

    [Fact]
    public void Un_importo_scritto_e_riletto_e_lo_stesso() =>
        _importi.Sample(i => Importo.Parse(i.ToString(), null) == i && Importo.Parse(i.ToString("E", null), null) == i
            && Importo.Parse(i.ToString("P", null), null) == i);

    [Theory]
    [InlineData(null, "-1.234.567,80")]
    [InlineData("G", "-1.234.567,80")]
    [InlineData("E", "-1.234.567,80\u00A0€")]
    [InlineData("P", "-1234567,80")]
    public void La_forma_e_quella_italiana(string? formato, string atteso) => Assert.Equal(atteso, Importo.DaCentesimi(-123_456_780).ToString(formato, null));

    [Fact]
    public void Un_formato_sconosciuto_e_un_errore_di_chi_programma() => Assert.Throws<FormatException>(() => Importo.Zero.ToString("X", null));

    [Fact]
    public void I_conti_che_non_entrano_non_girano_su_se_stessi()
    {
        var massimo = Importo.DaCentesimi(long.MaxValue);
        Assert.Throws<OverflowException>(() => massimo + Importo.DaCentesimi(1));
        Assert.Throws<OverflowException>(() => Importo.DaCentesimi(long.MinValue) - Importo.DaCentesimi(1));
        Assert.Throws<OverflowException>(() => -Importo.DaCentesimi(long.MinValue));
        Assert.Throws<OverflowException>(() => Importo.DaEuro(decimal.MaxValue / 100m - 1m));
    }

    [Fact]
    public void Gli_euro_con_piu_di_due_decimali_non_si_arrotondano_in_silenzio()
    {
        Assert.Equal(1_234_567, Importo.DaEuro(12_345.67m).Centesimi);
        Assert.Equal(12_345.67m, Importo.DaCentesimi(1_234_567).InEuro);
        Assert.Throws<ArgumentOutOfRangeException>(() => Importo.DaEuro(0.001m));
    }

    [Fact]
    public void La_somma_e_esatta_e_la_differenza_la_disfa() =>
        Gen.Select(_importi, _importi).Sample(
            (a, b) => a + b - b == a && Importo.Somma([a, b]) == b + a && -(-a) == a && (a < b) == (b > a) && (a <= b) == !(a > b) && (a >= b) == !(a < b));

    [Fact]
    public void Il_valore_predefinito_e_zero() => Assert.Equal("0,00", default(Importo).ToString());
}
