using CigHub.Tests.Browser;
using CigHub.Web.Common;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>
/// Waits for pages of the app without fixed pauses. The layout's root, <c>&lt;div id="app-root"&gt;</c>, gets the attribute
/// <c>data-interattivo="true"</c> from <c>OnAfterRender</c> when the circuit answers. A click before that has no effect.
/// </summary>
public static class Waits
{
    /// <summary>The selector of the layout's root on a page whose circuit answers.</summary>
    public const string InteractiveRoot = "#app-root[data-interattivo='true']";

    private const string SignInPage = AppRoutes.Accedi;

    /// <summary>
    /// Opens a page of the app and waits until its circuit answers. Where the open page has a circuit, that one must draw the other page, as
    /// after the click on a link; this costs a quarter of a load. The same page is loaded anew, and so is one that an open question covers.
    /// A page that would ask whether to leave it is left by <c>GotoAsync</c>.
    /// </summary>
    public static async Task Go(this IPage page, string percorso)
    {
        await page.GoByLink(percorso);
        await page.WaitUntilInteractive();
    }

    /// <summary>Opens a page of the app by its circuit where that can draw it, else by a load. The page may be one without a circuit.</summary>
    public static async Task GoByLink(this IPage page, string percorso)
    {
        if (!await page.FollowIfPossible(percorso))
        {
            await page.GotoAsync(percorso);
        }
    }

    private static async Task<bool> FollowIfPossible(this IPage page, string percorso)
    {
        if (TypingRounds.OfOneRoute(new Uri(page.Url).AbsolutePath, percorso) || !await page.MayFollow(percorso))
        {
            return false;
        }

        await page.Follow(percorso);
        return true;
    }

    private static async Task<bool> MayFollow(this IPage page, string percorso)
    {
        try
        {
            return await page.EvaluateAsync<bool>(
                """
                ([root, to]) => {
                    const kind = address => address.split(/[?#]/)[0].replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
                    return to.startsWith('/') && kind(to) !== kind(location.pathname) && !!document.querySelector(`${root} main h1`)
                        && !document.querySelector('dialog[open]');
                }
                """,
                new[] { InteractiveRoot, percorso });
        }
        catch (PlaywrightException)
        {
            // The browser is leaving the page, so there is no circuit to ask.
            return false;
        }
    }

    /// <summary>
    /// Goes from a page with a circuit to another one as a link there does: the circuit stays and draws the other page, with another heading or
    /// with other words in it. A component that serves both pages and gives them one heading need not draw itself anew.
    /// </summary>
    public static async Task Follow(this IPage page, string address)
    {
        await page.Locator("main h1").First.EvaluateAsync(
            "(heading, to) => { heading.dataset.left = heading.textContent; Blazor.navigateTo(to); }", address);
        await page.WaitForFunctionAsync(
            "() => { const h = document.querySelector('main h1[data-left]'); return !h || h.textContent !== h.dataset.left; }");
    }

    public static Task WaitUntilInteractive(this IPage page) =>
        page.WaitForSelectorAsync(InteractiveRoot, new() { State = WaitForSelectorState.Attached });

    /// <summary>
    /// Waits for fonts and for animations, three seconds at most, so that colors and positions are those that a user sees in the end.
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
    /// Signs in a person of the demonstration (such as <c>rup.tivoli</c>) without opening a page: the browser gets the cookie of the
    /// session that the test run's template keeps. Signs in through the page when the app did not start on the template. <paramref
    /// name="ruolo"/> chooses among several roles, and null takes the first.
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
    /// Signs in through the sign-in page of Development, which opens a new session. A person with several roles has a button for each.
    /// <paramref name="ruolo"/> chooses the role, and null takes the first.
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

    /// <summary>Waits until the path of the page's address is the given one. The query string may be any.</summary>
    public static Task WaitForPath(this IPage page, string atteso) => page.WaitForPath(percorso => percorso == atteso);

    /// <summary>
    /// Waits until the path of the page's address satisfies a condition. Playwright's own wait also waits for the <c>load</c> event, and
    /// misses an event that comes between its check and its subscription. Therefore the tests do not use it.
    /// </summary>
    public static Task WaitForPath(this IPage page, Func<string, bool> atteso) =>
        Until(() => Task.FromResult(atteso(new Uri(page.Url).AbsolutePath)), "The page did not go where it was awaited.");

    /// <summary>
    /// Waits until the page has no more requests under way. Playwright may miss that event between its check and its subscription, but it
    /// keeps the state. Therefore this method asks for the state repeatedly.
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

    /// <summary>Repeats a check until it returns true. Fails with the message when that takes longer than a step may take.</summary>
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
