using System.Reflection;
using System.Text.RegularExpressions;
using CigHub.Tests.Security.Accesso;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CigHub.Tests.Browser;

/// <summary>Opens every page of the app, found by reflection, as a user without any right. No page may show data of the office.</summary>
[Collection(BrowserChains.First)]
public sealed partial class WithoutRightsTests(BrowserFixture browser, AppWithSignIn app) : IClassFixture<AppWithSignIn>
{
    /// <summary>The pages that anybody may see, because they show no data of the office. Every other page must redirect.</summary>
    private static readonly string[] _diTutti =
    [
        AppRoutes.Accessibilita, AppRoutes.NonTrovata, AppRoutes.ErroreDi(404), AppRoutes.AccessoNonRiuscito, AppRoutes.Esci, AppRoutes.Uscita, AppRoutes.Ruolo,
        AppRoutes.SessioneFinita, AppRoutes.NonAbilitato, AppRoutes.PrimoAccesso,
        AppRoutes.Componenti, AppRoutes.ComponentiVuota,
    ];

    [Fact]
    public async Task Nessuna_pagina_dice_nulla_a_chi_non_ha_alcun_diritto()
    {
        const string dove = AppRoutes.PrimoAccesso;
        app.Ora(Behaviour.Of("estranea", "Rup"));
        await using var testPage = await browser.NewPage(app.Indirizzo);
        testPage.ExpectError("status of 4");
        testPage.ExpectError("status of 5");
        testPage.ExpectError("ERR_ABORTED");
        testPage.ExpectError(app.Indirizzo.Authority);
        var page = testPage.Page;
        await page.GotoAsync(AppRoutes.Cruscotto);
        await page.WaitForPath(dove);
        var segreti = await Segreti();
        Assert.True(segreti.Count > 20, $"{segreti.Count} things to keep secret");

        var pagine = await Pagine();
        Assert.True(pagine.Count > 40, $"{pagine.Count} pages found");
        foreach (var indirizzo in pagine)
        {
            // Most pages redirect before they send anything. The browser opens only those that answer themselves, to see what their circuit does.
            var risposta = await page.APIRequest.GetAsync(indirizzo);
            var corpo = await risposta.TextAsync();
            Assert.All(segreti, s => Assert.DoesNotContain(s, corpo, StringComparison.Ordinal));
            if (new Uri(risposta.Url).AbsolutePath == dove)
            {
                continue;
            }

            await page.GotoAsync(indirizzo, new() { WaitUntil = WaitUntilState.Commit });

            await page.WaitForFunctionAsync(
                "([dove, diTutti]) => location.pathname === dove || (diTutti.includes(location.pathname) && document.querySelector('h1'))",
                new object[] { dove, _diTutti });
            var testo = await page.ContentAsync();
            Assert.All(segreti, s => Assert.DoesNotContain(s, testo, StringComparison.Ordinal));
        }
    }

    private Task<List<string>> Segreti() => app.Query(async db => (List<string>)
    [
        .. await db.Enti.Select(e => e.Denominazione).ToListAsync(),
        .. await db.Persone.Select(p => p.Cognome).ToListAsync(),
        .. await db.Convenzioni.Select(c => c.Titolo).ToListAsync(),
        .. await db.Lotti.Select(l => l.Oggetto).ToListAsync(),
        .. (await db.Affidamenti.ToListAsync()).Select(a => a.Numero.ToString()),
    ]);

    /// <summary>
    /// Returns the addresses of all components that have a route. Where a route needs an id, it is the id of an existing record.
    /// </summary>
    private Task<List<string>> Pagine() => app.Query(async db =>
    {
        var (affidamento, lotto, persona, ente) = (
            await db.Affidamenti.Select(a => a.Id).FirstAsync(), await db.Lotti.Select(l => new { l.Id, l.ConvenzioneId }).FirstAsync(),
            await db.Persone.Select(p => p.Id).FirstAsync(), await db.Enti.Select(e => e.Id).FirstAsync());
        return typeof(AppRoutes).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template)
            .Where(t => !t.StartsWith(AppRoutes.Palestra, StringComparison.Ordinal))
            .Select(t => Parametro().Replace(t, m => m.Groups[1].Value switch
            {
                "ConvenzioneId" => lotto.ConvenzioneId.ToString(),
                "Seq" => "3",
                "Codice" => "404",
                "Lista" => "CPV",
                _ when t.StartsWith("/convenzioni", StringComparison.Ordinal) => lotto.ConvenzioneId.ToString(),
                _ when t.StartsWith("/lotti", StringComparison.Ordinal) => lotto.Id.ToString(),
                _ when t.StartsWith("/enti", StringComparison.Ordinal) => ente.ToString(),
                _ when t.StartsWith("/persone/", StringComparison.Ordinal) => persona.ToString(),
                _ => affidamento.ToString(),
            })).Order(StringComparer.Ordinal).ToList();
    });

    [GeneratedRegex(@"\{(\w+)(:\w+)?\}")]
    private static partial Regex Parametro();
}
