using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Tests.Domain.Convenzioni;

/// <summary>Tests the forecast of a Lotto on Lotti whose exhaustion is known beforehand.</summary>
public sealed class PrevisioneLottoTests
{
    private static readonly DateOnly Oggi = new(2026, 11, 24);
    private static readonly DateOnly Dal = new(2025, 1, 1);
    private static readonly DateOnly Al = new(2027, 12, 31);

    /// <summary>A hundred euro every day of the last year leave 20 000 euro: they last 200 days.</summary>
    private static readonly AndamentoLotto Regolare = Lotto(
        100_000, 20_000, [.. Enumerable.Range(0, 365).Select(n => new ImportoNelTempo(Oggi.AddDays(-n), Importo.DaEuro(100)))], [Comunicata(-10, 0)]);

    private static AndamentoLotto Lotto(
        decimal massimale, decimal residuo, IReadOnlyList<ImportoNelTempo> adesioni, IReadOnlyList<ImportoNelTempo> comunicazioni, decimal inAttesa = 0) =>
        new(Importo.DaEuro(massimale), Importo.DaEuro(residuo), Importo.DaEuro(inAttesa), Dal, Al, adesioni, comunicazioni,
            SoglieSpesa.Predefinite);

    private static ImportoNelTempo Comunicata(int giorni, decimal euro) => new(Oggi.AddDays(giorni), Importo.DaEuro(euro));

    [Fact]
    public void Un_consumo_regolare_finisce_nel_giorno_che_si_calcola_a_mano()
    {
        var p = PrevisioneLotto.Calcola(Regolare, Oggi);
        Assert.Equal(Oggi.AddDays(200), p.Esaurimento);
        Assert.Equal((p.Esaurimento, p.Esaurimento), (p.PrimaData, p.UltimaData));
        Assert.Equal(Importo.DaEuro(3041.67m), p.MediaMensile);
        Assert.Equal(EsitoPrevisione.EsaurimentoAnticipato, p.Esito);
        Assert.Equal(Oggi.AddDays(200).AddMonths(-12), p.NuovaGaraEntro);
        Assert.Equal((365, 365), (p.GiorniOsservati, p.Quante));
    }

    [Fact]
    public void La_nuova_gara_e_gli_esiti_seguono_le_soglie_della_Convenzione()
    {
        var soglie = SoglieSpesa.Predefinite with { MesiPerLaGara = 18, ResiduoMedio = 21, ResiduoBasso = 40, GiorniComunicazione = 9 };
        var p = PrevisioneLotto.Calcola(Regolare with { Soglie = soglie }, Oggi);
        Assert.Equal((EsitoPrevisione.InEsaurimento, Oggi.AddDays(200).AddMonths(-18)), (p.Esito, p.NuovaGaraEntro));
        Assert.Equal(
            EsitoPrevisione.DatoNonAggiornato, PrevisioneLotto.Calcola(Regolare with { Soglie = soglie with { ResiduoMedio = 20 } }, Oggi).Esito);
    }

    [Fact]
    public void La_fascia_va_dalla_media_piu_veloce_alla_piu_lenta()
    {
        // Twice as fast in the last 90 days: 275 days of 100 euro and 90 of 200.
        var p = PrevisioneLotto.Calcola(
            Regolare with { Adesioni = [.. Regolare.Adesioni.Select((a, n) => n < 90 ? a with { Importo = Importo.DaEuro(200) } : a)] }, Oggi);
        Assert.Equal(Oggi.AddDays(100), p.PrimaData);
        Assert.Equal(Oggi.AddDays((int)Math.Ceiling(20_000m * 365 / ((275 * 100) + (90 * 200)))), p.Esaurimento);
        Assert.Equal(p.Esaurimento, p.UltimaData);
    }

    [Fact]
    public void Una_comunicazione_di_un_anno_intero_non_piega_la_media_recente()
    {
        // 36 500 euro for the 365 days between two communications are 100 a day, also in the last 90.
        var p = PrevisioneLotto.Calcola(
            Regolare with { Adesioni = [.. Regolare.Adesioni.Take(3)], Comunicazioni = [Comunicata(-365, 0), Comunicata(0, 36_500)] }, Oggi);
        Assert.Equal(Importo.DaCentesimi((long)decimal.Round((36_500m + 300) * 100 / 365 * 365 / 12)), p.MediaMensile);
        Assert.InRange(p.MediaRecente.InEuro, 3041, 3150);
    }

    /// <summary>The days before today on which CMRC communicated what it had not communicated yet.</summary>
    public static TheoryData<int[]> Comunicazioni => new()
    {
        new[] { 0 },
        new[] { 60 },
        new[] { 90 },
        new[] { 300, 30 },
        new[] { 689, 400, 200, 120, 80, 79, 7 },
        new[] { 600, 45 },
    };

    [Theory]
    [MemberData(nameof(Comunicazioni))]
    public void Comunicazioni_in_blocco_di_un_consumo_regolare_danno_la_media_regolare(int[] quando)
    {
        // A hundred euro a day of the others since the first day, which CMRC tells in blocks, and a hundred of our own: two hundred.
        var prima = Dal.AddDays(-1);
        List<ImportoNelTempo> comunicate = [];
        foreach (var giorni in quando)
        {
            var giorno = Oggi.AddDays(-giorni);
            comunicate.Add(new(giorno, Importo.DaEuro(100 * (giorno.DayNumber - prima.DayNumber))));
            prima = giorno;
        }

        var p = PrevisioneLotto.Calcola(Regolare with { Comunicazioni = comunicate }, Oggi);
        Assert.Equal((Importo.DaEuro(6083.33m), Importo.DaEuro(6083.33m)), (p.MediaMensile, p.MediaRecente));
        Assert.Equal((Oggi.AddDays(100), Oggi.AddDays(100), Oggi.AddDays(100)), (p.Esaurimento, p.PrimaData, p.UltimaData));
    }

    [Fact]
    public void Una_comunicazione_di_pochi_giorni_non_si_moltiplica_per_tutti_gli_altri()
    {
        // 5 000 euro told on the first day: five thousand in the year, not five thousand a day.
        var p = PrevisioneLotto.Calcola(
            Regolare with { AdesioniDal = Oggi.AddDays(-364), Comunicazioni = [new(Oggi.AddDays(-364), Importo.DaEuro(5_000))] }, Oggi);
        Assert.Equal(Importo.DaCentesimi((long)decimal.Round((36_500m + 5_000) * 100 / 12)), p.MediaMensile);
    }

    [Fact]
    public void Un_adesione_fuori_dalla_media_non_conta_tra_le_tre_che_servono()
    {
        var grande = new ImportoNelTempo(Oggi.AddDays(-30), Importo.DaEuro(30_000));
        var p = PrevisioneLotto.Calcola(Regolare with { Adesioni = [.. Regolare.Adesioni.Take(2), grande] }, Oggi);
        Assert.Equal((EsitoPrevisione.DatiInsufficienti, 2, false), (p.Esito, p.Quante, p.HaUnaData));
        p = PrevisioneLotto.Calcola(Regolare with { Adesioni = [.. Regolare.Adesioni.Take(3), grande] }, Oggi);
        Assert.Equal((EsitoPrevisione.CapienzaSufficiente, 3, true), (p.Esito, p.Quante, p.HaUnaData));
    }

    [Fact]
    public void Un_adesione_sopra_un_quinto_del_massimale_resta_fuori_e_si_nomina()
    {
        var grande = new ImportoNelTempo(Oggi.AddDays(-30), Importo.DaEuro(20_000.01m));
        var p = PrevisioneLotto.Calcola(Regolare with { Adesioni = [.. Regolare.Adesioni, grande] }, Oggi);
        Assert.Equal([grande], p.Escluse);
        Assert.Equal(Oggi.AddDays(200), p.Esaurimento);
        Assert.Equal(365, p.Quante);
        var proprio = grande with { Importo = Importo.DaEuro(20_000) };
        Assert.Empty(PrevisioneLotto.Calcola(Regolare with { Adesioni = [.. Regolare.Adesioni, proprio] }, Oggi).Escluse);
    }

    [Fact]
    public void Senza_adesioni_recenti_la_fascia_non_ha_fine_e_senza_nessuna_non_c_e_data()
    {
        var p = PrevisioneLotto.Calcola(Regolare with { Adesioni = [.. Regolare.Adesioni.Skip(90)] }, Oggi);
        Assert.NotNull(p.PrimaData);
        Assert.Null(p.UltimaData);
        var mai = PrevisioneLotto.Calcola(Regolare with { Adesioni = [] }, Oggi);
        Assert.Null(mai.Esaurimento);
        Assert.False(mai.HaUnaData);
        Assert.Equal(EsitoPrevisione.DatiInsufficienti, mai.Esito);
        Assert.Equal(Al.AddMonths(-12), mai.NuovaGaraEntro);
        var pochi = PrevisioneLotto.Calcola(Regolare with { Adesioni = [.. Regolare.Adesioni.Take(2)], Residuo = Importo.DaEuro(1) }, Oggi);
        Assert.Equal((EsitoPrevisione.InEsaurimento, true, false), (pochi.Esito, pochi.PochiDati, pochi.HaUnaData));
    }

    [Fact]
    public void L_anno_di_un_lotto_giovane_sono_i_suoi_giorni()
    {
        var p = PrevisioneLotto.Calcola(Regolare with { AdesioniDal = Oggi.AddDays(-99), Adesioni = [.. Regolare.Adesioni.Take(100)] }, Oggi);
        Assert.Equal((100, Oggi.AddDays(200)), (p.GiorniOsservati, p.Esaurimento));
        Assert.Equal(EsitoPrevisione.DatiInsufficienti, PrevisioneLotto.Calcola(Regolare with { AdesioniDal = Oggi.AddDays(-58) }, Oggi).Esito);
    }

    [Theory]
    [InlineData(59, EsitoPrevisione.DatiInsufficienti)]
    [InlineData(60, EsitoPrevisione.EsaurimentoAnticipato)]
    public void Servono_sessanta_giorni_e_tre_adesioni(int giorni, EsitoPrevisione atteso)
    {
        // A hundred euro a day for as many days as there are, in three adhesions.
        ImportoNelTempo[] tre =
        [
            new(Oggi, Importo.DaEuro((giorni * 100) - 4_000)), new(Oggi.AddDays(-20), Importo.DaEuro(2_000)), new(Oggi.AddDays(-40), Importo.DaEuro(2_000)),
        ];
        var lotto = Regolare with { AdesioniDal = Oggi.AddDays(1 - giorni), Adesioni = tre };
        var p = PrevisioneLotto.Calcola(lotto, Oggi);
        Assert.Equal((atteso, giorni, Oggi.AddDays(200)), (p.Esito, p.GiorniOsservati, p.Esaurimento));
        Assert.Equal(EsitoPrevisione.DatiInsufficienti, PrevisioneLotto.Calcola(lotto with { Adesioni = tre[..2] }, Oggi).Esito);
    }

    [Theory]
    [InlineData("2027-12-01", "2028-03-01", 91)]
    [InlineData("2026-12-01", "2027-03-02", 91)]
    [InlineData("2028-02-28", "2028-02-29", 1)]
    public void I_giorni_fino_all_esaurimento_sono_quelli_del_calendario(string oggi, string fine, int giorni)
    {
        var (dal, al) = (DateOnly.Parse(oggi, CultureInfo.InvariantCulture), DateOnly.Parse(fine, CultureInfo.InvariantCulture));
        var p = PrevisioneLotto.Calcola(
            Regolare with
            {
                Residuo = Importo.DaEuro(100 * giorni),
                AdesioniAl = new DateOnly(2029, 1, 1),
                Adesioni = [.. Enumerable.Range(0, 400).Select(n => new ImportoNelTempo(dal.AddDays(-n), Importo.DaEuro(100)))],
            },
            dal);
        Assert.Equal(al, p.Esaurimento);
    }

    [Fact]
    public void Un_giorno_bisestile_conta_come_gli_altri()
    {
        var bisestile = new DateOnly(2028, 2, 29);
        var p = PrevisioneLotto.Calcola(
            Regolare with
            {
                AdesioniAl = new DateOnly(2029, 2, 28),
                Adesioni = [.. Enumerable.Range(0, 400).Select(n => new ImportoNelTempo(bisestile.AddDays(-n), Importo.DaEuro(100)))],
                Comunicazioni = [new(bisestile, Importo.Zero)],
            },
            bisestile);
        Assert.Equal((365, bisestile.AddDays(200)), (p.Quante, p.Esaurimento));
    }

    public static TheoryData<EsitoPrevisione, AndamentoLotto> Esiti => new()
    {
        { EsitoPrevisione.OltreIlMassimale, Regolare with { Residuo = Importo.DaCentesimi(-1), AdesioniAl = Oggi.AddDays(-1) } },
        { EsitoPrevisione.AdesioniConcluse, Regolare with { AdesioniAl = Oggi.AddDays(-1) } },
        { EsitoPrevisione.DomandaSuperiore, Regolare with { InAttesa = Importo.DaEuro(20_000.01m) } },
        { EsitoPrevisione.EsaurimentoAnticipato, Regolare with { InAttesa = Importo.DaEuro(20_000) } },
        { EsitoPrevisione.InEsaurimento, Regolare with { Residuo = Importo.DaEuro(9_999.99m) } },
        { EsitoPrevisione.EsaurimentoAnticipato, Regolare with { Residuo = Importo.DaEuro(10_000) } },
        { EsitoPrevisione.DatoNonAggiornato, Regolare with { Comunicazioni = [Comunicata(-91, 5)] } },
        { EsitoPrevisione.DatoNonAggiornato, Regolare with { Comunicazioni = [] } },
        { EsitoPrevisione.EsaurimentoAnticipato, Regolare with { Comunicazioni = [Comunicata(-90, 5)] } },
        { EsitoPrevisione.DatiInsufficienti, Regolare with { Adesioni = [.. Regolare.Adesioni.Take(2)] } },
        { EsitoPrevisione.CapienzaSufficiente, Regolare with { AdesioniAl = Oggi.AddDays(200) } },
    };

    [Theory]
    [MemberData(nameof(Esiti))]
    public void Ogni_esito_ha_il_suo_confine(EsitoPrevisione atteso, AndamentoLotto andamento) =>
        Assert.Equal(atteso, PrevisioneLotto.Calcola(andamento, Oggi).Esito);
}
