using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.UnEnte;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the pages of people and Enti. The office adds an Ente and its RUP, who then signs in. When two users save at the same time, no
/// change may be lost. A user without the right must see none of the data.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class AnagrafeTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Un_Ente_nuovo_il_suo_RUP_e_il_suo_primo_accesso()
    {
        await using var ufficio = await browser.NewPage(_app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.Cruscotto);
        await page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = "Persone ed Enti" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Nuovo Ente" }).ClickAsync();
        await Expect(Field(page, "Denominazione")).ToBeVisibleAsync();
        await FillIn(page, SampleAnagrafe.Ente());

        // A wrong partita IVA gives a sentence at its field, and all other fields stay as typed.
        await Field(page, "PartitaIva").FillAsync("99000009001");
        await Expect(Field(page, "PartitaIva")).ToHaveValueAsync("99000009001");
        await page.Bottone("Salva l'Ente").ClickAsync();
        await Expect(page.Locator("#modulo-PartitaIva-errore")).ToContainTextAsync("La cifra di controllo della partita IVA non torna");
        await Expect(Field(page, "PartitaIva")).ToHaveValueAsync("99000009001");
        await Expect(Field(page, "Luogo")).ToHaveValueAsync("012057029 – FORANO");
        await Expect(Field(page, "CentriDiCosto[0].Codice")).ToHaveValueAsync(SampleAnagrafe.Ente().CentriDiCosto[0].Codice!);
        await Screenshots.Save(page, "ente-errore");
        await Axe.Check(page);
        await Field(page, "PartitaIva").FillAsync(SampleAnagrafe.Ente().PartitaIva!);
        await page.Bottone("Salva l'Ente").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Comune di Forano");
        await Screenshots.Save(page, "ente");

        // The office adds the person by keyboard alone.
        await page.Go(AppRoutes.PersoneEdEnti);
        await Press(page, page.GetByRole(AriaRole.Link, new() { Name = "Nuova persona" }));
        var persona = SampleAnagrafe.Persona();
        foreach (var (nome, testo) in new[]
        {
            ("Nome", persona.Nome), ("Cognome", persona.Cognome),
            ("NomeUtente", persona.NomeUtente), ("CodiceFiscale", persona.CodiceFiscale),
            ("Email", persona.Email), ("Telefono", persona.Telefono)
        })
        {
            await UpTo(page, Field(page, nome));
            await page.Keyboard.InsertTextAsync(testo!);
        }

        await Press(page, page.Bottone("Salva la persona"));
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bruna Sorgenti");
        await UpTo(page, Field(page, "Ruolo"));
        await page.Keyboard.TypeAsync("RUP");
        await Press(page, page.Bottone("Assegna il ruolo"));
        await Expect(page.Locator("#modulo-Ente-errore")).ToContainTextAsync("scegli quale");
        await Screenshots.Save(page, "persona-senza-ente");
        await UpTo(page, Field(page, "Ente"));
        await page.Keyboard.TypeAsync("Comune di F");
        await UpTo(page, Field(page, "TipoAtto"));
        await page.Keyboard.TypeAsync("Decreto");
        foreach (var (nome, testo) in new[] { ("NumeroAtto", "12"), ("DataAtto", "20/11/2026"), ("EmanatoDa", "Sindaco") })
        {
            await UpTo(page, Field(page, nome));
            await page.Keyboard.InsertTextAsync(testo);
        }

        await Press(page, page.Bottone("Assegna il ruolo"));
        await Expect(page.Locator(".voce-titolo")).ToHaveTextAsync("RUP – Comune di Forano");
        await Press(page, page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Togli:") }));
        await Expect(Field(page, "Fino")).ToHaveValueAsync(RupPath.Oggi);
        await Screenshots.Save(page, "persona");
        await Axe.CheckState(page);
        await page.Bottone("Lascialo").ClickAsync();
        await page.Go(AppRoutes.PersoneEdEnti + "?vista=persone&cerca=forano");
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.Go(AppRoutes.PersoneEdEnti + "?vista=persone");
        await Screenshots.Save(page, "elenco-persone");
        await page.Go(AppRoutes.PersoneEdEnti);
        await Screenshots.Save(page, "elenco-enti");

        await using var rup = await browser.NewPage(_app.Address);
        await rup.Page.SignIn("bruna.sorgenti@comune.forano.example");
        await rup.Page.Go(AppRoutes.Cruscotto);
        await Expect(rup.Page.Locator(".sottotitolo")).ToHaveTextAsync("Bruna Sorgenti, RUP · Comune di Forano");
        await Expect(rup.Page.GetByText("Nessun affidamento tuo da seguire.")).ToBeVisibleAsync();
        await Expect(rup.Page.Locator("#menu").GetByText("Persone ed Enti")).Not.ToBeVisibleAsync();
        await rup.Page.Go(AppRoutes.PersoneEdEnti);
        await Expect(rup.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Con il ruolo in cui stai operando");
        await Expect(rup.Page.GetByRole(AriaRole.Table)).Not.ToBeVisibleAsync();
        await rup.Page.Go(AppRoutes.NuovoEnte);
        await Expect(rup.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Con il ruolo in cui stai operando");
        await Expect(rup.Page.Bottone("Salva l'Ente")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Chi_salva_per_secondo_sa_da_chi_e_che_cosa_e_cambiato_e_non_perde_nulla()
    {
        await using var primo = await browser.NewPage(_app.Address);
        await using var secondo = await browser.NewPage(_app.Address);
        foreach (var page in new[] { primo.Page, secondo.Page })
        {
            await page.SignIn("amministratore");
            await page.Go(AppRoutes.PersoneEdEnti);
            await page.GetByRole(AriaRole.Link, new() { Name = "Comune di Velletri" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Modifica", Exact = true }).ClickAsync();
            await Expect(Field(page, "Denominazione")).ToHaveValueAsync("Comune di Velletri");
        }

        await Field(primo.Page, "Pec").FillAsync("nuova@pec.comune.velletri.example");
        await primo.Page.Bottone("Salva l'Ente").ClickAsync();
        await Expect(primo.Page.Locator("h1")).ToHaveTextAsync("Comune di Velletri");
        await Waits.Until(async () => await UnsentTextTests.Kept(primo.Page) == 0, "the saved text is still kept in the browser");

        var mia = secondo.Page;
        await Field(mia, "CodiceIpa").FillAsync("c_l719");
        await Waits.Until(async () => await UnsentTextTests.Kept(mia) == 1, "the text that is not yet saved is not kept");
        await mia.Bottone("Salva l'Ente").ClickAsync();
        await Expect(mia.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Nel frattempo modificato da Irene Docchiari alle");
        await Expect(mia.Locator(".avviso-attenzione tbody th")).ToHaveTextAsync(["PEC", "Codice IPA"]);
        await Expect(mia.Locator(".avviso-attenzione [data-nome='Salvato ora']")).ToHaveTextAsync(["nuova@pec.comune.velletri.example", "c_058111"]);
        await Expect(Field(mia, "CodiceIpa")).ToHaveValueAsync("c_l719");
        await Screenshots.Save(mia, "ente-superato");
        await Axe.Check(mia);
        await mia.Bottone("Tieni quello che ho scritto").ClickAsync();
        await Field(mia, "Pec").FillAsync("nuova@pec.comune.velletri.example");
        await mia.Bottone("Salva l'Ente").ClickAsync();
        await Expect(mia.Locator("#contenuto")).ToContainTextAsync("c_l719");
        await Expect(mia.Locator("#contenuto")).ToContainTextAsync("nuova@pec.comune.velletri.example");

        await using var auditor = await browser.NewPage(_app.Address);
        await auditor.Page.SignIn("auditor");
        await auditor.Page.GotoAsync(mia.Url);
        await Expect(auditor.Page.Locator("h1")).ToHaveTextAsync("Comune di Velletri");
        await Expect(auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Modifica", Exact = true })).Not.ToBeVisibleAsync();
        await Expect(auditor.Page.GetByText("Chiudi questo Ente")).Not.ToBeVisibleAsync();
        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Eventi su questo Ente" }).ClickAsync();
        await Expect(auditor.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("ha (inserito l|modificato i dati dell)'Ente") })).ToHaveCountAsync(2);
    }

    [Fact]
    [LongRun(typeof(AnagrafeTests), "roles that ask for an act and a reason")]
    public async Task Un_ruolo_che_comincia_prima_di_oggi_e_un_Auditor_con_un_altro_ruolo_chiedono_atto_e_motivo_e_si_vedono()
    {
        await using var ufficio = await browser.NewPage(_app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.PersoneEdEnti + "?vista=persone&cerca=collevento");
        await page.GetByRole(AriaRole.Link, new() { Name = "Collevento Marta" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Marta Collevento");

        // From today on, only an Auditor beside a RUP needs a reason. From a past day, any role does.
        await Field(page, "Ruolo").SelectOptionAsync("Istruttore");
        await Field(page, "Ente").SelectOptionAsync(new SelectOptionValue { Label = "Comune di Tivoli" });
        await Expect(Field(page, "MotivoRuolo")).Not.ToBeVisibleAsync();
        await Field(page, "Dal").FillAsync("01/10/2026");
        await page.Keyboard.PressAsync("Tab");
        await Expect(Field(page, "MotivoRuolo")).ToBeVisibleAsync();
        await Field(page, "Dal").FillAsync("oggi");
        await page.Keyboard.PressAsync("Tab");
        await Expect(Field(page, "MotivoRuolo")).Not.ToBeVisibleAsync();
        await Field(page, "Ruolo").SelectOptionAsync("Auditor");
        await Expect(Field(page, "MotivoRuolo")).ToBeVisibleAsync();
        await Field(page, "Dal").FillAsync("01/10/2025");
        await page.Bottone("Assegna il ruolo").ClickAsync();
        await Expect(page.Locator("#modulo-TipoAtto-errore")).ToContainTextAsync("scrivi l'atto che lo dispone e il motivo");
        await Expect(page.Locator("#modulo-MotivoRuolo-errore")).ToContainTextAsync("Scrivi perché la stessa persona è Auditor");
        await Screenshots.Save(page, "ruolo-senza-motivo");
        await Axe.CheckState(page);

        await Field(page, "TipoAtto").SelectOptionAsync("Decreto");
        foreach (var (nome, testo) in new[]
        {
            ("NumeroAtto", "4"), ("DataAtto", "30/09/2025"), ("EmanatoDa", "Sindaco"),
            ("MotivoRuolo", "È il Segretario, RPCT dell'Ente")
        })
        {
            await Field(page, nome).FillAsync(testo);
        }

        await page.Bottone("Assegna il ruolo").ClickAsync();
        await Expect(page.GetByText($"registrato il {RupPath.Oggi}")).ToBeVisibleAsync();
        await Expect(page.GetByText("ha un altro ruolo: RUP (Comune di Tivoli), Dirigente / Responsabile del servizio (Comune di Tivoli).")).ToBeVisibleAsync();
        await Expect(page.GetByText("Motivo della registrazione: «È il Segretario, RPCT dell'Ente»")).ToBeVisibleAsync();

        await Expect(Field(page, "Dal")).ToHaveValueAsync(RupPath.Oggi);

        // An end in the past needs a reason too.
        await page.GetByRole(AriaRole.Button, new() { Name = "Togli: Auditor – Comune di Tivoli" }).ClickAsync();
        await Field(page, "Fino").FillAsync("01/11/2025");
        await page.Keyboard.PressAsync("Tab");
        await page.Bottone("Togli il ruolo").ClickAsync();
        await Expect(page.Locator("#modulo-MotivoFine-errore")).ToContainTextAsync("Il ruolo finirebbe prima di oggi");
        await Screenshots.Save(page, "persona-auditor-e-rup");
        await Axe.CheckState(page);

        await using var rup = await browser.NewPage(_app.Address);
        await rup.Page.SignIn("rup.tivoli");
        await rup.Page.Go(AppRoutes.ChiPuoFareCosa);
        var doppi = rup.Page.Locator("section[aria-labelledby='auditor-e-altro']");
        await Expect(doppi).ToContainTextAsync("Decreto n. 4 del 30/09/2025, Sindaco: «È il Segretario, RPCT dell'Ente»");
        await Screenshots.Save(rup.Page, "chi-puo-fare-cosa");
        await Axe.CheckState(rup.Page);
    }

    [Fact]
    [LongRun(typeof(AnagrafeTests), "the question before somebody is deactivated")]
    public async Task Nessuno_si_disattiva_senza_il_motivo_accanto_al_suo_lavoro_aperto()
    {
        await using var ufficio = await browser.NewPage(_app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.PersoneEdEnti + "?vista=persone&cerca=ferrantini");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ferrantini Aldo" }).ClickAsync();
        await page.GetByText("Disattiva questa persona").ClickAsync();
        await Expect(page.GetByText("Lavoro che resta aperto")).ToBeVisibleAsync();
        await page.Bottone("Disattiva la persona").ClickAsync();
        await Expect(page.Locator($"#{InputField.IdOf(DisattivaPersona.CampoMotivo)}-errore")).ToContainTextAsync("Scrivi perché");
        await Screenshots.Save(page, "persona-disattivazione");
        await Axe.CheckState(page);
        await Field(page, DisattivaPersona.CampoMotivo).FillAsync("Trasferito ad altro Ente");
        await page.Bottone("Disattiva la persona").ClickAsync();
        await Expect(page.Bottone("Riattiva la persona")).ToBeVisibleAsync();

        // A Responsabile of all Enti sees the work, and whom to ask.
        await using var responsabile = await browser.NewPage(_app.Address);
        await responsabile.Page.SignIn("responsabile");
        await responsabile.Page.Go(AppRoutes.Cruscotto);
        var daRiassegnare = responsabile.Page.Locator("section[aria-labelledby='da-riassegnare']");
        await Expect(daRiassegnare).ToContainTextAsync("non è più RUP dell'Ente «Comune di Tivoli»");
        await Expect(daRiassegnare).ToContainTextAsync("Marta Collevento");
        await Screenshots.Save(responsabile.Page, "cruscotto-di-tutti-gli-enti");

        await using var istruttore = await browser.NewPage(_app.Address);
        await istruttore.Page.SignIn("istruttore.tivoli");
        await istruttore.Page.Go(AppRoutes.Cruscotto);
        await Expect(istruttore.Page.GetByText("RUP non più attivo").First).ToBeVisibleAsync();
        await Screenshots.Save(istruttore.Page, "cruscotto-rup-non-attivo");
        await Axe.CheckState(istruttore.Page);
    }

    private static ILocator Field(IPage page, string nome) => page.Locator($"#{InputField.IdOf(nome)}");

    private static async Task FillIn(IPage page, EnteForm ente)
    {
        (string Nome, string? Testo)[] testi =
        [
            ("Denominazione", ente.Denominazione), ("CodiceFiscale", ente.CodiceFiscale),
            ("Pec", ente.Pec), ("Indirizzo", ente.Indirizzo),
            ("Citta", ente.Citta), ("Cap", ente.Cap),
            ("Provincia", ente.Provincia), ("CodiceAusa", ente.CodiceAusa), ("CodiceIpa", ente.CodiceIpa),
            ("CentriDiCosto[0].Codice", ente.CentriDiCosto[0].Codice),
            ("CentriDiCosto[0].Denominazione", ente.CentriDiCosto[0].Denominazione),
        ];
        foreach (var (nome, testo) in testi)
        {
            await Field(page, nome).FillAsync(testo!);
        }

        await page.Bottone("Aggiungi un contatto").ClickAsync();
        await Field(page, "Contatti[0].Funzione").FillAsync(ente.Contatti[0].Funzione!);
        await Field(page, "Contatti[0].Email").FillAsync(ente.Contatti[0].Email!);
        await page.Bottone("Aggiungi un contatto").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Togli contatto 2" }).ClickAsync();
        await Expect(Field(page, "Contatti[1].Funzione")).Not.ToBeVisibleAsync();
        await Field(page, "Luogo").FillAsync("forano");
        await page.Locator(".code-picker-list [role=option]").Filter(new() { HasText = "FORANO" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Field(page, "Luogo")).ToHaveValueAsync("012057029 – FORANO");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
    }

    /// <summary>Presses Tab until the enabled control has the focus, then presses Enter.</summary>
    private static async Task Press(IPage page, ILocator dove)
    {
        await Expect(dove).ToBeEnabledAsync();
        await UpTo(page, dove);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task UpTo(IPage page, ILocator dove)
    {
        await dove.WaitForAsync();
        for (var i = 0; i < 80; i++)
        {
            if (await dove.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new Xunit.Sdk.XunitException($"80 Tab keys do not reach {dove}.");
    }
}
