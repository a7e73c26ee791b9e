using System.Net;
using System.Text.RegularExpressions;
using CigHub.Tests.Support;
using CigHub.Web.Common;

namespace CigHub.Tests.Security.Accesso;

/// <summary>
/// A simple browser for tests of the sign-in. It keeps cookies, follows redirects between the app and the provider, and posts forms.
/// </summary>
internal sealed partial class Visitor : IDisposable
{
    private const int MaxSalti = 15;

    private readonly HttpClient _client;
    private readonly AppWithSignIn _app;

    public Visitor(TestAuthority autorita, AppWithSignIn app)
    {
        _app = app;
        var handler = autorita.Handler();
        handler.CookieContainer = new CookieContainer();
        handler.UseCookies = true;
        _client = new HttpClient(handler) { BaseAddress = app.Indirizzo };
    }

    /// <summary>The address of the page at which the last visit ended, after all redirects.</summary>
    public Uri Dove { get; private set; } = null!;

    public string Percorso => Dove.AbsolutePath;

    /// <summary>The HTML of the page at which the last visit ended.</summary>
    public string Pagina { get; private set; } = "";

    /// <summary>
    /// The address of the app, with its query string, to which the provider last redirected after a sign-in. Null before the first one.
    /// </summary>
    public Uri? Ritorno { get; private set; }

    /// <param name="indirizzo">The address, relative to that of the app.</param>
    /// <param name="altera">Changes an address before it is visited.</param>
    /// <param name="drawn">True to get the pages drawn with their data (<see cref="DrawnPages"/>).</param>
    public Task Go(string indirizzo, Func<Uri, Uri>? altera = null, bool drawn = false) =>
        Follow(new HttpRequestMessage(HttpMethod.Get, new Uri(_app.Indirizzo, indirizzo)), altera, drawn);

    /// <summary>
    /// Signs in as the user that the provider describes at the moment. Returns the path of the page at which the sign-in ends.
    /// </summary>
    public async Task<string> SignIn(string ritorno = AppRoutes.Cruscotto)
    {
        await Go(AppRoutes.AccediPer(ritorno));
        return Percorso;
    }

    /// <summary>Posts the form of the last page to an address, with the hidden fields of the form and the given fields.</summary>
    public async Task Send(string indirizzo, params (string Nome, string Valore)[] campi)
    {
        var nascosti = Nascosto().Matches(Pagina).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value)));
        await Follow(
            new HttpRequestMessage(HttpMethod.Post, new Uri(_app.Indirizzo, indirizzo))
            {
                Content = new FormUrlEncodedContent(nascosti.Concat(campi).Select(c => KeyValuePair.Create(c.Item1, c.Item2))),
            },
            null);
    }

    /// <summary>Says whether the app treats the visitor as a signed-in user.</summary>
    public async Task<bool> Dentro()
    {
        using var risposta = await _client.GetAsync(AppRoutes.Cruscotto);
        return risposta.StatusCode == HttpStatusCode.OK;
    }

    public async Task<HttpStatusCode> Stato(string indirizzo)
    {
        using var risposta = await _client.GetAsync(indirizzo);
        return risposta.StatusCode;
    }

    public void Dispose() => _client.Dispose();

    private async Task Follow(HttpRequestMessage richiesta, Func<Uri, Uri>? altera, bool drawn = false)
    {
        for (var salto = 0; salto < MaxSalti; salto++)
        {
            var indirizzo = richiesta.RequestUri!;
            if (drawn && indirizzo.Authority == _app.Indirizzo.Authority)
            {
                richiesta.Headers.Add(DrawnPages.Header, "");
            }

            using var risposta = await _client.SendAsync(richiesta);
            (Dove, Pagina) = (indirizzo, await risposta.Content.ReadAsStringAsync());
            if (risposta.Headers.Location is not { } verso)
            {
                Assert.True((int)risposta.StatusCode < 500, $"{indirizzo} answered {(int)risposta.StatusCode}: {string.Join("\n", _app.Diario.TakeLast(5))}");
                return;
            }

            var prossimo = new Uri(indirizzo, verso);
            prossimo = altera?.Invoke(prossimo) ?? prossimo;
            Ritorno = prossimo.AbsolutePath == "/signin-oidc" ? prossimo : Ritorno;
            richiesta = new HttpRequestMessage(HttpMethod.Get, prossimo);
        }

        Assert.Fail($"Too many redirects, the last to {Dove}");
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex Nascosto();
}
