using System.Text;
using CigHub.Domain.Codici;
using CigHub.Domain.Palestra;
using CigHub.Tests.Domain.Palestra;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra;
using Microsoft.Playwright;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests the palestra in a real browser: the whole path of the portal, its files, and every fault that it can simulate.</summary>
[Collection(BrowserChains.First)]
public sealed class PalestraTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly string PrimoCig = CigDiPalestra.Numero(0).Valore, SecondoCig = CigDiPalestra.Numero(1).Valore;

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Dalla_home_al_CIG_all_elenco_e_ai_due_file()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await Enter(page);
        await Expect(page.Locator("#NumeroRighe")).ToHaveTextAsync("0");
        await page.NuovoDocumento();
        await Expect(page.Locator("#EnteProponente")).ToHaveValueAsync("Comune di Tivoli");
        await Screenshots.Save(page, "palestra-documento");
        await page.GestionePcp("RichiediCig");
        await Expect(page.Locator("#Messaggio li")).ToHaveCountAsync(DatiDocumento.Campi.Count(c => c.Obbligatorio) - 1);
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("«Descrizione CIG Padre» è obbligatorio");
        await page.Write(SampleDocumenti.Completo with { CigPadre = "B61107E183" });
        await page.GestionePcp("RichiediCig");
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("ERR98: errore durante la validazione del CIG negli accordi quadro");
        await Expect(page.Locator("#StatoSchedaPcp")).ToHaveTextAsync("NonConfermato");
        await Expect(page.Locator("#Oggetto")).ToHaveValueAsync(SampleDocumenti.Completo.Oggetto);
        await Screenshots.Save(page, "palestra-err98");
        await page.Locator("#CigPadre").FillAsync(SampleDocumenti.Completo.CigPadre);
        await page.GestionePcp("RichiediCig");
        await Expect(page.Locator("#CigDerivato")).ToHaveValueAsync(PrimoCig);
        await Expect(page.Locator("#RegistroDiSistema")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^PI000001-\\d\\d$"));
        await Expect(page.Locator("#StatoSchedaPcp")).ToHaveTextAsync("Confermato");
        await Screenshots.Save(page, "palestra-cig");

        await page.Locator("#Chiudi").ClickAsync();
        await Expect(page.Locator("#NumeroRighe")).ToHaveTextAsync("1");
        Assert.Equal(["Apri", .. PalestraFiles.Colonne.Select(c => c.Nome)], await page.Locator("#Elenco th").AllInnerTextsAsync());
        var celle = await page.Locator("#Elenco tbody tr td").AllInnerTextsAsync();
        Assert.Equal(("12.500,50", "Inviato", PrimoCig, "Attivo"), (celle[4], celle[6], celle[9], celle[11]));
        await Screenshots.Save(page, "palestra-elenco");

        var vecchio = Encoding.UTF8.GetString(await Download(page, "#EsportaInXls"));
        Assert.Contains($"<td>{PrimoCig}</td>", vecchio, StringComparison.Ordinal);
        Assert.Contains("<td>12.500,50</td>", vecchio, StringComparison.Ordinal);
        using var nuovo = new MemoryStream(await Download(page, "#EsportaInXlsNuovo"));
        var riga = (IDictionary<string, object?>)nuovo.Query(useHeaderRow: true, sheetName: PalestraFiles.FoglioDati).Single();
        Assert.Equal((PrimoCig, 12500.5), (riga["CIG Derivato"], riga["Importo Appalto"]));
    }

    [Fact]
    public async Task Dal_pannello_di_CigHub_alla_palestra_e_ritorno()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.NuovaScheda("Pulizia e sanificazione – Castelli");
        await page.FillIn();
        await page.AvviaRichiesta();
        var portale = await page.Context.RunAndWaitForPageAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Apri il portale in una nuova scheda" }).ClickAsync());
        await portale.EntraConSpid();
        await portale.NuovoDocumento();
        await portale.Write(SampleDocumenti.Completo with { CigPadre = "A3A1102EE4", DescrizioneCigPadre = "A3A1102EE4" });
        await portale.GestionePcp("RichiediCig");
        var cig = await portale.CigOttenuto();
        await page.BringToFrontAsync();
        await page.FinoAllUltimoPasso();
        await page.GetByLabel("Incolla qui il CIG Derivato").FillAsync(cig);
        await page.Bottone("Registra il CIG Derivato").ClickAsync();
        await Expect(page.GetByText("CIG Derivato acquisito:")).ToContainTextAsync(PrimoCig);
    }

    [Fact]
    public async Task La_modifica_l_annullamento_e_la_sostituzione_del_RUP()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await Enter(page);
        await ChiediUnCig(page);
        await Expect(page.Locator("#Cup")).Not.ToBeEditableAsync();
        await page.GestionePcp("ModificaCupImporto");
        await Expect(page.Locator("#Oggetto")).Not.ToBeEditableAsync();
        await page.Locator("#Cup").FillAsync("E11B26000000001");
        await page.Locator("#ImportoAppalto").FillAsync("mille");
        await page.GestionePcp("InviaModifica");
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("Importo non leggibile");
        await Expect(page.Locator("#Cup")).ToHaveValueAsync("E11B26000000001");
        await page.GestionePcp("AnnullaModifica");
        await Expect(page.Locator("#ImportoAppalto")).ToHaveValueAsync("12.500,50");
        await page.GestionePcp("ModificaCupImporto");
        await page.Locator("#ImportoAppalto").FillAsync("13.000,00");
        await page.GestionePcp("InviaModifica");
        await Expect(page.Locator("#ImportoAppalto")).ToHaveValueAsync("13.000,00");
        await page.GestionePcp("ModificaCupImporto");
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("una volta sola");

        await page.Locator("#SostituzioneRup").ClickAsync();
        await page.Locator("#CodiceFiscaleRup").FillAsync("RSSMRA80A01H501U");
        await page.Locator("#NomeRup").FillAsync("Mario Rossi");
        await page.Locator("#Conferma").ClickAsync();
        await Expect(page.Locator("#Rup")).ToContainTextAsync("Mario Rossi RSSMRA80A01H501U");
        await page.GestionePcp("DescrizioneOperazione");
        await page.Locator("#DescrizioneOperazione").FillAsync("Adesione 2026");
        await page.Locator("#Conferma").ClickAsync();
        await page.GestionePcp("CategoriaAppalto");
        await page.Locator("#CategoriaAppalto").FillAsync("FS - Servizi");
        await page.Locator("#Conferma").ClickAsync();
        await Expect(page.Locator("#TestoDescrizioneOperazione")).ToHaveTextAsync("Adesione 2026");
        await Expect(page.Locator("#TestoCategoriaAppalto")).ToHaveTextAsync("FS - Servizi");

        await page.GestionePcp("AnnullaAffidamento");
        await page.Locator("#Conferma").ClickAsync();
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("Errata comunicazione");
        await page.Locator("#Motivo").SelectOptionAsync("Errata comunicazione");
        await page.Locator("#Conferma").ClickAsync();
        await Expect(page.Locator("#StatoAffidamento")).ToHaveTextAsync("Annullato");
    }

    [Fact]
    [LongRun(typeof(PalestraTests), "each command of the training list")]
    public async Task I_comandi_dell_elenco()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await Enter(page);
        await ChiediUnCig(page);
        await page.Locator("#Chiudi").ClickAsync();
        await page.Locator("#Copia").ClickAsync();
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("Selezionare almeno una riga");
        var righe = page.Locator("#Elenco tbody tr");
        await righe.First.Locator("input").CheckAsync();
        await page.Locator("#Copia").ClickAsync();
        await Expect(righe).ToHaveCountAsync(2);
        await righe.Filter(new() { HasText = PrimoCig }).Locator("input").CheckAsync();
        await page.Locator("#Elimina").ClickAsync();
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("già inviato e non si elimina");
        await righe.Filter(new() { HasText = "Copia di" }).Locator("input").CheckAsync();
        await page.Locator("#Seleziona").ClickAsync();
        await page.Locator("#FiltroSelezione").SelectOptionAsync("Selezionati");
        await page.Locator("#Cerca").ClickAsync();
        await Expect(righe).ToHaveCountAsync(1);
        await page.Locator("#PrendiInCarico").ClickAsync();
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("presi in carico");
        await Expect(righe).ToHaveCountAsync(1);
        await page.Locator("#Elimina").ClickAsync();
        await Expect(righe).ToHaveCountAsync(0);
        await page.GotoAsync($"{AppRoutes.PalestraElenco}?CigDerivato={PrimoCig}");
        await Expect(righe).ToHaveCountAsync(1);
        await page.Locator("#Stampa").ClickAsync();
        await Expect(page.Locator("#Elenco tbody")).ToContainTextAsync(PrimoCig);
    }

    [Fact]
    [LongRun(typeof(SerieWithFaultsTests), "the error after the work by itself")]
    public async Task L_errore_dopo_aver_lavorato_e_una_pagina_di_errore_e_un_CIG_nell_elenco()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        rup.ExpectError("richiedi-cig answered 500");
        await Enter(page);
        await page.Addestra(TipoGuasto.ErroreDopo);
        await Screenshots.Save(page, "palestra-addestramento");
        await Richiedi(page);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Errore 500");
        await Expect(page.Locator("body")).Not.ToContainTextAsync("UFFF");
        await page.GotoAsync(AppRoutes.PalestraElenco);
        await Expect(page.Locator("#Elenco tbody")).ToContainTextAsync(PrimoCig);
        await ChiediUnCig(page);
        await Expect(page.Locator("#CigDerivato")).ToHaveValueAsync(SecondoCig);
    }

    [Fact]
    [LongRun(typeof(PalestraTests), "the chosen errors of the training portal")]
    public async Task L_errore_prima_non_lascia_nulla_e_il_rifiuto_ha_le_parole_scelte()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        rup.ExpectError("richiedi-cig answered 500");
        await Enter(page);
        await page.Addestra(TipoGuasto.ErrorePrima);
        await Richiedi(page);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Errore 500");
        await page.GotoAsync(AppRoutes.PalestraElenco);
        await Expect(page.Locator("#NumeroRighe")).ToHaveTextAsync("0");

        await page.Addestra(TipoGuasto.Rifiuto, ogni: 2, errore: "ERR69");
        await ChiediUnCig(page);
        await Richiedi(page);
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("ERR69: il centro di costo SA");
        await Expect(page.Locator("#CigDerivato")).ToHaveValueAsync("");
        await page.GestionePcp("RichiediCig");
        await Expect(page.Locator("#CigDerivato")).ToHaveValueAsync(SecondoCig);
    }

    [Fact]
    [LongRun(typeof(PalestraTests), "the end of the training portal's session")]
    public async Task La_sessione_scade_alla_prossima_operazione_e_CigHub_resta_aperto()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await Enter(page);
        await page.Addestra(TipoGuasto.Disconnessione);
        await page.GotoAsync(AppRoutes.PalestraElenco);
        await page.NuovoDocumento();
        await page.Write(SampleDocumenti.Completo);
        await page.Locator("#Salva").ClickAsync();
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("La sessione è scaduta");
        await Screenshots.Save(page, "palestra-home");
        await page.GotoAsync(AppRoutes.PalestraElenco);
        await Expect(page.Locator("#EntraConSpid")).ToBeVisibleAsync();
        await page.EntraConSpid();
        await Expect(page.Locator("#NumeroRighe")).ToHaveTextAsync("0");
        await ChiediUnCig(page);
        await page.Locator("#Esci").ClickAsync();
        await Expect(page.Locator("#EntraConSpid")).ToBeVisibleAsync();
        await page.Go(AppRoutes.Cruscotto);
    }

    [Fact]
    [LongRun(typeof(PalestraTests), "the slowness of the training portal")]
    public async Task La_lentezza_ritarda_la_risposta_e_Ricomincia_cancella_i_documenti()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await Enter(page);
        await page.Addestra(TipoGuasto.Lentezza, secondi: "2");
        var cronometro = System.Diagnostics.Stopwatch.StartNew();
        await Richiedi(page);
        await Expect(page.Locator("#CigDerivato")).ToHaveValueAsync(PrimoCig);
        Assert.True(cronometro.Elapsed >= TimeSpan.FromSeconds(2), $"{cronometro.Elapsed}");
        await page.GotoAsync(AppRoutes.PalestraAddestramento);
        await Expect(page.Locator("#Richieste")).ToHaveTextAsync("1");
        await page.Locator("#Ricomincia").ClickAsync();
        await page.GotoAsync(AppRoutes.PalestraElenco);
        await Expect(page.Locator("#NumeroRighe")).ToHaveTextAsync("0");
    }

    [Fact]
    [LongRun(typeof(PalestraTests), "the documenti of two people")]
    public async Task Ognuno_ha_i_suoi_documenti_e_nessun_campo_chiede_una_password()
    {
        await using var tivoli = await browser.NewPage(_app.Address);
        await Enter(tivoli.Page);
        await ChiediUnCig(tivoli.Page);
        var indirizzo = tivoli.Page.Url;
        await using var velletri = await browser.NewPage(_app.Address);
        velletri.ExpectError("answered 404");
        await velletri.Page.SignIn("rup.velletri", "Rup");
        await velletri.Page.GotoAsync(AppRoutes.Palestra);
        await Expect(velletri.Page.Locator("input:not([type=hidden])")).ToHaveCountAsync(0);
        await velletri.Page.EntraConSpid();
        await Expect(velletri.Page.Locator("#NumeroRighe")).ToHaveTextAsync("0");
        await velletri.Page.GotoAsync(indirizzo);
        await Expect(velletri.Page.Locator("#Errore")).ToContainTextAsync("non esiste");
    }

    [Fact]
    [LongRun(typeof(PalestraTests), "the training portal without scripts")]
    public async Task Funziona_senza_script_e_non_ne_carica_nessuno()
    {
        await using var context = await browser.Browser.NewContextAsync(new() { BaseURL = _app.Address.ToString(), JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        var chiesti = new List<string>();
        page.Request += (_, richiesta) => chiesti.Add(new Uri(richiesta.Url).AbsolutePath);
        await page.GotoAsync(AppRoutes.AccediPer(AppRoutes.Palestra));
        chiesti.Clear();
        await page.Locator("[data-persona='rup.tivoli'][data-ruolo='Rup']").ClickAsync();
        await page.EntraConSpid();
        await ChiediUnCig(page);
        await Expect(page.Locator("#CigDerivato")).ToHaveValueAsync(PrimoCig);
        Assert.Contains("/css/palestra.css", chiesti);
        Assert.DoesNotContain(chiesti, p => p.EndsWith(".js", StringComparison.Ordinal) || p.Contains("blazor", StringComparison.Ordinal));
    }

    private static async Task Enter(IPage page)
    {
        await page.SignIn("rup.tivoli", "Rup");
        await page.GotoAsync(AppRoutes.Palestra);
        await page.EntraConSpid();
    }

    private static async Task Richiedi(IPage page)
    {
        await page.GotoAsync(AppRoutes.PalestraElenco);
        await page.NuovoDocumento();
        await page.Write(SampleDocumenti.Completo);
        await page.GestionePcp("RichiediCig");
    }

    private static async Task ChiediUnCig(IPage page)
    {
        await Richiedi(page);
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("il CIG Derivato è stato acquisito");
    }

    private static async Task<byte[]> Download(IPage page, string comando)
    {
        var scaricato = await page.RunAndWaitForDownloadAsync(() => page.Locator(comando).ClickAsync());
        return await File.ReadAllBytesAsync(await scaricato.PathAsync());
    }
}
