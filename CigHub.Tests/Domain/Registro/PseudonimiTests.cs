using CigHub.Domain.Registro;

namespace CigHub.Tests.Domain.Registro;

/// <summary>Checks the numbers that people have in one document in place of their names.</summary>
public class PseudonimiTests
{
    [Fact]
    public void La_stessa_persona_ha_lo_stesso_numero_nell_ordine_in_cui_si_incontra()
    {
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        var pseudonimi = new Pseudonimi();
        Assert.Equal(["P001", "P002", "P001"], new[] { b, a, b }.Select(pseudonimi.Della));
        Assert.Equal("P001", new Pseudonimi().Della(a));
    }

    [Fact]
    public void Oltre_999_persone_i_numeri_hanno_quattro_cifre()
    {
        var pseudonimi = new Pseudonimi();
        var all = Enumerable.Range(0, 1000).Select(_ => pseudonimi.Della(Guid.NewGuid())).ToList();
        Assert.Equal("P1000", all[^1]);
    }
}
