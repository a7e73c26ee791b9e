using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the loss of a role while a page is open in a circuit. The role is taken away, and then every button of the page is pressed. Each
/// command must be refused, leave an event, and change no data. Only buttons that the page has rendered can be pressed in a circuit.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class RevocationTests(BrowserFixture browser) : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.Start();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("istruttore.tivoli", Ruolo.Istruttore)]
    public Task A_chi_perde_il_ruolo_a_pagina_aperta_ogni_pulsante_e_rifiutato(string persona, Ruolo ruolo) => OgniPulsante(persona, ruolo);

    [Theory]
    [LongRun(typeof(RevocationTests), "the loss of the other roles")]
    [InlineData("rup.tivoli", Ruolo.Rup)]
    [InlineData("responsabile", Ruolo.Responsabile)]
    [InlineData("amministratore", Ruolo.Amministratore)]
    public Task Cosi_anche_con_gli_altri_ruoli(string persona, Ruolo ruolo) => OgniPulsante(persona, ruolo);

    private async Task OgniPulsante(string persona, Ruolo ruolo)
    {
        foreach (var indirizzo in await Pagine(ruolo))
        {
            var riusciti = await PremiTuttoSenzaRuolo(indirizzo, persona, ruolo);
            Assert.Equal(riusciti, await Eventi("ok"));
            await Ridai(persona, ruolo);
        }
    }

    /// <summary>
    /// Opens the page, takes the role away, presses every button, and closes the page. Returns the number of successful operations that the
    /// registro held before the presses.
    /// </summary>
    private async Task<int> PremiTuttoSenzaRuolo(string indirizzo, string persona, Ruolo ruolo)
    {
        await using var testPage = await browser.NewPage(_app.Address);
        var page = testPage.Page;

        // Accept the question about unsent text when the page is left.
        page.Dialog += async (_, question) => await question.AcceptAsync();

        // Use a new session each time, because losing the role ends it.
        await page.SignInAgain(persona, ruolo.ToString());
        await page.Go(indirizzo);
        await page.Locator("#contenuto button:not([disabled])").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator(".caricamento").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        if (ruolo == Ruolo.Responsabile)
        {
            // Who may approve is read after the scheda.
            await page.Bottone("Approva").WaitForAsync();
        }

        await Change(persona, a => a.Termina(a.Dal, a.Dal));
        var (riusciti, negati) = (await Eventi("ok"), await Eventi("negato"));

        // Leave out the buttons that only move along the portal's path. They are no commands, and the guard of preferences refuses them
        // (ReadOnlyTests).
        await page.EvaluateAsync("""
            () => document.querySelectorAll('#contenuto summary, #contenuto button:not([disabled]):not([data-copia]):not(.apri-pannello button):not(.passo-testo):not(.passo-attuale .azioni > .mud-button-root)').forEach(e => { if (e.isConnected) e.click(); })
            """);
        await Waits.Until(async () => await Eventi("negato") > negati, $"{indirizzo}: nothing was refused");
        await Expect(page.Locator("#contenuto [role=alert], [data-motivo]").First).ToBeVisibleAsync();
        return riusciti;
    }

    private async Task<IReadOnlyList<string>> Pagine(Ruolo ruolo)
    {
        async Task<Guid> In(StatoAffidamento stato) => await ReadyAffidamenti.Query(
            _app.Services,
            db => db.Affidamenti.Where(a => a.Stato == stato).OrderBy(a => a.Progressivo).Select(a => a.Id).FirstAsync());
        return ruolo switch
        {
            Ruolo.Rup =>
            [
                AppRoutes.SchedaDi(await In(StatoAffidamento.ProntoPerIlPortale)),
                AppRoutes.RichiestaDi(await In(StatoAffidamento.CigInRichiesta)),
                AppRoutes.SchedaDi(await In(StatoAffidamento.InLavorazione))
            ],
            Ruolo.Istruttore => [AppRoutes.SchedaDi(await In(StatoAffidamento.InLavorazione))],
            Ruolo.Responsabile => [AppRoutes.SchedaDi(await In(StatoAffidamento.InApprovazione))],
            _ =>
            [
                AppRoutes.PersonaDi(await ReadyAffidamenti.Query(_app.Services, db => db.Persone.Where(p => p.NomeUtente == "auditor").Select(p => p.Id)
                    .SingleAsync())),
                AppRoutes.LottoDi(await ReadyAffidamenti.Query(_app.Services, db => db.Lotti.OrderBy(l => l.Id).Select(l => l.Id).FirstAsync())),
                AppRoutes.NuovaConvenzione,
            ],
        };
    }

    private Task<int> Eventi(string esito) => ReadyAffidamenti.Query(
        _app.Services,
        db => db.Registro.CountAsync(
            e => e.Esito == esito && !e.Azione.StartsWith("accesso.entrata") && !e.Azione.StartsWith("accesso.uscita")));

    private Task Change(string persona, Action<Appartenenza> cambia) => Write(async db =>
    {
        var id = await db.Persone.Where(p => p.NomeUtente == persona).Select(p => p.Id).SingleAsync();
        foreach (var appartenenza in await db.Appartenenze.Where(a => a.PersonaId == id && a.Fino == null).ToListAsync())
        {
            cambia(appartenenza);
        }
    });

    private Task Ridai(string persona, Ruolo ruolo) => Write(async db =>
    {
        var id = await db.Persone.Where(p => p.NomeUtente == persona).Select(p => p.Id).SingleAsync();
        var aveva = await db.Appartenenze.FirstAsync(a => a.PersonaId == id && a.Ruolo == ruolo);
        db.Appartenenze.Add(new Appartenenza(Guid.CreateVersion7(), id, ruolo, aveva.EnteId, aveva.Dal));
    });

    private Task Write(Func<Web.Data.CigHubDbContext, Task> lavoro) => _app.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        await lavoro(db);
        return Web.UseCases.Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
    });
}
