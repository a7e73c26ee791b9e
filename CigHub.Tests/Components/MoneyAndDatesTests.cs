using Bunit;
using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CsCheck;
using Giorno = CigHub.Web.Components.Display.DayText;

namespace CigHub.Tests.Components;

public sealed class MoneyAndDatesTests : ComponentTest
{
    [Theory]
    [InlineData(1234.5, "1.234,50\u00A0€")]
    [InlineData(0, "0,00\u00A0€")]
    [InlineData(-12.34, "-12,34\u00A0€")]
    public void Un_importo_ha_punto_per_le_migliaia_due_decimali_e_non_va_a_capo(double euro, string atteso)
    {
        var resa = Contesto.Render<Euro>(p => p.Add(c => c.Importo, Euro((decimal)euro)));
        Assert.Equal(atteso, resa.Find("span.euro").TextContent);
    }

    [Fact]
    public void Un_importo_che_manca_e_un_trattino_per_chi_vede_e_parole_per_chi_ascolta()
    {
        var resa = Contesto.Render<Euro>(p => p.Add(c => c.Importo, null));
        Assert.Equal("—", resa.Find("[aria-hidden=true]").TextContent);
        Assert.Equal("non indicato", resa.Find(".solo-lettore").TextContent);
    }

    [Theory]
    [InlineData("2026-11-23T09:32:00", "23/11/2026 10:32")]
    [InlineData("2026-07-01T09:32:00", "01/07/2026 11:32")]
    [InlineData("2026-12-31T23:30:00", "01/01/2027 00:30")]
    public void Un_momento_e_detto_con_l_ora_di_Roma_anche_d_estate(string utc, string atteso)
    {
        var resa = Contesto.Render<MomentText>(p => p.Add(c => c.Utc, Utc(utc)));
        resa.MarkupMatches($"<time class=\"data\" datetime=\"{utc}Z\">{atteso}</time>");
    }

    [Fact]
    public void Il_giorno_di_un_momento_e_quello_di_Roma() =>
        Contesto.Render<Giorno>(p => p.Add(c => c.Utc, Utc("2026-12-31T23:30:00")))
            .MarkupMatches("<time class=\"data\" datetime=\"2027-01-01\">01/01/2027</time>");

    [Fact]
    public void Una_data_del_dominio_si_mostra_com_e() =>
        Contesto.Render<Giorno>(p => p.Add(c => c.Day, new DateOnly(2026, 11, 3)))
            .MarkupMatches("<time class=\"data\" datetime=\"2026-11-03\">03/11/2026</time>");

    [Fact]
    public void Una_data_che_manca_e_detta()
    {
        Assert.Contains("non indicato", Contesto.Render<Giorno>().Markup, StringComparison.Ordinal);
        Assert.Contains("non indicato", Contesto.Render<MomentText>(p => p.Add(c => c.Utc, null)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_ora_della_macchina_e_rifiutata() =>
        Assert.Throws<ArgumentException>(() => RomeTime.InRome(new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Local)));

    [Fact]
    public void Roma_e_sempre_una_o_due_ore_avanti() =>
        Gen.DateTime[new DateTime(2000, 1, 1), new DateTime(2100, 1, 1)].Sample(utc =>
        {
            var scarto = RomeTime.InRome(DateTime.SpecifyKind(utc, DateTimeKind.Utc)) - utc;
            return scarto == TimeSpan.FromHours(1) || scarto == TimeSpan.FromHours(2);
        });

    private static DateTime Utc(string testo) =>
        DateTime.SpecifyKind(DateTime.Parse(testo, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
