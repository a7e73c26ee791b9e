using System.Net;
using System.Text.RegularExpressions;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Security.Accesso;

namespace CigHub.Tests.Security;

/// <summary>A minimal HTTP client for tests, with cookies and forms. It follows no redirect by itself.</summary>
internal sealed partial class TestClient : IDisposable
{
    /// <summary>The name of the session's cookie in the environment Development.</summary>
    public const string SessionCookie = "CigHub";

    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    public TestClient(TestApp app)
    {
        Http = new HttpClient(_handler) { BaseAddress = app.Address };
        Biscotti = _handler.CookieContainer;
    }

    public HttpClient Http { get; }

    public CookieContainer Biscotti { get; }

    public static async Task<TestClient> SignedInAs(TestApp app, string persona, string? ruolo = null)
    {
        var client = new TestClient(app);
        await client.SignIn(persona, ruolo);
        return client;
    }

    /// <summary>Signs in through the sign-in page of the demonstration. A null role takes the first one that the page offers.</summary>
    public async Task SignIn(string persona, string? ruolo = null)
    {
        var pagina = await Http.GetStringAsync(AppRoutes.Accedi);
        var bottone = Bottoni().Matches(pagina).First(b => b.Value.Contains($"data-persona=\"{persona}\"", StringComparison.Ordinal)
            && (ruolo is null || b.Value.Contains($"data-ruolo=\"{ruolo}\"", StringComparison.Ordinal)));
        using var risposta = await Send(AccountEndpoints.SignIn, pagina, ("appartenenza", Value().Match(bottone.Value).Groups[1].Value));
        Assert.Equal(HttpStatusCode.Redirect, risposta.StatusCode);
    }

    /// <summary>Posts a form to an address, with the antiforgery token of the page that holds the form.</summary>
    public Task<HttpResponseMessage> Send(string indirizzo, string pagina, params (string Nome, string Valore)[] campi) => Http.PostAsync(
        indirizzo,
        new FormUrlEncodedContent(
            [new("__RequestVerificationToken", Gettone().Match(pagina).Groups[1].Value), .. campi.Select(c => KeyValuePair.Create(c.Nome, c.Valore))]));

    /// <summary>Returns the value of the session's cookie, or null when there is none.</summary>
    public string? Sessione() => Biscotti.GetCookies(Http.BaseAddress!)[SessionCookie]?.Value;

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("<button[^>]*name=\"appartenenza\"[^>]*>")]
    internal static partial Regex Bottoni();

    [GeneratedRegex("value=\"([^\"]+)\"")]
    internal static partial Regex Value();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Gettone();
}
