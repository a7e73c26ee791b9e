using System.Globalization;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Dettaglio;
using CigHub.Web.Features.Spesa.Movimenti;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.Features.Spesa.Riepiloghi;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Spesa;

/// <summary>A ledger with a long and varied story, which the tests of the spending only read.</summary>
public sealed class SpesaBench : IAsyncLifetime
{
    public TestBench Bench { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Bench = await TestBench.Create();
        var story = new SpesaStory(Bench);
        await story.Quote();
        await story.Tell(120);
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}

/// <summary>
/// Tests the amounts of the spending against the ledger, whose rows are read here as they are and added up again, and tests what a user of one
/// Ente sees of the others.
/// </summary>
public sealed class SpesaTests(SpesaBench shared) : IClassFixture<SpesaBench>
{
    private static readonly DateOnly?[] _days =
        [null, new(2023, 10, 31), new(2024, 2, 28), new(2024, 2, 29), new(2025, 1, 1), new(2026, 11, 24), new(2027, 6, 30)];

    private TestBench Bench => shared.Bench;

    private Actor Everywhere => Bench.ActorOf("responsabile");

    private Actor OfTivoli => Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);

    private IReadOnlyList<LedgerRow> Ledger => [.. Bench.Rows(
        """SELECT "LottoId", "Tipo", "Importo", "EnteId", "IdPartecipante", "Giorno", "RegistratoIl" FROM "MovimentiCapienza" """).Select(LedgerRow.Of)];

    public static TheoryData<SpesaClock, string?> Moments
    {
        get
        {
            var moments = new TheoryData<SpesaClock, string?>();
            foreach (var (clock, day) in Enum.GetValues<SpesaClock>().SelectMany(c => _days.Select(d => (c, d))))
            {
                moments.Add(clock, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            return moments;
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task I_termini_sono_la_somma_delle_righe_fino_a_quel_giorno(SpesaClock clock, string? day)
    {
        var filter = At(clock, day);
        var quadro = await Ask<QuadroSpesa, QuadroSpesaView>(Everywhere, async q => await q.Run(filter, false));
        Assert.Equal(Bench.Catalogo.Lotti.Count, quadro.Convenzioni.Sum(c => c.Lotti.Count));
        var rows = Ledger.Where(r => r.Within(filter)).ToList();
        foreach (var lotto in quadro.Convenzioni.SelectMany(c => c.Lotti))
        {
            var own = rows.Where(r => r.LottoId == lotto.Id).ToList();
            var t = lotto.Termini;
            Assert.Equal(
                (Sum(own, 1, 6), Sum(own, 4, 7, 8, 9, 10), Sum(own, 3, 5, 11, 12), Sum(own, 2)),
                (t.Massimale.Centesimi, t.Aderito.Centesimi, t.InCorso.Centesimi, t.Comunicate.Centesimi));
            Assert.Equal(t.Massimale, t.Aderito + t.InCorso + t.Comunicate + t.Residuo);
        }

        Assert.Equal(Sum(rows, 1, 6), quadro.Termini.Massimale.Centesimi);
        Assert.True(day is "2023-10-31" || quadro.Termini.Occupato > Importo.Zero);
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Ogni_importo_di_un_riepilogo_e_la_somma_dei_suoi_movimenti_al_centesimo(SpesaClock clock, string? day)
    {
        var filter = At(clock, day) with { LottoId = Bench.Catalogo.Lotti.First(l => l.HaPiuAggiudicatari).Id };
        var rows = Ledger.Where(r => r.Within(filter) && r.LottoId == filter.LottoId).ToList();
        foreach (var per in Enum.GetValues<DimensioneSpesa>())
        {
            var riepilogo = await Ask<RiepilogoSpesa, RiepilogoView>(Everywhere, async q => await q.Run(filter, per));
            Assert.Equal(
                (Sum(rows, 4, 7, 8, 9, 10), Sum(rows, 3, 5, 11, 12), Sum(rows, 2)),
                (riepilogo.Termini.Aderito.Centesimi, riepilogo.Termini.InCorso.Centesimi, riepilogo.Termini.Comunicate.Centesimi));
            foreach (var riga in per is DimensioneSpesa.Mese ? riepilogo.Righe.Take(4) : riepilogo.Righe)
            {
                Assert.Equal(riga.Termini.Aderito, await Listed(Everywhere, riga.Righe! with { Voce = ComponenteCapienza.Aderito }));
                Assert.Equal(riga.Termini.InCorso, await Listed(Everywhere, riga.Righe! with { Voce = ComponenteCapienza.Riservato }));
                Assert.Equal(riga.Termini.Occupato, await Listed(Everywhere, riga.Righe!));
            }
        }
    }

    [Fact]
    public async Task Ogni_importo_del_quadro_porta_alle_righe_che_lo_compongono()
    {
        var quadro = await Ask<QuadroSpesa, QuadroSpesaView>(Everywhere, async q => await q.Run(new SpesaFilter(), false));
        foreach (var c in quadro.Convenzioni.Where(c => c.Termini.Occupato > Importo.Zero))
        {
            var filter = new SpesaFilter { ConvenzioneId = c.Id };
            Assert.Equal(c.Termini.Massimale, await Listed(Everywhere, filter with { Voce = ComponenteCapienza.Massimale }));
            Assert.Equal(c.Termini.Aderito, await Listed(Everywhere, filter with { Voce = ComponenteCapienza.Aderito }));
            Assert.Equal(c.Termini.InCorso, await Listed(Everywhere, filter with { Voce = ComponenteCapienza.Riservato }));
            Assert.Equal(c.Termini.Comunicate, await Listed(Everywhere, filter with { Voce = ComponenteCapienza.AltreAdesioni }));
        }
    }

    [Fact]
    public async Task L_anno_scorso_e_gli_stessi_giorni_di_un_anno_prima()
    {
        var quadro = await Ask<QuadroSpesa, QuadroSpesaView>(Everywhere, async q => await q.Run(new SpesaFilter(), false));
        foreach (var lotto in quadro.Convenzioni.SelectMany(c => c.Lotti))
        {
            var own = Ledger.Where(r => r.LottoId == lotto.Id).ToList();
            long Between(string from, string to) => Sum(
                [.. own.Where(r => string.CompareOrdinal(r.Giorno, from) >= 0 && string.CompareOrdinal(r.Giorno, to) <= 0)], 4, 7, 8, 9, 10);
            Assert.Equal(Between("2026-01-01", "2026-11-24"), lotto.QuestAnno.Centesimi);
            Assert.Equal(Between("2025-01-01", "2025-11-24"), lotto.AnnoPrima.Centesimi);
        }
    }

    [Fact]
    public async Task La_quota_di_ogni_fornitore_e_il_suo_residuo_tornano()
    {
        var several = Bench.Catalogo.Lotti.First(l => l.HaPiuAggiudicatari).Id;
        var lotto = await Bench.Query(db => db.Lotti.AsNoTracking().SingleAsync(l => l.Id == several));
        var filter = new SpesaFilter { LottoId = lotto.Id };
        var riepilogo = await Ask<RiepilogoSpesa, RiepilogoView>(Everywhere, async q => await q.Run(filter, DimensioneSpesa.Fornitore));
        var massimale = Sum([.. Ledger.Where(r => r.LottoId == lotto.Id)], 1, 6);
        foreach (var parte in lotto.Fornitori.GroupBy(f => f.IdPartecipante))
        {
            var riga = Assert.Single(riepilogo.Righe, r => r.Nome == string.Join(" + ", parte.Select(f => f.Denominazione)));
            Assert.Equal((long)decimal.Round(massimale * parte.First().Quota!.Value / 100), riga.DellaQuota!.Value.Centesimi);
            Assert.Equal(riga.DellaQuota.Value - riga.Termini.Occupato, riga.ResiduoDellaQuota);
        }
    }

    [Fact]
    public async Task Chi_vede_un_Ente_ha_gli_altri_in_una_riga_sola_senza_collegamento()
    {
        var filter = new SpesaFilter { LottoId = Bench.Catalogo.Lotti[0].Id };
        var whole = await Ask<RiepilogoSpesa, RiepilogoView>(Everywhere, async q => await q.Run(filter, DimensioneSpesa.Ente));
        var own = await Ask<RiepilogoSpesa, RiepilogoView>(OfTivoli, async q => await q.Run(filter, DimensioneSpesa.Ente));
        Assert.True(whole.Righe.Count >= 3, $"{whole.Righe.Count} Enti in the story");
        Assert.Equal(whole.Termini, own.Termini);
        Assert.Equal(["Comune di Tivoli", SpesaWords.FuoriDaCigHub, SpesaWords.AltriEnti], own.Righe.Select(r => r.Nome).OrderBy(n => n switch
        {
            SpesaWords.AltriEnti => 2,
            SpesaWords.FuoriDaCigHub => 1,
            _ => 0,
        }));
        Assert.Null(own.Righe.Single(r => r.Nome == SpesaWords.AltriEnti).Righe);
        Assert.Empty(own.MaiAderenti);

        var others = Bench.Catalogo.Enti.Where(e => e.Id != OfTivoli.EnteId).ToList();
        var rows = await Ask<MovimentiSpesa, MovimentiSpesaView>(OfTivoli, async q => await q.Run(filter, 1));
        Assert.Equal(whole.Termini.Occupato, rows.Totale);
        Assert.Equal(own.Righe.Single(r => r.Righe is null).Termini.Occupato, rows.AltriEnti);
        Assert.DoesNotContain(rows.Righe, r => others.Exists(e => e.Denominazione == r.Ente));
        foreach (var other in others)
        {
            var stolen = await Ask<MovimentiSpesa, MovimentiSpesaView>(OfTivoli, async q => await q.Run(filter with { EnteId = other.Id }, 1));
            Assert.Equal((0, Importo.Zero), (stolen.Righe.Count, stolen.Totale));
            Assert.Empty((await Ask<RiepilogoSpesa, RiepilogoView>(
                OfTivoli, async q => await q.Run(filter with { EnteId = other.Id }, DimensioneSpesa.Mese))).Righe);
        }
    }

    [Fact]
    public async Task Un_amministratore_vede_solo_i_totali()
    {
        var who = Bench.ActorOf("amministratore");
        var filter = new SpesaFilter { LottoId = Bench.Catalogo.Lotti[0].Id };
        var riepilogo = await Ask<RiepilogoSpesa, RiepilogoView>(who, async q => await q.Run(filter, DimensioneSpesa.Ente));
        Assert.DoesNotContain(riepilogo.Righe, r => Bench.Catalogo.Enti.Exists(e => e.Denominazione == r.Nome));
        var rows = await Ask<MovimentiSpesa, MovimentiSpesaView>(who, async q => await q.Run(filter, 1));
        Assert.All(rows.Righe, r => Assert.Null(r.Ente));
        Assert.True(rows.AltriEnti > Importo.Zero);
    }

    [Fact]
    public async Task Il_consumo_finisce_sul_residuo_di_oggi()
    {
        var filter = new SpesaFilter { LottoId = Bench.Catalogo.Lotti[0].Id };
        var consumo = await Ask<ConsumoNelTempo, ConsumoView>(Everywhere, async q => await q.Run(filter));
        var quadro = await Ask<QuadroSpesa, QuadroSpesaView>(Everywhere, async q => await q.Run(filter, false));
        Assert.Equal(quadro.Termini.Residuo, consumo.Punti[^1].Residuo);
        Assert.Equal(quadro.Termini.Residuo + quadro.Termini.InCorso, consumo.Punti[^1].SenzaInCorso);
        Assert.True(consumo.Punti.Zip(consumo.Punti.Skip(1)).All(p => p.First.Giorno <= p.Second.Giorno));
    }

    private static SpesaFilter At(SpesaClock clock, string? day) =>
        new() { Orologio = clock, Al = day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private static long Sum(IReadOnlyList<LedgerRow> rows, params long[] kinds) => rows.Where(r => kinds.Contains(r.Tipo)).Sum(r => r.Importo);

    private async Task<T> Ask<TQuery, T>(Actor actor, Func<TQuery, Task<T?>> ask)
        where TQuery : class, IQuery
        where T : class
    {
        var answer = await Bench.Reader.Read(actor, ask);
        Assert.True(answer.IsSuccess, string.Join("; ", answer.Errors));
        return answer.Value;
    }

    /// <summary>Adds up all pages of the rows behind an amount, and checks the amount that the pages tell.</summary>
    private async Task<Importo> Listed(Actor actor, SpesaFilter filter)
    {
        var (sum, page) = (Importo.Zero, 0);
        MovimentiSpesaView shown;
        do
        {
            page++;
            shown = await Ask<MovimentiSpesa, MovimentiSpesaView>(actor, async q => await q.Run(filter, page));
            sum += Importo.Somma(shown.Righe.Select(r => r.Importo));
        }
        while (shown.Altre);
        Assert.Equal(shown.Totale, sum + shown.AltriEnti);
        return sum;
    }

    /// <summary>A row of the ledger as the file has it.</summary>
    private sealed record LedgerRow(Guid LottoId, long Tipo, long Importo, string? Ente, string? Parte, string Giorno, string RegistratoIl)
    {
        public static LedgerRow Of(object?[] r) =>
            new(Guid.Parse((string)r[0]!), (long)r[1]!, (long)r[2]!, r[3] as string, r[4] as string, (string)r[5]!, (string)r[6]!);

        public bool Within(SpesaFilter filter) => filter.Al is not { } al
            || string.CompareOrdinal(
                filter.Orologio == SpesaClock.Adesione ? Giorno : RegistratoIl, al.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) <= 0;
    }
}
