namespace CigHub.Tests.UseCases.TenYears;

/// <summary>
/// Tests that no query reads more when the archive grows. The steps of SQLite's virtual machine are counted instead of the time, because
/// they are the same on every computer.
/// </summary>
public sealed class TenYearsTests(TenYearsWalk walk) : IClassFixture<TenYearsWalk>
{
    private const double MostGrowth = 1.5;

    [Fact]
    public void Nessuna_domanda_legge_di_piu_quando_l_archivio_cresce()
    {
        var grown = walk.Growths.GroupBy(g => g.Name).Select(g => g.MaxBy(x => x.Ratio)!).ToList();
        var missing = grown.Where(g => g.Ratio > MostGrowth && !KnownGrowth.Steps.ContainsKey(g.Name)).ToList();
        Assert.True(missing.Count == 0, $"These questions read more when the archive grows:\n{string.Join('\n', missing.Select(Words))}");
        var needless = KnownGrowth.Steps.Keys.Except(grown.Where(g => g.Ratio > MostGrowth).Select(g => g.Name)).ToList();
        Assert.True(needless.Count == 0, $"These questions no longer grow. Remove them from {nameof(KnownGrowth)}:\n{string.Join('\n', needless)}");
    }

    [Fact]
    public void Nessuna_domanda_scorre_o_ordina_una_tabella_grande()
    {
        var missing = walk.Plans.Except(KnownGrowth.Plans.Keys).ToList();
        Assert.True(missing.Count == 0, $"These plans read or sort a large table:\n{string.Join('\n', missing)}");
        var needless = KnownGrowth.Plans.Keys.Except(walk.Plans).ToList();
        Assert.True(needless.Count == 0, $"These plans are no longer there. Remove them from {nameof(KnownGrowth)}:\n{string.Join('\n', needless)}");
    }

    [Fact]
    public void Ogni_tabella_cresce_con_l_archivio_o_si_sa_perche_no()
    {
        var wrong = walk.Rows.Keys.Except(TenYearsWalk.Large).Except(KnownGrowth.Steady.Keys)
            .Select(t => $"{t}: let {nameof(GrowingOffice)} grow it, or say in {nameof(KnownGrowth)} why it stays small")
            .Concat(KnownGrowth.Steady.Keys.Except(walk.Rows.Keys).Select(t => $"{t}: there is no such table"))
            .Concat(TenYearsWalk.Large.Where(t => walk.Rows[t].Large < 5 * Math.Max(walk.Rows[t].Small, 1))
                .Select(t => $"{t}: {nameof(GrowingOffice)} does not grow it"));
        Assert.Empty(wrong);
    }

    private static string Words(Growth g) => FormattableString.Invariant($"{g.Name} ({g.Role}): {g.Small} steps, then {g.Large}, {g.Ratio:0.0} times");
}
