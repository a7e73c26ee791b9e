using AngleSharp.Html.Dom;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Browser;
using CigHub.Tests.Security;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Pages;

/// <summary>Tests what pages show to whom, where nothing depends on a click. The server draws them with their data.</summary>
public sealed class WhatPagesShowTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Each_role_has_a_Cruscotto_of_its_own()
    {
        foreach (var (person, heading) in ((string, string)[])
        [
            ("istruttore.tivoli", "In lavorazione"), ("responsabile", "Convenzioni per quanto resta"), ("auditor", "Che cosa salta all'occhio"),
            ("amministratore", "Enti senza RUP"),
        ])
        {
            using var client = await TestClient.SignedInAs(_app, person);
            var headings = (await client.Drawn(AppRoutes.Cruscotto)).QuerySelectorAll("main :is(h2, h3)").Select(h => h.Shown()).ToList();
            Assert.True(headings.Exists(h => h.StartsWith(heading, StringComparison.Ordinal)), $"{person}: {string.Join(" | ", headings)}");
        }
    }

    [Fact]
    public async Task What_is_missing_and_what_another_Ente_has_get_the_same_answer()
    {
        var (foreign, own) = await ReadyAffidamenti.Query(_app.Services, async db => (
            await db.Affidamenti.Where(a => db.Enti.Any(e => e.Id == a.EnteId && e.Denominazione != "Comune di Tivoli")).Select(a => a.Id).FirstAsync(),
            await db.Affidamenti.Where(a => db.Enti.Any(e => e.Id == a.EnteId && e.Denominazione == "Comune di Tivoli")).Select(a => a.Id).FirstAsync()));
        using var rup = await TestClient.SignedInAs(_app, "rup.tivoli", "Rup");
        foreach (var address in (Func<Guid, string>[])[AppRoutes.SchedaDi, AppRoutes.RichiestaDi, AppRoutes.FascicoloDi])
        {
            var missing = Content(await rup.Drawn(address(Guid.CreateVersion7())));
            Assert.Contains("Non trovato", missing, StringComparison.Ordinal);
            Assert.Equal(missing, Content(await rup.Drawn(address(foreign))));
            Assert.NotEqual(missing, Content(await rup.Drawn(address(own))));
        }
    }

    [Fact]
    public async Task The_pages_of_an_Affidamento_are_the_same_in_every_state()
    {
        using var rup = await TestClient.SignedInAs(_app, "rup.tivoli", "Rup");
        foreach (var state in (StatoAffidamento[])
        [
            StatoAffidamento.InLavorazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta, StatoAffidamento.CigAcquisito
        ])
        {
            var id = await ReadyAffidamenti.Query(_app.Services, db => db.Affidamenti
                .Where(a => a.Stato == state && !a.Pregresso && db.Persone.Any(p => p.Id == a.RupId && p.NomeUtente == "rup.tivoli"))
                .OrderBy(a => a.Progressivo).Select(a => a.Id).FirstAsync());
            var page = await rup.Drawn(AppRoutes.RichiestaDi(id));
            var links = page.QuerySelectorAll("nav[aria-label=\"Pagine dell'affidamento\"] a");
            Assert.Equal(["Scheda AD4", "Richiesta CIG", "Dopo il CIG", "Fascicolo", "Deleghe"], links.Select(l => l.Shown()));
            Assert.Equal("Richiesta CIG", Assert.Single(links, l => l.GetAttribute("aria-current") == "page").Shown());
            Assert.Equal("Richiesta del CIG Derivato", page.QuerySelector("main h1")!.Shown());
        }
    }

    [Fact]
    public async Task Whoever_sees_one_Ente_does_not_find_the_others()
    {
        using var responsabile = await TestClient.SignedInAs(_app, "rup2.tivoli", "Responsabile");
        var table = (await responsabile.Drawn(AppRoutes.SpesaPerEnte)).QuerySelector("[role=region][aria-label='Riepilogo per Ente']")!;
        Assert.Contains("Comune di Tivoli", table.Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("Comune di Velletri", table.Shown(), StringComparison.Ordinal);
        Assert.Null(Assert.Single(table.QuerySelectorAll("tr"), r => r.Shown().StartsWith("Altri Enti", StringComparison.Ordinal)).QuerySelector("a"));
        Assert.Contains("Solo i Lotti usati dal tuo Ente", Content(await responsabile.Drawn(AppRoutes.Spesa)), StringComparison.Ordinal);

        using var all = await TestClient.SignedInAs(_app, "responsabile");
        Assert.Contains("Comune di Velletri", Content(await all.Drawn(AppRoutes.SpesaPerEnte)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Auditor_sees_the_elenchi_del_portale_and_uploads_none()
    {
        using var auditor = await TestClient.SignedInAs(_app, "auditor");
        var page = await auditor.Drawn(AppRoutes.ElencoPortale);
        Assert.Contains("L'elenco lo carica chi opera come RUP", Content(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#elenco-portale"));

        using var rup = await TestClient.SignedInAs(_app, "rup.tivoli", "Rup");
        Assert.NotNull((await rup.Drawn(AppRoutes.ElencoPortale)).QuerySelector("#elenco-portale"));
    }

    [Fact]
    public async Task An_old_address_of_a_list_says_what_is_missing()
    {
        using var auditor = await TestClient.SignedInAs(_app, "auditor");
        var page = await auditor.Drawn(AppRoutes.RegistroEventi + "?Esito=ok&boh=1&colonne=N.CheCosa.Impronta.Firma");
        Assert.Contains("Qui non c'è (più): la colonna «Firma», il filtro «boh».", Content(page), StringComparison.Ordinal);
        Assert.Equal(
            ["N.", "Che cosa", "Impronta (SHA-256 con il prefisso 00)"],
            page.QuerySelectorAll("[role=region][aria-label='Eventi'] thead th").Select(h => h.Shown()));
        Assert.DoesNotContain("Qui non c'è", Content(await auditor.Drawn(AppRoutes.RegistroEventi)), StringComparison.Ordinal);
    }

    private static string Content(IHtmlDocument page) => page.QuerySelector("#contenuto")!.Shown();
}
