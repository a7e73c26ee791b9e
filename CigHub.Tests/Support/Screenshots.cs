using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>
/// Saves screenshots of a page for people to look at, at desk and telephone width and in both themes. It does so only when an environment
/// variable names a folder.
/// </summary>
public static class Screenshots
{
    /// <summary>
    /// The environment variable that names the folder for the files <c>{name}-{1440|390}-{chiaro|scuro}.png</c>. When it is not set,
    /// nothing is saved.
    /// </summary>
    public const string Variable = "CIGHUB_SCHERMATE";

    /// <summary>
    /// Saves the page in its present state, with its open menus and typed text. Afterwards restores the width and the theme.
    /// </summary>
    public static async Task Save(IPage page, string nome)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } cartella)
        {
            return;
        }

        Directory.CreateDirectory(cartella);
        var misura = page.ViewportSize;
        var scuro = await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        foreach (var schermo in Enum.GetValues<TestScreen>())
        {
            var misure = TestPage.SizeOf(schermo);
            await page.SetViewportSizeAsync(misure.Width, misure.Height);
            foreach (var tema in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = tema });

                // A page that is scrolled would have its fixed bars in the middle of the picture.
                await page.EvaluateAsync("() => scrollTo({ top: 0, behavior: 'instant' })");
                await page.WaitUntilStill();
                var file = $"{nome}-{misure.Width}-{(tema == ColorScheme.Dark ? "scuro" : "chiaro")}.png";
                await page.ScreenshotAsync(new() { Path = Path.Combine(cartella, file), FullPage = true });
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = scuro ? ColorScheme.Dark : ColorScheme.Light });
        if (misura is not null)
        {
            await page.SetViewportSizeAsync(misura.Width, misura.Height);
        }
    }
}
