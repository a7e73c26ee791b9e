using CigHub.Tests.Support;
using Xunit.Abstractions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that typed text arrives complete. With a delay of 60 ms in each direction and a key every 40 ms, one input of each kind on each
/// page must show and keep the typed text, as it does when the text is pasted. The bench <c>digitazione</c> types and pastes into every
/// input, with several delays and speeds.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class TypingTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const int MillisecondsPerKey = 40;

    private static readonly TimeSpan _delay = TimeSpan.FromMilliseconds(60);

    [Theory]
    [InlineData(TypingRound.Rup)]
    [InlineData(TypingRound.Office)]
    public async Task Cio_che_si_scrive_arriva_intero(TypingRound round)
    {
        await using var app = await TestApp.Start();
        var walk = new TypingWalk(browser, app, _delay, MillisecondsPerKey, everyInput: false);

        await TypingRounds.Run(walk, app, round);

        output.WriteLine($"{walk.Typed} characters typed");
        Assert.Empty(walk.Faults);
        var met = walk.Met.Where(m => m.Value.Count > 0).GroupBy(m => TypingRounds.RouteOf(m.Key)).ToDictionary(g => g.Key, g => g.Max(m => m.Value.Count));
        var atLeast = TypingRounds.AtLeast(round);
        Assert.Equal(atLeast.Keys.Order(), met.Keys.Order());
        Assert.All(atLeast, page => Assert.True(met[page.Key] >= page.Value, $"{page.Key} has {met[page.Key]} text inputs, not {page.Value}."));
    }
}
