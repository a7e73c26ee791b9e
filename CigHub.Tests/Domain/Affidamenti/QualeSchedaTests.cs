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

    [Theory]
    [InlineData(TipoDiModifica.Rinnovo, TipoDiContratto.Appalto, "M2", "art. 120 c. 1 lett. a")]
    [InlineData(TipoDiModifica.Proroga, TipoDiContratto.Appalto, "M2", "art. 120 c. 10 e 11")]
    [InlineData(TipoDiModifica.QuintoDObbligo, TipoDiContratto.Concessione, "M2_40", "art. 120 c. 9")]
    [InlineData(TipoDiModifica.ServiziSupplementari, TipoDiContratto.Appalto, "M2", "art. 120 c. 1 lett. b")]
    public void Un_adesione_che_cambia_non_ha_un_nuovo_CIG(TipoDiModifica modifica, TipoDiContratto contratto, string codice, string norma)
    {
        var scheda = QualeScheda.Scegli(new RisposteScheda(false, false, null, null, contratto) { Modifica = modifica }).Value;

        Assert.Equal((codice, true, false), (scheda.Codice, scheda.SenzaNuovoCig, scheda.SiPreparaQui));
        Assert.StartsWith("Nessun nuovo CIG: modifica contrattuale, dopo SC1.", scheda.Perche, StringComparison.Ordinal);
        Assert.Contains(norma, scheda.Perche, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "AD4")]
    [InlineData(true, true, "P6_2")]
    [InlineData(false, false, "P7_2")]
    public void Sopra_la_soglia_europea_si_dice_che_la_P8_e_sospesa(bool adesione, bool confronto, string codice)
    {
        SchedaGiusta Scheda(bool sopra) => QualeScheda.Scegli(
            new RisposteScheda(adesione, confronto, null, null, TipoDiContratto.Appalto) { Negoziata = !adesione, SopraSoglia = sopra }).Value;

        Assert.Equal((codice, codice, null), (Scheda(true).Codice, Scheda(false).Codice, Scheda(false).Avvertenza));
        Assert.Contains("pubblicazione è sospesa (roadmap ANAC 84809)", Scheda(true).Avvertenza, StringComparison.Ordinal);
    }

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
