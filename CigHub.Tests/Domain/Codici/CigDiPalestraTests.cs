using CigHub.Domain.Codici;

namespace CigHub.Tests.Domain.Codici;

/// <summary>Checks the CIG della palestra. They must pass every check of a CIG and still be distinguishable from real ones.</summary>
public sealed class CigDiPalestraTests
{
    [Fact]
    public void Sono_4096_tutti_diversi_tutti_validi_e_cominciano_con_UFFF()
    {
        var tutti = CigDiPalestra.Tutti.ToList();
        Assert.Equal((4096, 4096), (tutti.Count, tutti.Distinct().Count()));
        Assert.All(tutti, c => Assert.True(Cig.Leggi(c.Valore).IsSuccess && c.Forma == FormaCig.SimogV2OPcp && CigDiPalestra.Contiene(c), c.Valore));
        Assert.Equal("UFFF000", tutti[0].Valore[..7]);
        Assert.Equal("UFFFFFF", tutti[^1].Valore[..7]);
    }

    [Fact]
    public void Ogni_CIG_valido_con_quel_principio_e_fra_loro()
    {
        var tutti = CigDiPalestra.Tutti.Select(c => c.Valore).ToHashSet();
        for (var resto = 0; resto < 0x1000000; resto += 37)
        {
            Assert.Equal(tutti.Contains($"UFFF{resto:X6}"), Cig.Leggi($"UFFF{resto:X6}").IsSuccess);
        }
    }

    [Fact]
    public void I_CIG_veri_non_sono_fra_loro() => Assert.All(SampleCig.Veri, c => Assert.False(CigDiPalestra.Contiene(Cig.Parse(c, null))));

    [Theory]
    [InlineData(-1)]
    [InlineData(4096)]
    public void Fuori_dall_elenco_non_ce_ne_sono(int indice) => Assert.Throws<ArgumentOutOfRangeException>(() => CigDiPalestra.Numero(indice));
}
