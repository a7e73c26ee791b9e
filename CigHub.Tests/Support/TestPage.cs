using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace CigHub.Tests.Support;

/// <summary>
/// A page under test. It collects errors that a user does not see: console errors, uncaught exceptions, failed requests to the app and
/// error answers, also in pages that it opens. Disposing it fails the test when one of them was not declared with
/// <see cref="ErroreAtteso"/>.
/// </summary>
/// <remarks>A failure at disposal replaces the failure of the test. Of the two it is nearly always the cause.</remarks>
public sealed class TestPage : IAsyncDisposable
{
    /// <summary>
    /// The longest time of a step, in milliseconds. It is long because the tests share slow cores. A wait ends as soon as it can.
    /// </summary>
    public const int Pazienza = 20_000;

    private static readonly ConditionalWeakTable<IBrowserContext, Uri> _origins = [];

    private readonly Lock _lucchetto = new();
    private readonly List<string> _errori = [];
    private readonly List<string> _attesi = [];
    private readonly Uri? _indirizzo;
    private bool _inChiusura;

    private TestPage(IBrowserContext context, IPage page, Uri? indirizzo)
    {
        Context = context;
        Page = page;
        _indirizzo = indirizzo;
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>The collected errors that were not declared as expected.</summary>
    public IReadOnlyList<string> ErroriInattesi
    {
        get
        {
            lock (_lucchetto)
            {
                return [.. _errori.Where(e => !_attesi.Any(a => e.Contains(a, StringComparison.OrdinalIgnoreCase)))];
            }
        }
    }

    internal static ViewportSize Misure(TestScreen schermo) =>
        schermo == TestScreen.Telefono ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 };

    /// <summary>Returns the address of the app of a page; null for a page without a server.</summary>
    internal static Uri? OriginOf(IPage page) => _origins.TryGetValue(page.Context, out var origin) ? origin : null;

    internal static async Task<TestPage> Apri(IBrowserContext context, Uri? indirizzo)
    {
        if (indirizzo is not null)
        {
            _origins.Add(context, indirizzo);
        }

        context.SetDefaultTimeout(Pazienza);
        var pagina = new TestPage(context, await context.NewPageAsync(), indirizzo);
        context.Console += (_, messaggio) => pagina.Annota(messaggio);
        context.WebError += (_, errore) => pagina.Annota($"exception: {errore.Error}");
        context.RequestFailed += (_, richiesta) => pagina.Annota(richiesta);
        context.Response += (_, risposta) => pagina.Annota(risposta);
        return pagina;
    }

    /// <summary>Declares an error that this test causes on purpose, by a part of its text (message or URL).</summary>
    public void ErroreAtteso(string frammento)
    {
        lock (_lucchetto)
        {
            _attesi.Add(frammento);
        }
    }

    /// <summary>Declares the errors that the browser reports when the server goes away under an open page.</summary>
    public void CadutaDelServerAttesa()
    {
        foreach (var frammento in (string[])
        [
            "WebSocket", "ERR_CONNECTION_", "ERR_EMPTY_RESPONSE", "Failed to fetch", "_blazor",
            "Connection disconnected", "Cannot send data if the connection"
        ])
        {
            ErroreAtteso(frammento);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Raccogli();
        lock (_lucchetto)
        {
            _inChiusura = true;
        }

        var indirizzo = Page.Url;
        await Context.CloseAsync();
        var inattesi = ErroriInattesi;
        if (inattesi.Count > 0)
        {
            throw new Xunit.Sdk.XunitException(
                $"The page reported {inattesi.Count} error(s) that the test did not expect (last address {indirizzo}):\n- " + string.Join("\n- ", inattesi));
        }
    }

    /// <summary>Makes a round trip to each page, so that all earlier reports of the page have arrived.</summary>
    private async Task Raccogli()
    {
        foreach (var page in Context.Pages.ToList())
        {
            try
            {
                await page.EvaluateAsync("1").WaitAsync(TimeSpan.FromSeconds(2));
            }
            catch (Exception e) when (e is TimeoutException or PlaywrightException)
            {
                // The page navigates, shows a dialog or has crashed, so there is nothing to wait for.
                continue;
            }
        }
    }

    private bool StessaOrigine(string url) =>
        _indirizzo is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Authority == _indirizzo.Authority);

    private void Annota(IConsoleMessage messaggio)
    {
        // The response of the resource reports the same error with its address.
        var risposta = messaggio.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)
            && StessaOrigine(messaggio.Location);
        if (messaggio.Type == "error" && !risposta)
        {
            Annota($"console: {messaggio.Text} ({messaggio.Location})");
        }
    }

    private void Annota(IRequest richiesta)
    {
        // A request that is aborted because the user leaves its page, or because it becomes a download, has not failed.
        if (StessaOrigine(richiesta.Url) && richiesta.Failure is { } motivo && !motivo.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            Annota($"request: {richiesta.Method} {richiesta.Url} failed, {motivo}");
        }
    }

    private void Annota(IResponse risposta)
    {
        if (risposta.Status >= 400 && StessaOrigine(risposta.Url))
        {
            Annota($"request: {risposta.Request.Method} {risposta.Url} answered {risposta.Status}");
        }
    }

    private void Annota(string errore)
    {
        lock (_lucchetto)
        {
            if (!_inChiusura)
            {
                _errori.Add(errore);
            }
        }
    }
}
