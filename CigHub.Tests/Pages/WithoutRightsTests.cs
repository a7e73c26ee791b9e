using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using CigHub.Tests.Security.Accesso;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Pages;

/// <summary>
/// Asks for every page of the app, found by reflection, as a user without any right. Each page is asked for as the browser does, and drawn
/// with its data. No page may show data of the office.
/// </summary>
public sealed partial class WithoutRightsTests(AppWithSignIn app) : IClassFixture<AppWithSignIn>
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
        app.Ora(Behaviour.Of("estranea", "Rup"));
        using var estranea = app.NuovoVisitatore();
        Assert.Equal(AppRoutes.PrimoAccesso, await estranea.SignIn());
        var segreti = await Segreti();
        Assert.True(segreti.Count > 20, $"{segreti.Count} things to keep secret");

        // Whoever has a right sees a secret that the layout does not print on a page that is drawn in this way.
        const string Secret = "Comune di Velletri";
        Assert.Contains(Secret, segreti);
        app.Ora(Behaviour.Of("amministratore", "Amministratore"));
        using var amministratore = app.NuovoVisitatore();
        await amministratore.SignIn();
        await amministratore.Go(AppRoutes.PersoneEdEnti, drawn: true);
        Assert.Contains(Secret, WebUtility.HtmlDecode(amministratore.Pagina), StringComparison.Ordinal);
        await amministratore.Go(AppRoutes.Sessioni, drawn: true);
        Assert.DoesNotContain(Secret, WebUtility.HtmlDecode(amministratore.Pagina), StringComparison.Ordinal);
        app.Ora(Behaviour.Of("estranea", "Rup"));

        var pagine = await Pagine();
        Assert.True(pagine.Count > 40, $"{pagine.Count} pages found");
        foreach (var indirizzo in pagine)
        {
            foreach (var drawn in (bool[])[false, true])
            {
                await estranea.Go(indirizzo, drawn: drawn);
                var page = WebUtility.HtmlDecode(estranea.Pagina);
                Assert.All(segreti, s => Assert.DoesNotContain(s, page, StringComparison.Ordinal));

                // Undrawn, some pages answer with the empty document in which a circuit would begin.
                var refused = estranea.Percorso == AppRoutes.PrimoAccesso || _diTutti.Contains(estranea.Percorso);
                Assert.True(refused || !drawn, $"{indirizzo} led to {estranea.Percorso}.");
            }
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
