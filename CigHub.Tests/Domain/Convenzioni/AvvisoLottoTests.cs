using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Tests.Domain.Convenzioni;

/// <summary>Tests each alert about a Lotto on both sides of its thresholds.</summary>
public sealed class AvvisoLottoTests
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);

    /// <summary>A Lotto of 100 000 euro without any alert: half is left, adhesions go on for 200 days, the last communication is recent.</summary>
    private static readonly SituazioneLotto Calmo = new(
        Importo.DaEuro(100_000), Importo.DaEuro(50_000), new(2026, 1, 1), Oggi.AddDays(200), Oggi.AddDays(-90), Prevista(null), 14,
        SoglieSpesa.Predefinite);

    /// <summary>The thresholds that a Convenzione has of its own.</summary>
    private static readonly SoglieSpesa Sue = new(18, 30, 15, 8, 5, 20, 60);

    /// <summary>A Lotto without any alert by these thresholds.</summary>
    private static readonly SituazioneLotto Stretto = Calmo with { ComunicateIl = Oggi.AddDays(-60), GiorniBloccata = 4, Soglie = Sue };

    public static TheoryData<string, SituazioneLotto> Casi => new()
    {
        { "", Calmo },
        { "", Calmo with { Residuo = Importo.DaEuro(20_000) } },
        { "ResiduoBasso Bassa 20", Calmo with { Residuo = Importo.DaEuro(19_999.99m) } },
        { "ResiduoBasso Bassa 20", Calmo with { Residuo = Importo.DaEuro(10_000) } },
        { "ResiduoBasso Media 10", Calmo with { Residuo = Importo.DaEuro(9_999.99m) } },
        { "ResiduoBasso Media 10", Calmo with { Residuo = Importo.DaEuro(5_000) } },
        { "ResiduoBasso Alta 5", Calmo with { Residuo = Importo.DaEuro(4_999.99m) } },
        { "ResiduoBasso Alta 5", Calmo with { Residuo = Importo.DaEuro(-1), AdesioniAl = Oggi.AddDays(-1) } },
        { "", Calmo with { Residuo = Importo.Zero, AdesioniAl = Oggi.AddDays(-1), ComunicateIl = null } },
        { "", Calmo with { Residuo = Importo.DaEuro(90_000), AdesioniDal = Oggi.AddDays(1), AdesioniAl = Oggi.AddDays(20) } },
        { "", Calmo with { Previsione = Prevista(Oggi.AddDays(200)) } },
        { "EsaurimentoPrimaDellaFine Media 1", Calmo with { Previsione = Prevista(Oggi.AddDays(199)) } },
        { "", Calmo with { Previsione = Prevista(Oggi.AddDays(199)) with { PochiDati = true } } },
        { "", Calmo with { AdesioniAl = Oggi.AddDays(91) } },
        { "ChiusuraConResiduo Bassa 90", Calmo with { AdesioniAl = Oggi.AddDays(90) } },
        { "ChiusuraConResiduo Bassa 90", Calmo with { AdesioniAl = Oggi.AddDays(31) } },
        { "ChiusuraConResiduo Media 30", Calmo with { AdesioniAl = Oggi.AddDays(30) } },
        { "ChiusuraConResiduo Media 30", Calmo with { AdesioniAl = Oggi } },
        { "", Calmo with { AdesioniAl = Oggi.AddDays(30), Residuo = Importo.DaEuro(40_000) } },
        { "ChiusuraConResiduo Media 30", Calmo with { AdesioniAl = Oggi.AddDays(30), Residuo = Importo.DaEuro(40_000.01m) } },
        { "SenzaComunicazione Bassa 90", Calmo with { ComunicateIl = Oggi.AddDays(-91) } },
        { "SenzaComunicazione Bassa 90", Calmo with { ComunicateIl = null } },
        { "", Calmo with { ComunicateIl = null, AdesioniDal = Oggi.AddDays(-90) } },
        { "CapienzaBloccata Bassa 15", Calmo with { GiorniBloccata = 15 } },
        { "CapienzaBloccata Bassa 15", Calmo with { GiorniBloccata = 29 } },
        { "CapienzaBloccata Media 30", Calmo with { GiorniBloccata = 30 } },
        { "CapienzaBloccata Media 30", Calmo with { GiorniBloccata = 30, AdesioniAl = Oggi.AddDays(-1) } },
        { "", Calmo with { GiorniBloccata = null } },
        { "", Stretto with { Residuo = Importo.DaEuro(30_000) } },
        { "ResiduoBasso Bassa 30", Stretto with { Residuo = Importo.DaEuro(29_999.99m) } },
        { "ResiduoBasso Media 15", Stretto with { Residuo = Importo.DaEuro(14_999.99m) } },
        { "ResiduoBasso Alta 8", Stretto with { Residuo = Importo.DaEuro(7_999.99m) } },
        { "SenzaComunicazione Bassa 60", Stretto with { ComunicateIl = Oggi.AddDays(-61) } },
        { "CapienzaBloccata Bassa 5", Stretto with { GiorniBloccata = 5 } },
        { "CapienzaBloccata Bassa 5", Stretto with { GiorniBloccata = 19 } },
        { "CapienzaBloccata Media 20", Stretto with { GiorniBloccata = 20 } },
        {
            "ResiduoBasso Media 10, EsaurimentoPrimaDellaFine Media 150, SenzaComunicazione Bassa 90",
            Calmo with { Residuo = Importo.DaEuro(6_000), Previsione = Prevista(Oggi.AddDays(50)), ComunicateIl = null }
        },
    };

    [Theory]
    [MemberData(nameof(Casi))]
    public void Ogni_avviso_ha_il_suo_confine(string attesi, SituazioneLotto lotto) =>
        Assert.Equal(attesi, string.Join(", ", AvvisoLotto.Valuta(lotto, Oggi).Select(a => $"{a.Tipo} {a.Gravita} {a.Soglia}")));

    private static PrevisioneLotto Prevista(DateOnly? esaurimento) => new(
        EsitoPrevisione.CapienzaSufficiente, Importo.DaEuro(1000), Importo.DaEuro(1000), 365, 100, [], 0, esaurimento, esaurimento, esaurimento, Oggi, false);
}
