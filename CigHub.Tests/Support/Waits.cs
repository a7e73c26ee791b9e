using CigHub.Web.Common;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>
/// Waits for pages without sleeping. The root of the layout is <c>&lt;div id="app-root"&gt;</c>. Its <c>OnAfterRender</c> sets
/// <c>data-interattivo="true"</c> when the circuit answers. A click before that has no effect.
/// </summary>
public static class Waits
{
    /// <summary>The selector of a page whose circuit answers.</summary>
    public const string InteractiveRoot = "#app-root[data-interattivo='true']";

    private const string SignInPage = AppRoutes.Accedi;

    /// <summary>Opens a page of the app and waits until it can be used.</summary>
    public static async Task Go(this IPage page, string percorso)
    {
        await page.GotoAsync(percorso);
        await page.WaitUntilInteractive();
    }

    public static Task WaitUntilInteractive(this IPage page) =>
        page.WaitForSelectorAsync(InteractiveRoot, new() { State = WaitForSelectorState.Attached });

    /// <summary>
    /// Waits for fonts and for animations that end, three seconds at most, so that colors and positions are those that a user sees.
    /// </summary>
    public static Task WaitUntilStill(this IPage page) => page.EvaluateAsync(
        """
        async () => {
            const quadro = () => new Promise(fatto => requestAnimationFrame(fatto));
            await document.fonts.ready;
            await quadro();
            await quadro();
            const finite = document.getAnimations().filter(a => a.effect?.getComputedTiming().endTime !== Infinity && a.playState === 'running');
            const limite = new Promise(fatto => setTimeout(fatto, 3000));
            await Promise.race([limite, Promise.all(finite.map(a => a.finished.catch(() => undefined)))]);
        }
        """);

    /// <summary>
    /// Gives the browser the session that the run's template keeps for a person of the demonstration (<c>rup.tivoli</c>), without opening a
    /// page. Signs in instead when the app did not start on the template. <paramref name="ruolo"/> chooses among several roles; null takes
    /// the first.
    /// </summary>
    public static async Task SignIn(this IPage page, string persona, string? ruolo = null)
    {
        if (TestPage.OriginOf(page) is not { } origine || OfficeTemplate.SessionOf(origine, persona, ruolo) is not { } sessione)
        {
            await page.SignInAgain(persona, ruolo);
            return;
        }

        await page.Context.AddCookiesAsync([sessione]);
    }

    /// <summary>
    /// Signs in through the page for Development, which opens a new session. A person with several roles has a button for each.
    /// <paramref name="ruolo"/> chooses the role; null takes the first.
    /// </summary>
    public static async Task SignInAgain(this IPage page, string persona, string? ruolo = null)
    {
        await page.GotoAsync(SignInPage);
        var pulsanti = page.Locator($"[data-persona='{persona}']" + (ruolo is null ? "" : $"[data-ruolo='{ruolo}']"));
        if (await pulsanti.CountAsync() == 0)
        {
            var presenti = await page.Locator("[data-persona]").EvaluateAllAsync<string[]>(
                "elementi => elementi.map(e => [e.dataset.persona, e.dataset.ruolo].filter(Boolean).join(' '))");
            throw new InvalidOperationException($"The sign-in page does not offer '{persona} {ruolo}'. It offers: {string.Join(", ", presenti)}.");
        }

        await pulsanti.First.ClickAsync();
        await page.WaitForPath(percorso => !percorso.StartsWith(SignInPage, StringComparison.Ordinal));
        await page.WaitUntilInteractive();
    }

    /// <summary>Waits until the address of the page has this path, with any query.</summary>
    public static Task WaitForPath(this IPage page, string atteso) => page.WaitForPath(percorso => percorso == atteso);

    /// <summary>
    /// Waits until the path of the address satisfies a condition. Playwright's own wait for an address also waits for the <c>load</c>
    /// event. It misses an event that comes between its check and its subscription, so the tests do not use it.
    /// </summary>
    public static Task WaitForPath(this IPage page, Func<string, bool> atteso) =>
        Until(() => Task.FromResult(atteso(new Uri(page.Url).AbsolutePath)), "The page did not go where it was awaited.");

    /// <summary>
    /// Waits until the page sends no more requests. Playwright may miss the event between its check and its subscription, but it keeps the
    /// state. So this method asks for the state in short turns.
    /// </summary>
    public static Task WaitForNetwork(this IPage page) => Until(
        async () =>
        {
            try
            {
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle, new() { Timeout = 2_000 });
                return true;
            }
            catch (TimeoutException)
            {
                return false;
            }
        },
        "The page still asks for something.");

    /// <summary>Repeats a check until it is true. Fails with the message when the time of a step is over.</summary>
    public static async Task Until(Func<Task<bool>> condition, string message)
    {
        using var over = new CancellationTokenSource(TestPage.Patience);
        using var turn = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (!await condition())
            {
                await turn.WaitForNextTickAsync(over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail(message);
        }
    }
}
