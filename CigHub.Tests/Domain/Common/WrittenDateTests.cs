using CigHub.Domain.Common;
using CsCheck;

namespace CigHub.Tests.Domain.Common;

/// <summary>Checks how a typed date is read. All date fields use this one reader.</summary>
public sealed class WrittenDateTests
{
    private static readonly DateOnly _oggi = new(2026, 11, 23);

    [Theory]
    [InlineData("01/02/2026")]
    [InlineData("1/2/26")]
    [InlineData("1/2/2026")]
    [InlineData("1.2.2026")]
    [InlineData("1-2-26")]
    [InlineData("1 2 2026")]
    [InlineData("1 / 2 / 2026")]
    [InlineData("01022026")]
    [InlineData("010226")]
    [InlineData("2026-02-01")]
    [InlineData("2026/2/1")]
    [InlineData("\u00A01/2/2026\u200B")]
    [InlineData("1\u20112\u201126")]
    public void Lo_stesso_giorno_scritto_in_molti_modi(string testo) => Assert.Equal(new DateOnly(2026, 2, 1), WrittenDate.Leggi(testo).Value);

    [Theory]
    [InlineData(null, "data.mancante")]
    [InlineData("  ", "data.mancante")]
    [InlineData("ieri", "data.formato")]
    [InlineData("1/2", "data.formato")]
    [InlineData("1/2/026", "data.formato")]
    [InlineData("1//2/2026", "data.formato")]
    [InlineData("1022026", "data.formato")]
    [InlineData("\u0661/2/2026", "data.formato")]
    [InlineData("31/02/2026", "data.inesistente")]
    [InlineData("29/02/2027", "data.inesistente")]
    [InlineData("0/2/2026", "data.inesistente")]
    [InlineData("02/13/2026", "data.inesistente")]
    [InlineData("1/0/2026", "data.inesistente")]
    [InlineData("1/2/1989", "data.fuori-limite")]
    [InlineData("1/2/2926", "data.fuori-limite")]
    [InlineData("1/2/0026", "data.fuori-limite")]
    public void Cio_che_non_e_una_data_e_rifiutato_con_il_perche(string? testo, string codice) =>
        Assert.Equal(codice, Assert.Single(WrittenDate.Leggi(testo, _oggi).Errors).Code);

    [Fact]
    public void Un_giorno_che_non_esiste_dice_quanti_ne_ha_il_mese()
    {
        Assert.Contains("febbraio 2026 ha 28 giorni", WrittenDate.Leggi("31/02/2026").Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("febbraio 2028 ha 29 giorni", WrittenDate.Leggi("30/02/28").Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("novembre 2026 ha 30 giorni", WrittenDate.Leggi("31112026").Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Oggi_e_il_giorno_che_dice_l_orologio_e_senza_orologio_non_si_legge()
    {
        Assert.Equal(_oggi, WrittenDate.Leggi(" Oggi ", _oggi).Value);
        Assert.Equal("data.formato", WrittenDate.Leggi("oggi").Errors[0].Code);
        Assert.Equal("23/11/2026", WrittenDate.SenzaParole("OGGI", _oggi));
        Assert.Equal("1/2/26", WrittenDate.SenzaParole("1/2/26", _oggi));
        Assert.Null(WrittenDate.SenzaParole(null, _oggi));
    }

    [Fact]
    public void Un_giorno_scritto_e_riletto_e_lo_stesso() =>
        Gen.Int[new DateOnly(WrittenDate.PrimoAnno, 1, 1).DayNumber, new DateOnly(WrittenDate.UltimoAnno, 12, 31).DayNumber].Select(DateOnly.FromDayNumber)
            .Sample(g => WrittenDate.Leggi(WrittenDate.Testo(g)).Value == g
                && WrittenDate.Leggi(g.ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Value == g
                && WrittenDate.Leggi(g.ToString("ddMMyyyy", System.Globalization.CultureInfo.InvariantCulture)).Value == g);
}
