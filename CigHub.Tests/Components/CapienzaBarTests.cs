using AngleSharp.Dom;
using Bunit;
using CigHub.Domain.Common;
using CigHub.Web.Components.Display;
using CsCheck;

namespace CigHub.Tests.Components;

public sealed class CapienzaBarTests : ComponentTest
{
    [Fact]
    public void La_tabella_dice_ogni_parte_con_il_suo_importo_e_la_sua_percentuale()
    {
        var resa = Disegna(1_000, 400, 100, 250);
        Assert.Equal(
            ["Aderito|400,00\u00A0€|40\u00A0%", "In corso di adesione|100,00\u00A0€|10\u00A0%", "Adesioni comunicate da CMRC|250,00\u00A0€|25\u00A0%",
                "Residuo|250,00\u00A0€|25\u00A0%"],
            resa.FindAll("tbody tr").Select(Row));
        Assert.Contains("1.000,00", resa.Find("tfoot").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void La_barra_ha_le_stesse_proporzioni_e_il_lettore_di_schermo_la_salta()
    {
        var resa = Disegna(1_000, 400, 0, 225);
        Assert.Equal(
            ["capienza-aderito width:40%", "capienza-altre width:22.5%", "capienza-residuo width:37.5%"],
            resa.FindAll(".capienza-barra > span").Select(s => $"{s.ClassName} {s.GetAttribute("style")}"));
        Assert.Equal("true", resa.Find(".capienza-barra").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Uno_sforamento_e_detto_con_parole_e_importo_e_il_residuo_non_e_mai_negativo()
    {
        var resa = Disegna(100, 90, 0, 30);
        Assert.Equal("Oltre il massimale: 20,00\u00A0€", resa.Find(".stato-error").TextContent.Trim());
        Assert.Equal("Residuo|0,00\u00A0€|0\u00A0%", Row(resa.FindAll("tbody tr")[3]));
        Assert.Equal("left:83.33%", resa.Find(".capienza-limite").GetAttribute("style"));
    }

    [Fact]
    public void Senza_sforamento_non_se_ne_parla() =>
        Assert.DoesNotContain("Sforamento", Disegna(100, 90, 5, 5).Markup, StringComparison.Ordinal);

    [Fact]
    public void Un_residuo_stimato_lo_dice_con_la_data_dell_ultima_comunicazione()
    {
        var resa = Disegna(100, 10, 0, 20, p => p.Add(c => c.Stimato, true).Add(c => c.ComunicateIl, new DateOnly(2026, 10, 31)));
        Assert.StartsWith("Residuo stimato", Row(resa.FindAll("tbody tr")[3]), StringComparison.Ordinal);
        Assert.Contains("comunicate il 31/10/2026", resa.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void In_un_elenco_basta_una_frase_ma_la_tabella_resta_per_chi_ascolta()
    {
        var resa = Disegna(1_000, 400, 100, 250, p => p.Add(c => c.Compact, true).Add(c => c.Of, "Carta in risme"));
        Assert.Equal("Capienza: Carta in risme", resa.Find("caption").TextContent);
        Assert.Equal("Aderito, CIG acquisito", resa.Find("tbody th").TextContent);
        Assert.Equal("Residuo 250,00\u00A0€ su 1.000,00\u00A0€", Shown(resa.Find(".capienza-frase")));
        Assert.Equal(4, resa.FindAll(".solo-lettore tbody tr").Count);
    }

    [Fact]
    public void Massimale_e_sforamento_pareggiano_sempre_occupato_e_residuo() =>
        Gen.Select(Quantita, Quantita, Quantita, Quantita).Sample((massimale, aderito, riservato, altre) =>
        {
            var m = new CapienzaMeasures(massimale, aderito, riservato, altre);
            Assert.Equal(m.Massimale + m.Sforamento, m.Occupato + m.Residuo);
            Assert.True(m.Residuo == Importo.Zero || m.Sforamento == Importo.Zero);
        });

    [Theory]
    [InlineData(0, "0\u00A0%")]
    [InlineData(0.01, "<\u00A00,1\u00A0%")]
    [InlineData(333.33, "33,3\u00A0%")]
    public void Cio_che_c_e_non_e_mai_detto_zero(double parte, string attesa) =>
        Assert.Equal(attesa, new CapienzaMeasures(Euro(1_000), Importo.Zero, Importo.Zero, Importo.Zero).Percentage(Euro((decimal)parte)));

    [Fact]
    public void Un_Lotto_senza_massimale_non_divide_per_zero() =>
        Assert.Equal("0%", new CapienzaMeasures(Importo.Zero, Importo.Zero, Importo.Zero, Importo.Zero).Width(Euro(5)));

    private static readonly Gen<Importo> Quantita = Gen.Long[0, 1_000_000_000_00].Select(Importo.DaCentesimi);

    private static string Row(IElement riga) => string.Join(
        '|',
        riga.QuerySelector("th")!.ChildNodes.OfType<IText>().Single().Text.Trim(),
        riga.QuerySelector("td")!.TextContent.Trim(),
        riga.QuerySelector("td.numero")!.TextContent.Trim());

    private IRenderedComponent<CapienzaBar> Disegna(
        decimal massimale, decimal aderito, decimal riservato, decimal altre, Action<ComponentParameterCollectionBuilder<CapienzaBar>>? altro = null) =>
        Contesto.Render<CapienzaBar>(p =>
        {
            p.Add(c => c.Massimale, Euro(massimale)).Add(c => c.Aderito, Euro(aderito)).Add(c => c.Riservato, Euro(riservato))
                .Add(c => c.AltreAdesioni, Euro(altre));
            altro?.Invoke(p);
        });
}
