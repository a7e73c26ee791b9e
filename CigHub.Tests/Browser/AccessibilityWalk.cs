using CigHub.Tests.Domain.Palestra;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra;
using Microsoft.Playwright;

namespace CigHub.Tests.Browser;

/// <summary>A set of pages that the accessibility check opens. One set is one test case, so that no test case takes long.</summary>
public enum AxeRound
{
    Scheda,
    Catalogo,
    Anagrafe,
    Palestra,
    Altri,
}

/// <summary>
/// Opens every page of an <see cref="AxeRound"/> in the given themes and collects the violations that axe finds. One visit of a page serves
/// all its checks: axe, the words, the width of a telephone, 200 % zoom.
/// </summary>
/// <param name="everyCombination">
/// True to check every page in all themes and at all widths, folded and unfolded, as the bench does. False to check each page once, one
/// scheda folded and unfolded, and in the dark on a telephone one rich state of each page that changes there.
/// </param>
public sealed class AccessibilityWalk(BrowserFixture browser, TestApp app, TestScreen screen, IReadOnlyList<ColorScheme> themes, bool everyCombination)
{
    /// <summary>Returns null, or the width of the page and the elements that make it so wide, once what moves has come to rest.</summary>
    private const string SticksOut = """
        async () => {
          await new Promise(requestAnimationFrame);
          const ends = document.getAnimations().filter(a => a.effect.getComputedTiming().endTime !== Infinity);
          await Promise.all(ends.map(a => a.finished.catch(() => {})));
          const wide = document.documentElement.scrollWidth;
          if (wide <= innerWidth) return null;
          const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
          return `it is ${wide} wide: ` + out.slice(-3).map(e => e.outerHTML.slice(0, 150)).join(' | ');
        }
        """;

    private const int SmallestWidth = 320;

    /// <summary>A telephone, the width at which WCAG 1.4.10 asks for one column, and 1440 pixels at 200 % zoom.</summary>
    private static readonly int[] _widths = [720, TestPage.SizeOf(TestScreen.Phone).Width, SmallestWidth];

    private readonly List<string> _errors = [];
    private bool _styleSheetsJudged;
    private readonly HashSet<string> _seen = [], _unfolded = [], _inTheDark = [];

    /// <summary>
    /// Checks the pages of one set. Returns the violations, each with its page and theme; the list is empty when there is none.
    /// </summary>
    public async Task<IReadOnlyList<string>> Run(AxeRound round)
    {
        switch (round)
        {
            case AxeRound.Scheda:
                await Check("rup.tivoli", "Rup", await PagesToCheck.PagineDelRup(app));
                break;
            case AxeRound.Catalogo:
                await Check("amministratore", null, await PagesToCheck.PagineDelCatalogo(app));
                break;
            case AxeRound.Anagrafe:
                await Check("amministratore", null, await PagesToCheck.PagineDellAnagrafe(app));
                break;
            case AxeRound.Palestra:
                await ControllaPalestra();
                break;
            default:
                foreach (var (person, role, pages) in await PagesToCheck.PagesOfTheOthers(app))
                {
                    await Check(person, role, pages);
                }

                break;
        }

        if (round == AxeRound.Scheda && !everyCombination)
        {
            Assert.Equal(PagesToCheck.Changing.Keys.Order(), _inTheDark.Order());
            Assert.Contains(AppRoutes.Scheda, _unfolded);
        }

        return _errors;
    }

    /// <summary>
    /// Checks the pages of the palestra, which imitates a foreign site. It has one theme and no circuit, and its pages are reached by its
    /// own buttons.
    /// </summary>
    private async Task ControllaPalestra()
    {
        await using var testPage = await browser.NewPage(app.Address, screen);
        var page = testPage.Page;
        testPage.ExpectError("answered 404");
        await page.SignIn("rup.tivoli", "Rup");
        await page.GotoAsync(AppRoutes.Palestra);
        await Guarda("home");
        await page.EntraConSpid();
        await page.NuovoDocumento();
        await page.GestionePcp("RichiediCig");
        await page.Locator("#GestionePcp > summary").ClickAsync();
        await Guarda("errori");
        await page.Write(SampleDocumenti.Completo);
        await page.Locator("#RichiediCig").ClickAsync();
        await Assertions.Expect(page.Locator("#CigDerivato")).Not.ToHaveValueAsync("");
        await Guarda("documento");
        var id = Guid.Parse(new Uri(page.Url).Segments[^1]);
        foreach (var indirizzo in (string[])
        [
            AppRoutes.Palestra,
            AppRoutes.PalestraSenzaNegoziazione,
            AppRoutes.PalestraElenco,
            AppRoutes.PalestraStampaElenco,
            AppRoutes.PalestraComandoDi(id, "stampa"),
            AppRoutes.PalestraComandoDi(id, PalestraMenuItem.DescrizioneOperazione.Nome),
            AppRoutes.PalestraComandoDi(id, PalestraMenuItem.CategoriaAppalto.Nome),
            AppRoutes.PalestraComandoDi(id, PalestraMenuItem.AnnullaAffidamento.Nome),
            AppRoutes.PalestraComandoDi(id, PalestraMenuItem.SostituzioneRup.Nome),
            AppRoutes.PalestraAddestramento,
            AppRoutes.PalestraDocumentoDi(Guid.Empty),
        ])
        {
            await page.GotoAsync(indirizzo);
            await Guarda(indirizzo.Split('/')[^1]);
        }

        async Task Guarda(string nome)
        {
            await page.Locator("h1").WaitForAsync();
            await Screenshots.Save(page, $"palestra-{nome}");
            await Judge(page, nome);
            if (!everyCombination && nome is "home" or "documento" or "elenco")
            {
                var wide = page.ViewportSize!;
                await page.SetViewportSizeAsync(TestPage.SizeOf(TestScreen.Phone).Width, wide.Height);
                await Judge(page, $"{nome} on a telephone");
                await page.SetViewportSizeAsync(wide.Width, wide.Height);
            }
        }
    }

    private async Task Check(string? person, string? role, IReadOnlyList<string> pages)
    {
        await using var opened = await browser.NewPage(app.Address, screen, themes[0]);
        var page = opened.Page;
        if (person is not null)
        {
            await page.SignIn(person, role);
        }

        foreach (var address in pages)
        {
            if (person is not null && IsAnotherState(address))
            {
                continue;
            }

            await page.GoByLink(address);
            await page.Locator("h1").First.WaitForAsync();
            await page.Locator(".caricamento").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            var route = person is null ? "" : TypingRounds.RouteOf(new Uri(page.Url).AbsolutePath);
            await Screenshots.Save(page, $"{person ?? "nessuno"}{address.Split('?')[0].Replace('/', '-')}");
            // A scheda that cannot be written is never folded.
            if (await page.Locator("[data-tutti-i-campi]").CountAsync() > 0 && (everyCombination || _unfolded.Add(route)))
            {
                await Judge(page, "folded");
                await page.MostraTutto();
            }

            foreach (var theme in themes)
            {
                // The palette follows the system's at any time, so that one visit serves both themes.
                await InTheme(page, theme);
                await Judge(page, theme.ToString());
            }

            await Narrow(page, inTheDark: !everyCombination && await IsRich(page, route) && _inTheDark.Add(route));
        }
    }

    /// <summary>
    /// Says whether the walk has already judged another state of the same page. The plain run judges each page once, or until it has seen
    /// the state that the dark theme is judged in.
    /// </summary>
    private bool IsAnotherState(string address)
    {
        var route = TypingRounds.RouteOf(address.Split('?')[0]);
        return !_seen.Add(route) && !everyCombination && !LongRun.Is && (!PagesToCheck.Changing.ContainsKey(route) || _inTheDark.Contains(route));
    }

    private static async Task<bool> IsRich(IPage page, string route) =>
        PagesToCheck.Changing.TryGetValue(route, out var sign) && await page.Locator(sign).CountAsync() > 0;

    private static async Task InTheme(IPage page, ColorScheme theme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        await Assertions.Expect(page.Locator("html.scuro")).ToHaveCountAsync(theme == ColorScheme.Dark ? 1 : 0);
    }

    /// <summary>
    /// Makes the open page as narrow as a telephone, as the smallest screen of WCAG 1.4.10, and as a desk screen at 200 % zoom. Nothing may
    /// stick out sideways there. As narrow as a telephone the page may be judged in the dark too.
    /// </summary>
    private async Task Narrow(IPage page, bool inTheDark)
    {
        var wide = page.ViewportSize!;
        foreach (var width in _widths)
        {
            // A page that fits the smallest screen and the zoom fits a telephone, which is between them.
            // The zoom waits for the long run.
            var telephone = width == TestPage.SizeOf(TestScreen.Phone).Width;
            if (!everyCombination && (telephone ? !inTheDark : width > SmallestWidth && !LongRun.Is))
            {
                continue;
            }

            await page.SetViewportSizeAsync(width, wide.Height);
            if (await page.EvaluateAsync<string?>(SticksOut) is { } what)
            {
                _errors.Add($"{page.Url}: at {width} pixels {what}");
            }

            if (inTheDark && telephone)
            {
                await InTheme(page, ColorScheme.Dark);
                await Judge(page, "in the dark on a telephone");
                await InTheme(page, themes[0]);
            }
        }

        await page.SetViewportSizeAsync(wide.Width, wide.Height);
    }

    private async Task Judge(IPage page, string where)
    {
        var shown = await page.EvaluateAsync<string[][]>("""
            () => [[document.body.innerText], ...Array.from(
                document.querySelectorAll('table'), t => Array.from(t.querySelectorAll('th[scope=col]'), h => h.innerText.trim()))]
            """);
        var (text, tables) = (shown[0][0], shown[1..]);
        foreach (var word in BannedWords.FoundIn(text).Concat(WorkerFigures.FoundIn(text)).Concat(tables.SelectMany(t => WorkerFigures.InCaptions(t))))
        {
            _errors.Add($"{where}, {page.Url}: {word}");
        }

        try
        {
            await Axe.Check(page, styleSheets: !_styleSheetsJudged);
            _styleSheetsJudged = true;
        }
        catch (Xunit.Sdk.XunitException e)
        {
            _errors.Add($"{where}: {e.Message}");
        }
    }
}
