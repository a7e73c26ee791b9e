using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that typed text arrives complete. With a delay of 60 ms in each direction and a key every 40 ms, one input of each kind must show
/// and keep the typed text, as it does when the text is pasted; the long run does it on each page. The bench <c>digitazione</c> types and pastes into every
/// input, with several delays and speeds.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class TypingTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int MillisecondsPerKey = 40;

    private static readonly TimeSpan _delay = TimeSpan.FromMilliseconds(60);

    /// <summary>Types once into each kind of input, on pages of different parts of the app.</summary>
    [Fact]
    public async Task Cio_che_si_scrive_in_una_casella_di_ogni_tipo_arriva_intero()
    {
        await using var app = await TestApp.Start();
        var walk = new TypingWalk(browser, app, _delay, MillisecondsPerKey, TypingReach.EachKindOnce);
        var draft = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti
            .Where(a => a.Stato == StatoAffidamento.InLavorazione && db.Enti.Any(e => e.Id == a.EnteId && e.Denominazione == "Comune di Tivoli"))
            .Select(a => a.Id).FirstAsync());

        await walk.Run("rup.tivoli", "Rup", [AppRoutes.SchedaDi(draft)]);
        await walk.Run("rup.tivoli", "Rup", [AppRoutes.FascicoloDi(draft), AppRoutes.Affidamenti]);

        output.WriteLine($"{walk.Typed} characters typed");
        Assert.Empty(walk.Faults);
        output.WriteLine(string.Join(", ", walk.Kinds.Order()));
        Assert.True(walk.Kinds.Count(k => k.Saved) >= 5, $"Only these kinds of inputs were met: {string.Join(", ", walk.Kinds)}.");
        Assert.True(walk.Kinds.Count(k => !k.Saved) >= 3, $"Only these kinds of inputs were met: {string.Join(", ", walk.Kinds)}.");
    }

    [Theory]
    [LongRun(typeof(TypingTests), "every text input of every page behind a delay")]
    [InlineData(TypingRound.Rup)]
    [InlineData(TypingRound.Office)]
    public async Task Cio_che_si_scrive_arriva_intero(TypingRound round)
    {
        await using var app = await TestApp.Start();
        var walk = new TypingWalk(browser, app, _delay, MillisecondsPerKey, TypingReach.EachKindOnEachRoute);

        await TypingRounds.Run(walk, app, round);

        output.WriteLine($"{walk.Typed} characters typed");
        Assert.Empty(walk.Faults);
        var met = walk.Met.Where(m => m.Value.Count > 0).GroupBy(m => TypingRounds.RouteOf(m.Key)).ToDictionary(g => g.Key, g => g.Max(m => m.Value.Count));
        var atLeast = TypingRounds.AtLeast(round);
        Assert.Equal(atLeast.Keys.Order(), met.Keys.Order());
        Assert.All(atLeast, page => Assert.True(met[page.Key] >= page.Value, $"{page.Key} has {met[page.Key]} text inputs, not {page.Value}."));
    }
}
