using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the whole path of one CIG Derivato in a real browser: from the choice of the Lotto to the CIG, the totals of the Lotto and the
/// registro.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class UnCigDerivatoTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Dal_Lotto_al_CIG_Derivato_e_al_registro()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.NuovaScheda("Pulizia e sanificazione – Castelli");
        await Expect(page.Bottone("Pronto per il portale")).ToBeDisabledAsync();
        await Screenshots.Save(page, "scheda-da-compilare");
        await page.FillIn();
        await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");
        await Screenshots.Save(page, "scheda-completa");
        await page.AvviaRichiesta();
        await Screenshots.Save(page, "richiesta-passo-1");
        for (var passo = 1; passo <= 4; passo++)
        {
            await page.Avanti(passo);
        }

        var copiati = await page.CopiaTutto();
        await Screenshots.Save(page, "richiesta-passo-5");
        Assert.Equal("A3A1102EE4", copiati.Distinct().Single(c => c.StartsWith("A3A", StringComparison.Ordinal)));
        Assert.Equal(2, copiati.Count(c => c == "A3A1102EE4"));
        await page.Avanti(5);
        await Expect(page.Bottone("Fatto, avanti")).ToHaveCountAsync(0);
        await Screenshots.Save(page, "richiesta-passo-6");

        // Who goes past the rilettura is brought back to it, and told there and nowhere else.
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Passo 7:") }).ClickAsync();
        await Expect(page.Locator("#da-rileggere-errore")).ToContainTextAsync("Prima di andare oltre rileggi");
        await Expect(page.GetByText("Prima di andare oltre rileggi")).ToHaveCountAsync(1);
        await Expect(page.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync("6");
        await page.Rilegge();
        await Expect(page.Locator(".passo-attuale")).ToContainTextAsync("Ora sul portale: Clicca su «Gestione PCP» e poi su «Richiedi CIG»");

        var cig = InventedCodes.Cig('B', 0x61107E).Valore;
        await page.GetByLabel("Incolla qui il CIG Derivato").FillAsync($"CIG Padre A3A1102EE4\tCIG Derivato: {cig} – Luogo ISTAT 058104");
        await Expect(page.GetByText("CIG trovato:")).ToContainTextAsync(cig);
        await Screenshots.Save(page, "richiesta-passo-7");
        await page.Bottone("Registra il CIG Derivato").ClickAsync();
        await Expect(page.GetByText("CIG Derivato acquisito:")).ToContainTextAsync(cig);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ordinativo: aggiungilo al fascicolo" })).ToBeVisibleAsync();
        await Screenshots.Save(page, "cig-acquisito");

        await page.Go(AppRoutes.Convenzioni);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Castelli romani$") }).First.ClickAsync();
        await Expect(page.Locator(".capienza-tabella").First).ToContainTextAsync("324.500,50");
        await Screenshots.Save(page, "lotto");

        await using var auditor = await browser.NewPage(_app.Address);
        await auditor.Page.SignIn("auditor");
        await auditor.Page.Go(AppRoutes.RegistroEventi);
        await auditor.Page.Bottone("Verifica integrità").ClickAsync();
        await Expect(auditor.Page.GetByText("Il registro è integro")).ToBeVisibleAsync();
        await Expect(auditor.Page.GetByText("Riletti tutti gli eventi.")).ToBeVisibleAsync();
        await auditor.Page.Bottone("Confronta con i dati").ClickAsync();
        await Expect(auditor.Page.GetByText("I dati concordano con il registro")).ToBeVisibleAsync();
        await Screenshots.Save(auditor.Page, "confronto-registro");

        // The comparison has read every event and has left one of its own.
        await auditor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Verifica solo dal n\\.") }).ClickAsync();
        await Expect(auditor.Page.GetByText("proseguono il registro già verificato")).ToBeVisibleAsync();
        await Expect(auditor.Page.GetByText("Tutti furono riletti il")).ToBeVisibleAsync();
        await auditor.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("ha registrato il CIG Derivato") })
            .First.GetByRole(AriaRole.Link).First.ClickAsync();
        var newCig = auditor.Page.GetByRole(AriaRole.Row, new() { NameRegex = new($"CIG Derivato.*{cig}") });
        await Expect(newCig).ToBeVisibleAsync();
        await Expect(auditor.Page.GetByText("Integro: corrisponde all'impronta registrata.")).ToBeVisibleAsync();
        await Screenshots.Save(auditor.Page, "evento");

        // The event of the request before carries the accepted declaration. One step back and one step forward lead to the same event.
        var address = auditor.Page.Url;
        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Evento precedente" }).ClickAsync();
        await Expect(newCig).ToHaveCountAsync(0);
        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Evento successivo" }).ClickAsync();
        await Expect(auditor.Page).ToHaveURLAsync(address);
        await auditor.Page.Go(AppRoutes.RegistroEventi);
        await auditor.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("ha avviato la richiesta del CIG") })
            .First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(auditor.Page.GetByRole(AriaRole.Region, new() { Name = "Motivi e dichiarazioni" })).ToContainTextAsync("art. 16 del D.Lgs. 36/2023");
        await Screenshots.Save(auditor.Page, "evento-dichiarazione");
    }

    [Fact]
    [LongRun(typeof(OnlyTheCigTests), "the valid codes near a damaged one")]
    public async Task Un_CIG_danneggiato_mostra_i_codici_validi_vicini_e_non_cambia_nulla_da_solo()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.RichiestaDi(await AlPasso(6)));
        await page.Rilegge();

        // A CIG that another Affidamento has: refused by the command, and told at the box alone.
        var taken = await ReadyAffidamenti.Query(_app.Services, db => db.Aggiudicazioni.Where(a => a.CigDerivato != null).Select(a => a.CigDerivato!)
            .FirstAsync());
        await page.GetByLabel("Incolla qui il CIG Derivato").FillAsync(taken.Valore);
        await page.Bottone("Registra il CIG Derivato").ClickAsync();
        await Expect(page.Locator("#cig-errore")).ToHaveTextAsync(RegoleCigDerivato.GiaUsato.Message);
        await Expect(page.GetByText(RegoleCigDerivato.GiaUsato.Message)).ToHaveCountAsync(1);

        var giusto = InventedCodes.Cig('B', 0x6110B0).Valore;
        await page.GetByLabel("Incolla qui il CIG Derivato").FillAsync(giusto.Replace('0', 'O'));
        await Expect(page.Bottone("Registra il CIG Derivato")).ToBeDisabledAsync();
        await page.GetByLabel("Incolla qui il CIG Derivato").FillAsync(string.Concat(giusto.AsSpan(0, 6), "O", giusto.AsSpan(7)));
        await Expect(page.Locator("#cig-errore")).Not.ToBeEmptyAsync();
        await Expect(page.Bottone("Registra il CIG Derivato")).ToBeDisabledAsync();
        await Screenshots.Save(page, "cig-danneggiato");
        await page.Bottone($"forse {giusto}?").ClickAsync();
        await Expect(page.GetByText("CIG trovato:")).ToContainTextAsync(giusto);
        await page.Bottone("Registra il CIG Derivato").ClickAsync();
        await Expect(page.GetByText("CIG Derivato acquisito:")).ToContainTextAsync(giusto);
    }

    /// <summary>Makes an Affidamento of 100,50 € whose request has come to a step. Returns its id.</summary>
    private async Task<Guid> AlPasso(int passo)
    {
        var id = (await ReadyAffidamenti.Prepare(_app.Services, 1))[0];
        var affidamento = await ReadyAffidamenti.Query(_app.Services, db => db.Affidamenti.AsNoTracking().SingleAsync(a => a.Id == id));
        var rup = new Actor(affidamento.RupId, Ruolo.Rup, affidamento.EnteId, [Ruolo.Rup]);
        var avviata = await _app.Services.GetRequiredService<CommandRunner>().Run(
            new AvviaRichiestaCig(id, affidamento.Version, DichiarazioneConflitto.VersioneTesto), rup);
        Assert.True(avviata.IsSuccess, string.Join("; ", avviata.Errors));
        if (passo > 1)
        {
            Assert.Empty((await _app.Services.GetRequiredService<RequestProgress>().VaiA(rup, id, 1, passo)).Errors);
        }

        return id;
    }

    [Fact]
    [LongRun(typeof(PannelloTests), "copying on a slow line")]
    public async Task Un_valore_si_copia_appena_si_vede_anche_su_una_linea_lenta()
    {
        var id = await ReadyAffidamenti.Query(_app.Services, db => db.Affidamenti
            .Where(a => a.Stato == StatoAffidamento.CigAcquisito && db.Enti.Any(e => e.Id == a.EnteId && e.Denominazione == "Comune di Tivoli"))
            .Select(a => a.Id).FirstAsync());
        await using var line = DelayProxy.Before(_app.Address, TimeSpan.Zero);
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(new Uri(line.Address, AppRoutes.SchedaDi(id)).ToString());
        var copy = page.Locator(".bottone-copia").First;
        await copy.WaitForAsync();

        line.Delay = TimeSpan.FromMilliseconds(500);
        await page.Go(new Uri(line.Address, AppRoutes.SchedaDi(id)).ToString());
        await copy.ClickAsync();

        await Expect(copy).ToHaveAttributeAsync("data-copiato", "");
        await Expect(page.Locator(".copia-esito").First).ToHaveTextAsync("Copiato");
    }

    [Fact]
    public async Task La_richiesta_si_lascia_e_si_riprende_da_un_altro_computer()
    {
        Guid id;
        await using (var ufficio = await browser.NewPage(_app.Address))
        {
            await ufficio.Page.SignIn("rup.tivoli", "Rup");
            id = await AlPasso(4);
            await ufficio.Page.Go(AppRoutes.RichiestaDi(id));
            await ufficio.Page.Avanti(4);
            await ufficio.Page.CopiaTutto();
        }

        await using var casa = await browser.NewPage(_app.Address);
        await casa.Page.SignIn("rup.tivoli", "Rup");
        await casa.Page.Go(AppRoutes.Cruscotto);
        await casa.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Riprendi la richiesta") }).First.WaitForAsync();
        await casa.Page.Go(AppRoutes.RichiestaDi(id));
        await Expect(casa.Page.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync("5");
        await Expect(casa.Page.Locator(".valore-riga[data-copiato='false']").First).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Un_esito_da_verificare_resta_riservato_finche_qualcuno_non_ha_guardato()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.RichiestaDi(await AlPasso(1)));
        await page.Locator(".passo-attuale").WaitForAsync();
        await page.GetByText("Il portale dà errore o non risponde").ClickAsync();
        await page.Bottone("Segna «Esito da verificare»").ClickAsync();
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("restano in corso di adesione sul Lotto. Ora guarda nell'elenco del portale");
        await Expect(page.GetByText("Non ripetere la richiesta")).ToBeVisibleAsync();
        await Screenshots.Save(page, "esito-da-verificare");
        await page.ElencoGuardato("SenzaCig");
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Ora ripeti i passi sul portale");
        await Expect(page.Locator(".passo-attuale")).ToBeVisibleAsync();
        await page.GetByText("Il portale ha rifiutato la scheda").ClickAsync();
        await page.Locator("#codice-rifiuto").FillAsync("err98");
        await Expect(page.GetByText("È il rifiuto più frequente di un AD4").First).ToBeVisibleAsync();
        await Screenshots.Save(page, "rifiuto-con-aiuto");
        await page.GetByLabel("Che cosa ha risposto il portale").FillAsync("ERR98: CIG Accordo Quadro non valido");
        await page.Bottone("Registra il rifiuto").ClickAsync();
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Rifiuto registrato: i 100,50 € in corso di adesione sul Lotto sono di nuovo liberi");
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Ora correggila");
        await Screenshots.Save(page, "rifiuto-registrato");
        await Axe.CheckState(page);
        await Expect(page.GetByText("Rifiutato dal portale: «ERR98")).ToBeVisibleAsync();

        // A second request wants the look into the portal's list first, and none at all when the CIG is there.
        await page.Bottone("Pronto per il portale").ClickAsync();
        await Expect(page.Bottone("Avvia richiesta CIG")).ToBeDisabledAsync();
        await Screenshots.Save(page, "prima-di-una-seconda-richiesta");
        await page.ElencoGuardato("ConCig");
        await Expect(page.Locator("#modulo-Trovato-errore")).ToContainTextAsync("non serve una seconda richiesta");
        await Expect(page.Bottone("Avvia richiesta CIG")).ToBeDisabledAsync();
        await page.ElencoGuardato("SenzaCig");
        await Expect(page.Bottone("Avvia richiesta CIG")).ToBeEnabledAsync();
        await page.Bottone("Avvia richiesta CIG").ClickAsync();
        await Expect(page.Locator("#tentativi")).ToBeVisibleAsync();
        await Expect(page.GetByText("Errori del portale per questo affidamento: ERR98 1 volta")).ToBeVisibleAsync();
        await Axe.CheckState(page);
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Elimina" })).ToHaveCountAsync(0);
    }
}
