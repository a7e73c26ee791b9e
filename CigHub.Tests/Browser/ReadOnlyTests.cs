using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that a user who may only read writes nothing, whatever the browser sends: buttons whose <c>disabled</c> was removed, values that
/// no button has, component methods called with invented texts. When two tabs show one request, the older tab must not move the request
/// back.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class ReadOnlyTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string TuttoAbilitato = "() => document.querySelectorAll('#contenuto [disabled]').forEach(e => e.removeAttribute('disabled'))";

    private const string MotivoDelRifiuto = "Con il ruolo in cui stai operando";

    private const string ForgedCopy =
        """
        chiave => {
            const riga = document.createElement('li');
            const bottone = document.createElement('button');
            Object.assign(bottone.dataset, { copia: '', chiave, testo: 'x', nome: 'x' });
            riga.append(bottone);
            document.querySelector('[data-pannello]').append(riga);
            bottone.click();
            riga.remove();
        }
        """;

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public Task Un_Istruttore_non_muove_una_richiesta_nemmeno_togliendo_disabled_ai_pulsanti() => ReadsOnly("istruttore.tivoli");

    [Fact]
    [LongRun(typeof(ReadOnlyTests), "the same attempts by an Auditor")]
    public Task Un_Auditor_non_muove_una_richiesta_nemmeno_togliendo_disabled_ai_pulsanti() => ReadsOnly("auditor");

    private async Task ReadsOnly(string persona)
    {
        var id = await RichiestaAlPasso(5);
        await using var testPage = await browser.NewPage(_app.Address);
        var page = testPage.Page;
        await page.SignIn(persona);
        foreach (var passo in new[] { 1, 7 })
        {
            await page.Go(AppRoutes.RichiestaDi(id));
            await Expect(page.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync("5");
            await page.EvaluateAsync(TuttoAbilitato);
            await page.Locator(".passo").Nth(passo - 1).Locator("button.passo-testo").ClickAsync();
            await Expect(page.Locator("#contenuto .avviso-errore")).ToContainTextAsync(MotivoDelRifiuto);
        }

        await page.Go(AppRoutes.RichiestaDi(id));
        await page.EvaluateAsync(TuttoAbilitato);
        await page.Bottone("Fatto, avanti").EvaluateAsync("e => e.click()");
        await Copy(page);

        await Invariata(id);
        await page.Go(AppRoutes.RichiestaDi(id));
        await Expect(page.Locator("[data-copiato='true']")).ToHaveCountAsync(0);
    }

    [Fact]
    public Task Un_Auditor_che_chiama_il_pannello_con_un_testo_suo_non_lascia_nulla() => CallsThePannello("auditor");

    [Fact]
    [LongRun(typeof(ReadOnlyTests), "the same call by an Istruttore")]
    public Task Un_Istruttore_che_chiama_il_pannello_con_un_testo_suo_non_lascia_nulla() => CallsThePannello("istruttore.tivoli");

    private async Task CallsThePannello(string persona)
    {
        var id = await RichiestaAlPasso(5);
        var chiave = await Chiave(id);
        await using var testPage = await browser.NewPage(_app.Address);
        var page = testPage.Page;
        await page.SignIn(persona);
        await page.Go(AppRoutes.PannelloDi(id));
        await Expect(page.GetByText("Sul portale può procedere solo il RUP")).ToBeVisibleAsync();
        foreach (var inventata in new[] { chiave, "anacForm/inventato", new string('x', 100_000) })
        {
            await Forgia(page, inventata);
            await Expect(page.Locator("#contenuto .avviso-errore")).ToContainTextAsync(MotivoDelRifiuto);
            await page.ReloadAsync();
            await page.WaitUntilInteractive();
        }

        await Invariata(id);
    }

    [Fact]
    public async Task Anche_il_RUP_spunta_solo_i_valori_della_richiesta_e_non_salta_la_rilettura()
    {
        var id = await RichiestaAlPasso(6);
        await using var testPage = await browser.NewPage(_app.Address);
        var page = testPage.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.PannelloDi(id));
        await Expect(page.Locator(".tappa-posto")).ToHaveTextAsync("Passo 6 di 7");
        await Forgia(page, "anacForm/inventato");
        await Expect(page.Locator("#contenuto .avviso-errore")).ToContainTextAsync("non fa parte della richiesta");
        await Expect(page.Bottone("Fatto, avanti")).ToHaveCountAsync(0);
        await Expect(page.Locator(".tappa-posto")).ToHaveTextAsync("Passo 6 di 7");
        Assert.Equal((6, 0), await Stato(id));
    }

    [Fact]
    [LongRun(typeof(ReadOnlyTests), "a page that stayed behind")]
    public async Task La_scheda_rimasta_indietro_si_allinea_e_dice_perche()
    {
        var id = await RichiestaAlPasso(1);
        await using var rup = await browser.NewPage(_app.Address);
        var vecchia = rup.Page;
        await vecchia.SignIn("rup.tivoli", "Rup");
        await vecchia.Go(AppRoutes.RichiestaDi(id));
        await Expect(vecchia.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync("1");
        var nuova = await rup.Context.NewPageAsync();
        await nuova.Go(AppRoutes.PannelloDi(id));
        await nuova.Bottone("Fatto, avanti").ClickAsync();
        await Expect(nuova.Locator(".tappa-posto")).ToHaveTextAsync("Passo 5 di 7");

        await vecchia.Bottone("Fatto, avanti").ClickAsync();

        await Expect(vecchia.Locator("#contenuto .avviso-errore")).ToContainTextAsync("La richiesta è andata avanti in un'altra scheda: ora è al passo 5");
        await Expect(vecchia.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync("5");
        Assert.Equal((5, 0), await Stato(id));
        await Screenshots.Save(vecchia, "richiesta-altra-scheda");

        // The older tab goes on from the present step, and then the panel is behind.
        await vecchia.Bottone("Fatto, avanti").ClickAsync();
        await Expect(vecchia.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync("6");
        await Expect(vecchia.Locator("#contenuto .avviso-errore")).ToHaveCountAsync(0);
        await nuova.Bottone("Indietro").ClickAsync();
        await Expect(nuova.Locator("#contenuto .avviso-errore")).ToContainTextAsync("andata avanti in un'altra scheda: ora è al passo 6");
        await Expect(nuova.Locator(".tappa-posto")).ToHaveTextAsync("Passo 6 di 7");
        Assert.Equal((6, 0), await Stato(id));
        await nuova.SetViewportSizeAsync(390, 844);
        await Screenshots.Save(nuova, "pannello-altra-scheda");
    }

    /// <summary>
    /// Presses every copy button of the step that is open. Anybody may copy a value, but only the copies of the RUP are ticked.
    /// </summary>
    private static async Task Copy(IPage page)
    {
        var bottoni = page.Locator(".passo-attuale .valori").First.Locator(".bottone-copia");
        Assert.True(await bottoni.CountAsync() > 3);
        foreach (var bottone in await bottoni.AllAsync())
        {
            await bottone.ClickAsync();
            await Expect(bottone.Locator("..").GetByText("Copiato")).ToBeVisibleAsync();
        }
    }

    /// <summary>
    /// Adds a button to the pannello that makes its script call the component with an invented key, and presses it. Waits first until the
    /// script listens.
    /// </summary>
    private static async Task Forgia(IPage page, string chiave)
    {
        await page.Locator("[data-pannello][data-affidamento]").WaitForAsync();
        await page.EvaluateAsync(ForgedCopy, chiave);
    }

    private async Task<Guid> RichiestaAlPasso(int passo)
    {
        var (id, rup) = await ReadyAffidamenti.Query(_app.Services, async db =>
        {
            var aperta = await db.Affidamenti
                .Where(a => a.Stato == StatoAffidamento.CigInRichiesta && a.RilettoIl == null)
                .OrderBy(a => a.Progressivo).FirstAsync();
            return (aperta.Id, new Actor(aperta.RupId, CigHub.Domain.Persone.Ruolo.Rup, aperta.EnteId, [CigHub.Domain.Persone.Ruolo.Rup]));
        });
        var posizioni = _app.Services.GetRequiredService<RequestProgress>();
        Assert.Empty((await posizioni.StartOver(rup, id)).Errors);
        Assert.Empty((await posizioni.VaiA(rup, id, 1, passo)).Errors);
        return id;
    }

    private Task<string> Chiave(Guid id) => ReadyAffidamenti.Query(_app.Services, async db =>
    {
        var affidamento = await db.Affidamenti.SingleAsync(a => a.Id == id);
        var passi = await Web.Data.PassiDellAffidamento.PassiDi(db, affidamento);
        var guida = new GuidaPortale(passi, affidamento.Bozza, affidamento.Importo, CigHub.Domain.Codici.ListeAnac.Fornite);
        return guida.Valori(passi.First(p => p.Valori.Count > 0))[0].Chiave;
    });

    private async Task<(int Passo, int Spunte)> Stato(Guid id)
    {
        var stato = await _app.Services.GetRequiredService<RequestProgress>().Read(id);
        return (stato.Passo, stato.Copiati.Count);
    }

    private async Task Invariata(Guid id) => Assert.Equal((5, 0), await Stato(id));
}
