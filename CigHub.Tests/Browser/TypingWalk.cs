using System.Collections.Concurrent;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>A text input that does not show, or did not keep, the typed or pasted text. Equality: by all members.</summary>
internal sealed record TypingFault(string Address, TextInput Input, string When, string Expected, string Shown)
{
    public int Lost => TextInputs.Lost(Expected, Shown);

    public override string ToString() => $"{Address} {Input.Name} ({Input.Kind}, {When}): «{Expected}» became «{Shown}»";
}

/// <summary>The inputs into which a <see cref="TypingWalk"/> types.</summary>
internal enum TypingReach
{
    /// <summary>Types and pastes into every input.</summary>
    EveryInput,

    /// <summary>Types into one input of each kind on each route, and pastes where the walk meets the kind for the first time.</summary>
    EachKindOnEachRoute,

    /// <summary>Types and pastes into one input of each kind that saves itself, and into one that does not, wherever the walk meets it first.</summary>
    EachKindOnce,
}

/// <summary>
/// Types into the text inputs of pages as a user does, through a line with a delay, and leaves each input. Then reloads the pages that save
/// by themselves, to see what was kept. Works on several pages at once, each over a line of its own.
/// </summary>
internal sealed class TypingWalk(BrowserFixture browser, TestApp app, TimeSpan delay, int millisecondsPerKey, TypingReach reach)
{
    private const int Windows = 4;

    /// <summary>The number of times that a page is reloaded, at most, until it shows the saved text.</summary>
    private const int Reloads = 3;

    /// <summary>The time in milliseconds, at most, until an input that was left shows its formatted text.</summary>
    private const float TidyWithin = 10_000;

    /// <summary>The buttons that open a form on their page. The walk types into these forms too.</summary>
    private static readonly string[] _openers =
    [
        "#registra-verifica", "#registra-adempimento", "#nuovo-programma", "#aggiungi-atto", "#registra-risposta", "button:text-is('Nuovo audit')",
        "button:text-is('Silenzia')",
    ];

    private readonly ConcurrentQueue<TypingFault> _faults = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<TextInput>> _met = new();
    private readonly ConcurrentDictionary<(string Route, InputKind Kind), bool> _seen = new();
    private readonly ConcurrentDictionary<(InputKind Kind, bool Saved), bool> _once = new(), _pasted = new();
    private int _typed;

    public IReadOnlyCollection<TypingFault> Faults => _faults;

    /// <summary>The text inputs found on each page so far, by the page's address.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TextInput>> Met => _met;

    /// <summary>The number of characters that this walk has typed so far.</summary>
    public int Typed => _typed;

    /// <summary>The kinds of inputs into which this walk has pasted so far, each with whether the input saves itself.</summary>
    public IReadOnlyCollection<(InputKind Kind, bool Saved)> Kinds => [.. _pasted.Keys];

    private bool Chooses(string address, TextInput input) => reach switch
    {
        TypingReach.EveryInput => true,
        TypingReach.EachKindOnEachRoute => _seen.TryAdd((TypingRounds.RouteOf(address), input.Kind), true),
        _ => _once.TryAdd((input.Kind, input.Saved), true),
    };

    public async Task Run(string person, string? role, IReadOnlyList<string> addresses)
    {
        var queue = new ConcurrentQueue<string>(addresses);

        // Use a context for each, because a background tab of the same context may not get keys.
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Windows, addresses.Count)).Select(async _ =>
        {
            await using var line = DelayProxy.Before(app.Address, TimeSpan.Zero);
            await using var opened = await browser.NewPage(app.Address);
            await opened.Page.SignIn(person, role);
            while (queue.TryDequeue(out var address))
            {
                await Visit(opened.Page, line, address);
            }
        }));
    }

    private async Task Visit(IPage page, DelayProxy line, string address)
    {
        var inputs = await Open(page, line, address);
        _met[address] = inputs;
        IReadOnlyList<TextInput> typed = [.. inputs.Where(i => Chooses(address, i))];
        IReadOnlyList<TextInput> pasted = reach == TypingReach.EveryInput ? inputs : [.. typed.Where(i => _pasted.TryAdd((i.Kind, i.Saved), true))];
        foreach (var (when, chosen, write) in new (string, IReadOnlyList<TextInput>, Func<IPage, TextInput, Task>)[]
        {
            ("typed", typed, Type),
            ("pasted", pasted, Paste)
        })
        {
            line.Delay = delay;
            foreach (var input in chosen)
            {
                await write(page, input);
                await page.Keyboard.PressAsync("Tab");
                await Judge(page, address, input, when);
            }

            await JudgeSaved(page, line, address, [.. chosen.Where(i => i.Saved)], when);
        }
    }

    /// <summary>Loads the page with the delay switched off and returns its text inputs.</summary>
    private static async Task<IReadOnlyList<TextInput>> Open(IPage page, DelayProxy line, string address)
    {
        line.Delay = TimeSpan.Zero;
        await page.Go(new Uri(line.Address, address).ToString());
        await page.Locator("h1").First.WaitForAsync();
        await page.Locator(".caricamento").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // A new page moves the focus, so wait before typing.
        await page.Locator(".menu-bottone, [data-pannello][data-affidamento]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await AnswersArrived(page);
        if (await page.Locator("[data-tutti-i-campi]").CountAsync() > 0)
        {
            await page.MostraTutto();
        }

        foreach (var opener in _openers)
        {
            var button = page.Locator(opener).First;
            if (await button.IsVisibleAsync())
            {
                await button.ClickAsync();
                await AnswersArrived(page);
            }
        }

        if (address == AppRoutes.Cruscotto)
        {
            await page.Keyboard.PressAsync("Control+k");
        }

        return await TextInputs.Find(page);
    }

    private async Task Type(IPage page, TextInput input)
    {
        var text = TextInputs.Sample(input);
        Interlocked.Add(ref _typed, text.Length);
        await input.On(page).FocusAsync();
        if (input.Kind != InputKind.Day)
        {
            await page.Keyboard.PressAsync("Control+a");
        }

        await page.Keyboard.TypeAsync(text, new() { Delay = millisecondsPerKey });
    }

    private static Task Paste(IPage page, TextInput input) => input.On(page).FillAsync(TextInputs.Pasted(input));

    /// <summary>
    /// Compares the text of an input that was left with the expected one, after the server has answered everything. A difference is
    /// recorded as a fault.
    /// </summary>
    private async Task Judge(IPage page, string address, TextInput input, string when)
    {
        var expected = TextInputs.Tidy(input);
        var element = input.On(page);
        try
        {
            await Expect(element).ToHaveValueAsync(expected, new() { Timeout = TidyWithin });
            await AnswersArrived(page);
        }
        catch (PlaywrightException)
        {
            // Compare reports the shown text as a fault.
        }

        Compare(address, input, when, expected, await element.InputValueAsync());
    }

    /// <summary>
    /// Waits until the server has answered everything that was sent before, by pressing the button of the menu and waiting for its effect.
    /// The pannello has no such button, so there this method does not wait.
    /// </summary>
    private static async Task AnswersArrived(IPage page)
    {
        var button = page.Locator(".menu-bottone");
        if (await button.CountAsync() > 0)
        {
            var before = await button.GetAttributeAsync("aria-expanded");
            await button.EvaluateAsync("b => b.click()");
            await Expect(button).ToHaveAttributeAsync("aria-expanded", before == "true" ? "false" : "true");
        }
    }

    private async Task JudgeSaved(IPage page, DelayProxy line, string address, IReadOnlyList<TextInput> saved, string when)
    {
        if (saved.Count == 0)
        {
            return;
        }

        IReadOnlyDictionary<string, string> shown = new Dictionary<string, string>();
        for (var i = 0; i < Reloads && !saved.All(s => shown.GetValueOrDefault(s.Name) == TextInputs.Tidy(s)); i++)
        {
            shown = (await Open(page, line, address)).ToDictionary(x => x.Name, x => x.Value);
        }

        foreach (var input in saved)
        {
            Compare(address, input, $"{when} and saved", TextInputs.Tidy(input), shown.GetValueOrDefault(input.Name) ?? "");
        }
    }

    private void Compare(string address, TextInput input, string when, string expected, string shown)
    {
        // A textarea uses the line endings of the browser.
        if (shown.ReplaceLineEndings("\n") != expected)
        {
            _faults.Enqueue(new TypingFault(address, input, when, expected, shown));
        }
    }
}
