using CigHub.Tests.Browser;
using CigHub.Tests.Support;
using Microsoft.Playwright;

namespace CigHub.Bench;

/// <summary>
/// Runs axe on every page, at desk and telephone width and in both themes. The tests check each page in one combination only.
/// </summary>
internal static class AccessibilityBench
{
    public static async Task Measure()
    {
        var browser = new BrowserFixture();
        await browser.InitializeAsync();
        try
        {
            foreach (var schermo in Enum.GetValues<TestScreen>())
            {
                foreach (var giro in Enum.GetValues<AxeRound>())
                {
                    await using var app = await TestApp.Start();
                    var errori = await new AccessibilityWalk(browser, app, schermo, [ColorScheme.Light, ColorScheme.Dark], everyCombination: true).Run(giro);
                    Console.WriteLine($"{schermo,-10} {giro,-18} {errori.Count} violations");
                    foreach (var errore in errori)
                    {
                        Console.WriteLine(errore);
                    }
                }
            }
        }
        finally
        {
            await browser.DisposeAsync();
        }
    }
}
