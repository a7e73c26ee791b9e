using CigHub.Tests.Support;
using Microsoft.Playwright;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that axe finds no violation on any page, in the light theme at desk width. Pages with css or markup of their own for the telephone
/// or the dark theme are also tested in the dark theme on a telephone. The bench <c>accessibilita</c> tests every page in every
/// combination.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(AxeRound.Scheda)]
    [InlineData(AxeRound.Catalogo)]
    [InlineData(AxeRound.Anagrafe)]
    [InlineData(AxeRound.Palestra)]
    [InlineData(AxeRound.Altri)]
    public async Task Axe_non_trova_nulla(AxeRound round)
    {
        await using var app = await TestApp.Start();
        var found = await new AccessibilityWalk(browser, app, TestScreen.Desktop, [ColorScheme.Light], everyCombination: false).Run(round);
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }
}
