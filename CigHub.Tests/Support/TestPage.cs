using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>
/// A browser page under test. It collects errors that a user does not see: console errors, uncaught exceptions, failed requests to the app
/// and error answers, also in the pages that it opens. Disposing it fails the test when one of them was not declared with
/// <see cref="ExpectError"/>.
/// </summary>
/// <remarks>A failure at disposal replaces the failure of the test. Of the two it is nearly always the cause.</remarks>
public sealed class TestPage : IAsyncDisposable
{
    /// <summary>
    /// The time that one step of a browser test may take at most, in milliseconds. It is long because the tests share slow cores, and every
    /// wait ends as soon as its condition holds.
    /// </summary>
    public const int Patience = 20_000;

    /// <summary>Keeps in the page what happened last, so that an error that comes once in many runs says after what it came.</summary>
    private const string LastEventsScript = """
        (() => {
          const last = window.lastEvents = [];
          const note = e => {
            const at = e.target;
            const name = at.id || at.name || at.textContent?.trim().slice(0, 40) || '';
            last.push(`${Math.round(performance.now())} ms ${e.type} ${at.tagName ?? 'document'} ${name}`);
            if (last.length > 20) last.shift();
          };
          for (const type of ['click', 'input', 'change', 'focusout', 'keydown', 'close']) addEventListener(type, note, true);
        })()
        """;

    private static readonly ConditionalWeakTable<IBrowserContext, Uri> _origins = [];

    private readonly Lock _lock = new();
    private readonly List<string> _errors = [];
    private readonly List<string> _expected = [];
    private readonly List<string> _lastEvents = [];
    private readonly Uri? _address;
    private bool _closing;

    private TestPage(IBrowserContext context, IPage page, Uri? indirizzo)
    {
        Context = context;
        Page = page;
        _address = indirizzo;
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>The errors collected so far that the test has not declared as expected.</summary>
    public IReadOnlyList<string> UnexpectedErrors
    {
        get
        {
            lock (_lock)
            {
                return [.. _errors.Where(e => !_expected.Any(a => e.Contains(a, StringComparison.OrdinalIgnoreCase)))];
            }
        }
    }

    internal static ViewportSize SizeOf(TestScreen schermo) =>
        schermo == TestScreen.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 };

    /// <summary>Returns the address of the app to which a page belongs. Returns null for a page without an app.</summary>
    internal static Uri? OriginOf(IPage page) => _origins.TryGetValue(page.Context, out var origin) ? origin : null;

    internal static async Task<TestPage> Open(IBrowserContext context, Uri? indirizzo)
    {
        if (indirizzo is not null)
        {
            _origins.Add(context, indirizzo);
        }

        context.SetDefaultTimeout(Patience);
        await context.AddInitScriptAsync(LastEventsScript);
        var testPage = new TestPage(context, await context.NewPageAsync(), indirizzo);
        context.Console += (_, messaggio) => testPage.Note(messaggio);
        context.WebError += (_, errore) => testPage.Note($"exception: {errore.Error}");
        context.RequestFailed += (_, richiesta) => testPage.Note(richiesta);
        context.Response += (_, risposta) => testPage.Note(risposta);
        return testPage;
    }

    /// <summary>
    /// Declares an error that the test causes on purpose, by a part of its text (message or URL). It then does not fail the test.
    /// </summary>
    public void ExpectError(string frammento)
    {
        lock (_lock)
        {
            _expected.Add(frammento);
        }
    }

    /// <summary>Declares as expected the errors that the browser reports when the server stops under an open page.</summary>
    public void ExpectServerDown()
    {
        foreach (var frammento in (string[])
        [
            "WebSocket", "ERR_CONNECTION_", "ERR_EMPTY_RESPONSE", "Failed to fetch", "_blazor",
            "Connection disconnected", "Cannot send data if the connection"
        ])
        {
            ExpectError(frammento);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Collect();
        lock (_lock)
        {
            _closing = true;
        }

        var indirizzo = Page.Url;
        await Context.CloseAsync();
        var inattesi = UnexpectedErrors;
        if (inattesi.Count > 0)
        {
            throw new Xunit.Sdk.XunitException(
                $"The page reported {inattesi.Count} error(s) that the test did not expect (last address {indirizzo}):\n- " + string.Join("\n- ", inattesi)
                + "\nLast events:\n" + string.Join('\n', _lastEvents));
        }
    }

    /// <summary>
    /// Reads the last events of each page of the context. After that round trip all errors which the pages have already reported are collected.
    /// </summary>
    private async Task Collect()
    {
        foreach (var page in Context.Pages.ToList())
        {
            try
            {
                _lastEvents.AddRange(await page.EvaluateAsync<string[]>("window.lastEvents ?? []").WaitAsync(TimeSpan.FromSeconds(2)));
            }
            catch (Exception e) when (e is TimeoutException or PlaywrightException)
            {
                // The page navigates, shows a dialog or has crashed, so there is nothing to wait for.
                continue;
            }
        }
    }

    private bool SameOrigin(string url) =>
        _address is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Authority == _address.Authority);

    private void Note(IConsoleMessage messaggio)
    {
        // The response of the resource reports the same error with its address.
        var risposta = messaggio.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)
            && SameOrigin(messaggio.Location);
        if (messaggio.Type == "error" && !risposta)
        {
            Note($"console: {messaggio.Text} ({messaggio.Location})");
        }
    }

    private void Note(IRequest richiesta)
    {
        // A request that is aborted because the user leaves its page, or because it becomes a download, has not failed.
        if (SameOrigin(richiesta.Url) && richiesta.Failure is { } motivo && !motivo.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            Note($"request: {richiesta.Method} {richiesta.Url} failed, {motivo}");
        }
    }

    private void Note(IResponse risposta)
    {
        if (risposta.Status >= 400 && SameOrigin(risposta.Url))
        {
            Note($"request: {risposta.Request.Method} {risposta.Url} answered {risposta.Status}");
        }
    }

    private void Note(string errore)
    {
        lock (_lock)
        {
            if (!_closing)
            {
                _errors.Add(errore);
            }
        }
    }
}
