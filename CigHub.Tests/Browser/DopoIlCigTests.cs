using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Domain.Palestra;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the operations after the CIG in a real browser, one of them together with the palestra. Each operation must run to its end and
/// leave the right Capienza of the Lotto.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class DopoIlCigTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string CupGiusto = "E11B26000000001";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task L_importo_sbagliato_si_corregge_una_volta_e_il_Lotto_lo_segue()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        var (id, portale) = await ConIlCig(page);
        var prima = (await CapienzaDi(id)).Aderito;

        await page.Go(AppRoutes.DopoIlCigDi(id));
        await Screenshots.Save(page, "dopo-il-cig-domanda");
        await page.GetByRole(AriaRole.Link, new() { Name = "C'è un errore in ciò che ho comunicato" }).ClickAsync();
        await page.Locator("#modulo-Importo").FillAsync("mille");
        await page.Bottone("Avvia «Modifica CUP e/o Importo»").ClickAsync();
        await Expect(page.Locator("#modulo-Importo-errore")).ToContainTextAsync("Importo non leggibile");
        await Screenshots.Save(page, "dopo-il-cig-errore");
        await page.Locator("#modulo-Importo").FillAsync("90,00");
        await page.Locator("#modulo-Cup").FillAsync(CupGiusto);
        await page.Bottone("Avvia «Modifica CUP e/o Importo»").ClickAsync();
        await Expect(page.GetByText("era 100,50")).ToBeVisibleAsync();
        await Expect(page.Bottone("Il portale ha accettato")).ToBeDisabledAsync();
        Assert.Equal(prima, (await CapienzaDi(id)).Aderito);

        await portale.BringToFrontAsync();
        await portale.GestionePcp("ModificaCupImporto");
        await portale.Locator("#ImportoAppalto").FillAsync(await Copy(page, "Importo Appalto"));
        await portale.Locator("#Cup").FillAsync(await Copy(page, "CUP"));
        await portale.BringToFrontAsync();
        await portale.GestionePcp("InviaModifica");
        await Expect(portale.Locator("#Messaggio")).ToContainTextAsync("Modifica inviata");

        await page.BringToFrontAsync();
        await Screenshots.Save(page, "dopo-il-cig-modifica");
        await Accetta(page, 3);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Accettata dal portale");
        await page.GetByRole(AriaRole.Link, new() { Name = "C'è un errore in ciò che ho comunicato" }).ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("è ammessa una sola volta per ogni CIG");
        await Screenshots.Save(page, "dopo-il-cig-gia-fatta");
        await NelLotto(page, id, prima - Importo.DaEuro(10.50m), "Correzione dell'importo");
    }

    [Fact]
    public async Task La_determina_si_completa_con_il_CIG_e_si_segna_fatta()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await ConIlCig();
        await page.Go(AppRoutes.FascicoloDi(id));
        await Expect(page.Locator("section[aria-labelledby='per-la-determina']")).ToContainTextAsync("; CIG Derivato ");
        await Screenshots.Save(page, "fascicolo-determina");

        await page.Go(AppRoutes.DopoIlCigDi(id));
        await Expect(page.Locator("a[href^='https://dati.anticorruzione.it/'][href*='cig=']")).ToHaveCountAsync(2);
        await page.Bottone("Segna come fatto: determina completata con il CIG").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Determina di integrazione con il CIG" })).ToBeVisibleAsync();
        await Expect(page.Bottone("Segna come fatto: determina completata con il CIG")).ToHaveCountAsync(0);
        await Screenshots.Save(page, "dopo-il-cig-determina");
        await UnSecondoCig(page, id);
    }

    [Fact]
    public async Task Un_adesione_che_non_doveva_esserci_si_annulla_e_il_Lotto_la_libera()
    {
        await using var rup = await browser.NewPage(_app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await ConIlCig();
        var prima = (await CapienzaDi(id)).Aderito;
        await page.Go(AppRoutes.DopoIlCigDi(id, "errore"));
        await page.Bottone("Avvia «Annulla affidamento»").ClickAsync();
        await page.Bottone("Sì, avvia l'annullamento").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Annulla affidamento: sul portale" })).ToBeVisibleAsync();

        await Accetta(page, 2);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Affidamento annullato");
        await Screenshots.Save(page, "dopo-il-cig-annullato");
        await NelLotto(page, id, prima - Importo.DaEuro(100.50m), "Annullamento dell'adesione");

        // ANAC lets the ANN be taken back: the amount counts again, unless meanwhile somebody else has it.
        await page.Go(AppRoutes.DopoIlCigDi(id, "ritiro"));
        var residuo = (await CapienzaDi(id)).Residuo;
        await AltreAdesioni(id, residuo - Importo.DaEuro(100));
        await page.Locator("#modulo-Motivo").FillAsync("L'adesione serve ancora");
        await page.Locator("#modulo-Numero").FillAsync("15/2026");
        await page.Locator("#modulo-Data").FillAsync(RupPath.Oggi);
        await page.Bottone("Registra il ritiro dell'annullamento").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("mancano 0,50 €");
        await Screenshots.Save(page, "ritiro-senza-capienza");
        await AltreAdesioni(id, Importo.DaEuro(100) - residuo);
        await page.Bottone("Registra il ritiro dell'annullamento").ClickAsync();
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("è di nuovo in essere");
        await Screenshots.Save(page, "ritiro-registrato");
        await NelLotto(page, id, prima, "Adesione ripresa");
    }

    /// <summary>Records altre adesioni on the Lotto of an Affidamento, as the Soggetto Aggregatore communicates them.</summary>
    private async Task AltreAdesioni(Guid id, Importo importo)
    {
        var lotto = await ReadyAffidamenti.Query(_app.Services, db => db.Affidamenti.Where(a => a.Id == id).Select(a => a.LottoId).SingleAsync());
        var persona = await ReadyAffidamenti.Query(
            _app.Services, db => db.Persone.Where(p => p.NomeUtente == "amministratore").Select(p => p.Id).SingleAsync());
        await Succeeds(
            new RegistraAltreAdesioni(lotto, new AttoSulLottoForm
            {
                Importo = importo.ToString(),
                Descrizione = "Comunicazione",
                Data = RupPath.Oggi,
                Protocollo = "1/2026",
            }),
            new Actor(persona, Ruolo.Amministratore, null, [Ruolo.Amministratore]));
    }

    /// <summary>Records a second CIG of an Affidamento, finds it among the things to do, and says that the portal has cancelled it.</summary>
    private static async Task UnSecondoCig(IPage page, Guid id)
    {
        await page.Go(AppRoutes.DopoIlCigDi(id, "secondo-cig"));
        await page.Locator("#modulo-Cig").FillAsync("BC41A77419");
        await page.Bottone("Registra il CIG in più").ClickAsync();
        await Expect(page.Locator(".esito-azione")).ToContainTextAsync("resta tra le cose da fare");
        await Screenshots.Save(page, "cig-in-piu");
        await Axe.CheckState(page);
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.Locator("#gruppo-CigDaAnnullare")).ToContainTextAsync("CIG in più da annullare");
        await Screenshots.Save(page, "cruscotto-cig-in-piu");
        await page.Go(AppRoutes.DopoIlCigDi(id));
        await page.Locator("#modulo-Giorno").FillAsync(RupPath.Oggi);
        await page.Locator("#modulo-Riferimento").FillAsync("PI000777-26");
        await page.Bottone("Il portale ha annullato questo CIG").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Annullato il");
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.Locator("#gruppo-CigDaAnnullare")).Not.ToBeVisibleAsync();
    }

    [Fact]
    [LongRun(typeof(DopoIlCigTests), "the replacement of the RUP")]
    public async Task Chi_subentra_segue_la_sostituzione_del_RUP_e_il_Lotto_non_si_muove()
    {
        var id = await ConIlCig();
        var prima = (await CapienzaDi(id)).Aderito;
        await using var nuovo = await browser.NewPage(_app.Address);
        var page = nuovo.Page;
        await page.SignIn("rup2.tivoli", "Rup");
        await page.Go(AppRoutes.DopoIlCigDi(id, "rup"));
        await page.Locator("#modulo-Numero").FillAsync("12/2026");
        await page.Locator("#modulo-Data").FillAsync(RupPath.Oggi);
        await page.Locator("#modulo-Decorrenza").FillAsync(RupPath.Oggi);
        await Screenshots.Save(page, "dopo-il-cig-rup");
        await page.Bottone("Avvia «Sostituzione RUP»").ClickAsync();
        var stored = await ReadyAffidamenti.Query(_app.Services, db => db.Persone.SingleAsync(p => p.NomeUtente == "rup2.tivoli"));
        Assert.Equal(stored.CodiceFiscale!.Valore, await Value(page, "Codice fiscale del nuovo RUP"));
        var nome = await Value(page, "Nuovo RUP");
        await Screenshots.Save(page, "dopo-il-cig-sostituzione");

        await Accetta(page, 2);
        await Expect(page.Locator(".voce-dati").First).ToContainTextAsync($"RUP {nome}");
        Assert.Equal(prima, (await CapienzaDi(id)).Aderito);
        await NelLotto(page, id, prima, null);
    }

    /// <summary>Creates an Affidamento of 100,50 € with a CIG that the portal might have given. Returns its id.</summary>
    private async Task<Guid> ConIlCig()
    {
        var (affidamento, rup, _) = await InRichiesta();
        await Succeeds(
            new RegistraCigDerivato(affidamento.Id, affidamento.Aggiudicazioni[0].Id, InventedCodes.Cig('B', 0x61107E).Valore, affidamento.Version + 1), rup);
        return affidamento.Id;
    }

    private async Task<(Affidamento Affidamento, Actor Rup, string CigPadre)> InRichiesta()
    {
        var id = (await ReadyAffidamenti.Prepare(_app.Services, 1))[0];
        var (affidamento, padre) = await ReadyAffidamenti.Query(_app.Services, async db =>
        {
            var a = await db.Affidamenti.AsNoTracking().SingleAsync(x => x.Id == id);
            return (a, (await db.Lotti.SingleAsync(l => l.Id == a.LottoId)).CigPadre.Valore);
        });
        var rup = new Actor(affidamento.RupId, Ruolo.Rup, affidamento.EnteId, [Ruolo.Rup]);
        await Succeeds(new AvviaRichiestaCig(id, affidamento.Version, DichiarazioneConflitto.VersioneTesto), rup);
        return (affidamento, rup, padre);
    }

    /// <summary>
    /// Creates an Affidamento of 100,50 € with a CIG from the palestra. Returns its id and the page of the portal, which shows its
    /// documento.
    /// </summary>
    private async Task<(Guid Id, IPage Portale)> ConIlCig(IPage page)
    {
        await page.SignIn("rup.tivoli", "Rup");
        var (affidamento, rup, padre) = await InRichiesta();
        var portale = await page.Context.NewPageAsync();
        await portale.GotoAsync(AppRoutes.Palestra);
        await portale.EntraConSpid();
        await portale.NuovoDocumento();
        await portale.Write(SampleDocumenti.Completo with
        {
            TitoloDocumento = affidamento.TitoloDocumento,
            CigPadre = padre,
            DescrizioneCigPadre = padre,
            ImportoAppalto = "100,50"
        });
        await portale.GestionePcp("RichiediCig");
        var cig = await portale.CigOttenuto();
        await Succeeds(new RegistraCigDerivato(affidamento.Id, affidamento.Aggiudicazioni[0].Id, cig, affidamento.Version + 1), rup);
        await page.BringToFrontAsync();
        return (affidamento.Id, portale);
    }

    private async Task Succeeds<TCommand>(TCommand comando, Actor actor)
        where TCommand : ICommand
    {
        var esito = await _app.Services.GetRequiredService<CommandRunner>().Run(comando, actor);
        Assert.True(esito.IsSuccess, string.Join("; ", esito.Errors));
    }

    private static ILocator Row(IPage page, string nome) =>
        page.Locator(".passi-portale .valore-riga").Filter(new() { Has = page.Locator($".valore-didascalia:text-is('{nome}')") }).First;

    private static async Task<string> Value(IPage page, string nome) =>
        await Row(page, nome).GetByRole(AriaRole.Button)
            .EvaluateAsync<string>("b => b.closest('.valore-riga').querySelector('.valore-testo').firstChild.textContent.trim()");

    /// <summary>Copies a value with its copy button, as the RUP does, and returns the text of the clipboard.</summary>
    private static async Task<string> Copy(IPage page, string nome)
    {
        await page.BringToFrontAsync();
        await Row(page, nome).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Row(page, nome)).ToContainTextAsync("Copiato");
        return await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
    }

    private static async Task Accetta(IPage page, int daRileggere)
    {
        var voci = page.Locator(".da-rileggere input");
        await Expect(voci).ToHaveCountAsync(daRileggere);
        foreach (var voce in await voci.AllAsync())
        {
            await voce.CheckAsync();
        }

        await page.Bottone("Il portale ha accettato").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Operazioni concluse" })).ToBeVisibleAsync();
    }

    private Task<Capienza> CapienzaDi(Guid id) =>
        ReadyAffidamenti.Query(
            _app.Services,
            db => db.Capienze.AsNoTracking().SingleAsync(c => db.Affidamenti.Any(a => a.Id == id && a.LottoId == c.LottoId)));

    /// <summary>
    /// Checks that the Lotto of an Affidamento has the given aderito and that its page shows it. The page must also show the given row of
    /// the ledger. A null row means that none is expected.
    /// </summary>
    private async Task NelLotto(IPage page, Guid id, Importo aderito, string? riga)
    {
        var capienza = await CapienzaDi(id);
        Assert.Equal(aderito, capienza.Aderito);
        await page.Go(AppRoutes.LottoDi(capienza.LottoId));
        await Expect(page.Locator(".capienza").First).ToContainTextAsync(aderito.ToString("E", null));
        if (riga is not null)
        {
            await Expect(page.Locator("#contenuto")).ToContainTextAsync(riga);
        }
    }
}
