using CigHub.Domain.Codici;
using CigHub.Domain.Persone;

namespace CigHub.Tests.Domain.Codici;

/// <summary>Checks that a code is the same code however it was copied: with blanks, in lower case, in the braces of a register.</summary>
public sealed class CodeTextTests
{
    [Theory]
    [InlineData("{9D742831-3C94-4501-A651-2BF4DB78E30D}", "9d742831-3c94-4501-a651-2bf4db78e30d")]
    [InlineData(" { B61107E182 } ", "b61107e182")]
    [InlineData("\uFEFF0000123456\u00A0", "0000123456")]
    [InlineData(null, "  {}  ")]
    public void Bianchi_graffe_e_minuscole_non_contano(string? uno, string? altro) => Assert.True(CodeText.Uguali(uno, altro));

    [Theory]
    [InlineData("0000123456", "000123456")]
    [InlineData("stra\u017fe", "STRASSE")]
    [InlineData("B61107E182", "B61107E18")]
    public void Un_codice_diverso_resta_diverso(string uno, string altro) => Assert.False(CodeText.Uguali(uno, altro));

    [Theory]
    [InlineData("{1A2B3C4D-0000-4000-8000-000000000001}")]
    [InlineData(" 1A2B3C4D000040008000000000000001 ")]
    public void Il_centro_di_costo_si_riconosce_come_lo_scrive_ANAC(string testo)
    {
        var centro = new CentroDiCosto("1A2B3C4D-0000-4000-8000-000000000001", "Ufficio gare");
        Assert.True(centro.HaCodice(testo));
        Assert.False(centro.HaCodice("1A2B3C4D-0000-4000-8000-000000000002"));
    }

    [Theory]
    [InlineData("743110157", "00743110157")]
    [InlineData("2438750586", "02438750586")]
    [InlineData("2438750585", null)]
    [InlineData("80034390585", null)]
    [InlineData("00000000", null)]
    public void Gli_zeri_iniziali_si_propongono_solo_se_la_cifra_di_controllo_torna(string testo, string? intero)
    {
        Assert.Equal(intero, CodeText.ConGliZeriIniziali(testo));
        if (intero is not null)
        {
            Assert.Equal(CodiceFiscale.ZeroIniziale, CodiceFiscale.Leggi(testo).Errors[0].Code);
            Assert.Contains(intero, CodiceFiscale.Leggi(testo).Errors[0].Message, StringComparison.Ordinal);
            Assert.Contains(intero, PartitaIva.Leggi(testo).Errors[0].Message, StringComparison.Ordinal);
        }
    }
}
