using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the work of two people on one Affidamento. The person who prepares it must not approve it, and a person with a conflict of
/// interest hands it over.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class ApprovazioneEConflittoTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Il_Responsabile_restituisce_con_una_nota_poi_approva_e_il_RUP_richiede()
    {
        var id = await Of(StatoAffidamento.InApprovazione);
        await using var responsabile = await browser.NewPage(_app.Address);
        await responsabile.Page.SignIn("responsabile");
        await responsabile.Page.Go(AppRoutes.Cruscotto);
        await responsabile.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Esamina e approva") }).ClickAsync();
        await responsabile.Page.GetByText("Restituisci", new() { Exact = true }).First.ClickAsync();
        await responsabile.Page.Bottone("Restituisci").ClickAsync();
        await Expect(responsabile.Page.Locator(".pannello")).ToContainTextAsync("Scrivi che cosa va cambiato");
        await responsabile.Page.Locator(".pannello textarea").FillAsync("L'impegno di spesa è del 2025.");
        await responsabile.Page.Bottone("Restituisci").ClickAsync();
        await Expect(responsabile.Page.Locator("#contenuto")).ToContainTextAsync("In lavorazione");

        await using var rup = await browser.NewPage(_app.Address);
        await rup.Page.SignIn("rup.velletri");
        await rup.Page.Go(AppRoutes.SchedaDi(id));
        await Expect(rup.Page.Locator("#contenuto")).ToContainTextAsync("L'impegno di spesa è del 2025.");
        await Expect(rup.Page.Bottone("Pronto per il portale")).ToHaveCountAsync(0);
        foreach (var motivo in await rup.Page.Locator("[data-motivo]").AllAsync())
        {
            await motivo.FillAsync("Confermato dal Soggetto Aggregatore.");
        }

        await rup.Page.Bottone("Invia per approvazione").ClickAsync();
        await Expect(rup.Page.Locator(".pannello")).ToContainTextAsync("Elsa Bentivegni");

        await responsabile.Page.Go(AppRoutes.SchedaDi(id));
        await Expect(responsabile.Page.Bottone("Approva")).ToBeEnabledAsync();
        var prima = responsabile.Page.GetByRole(AriaRole.Region, new() { Name = "Prima di approvare", Exact = true });
        await Expect(prima).ToContainTextAsync("sopra la soglia di");
        await Expect(prima).ToContainTextAsync("Nessun'altra adesione.");
        await Screenshots.Save(responsabile.Page, "approvazione");
        await responsabile.Page.Bottone("Approva").ClickAsync();
        await Expect(responsabile.Page.Locator("#contenuto")).ToContainTextAsync("leggi la dichiarazione sui conflitti di interessi e spuntala");
        await Expect(responsabile.Page.Locator(".dichiarazione")).ToContainTextAsync("art. 76 del D.P.R. 445/2000");
        await responsabile.Page.GetByLabel("Ho letto e rendo questa dichiarazione").CheckAsync();
        await responsabile.Page.Bottone("Approva").ClickAsync();
        await Expect(responsabile.Page.Locator("#contenuto")).ToContainTextAsync("Pronto per il portale");

        await rup.Page.Go(AppRoutes.SchedaDi(id));
        await Expect(rup.Page.Locator(".pannello")).ToContainTextAsync("Approvato da Elsa Bentivegni");
        await rup.Page.Bottone("Avvia richiesta CIG").ClickAsync();
        await rup.Page.Locator(".passo-attuale").WaitForAsync();
        Assert.Equal(
            2,
            await ReadyAffidamenti.Query(
                _app.Services,
                db => db.DichiarazioniConflitto.CountAsync(d => d.AffidamentoId == id && d.Esito == EsitoDichiarazione.NessunConflitto)));
    }

    [Fact]
    public async Task Chi_ha_un_conflitto_lo_dichiara_il_Responsabile_decide_e_il_collega_prosegue()
    {
        var id = await ReadyAffidamenti.Query(
            _app.Services,
            db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.ProntoPerIlPortale).Select(a => a.Id).SingleAsync());
        await using var rup = await browser.NewPage(_app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await rup.Page.Go(AppRoutes.SchedaDi(id));
        await rup.Page.GetByText("Ho un conflitto di interessi", new() { Exact = true }).ClickAsync();
        await rup.Page.Bottone("Dichiara il conflitto").ClickAsync();
        await Expect(rup.Page.Locator(".dichiarazione")).ToContainTextAsync("Scegli di che conflitto si tratta");
        await rup.Page.GetByLabel("Di che conflitto si tratta").SelectOptionAsync(nameof(NaturaConflitto.Personale));
        await Expect(rup.Page.Locator(".dichiarazione")).ToContainTextAsync("conflitto di interessi (rapporto personale o familiare) nei confronti di");
        await rup.Page.Bottone("Dichiara il conflitto").ClickAsync();
        await Expect(rup.Page.Locator(".dichiarazione")).ToContainTextAsync("Leggi il testo della dichiarazione e spuntalo");
        await rup.Page.GetByLabel("Ho letto e rendo questa dichiarazione").CheckAsync();
        await Screenshots.Save(rup.Page, "conflitto-dichiarazione");
        await Axe.CheckState(rup.Page);
        await rup.Page.Bottone("Dichiara il conflitto").ClickAsync();
        await Expect(rup.Page.Locator(".pannello")).ToContainTextAsync("Decide Marta Collevento o Elsa Bentivegni");
        await Expect(rup.Page.Bottone("Avvia richiesta CIG")).ToHaveCountAsync(0);
        await Screenshots.Save(rup.Page, "conflitto-dichiarato");

        await using var responsabile = await browser.NewPage(_app.Address);
        await responsabile.Page.SignIn("responsabile");
        await responsabile.Page.Go(AppRoutes.Cruscotto);
        var daDecidere = responsabile.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Conflitti da decidere") });
        await Expect(daDecidere).ToContainTextAsync("Aldo Ferrantini");
        await Expect(daDecidere).ToContainTextAsync("art. 76 del D.P.R. 445/2000");
        await daDecidere.GetByRole(AriaRole.Button, new() { NameRegex = new("^Decidi") }).ClickAsync();
        await Expect(daDecidere.GetByLabel("Chi subentra")).ToBeVisibleAsync();
        await Screenshots.Save(responsabile.Page, "conflitti-da-decidere");
        await Axe.Check(responsabile.Page);
        await daDecidere.GetByRole(AriaRole.Button, new() { Name = "Sostituisci" }).ClickAsync();
        await Expect(daDecidere).ToContainTextAsync("Scegli chi subentra.");
        await daDecidere.GetByRole(AriaRole.Button, new() { Name = "Nessun conflitto" }).ClickAsync();
        await Expect(daDecidere).ToContainTextAsync("Scrivi perché il conflitto non c'è");
        await daDecidere.GetByLabel("Chi subentra").SelectOptionAsync(new SelectOptionValue { Label = "Marta Collevento" });
        await daDecidere.GetByRole(AriaRole.Button, new() { Name = "Sostituisci" }).ClickAsync();
        await Expect(responsabile.Page.Locator("#contenuto")).Not.ToContainTextAsync("Conflitti da decidere");

        await using var collega = await browser.NewPage(_app.Address);
        await collega.Page.SignIn("rup2.tivoli", "Rup");
        await collega.Page.Go(AppRoutes.SchedaDi(id));
        await Expect(collega.Page.Locator(".pannello")).ToContainTextAsync("Riassegnato da Elsa Bentivegni");
        await Expect(collega.Page.Locator(".pannello")).ToContainTextAsync("Astensione");
        foreach (var nota in await collega.Page.Locator(".pannello .nota").AllAsync())
        {
            await Expect(nota).Not.ToContainTextAsync("rapporto personale o familiare");
        }

        await collega.Page.GetByLabel("Ho letto e rendo questa dichiarazione").CheckAsync();
        await collega.Page.Bottone("Avvia richiesta CIG").ClickAsync();
        await collega.Page.Locator(".passo-attuale").WaitForAsync();
    }

    [Fact]
    [LongRun(typeof(Pages.WhatPagesShowTests), "the page of the permissions in the browser")]
    public async Task Chi_puo_fare_cosa_mostra_ogni_permesso_e_ogni_comando_a_chiunque()
    {
        await using var chiunque = await browser.NewPage(_app.Address);
        await chiunque.Page.SignIn("istruttore.tivoli");
        await chiunque.Page.Go(AppRoutes.Cruscotto);
        await chiunque.Page.GetByRole(AriaRole.Link, new() { Name = "Chi può fare cosa" }).ClickAsync();
        await Expect(chiunque.Page.Locator(".tabella-permessi tbody tr")).ToHaveCountAsync(Enum.GetValues<Web.UseCases.Permission>().Length);
        await chiunque.Page.GetByText("Mostra i").ClickAsync();
        await Expect(chiunque.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Avvia richiesta CIG", Exact = true })).ToBeVisibleAsync();
        await Expect(chiunque.Page.Locator("#contenuto")).ToContainTextAsync(SeparazioneCompiti.ApprovaUnAltro.Titolo);
    }

    private Task<Guid> Of(StatoAffidamento stato) =>
        ReadyAffidamenti.Query(_app.Services, db => db.Affidamenti.Where(a => a.Stato == stato).Select(a => a.Id).SingleAsync());
}
