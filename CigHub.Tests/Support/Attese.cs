using CigHub.Web.Common;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>
/// Waiting for the page without sleeping. The layout's root is <c>&lt;div id="app-root"&gt;</c>; its <c>OnAfterRender</c> sets
/// <c>data-interattivo="true"</c> when the circuit answers, so a click before that is a click on nothing.
/// </summary>
public static class Attese
{
    /// <summary>Says that the circuit is there; see the type.</summary>
    public const string RadiceInterattiva = "#app-root[data-interattivo='true']";

    private const string PaginaDiAccesso = AppRoutes.Accedi;

    /// <summary>Goes to a page of the app and waits until it can be used.</summary>
    public static async Task Vai(this IPage page, string percorso)
    {
        await page.GotoAsync(percorso);
        await page.AttendiInterattiva();
    }

    public static Task AttendiInterattiva(this IPage page) =>
        page.WaitForSelectorAsync(RadiceInterattiva, new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits for fonts and for animations that end (three seconds at most), so that colours and places are the ones a person reads.</summary>
    public static Task AttendiFerma(this IPage page) => page.EvaluateAsync(
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
    /// Takes the session that the run's template keeps for one of the demonstration's people (<c>rup.tivoli</c>), and opens no page; signs in
    /// where the app was not started on the template. <paramref name="ruolo"/> chooses among several roles, else the first.
    /// </summary>
    public static async Task Accedi(this IPage page, string persona, string? ruolo = null)
    {
        if (PaginaInProva.OriginOf(page) is not { } origine || OfficeTemplate.SessionOf(origine, persona, ruolo) is not { } sessione)
        {
            await page.AccediDaCapo(persona, ruolo);
            return;
        }

        await page.Context.AddCookiesAsync([sessione]);
    }

    /// <summary>
    /// Signs in through the development page: a session of its own. A person with several roles has a button for each:
    /// <paramref name="ruolo"/> chooses, else the first.
    /// </summary>
    public static async Task AccediDaCapo(this IPage page, string persona, string? ruolo = null)
    {
        await page.GotoAsync(PaginaDiAccesso);
        var pulsanti = page.Locator($"[data-persona='{persona}']" + (ruolo is null ? "" : $"[data-ruolo='{ruolo}']"));
        if (await pulsanti.CountAsync() == 0)
        {
            var presenti = await page.Locator("[data-persona]").EvaluateAllAsync<string[]>(
                "elementi => elementi.map(e => [e.dataset.persona, e.dataset.ruolo].filter(Boolean).join(' '))");
            throw new InvalidOperationException($"The sign-in page does not offer '{persona} {ruolo}'. It offers: {string.Join(", ", presenti)}.");
        }

        await pulsanti.First.ClickAsync();
        await page.AttendiPercorso(percorso => !percorso.StartsWith(PaginaDiAccesso, StringComparison.Ordinal));
        await page.AttendiInterattiva();
    }

    /// <summary>Waits until the page's address has this path, whatever its query.</summary>
    public static Task AttendiPercorso(this IPage page, string atteso) => page.AttendiPercorso(percorso => percorso == atteso);

    /// <summary>
    /// Waits until the path of the page's address is a wanted one. Playwright's own wait for an address also waits for the page's
    /// <c>load</c>, and loses it when it comes between its look and its listening; so it is not used.
    /// </summary>
    public static Task AttendiPercorso(this IPage page, Func<string, bool> atteso) =>
        Until(() => Task.FromResult(atteso(new Uri(page.Url).AbsolutePath)), "The page did not go where it was awaited.");

    /// <summary>
    /// Waits until the page asks for nothing more. Playwright loses the event that comes between its look and its listening, but keeps
    /// the state: so it is asked in short turns.
    /// </summary>
    public static Task AttendiRete(this IPage page) => Until(
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

    /// <summary>Asks again and again until the answer is yes, and fails with the message when the time of a step is over.</summary>
    public static async Task Until(Func<Task<bool>> condition, string message)
    {
        using var over = new CancellationTokenSource(PaginaInProva.Pazienza);
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
