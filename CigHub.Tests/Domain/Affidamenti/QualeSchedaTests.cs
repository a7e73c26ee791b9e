using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;

namespace CigHub.Tests.Domain.Affidamenti;

public class QualeSchedaTests
{
    [Theory]
    [InlineData(true, false, TipoDiContratto.Appalto, "AD4")]
    [InlineData(true, false, TipoDiContratto.Concessione, "AD4")]
    [InlineData(true, true, TipoDiContratto.Appalto, "P6_2")]
    [InlineData(true, true, TipoDiContratto.Concessione, "P6_1")]
    [InlineData(true, true, TipoDiContratto.ContrattoEscluso, "P3_3")]
    public void Di_un_adesione_decide_il_confronto_competitivo(bool adesione, bool confronto, TipoDiContratto contratto, string codice)
    {
        var scheda = QualeScheda.Scegli(new RisposteScheda(adesione, confronto, new(2023, 12, 31), null, contratto)).Value;

        Assert.Equal((codice, null, codice == "AD4"), (scheda.Codice, scheda.Avvertenza, scheda.SiPreparaQui));
    }

    [Theory]
    [InlineData(4_999_99, "AD5")]
    [InlineData(5_000_00, "AD3")]
    public void Senza_Convenzione_decide_l_importo(long centesimi, string codice) =>
        Assert.Equal(codice, QualeScheda.Scegli(new RisposteScheda(false, false, null, Importo.DaCentesimi(centesimi), TipoDiContratto.Appalto)).Value.Codice);

    [Fact]
    public void Senza_Convenzione_e_senza_importo_si_chiede_l_importo() =>
        Assert.Equal("scheda.importo", QualeScheda.Scegli(new RisposteScheda(false, false, null, null, TipoDiContratto.Appalto)).Errors.Single().Code);

    [Fact]
    public void Con_un_bando_dal_2024_si_avverte_ma_la_scheda_e_quella()
    {
        var scheda = QualeScheda.Scegli(new RisposteScheda(true, false, new(2024, 1, 1), null, TipoDiContratto.Appalto)).Value;

        Assert.Equal("AD4", scheda.Codice);
        Assert.Contains("01/01/2024", scheda.Avvertenza, StringComparison.Ordinal);
    }
}
