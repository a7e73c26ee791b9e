using CigHub.Domain.Codici;

namespace CigHub.Tests.Domain.Codici;

/// <summary>Checks that several CUP pasted at once are told apart, whatever stands between them.</summary>
public sealed class ElencoCupTests
{
    private const string Uno = "F81B21000010001", Due = "F81B21000020001", Tre = "E11B26000000001";

    [Theory]
    [InlineData("F81B21000010001;F81B21000020001;E11B26000000001")]
    [InlineData("F81B21000010001\tF81B21000020001\tE11B26000000001")]
    [InlineData("F81B21000010001\r\nF81B21000020001\r\nE11B26000000001\r\n")]
    [InlineData("f81b21000010001, f81b21000020001 ; {E11B26000000001}")]
    [InlineData("F81B21000010001F81B21000020001E11B26000000001")]
    [InlineData("«F81B21000010001» / F81B21000020001 | \u00A0E11B26000000001")]
    public void Ogni_separatore_va_bene(string testo)
    {
        var elenco = ElencoCup.Leggi(testo);
        Assert.Equal([Uno, Due, Tre], elenco.Cup.Select(c => c.Valore));
        Assert.Equal((true, 0, 0), (elenco.EUnElenco, elenco.Ripetuti.Count, elenco.Altro.Count));
    }

    [Fact]
    public void I_doppi_si_tolgono_e_si_dicono()
    {
        var elenco = ElencoCup.Leggi($"{Uno} {Due} {Uno.ToLowerInvariant()} {Uno}");
        Assert.Equal([Uno, Due], elenco.Cup.Select(c => c.Valore));
        Assert.Equal([Uno], elenco.Ripetuti.Select(c => c.Valore));
        Assert.Contains(Uno, ElencoCup.GiaInElenco(elenco.Ripetuti), StringComparison.Ordinal);
    }

    [Fact]
    public void Cio_che_non_e_un_CUP_non_va_perso()
    {
        var elenco = ElencoCup.Leggi($"{Uno}; F81B2100002000O; {Tre}");
        Assert.Equal([Uno, Tre], elenco.Cup.Select(c => c.Valore));
        Assert.Equal(["F81B2100002000O"], elenco.Altro);
        Assert.False(ElencoCup.Leggi("").EUnElenco);
        Assert.False(ElencoCup.Leggi(Uno).EUnElenco);
    }
}
