using CigHub.Domain.Registro;

namespace CigHub.Tests.Domain.Registro;

/// <summary>Checks which daily extracts are due, and their names.</summary>
public class EstrattoGiornalieroTests
{
    private static readonly DateOnly _oggi = new(2026, 11, 30);

    [Fact]
    public void La_prima_volta_si_scrive_ieri() => Assert.Equal([new DateOnly(2026, 11, 29)], EstrattoGiornaliero.Dovuti(null, _oggi));

    [Fact]
    public void Poi_ogni_giorno_finito_che_segue_l_ultimo_scritto() => Assert.Equal(
        [new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 28), new DateOnly(2026, 11, 29)],
        EstrattoGiornaliero.Dovuti(new DateOnly(2026, 11, 26), _oggi));

    [Theory]
    [InlineData(29)]
    [InlineData(30)]
    public void Un_giorno_scritto_non_si_scrive_piu_e_oggi_non_e_finito(int ultimo) =>
        Assert.Empty(EstrattoGiornaliero.Dovuti(new DateOnly(2026, 11, ultimo), _oggi));

    [Fact]
    public void Un_giorno_senza_eventi_ne_ha_zero() => Assert.Equal(0, new EstrattoGiornaliero(_oggi, 8, 7).Eventi);

    [Fact]
    public void Il_nome_del_file_dice_il_giorno()
    {
        var nome = new EstrattoGiornaliero(_oggi, 1, 7).NomeFile;
        Assert.Equal("estratto-2026-11-30.xml", nome);
        Assert.Equal(_oggi, EstrattoGiornaliero.GiornoDi(nome));
        Assert.All(
            (string?[])[null, "", "estratto-2026-11-31.xml", "altro-2026-11-30.xml", "estratto-2026-11-30.xml.parziale"],
            n => Assert.Null(EstrattoGiornaliero.GiornoDi(n)));
    }
}
