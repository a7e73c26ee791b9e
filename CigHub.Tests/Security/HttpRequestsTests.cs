using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Account.SceltaDelRuolo;
using CigHub.Web.Security.Accesso;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Security;

/// <summary>Checks the app's answers to HTTP requests, before any circuit exists: headers, forms, sessions, limits.</summary>
public sealed partial class HttpRequestsTests : IClassFixture<TestApp>
{
    private readonly TestApp _app;

    public HttpRequestsTests(TestApp app) => _app = app;

    public static TheoryData<string, bool> Indirizzi => new()
    {
        { AppRoutes.Accedi, false },
        { AppRoutes.SessioneFinitaPer("Inattivita", "/"), false },
        { TestApp.StyleSheet, false },
        { "/non-c-e", false },
        { AppRoutes.Cruscotto, false },
        { AppRoutes.Cruscotto, true },
        { AppRoutes.Affidamenti, true },
        { AppRoutes.PannelloDi(Guid.Empty), true },
        { AppRoutes.Palestra, true },
        { AppRoutes.PalestraXls, true },
        { AppRoutes.AllegatoDi(Guid.Empty, Guid.Empty), true },
        { AppRoutes.ErroreDi(500), true },
    };

    [Theory]
    [MemberData(nameof(Indirizzi))]
    public async Task Ogni_risposta_porta_le_intestazioni_di_sicurezza(string indirizzo, bool entrato)
    {
        using var client = entrato ? await TestClient.SignedInAs(_app, "rup.tivoli") : new TestClient(_app);
        using var risposta = await client.Http.GetAsync(indirizzo);
        var politica = Assert.Single(risposta.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", politica, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", politica, StringComparison.Ordinal);
        Assert.Contains(indirizzo.StartsWith("/pannello", StringComparison.Ordinal)
            || indirizzo.StartsWith(AppRoutes.SessioneFinita, StringComparison.Ordinal) || indirizzo == AppRoutes.NonAbilitato
            ? "frame-ancestors 'self'" : "frame-ancestors 'none'", politica, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(risposta.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(risposta.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(risposta.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(risposta.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Contains("camera=()", Assert.Single(risposta.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Equal(indirizzo != TestApp.StyleSheet, risposta.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Nessuna_risposta_rimanda_indietro_la_richiesta_e_ogni_pagina_dice_in_quale_codifica_e()
    {
        using var client = await TestClient.SignedInAs(_app, "rup.tivoli");
        foreach (var indirizzo in new[] { AppRoutes.Cruscotto, AppRoutes.Accedi, AppRoutes.AllegatoDi(Guid.Empty, Guid.Empty), TestApp.StyleSheet })
        {
            using var richiesta = new HttpRequestMessage(HttpMethod.Trace, indirizzo) { Headers = { { "X-Prova", "da-non-ripetere" } } };
            using var risposta = await client.Http.SendAsync(richiesta);
            Assert.Contains(risposta.StatusCode, (HttpStatusCode[])[HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound]);
            Assert.DoesNotContain("da-non-ripetere", await risposta.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var pagina = await client.Http.GetAsync(AppRoutes.Cruscotto);
        Assert.Equal("text/html; charset=utf-8", pagina.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Il_cookie_della_sessione_non_si_legge_da_uno_script_non_dura_e_non_dice_nulla()
    {
        using var client = await TestClient.SignedInAs(_app, "rup.tivoli");
        var cookie = client.Biscotti.GetCookies(_app.Address)["CigHub"]!;
        Assert.True(cookie.HttpOnly);
        Assert.Equal(DateTime.MinValue, cookie.Expires);
        Assert.DoesNotContain("tivoli", cookie.Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Un_accesso_sopra_un_altro_ha_una_chiave_nuova_e_la_vecchia_non_apre_piu_nulla()
    {
        using var client = await TestClient.SignedInAs(_app, "rup.tivoli");
        var prima = client.Sessione()!;
        await client.SignIn("auditor");
        Assert.NotEqual(prima, client.Sessione());

        using var ladro = new TestClient(_app);
        ladro.Biscotti.Add(_app.Address, new Cookie("CigHub", prima));
        Assert.Equal(HttpStatusCode.Redirect, (await ladro.Http.GetAsync(AppRoutes.Cruscotto)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.Http.GetAsync(AppRoutes.Cruscotto)).StatusCode);
    }

    [Fact]
    public async Task Cambiando_ruolo_la_chiave_e_nuova_e_la_vecchia_non_apre_piu_nulla()
    {
        using var client = await TestClient.SignedInAs(_app, "rup2.tivoli", "Rup");
        var prima = client.Sessione()!;
        var pagina = await client.Http.GetStringAsync(AppRoutes.Ruolo);
        var responsabile = TestClient.Bottoni().Matches(pagina).Single(b => b.Value.Contains("data-ruolo=\"Responsabile\"", StringComparison.Ordinal));
        using (var risposta = await client.Send(
            RuoloEndpoints.Scegli, pagina, ("appartenenza", TestClient.Value().Match(responsabile.Value).Groups[1].Value)))
        {
            Assert.Equal(AppRoutes.Cruscotto, risposta.Headers.Location!.ToString());
        }

        Assert.NotEqual(prima, client.Sessione());
        using var ladro = new TestClient(_app);
        ladro.Biscotti.Add(_app.Address, new Cookie("CigHub", prima));
        Assert.Equal(HttpStatusCode.Redirect, (await ladro.Http.GetAsync(AppRoutes.Cruscotto)).StatusCode);
        var dopo = await client.Http.GetStringAsync(AppRoutes.Ruolo);
        Assert.Contains("in uso", dopo, StringComparison.Ordinal);

        // A form of the previous session is refused. A role of another person is refused too, and the session stays the same.
        using (var vecchio = await client.Send(RuoloEndpoints.Scegli, pagina, ("appartenenza", Guid.NewGuid().ToString())))
        {
            Assert.Equal(HttpStatusCode.BadRequest, vecchio.StatusCode);
        }

        var sessione = client.Sessione();
        using (var altrui = await client.Send(RuoloEndpoints.Scegli, dopo, ("appartenenza", Guid.NewGuid().ToString())))
        {
            Assert.Equal(AppRoutes.Ruolo, altrui.Headers.Location!.ToString());
        }

        Assert.Equal(sessione, client.Sessione());
    }

    [Fact]
    public async Task Dopo_l_uscita_il_vecchio_cookie_non_apre_piu_nulla()
    {
        using var client = await TestClient.SignedInAs(_app, "rup.tivoli");
        var prima = client.Sessione()!;
        using (await client.Send(AccountEndpoints.SignOut, await client.Http.GetStringAsync(AppRoutes.Esci)))
        {
            Assert.Null(client.Sessione());
        }

        using var ladro = new TestClient(_app);
        ladro.Biscotti.Add(_app.Address, new Cookie("CigHub", prima));
        Assert.Equal(HttpStatusCode.Redirect, (await ladro.Http.GetAsync(AppRoutes.Cruscotto)).StatusCode);
    }

    /// <summary>
    /// Every route that accepts a form must require the antiforgery token, and answer 400 without it. The test walks through all routes of
    /// the app.
    /// </summary>
    [Fact]
    public async Task Ogni_invio_di_un_modulo_vuole_il_suo_gettone()
    {
        using var client = await TestClient.SignedInAs(_app, "rup.tivoli");
        using (await client.Send(AppRoutes.PalestraSpid, await client.Http.GetStringAsync(AppRoutes.Palestra)))
        {
        }

        var scoperti = new List<string>();
        var provati = 0;
        foreach (var endpoint in _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var rotta = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var metodi = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
            if ((metodi is not null && metodi.All(m => m is "GET" or "HEAD" or "OPTIONS")) || rotta.StartsWith("/_blazor", StringComparison.Ordinal))
            {
                // SignalR's routes are left out. Its messages use a connection that was opened with the session and from the app's origin.
                continue;
            }

            provati++;
            if (endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation != true)
            {
                scoperti.Add($"{rotta} does not require the token");
            }

            using var risposta = await client.Http.PostAsync(Parametro().Replace(rotta, m => m.Value.Contains(":guid", StringComparison.Ordinal)
                ? Guid.Empty.ToString() : m.Value.Contains(':') ? "1" : "salva"), new FormUrlEncodedContent([]));
            if (risposta.StatusCode != HttpStatusCode.BadRequest)
            {
                scoperti.Add(string.Create(CultureInfo.InvariantCulture, $"{rotta} without it answers {(int)risposta.StatusCode}"));
            }
        }

        Assert.Empty(scoperti);
        Assert.True(provati > 40, $"{provati}");
    }

    [Fact]
    public async Task Troppe_richieste_di_accesso_dallo_stesso_indirizzo_hanno_una_pagina_e_quando_riprovare()
    {
        await using var app = await TestApp.Start();
        using var client = new TestClient(app);
        HttpResponseMessage risposta;
        var fatte = 0;
        do
        {
            risposta = await client.Http.GetAsync(AppRoutes.Accedi);
            fatte++;
        }
        while (risposta.StatusCode == HttpStatusCode.OK && fatte < 500);

        Assert.Equal((121, HttpStatusCode.TooManyRequests), (fatte, risposta.StatusCode));
        Assert.InRange(risposta.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Troppe richieste", await risposta.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(risposta.Headers.GetValues("Content-Security-Policy"));

        // Requests other than sign-ins are still answered.
        Assert.Equal(HttpStatusCode.OK, (await client.Http.GetAsync(TestApp.StyleSheet)).StatusCode);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parametro();
}
