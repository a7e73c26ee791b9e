using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Persone;
using CigHub.Tests.Data.Start;
using CigHub.Tests.Features.Affidamenti.Serie;
using CigHub.Tests.Features.Codici;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Serie;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests pages while the server cannot write. The page must stay, say why and keep the typed text. The users who look after the data are
/// told when the file is damaged.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class StorageFaultPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task La_scheda_dice_riprovo_e_quando_il_blocco_finisce_salva_da_sola()
    {
        var obstacles = new Obstacles();
        await using var app = await Start(obstacles);
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(app.Folder, DataSetup.DatabaseFileName)};Pooling=False"))
        {
            await other.OpenAsync();
            await using var theirs = await other.BeginTransactionAsync();
            await page.Field(PercorsoAd4.Oggetto).FillAsync("Scritto durante il blocco");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Non salvato: un altro programma tiene occupato il database, riprovo.");
            await Expect(page.Field(PercorsoAd4.Oggetto)).ToHaveValueAsync("Scritto durante il blocco");
            await Screenshots.Save(page, "scheda-non-salvata");
        }

        await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Non salvato" })).ToHaveCountAsync(0);
        await page.Go(AppRoutes.SchedaDi(id));
        await Expect(page.Field(PercorsoAd4.Oggetto)).ToHaveValueAsync("Scritto durante il blocco");
    }

    [Fact]
    [LongRun(typeof(StorageFaultPageTests), "more pages with a failing disk")]
    public async Task Mettere_in_fila_e_creare_in_serie_con_il_disco_in_errore_lo_dicono_sulla_stessa_pagina()
    {
        var obstacles = new Obstacles();
        await using var app = await Start(obstacles);
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.RichiesteInSerie);
        obstacles.FileIsReadOnly();
        await page.Bottone("Metti in fila tutti i miei pronti").ClickAsync();
        await NotSaved(page);
        await Screenshots.Save(page, "serie-non-salvata");
        obstacles.Gone();
        await page.Bottone("Metti in fila tutti i miei pronti").ClickAsync();
        await Expect(page.Locator("#contenuto tbody tr")).Not.ToHaveCountAsync(0);

        var (convention, sheet) = await Sheet(app.Services, 40);
        await page.Go(AppRoutes.AffidamentiInSerieDi(convention));
        await page.Locator("#foglio-serie").ScegliFile(new FilePayload { Name = "serie.xlsx", MimeType = "application/octet-stream", Buffer = sheet });
        await Expect(page.Bottone("Crea 40 bozze")).ToBeEnabledAsync();
        obstacles.DiskIsFull();
        await page.Bottone("Crea 40 bozze").ClickAsync();
        await NotSaved(page);
        await Expect(page.GetByText("40 righe, nessun errore")).ToBeVisibleAsync();
        await Screenshots.Save(page, "creazione-in-serie-non-salvata");
        obstacles.Gone();
        await page.Bottone("Crea 40 bozze").ClickAsync();
        await Expect(page.GetByText("Create 40 bozze.")).ToBeVisibleAsync();
    }

    [Fact]
    [LongRun(typeof(StorageFaultPageTests), "an import with a failing disk")]
    public async Task L_importazione_delle_liste_con_il_disco_in_errore_tiene_il_confronto_e_poi_riesce()
    {
        var obstacles = new Obstacles();
        await using var app = await Start(obstacles);
        await using var office = await browser.NewPage(app.Address);
        var page = office.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.CodiciEPercorsi);
        var list = SampleListe.SenzaIlRuolo("14");
        await page.Locator("#liste").ScegliFile(new FilePayload { Name = list.Nome, MimeType = "application/json", Buffer = list.Contenuto });
        await Expect(page.Bottone("Conferma: importa 1 lista")).ToBeVisibleAsync();
        obstacles.FileIsReadOnly();
        await page.Bottone("Conferma: importa 1 lista").ClickAsync();
        await NotSaved(page);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = $"File {list.Nome}" })).ToBeVisibleAsync();
        obstacles.Gone();
        await page.Bottone("Conferma: importa 1 lista").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Importata 1 lista");
    }

    [Fact]
    [LongRun(typeof(StorageFaultPageTests), "a change of role with a failing disk")]
    public async Task Cambio_di_ruolo_e_uscita_con_il_disco_in_errore_non_danno_la_pagina_di_errore()
    {
        var obstacles = new Obstacles();
        await using var app = await Start(obstacles);
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup2.tivoli", "Rup");
        await page.GotoAsync(AppRoutes.Ruolo);
        obstacles.FileIsReadOnly();
        await page.Locator("[data-ruolo='Responsabile']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Il ruolo non è cambiato: il database è in sola lettura.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Torna al cruscotto" }).ClickAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.GotoAsync(AppRoutes.Esci);
        await page.Locator($"form[action='{Web.Security.Accesso.AccountEndpoints.SignOut}'] button").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(AppRoutes.Accedi)));
    }

    /// <summary>
    /// Returns the id of the first Convenzione open to the RUP of Tivoli, and a filled sheet of its serie with the given number of rows.
    /// </summary>
    private static async Task<(Guid Convention, byte[] Sheet)> Sheet(IServiceProvider app, int rows)
    {
        var (rup, conventions) = await ReadyAffidamenti.Query(app, async db =>
        {
            var person = await db.Persone.SingleAsync(p => p.NomeUtente == "rup.tivoli");
            var office = await db.Appartenenze.Where(a => a.PersonaId == person.Id && a.Ruolo == Ruolo.Rup).Select(a => a.EnteId).FirstAsync();
            return (new Actor(person.Id, Ruolo.Rup, office, [Ruolo.Rup]), await db.Convenzioni.Select(c => c.Id).ToListAsync());
        });
        foreach (var id in conventions)
        {
            var context = (await app.GetRequiredService<QueryReader>().Read<PreparaSerie, ContestoSerie>(rup, q => q.Run(id, rup))).Value;
            if (context.Lotti.Count > 1 && PreparazioneSerie.Ostacolo(context) is null)
            {
                return (id, await SerieTemplate.Write(context, [.. Enumerable.Range(0, rows).Select(i => SampleSerie.Buona(context, i))]));
            }
        }

        throw new InvalidOperationException("No Convenzione of the demonstration takes a series.");
    }

    private static async Task<TestApp> Start(Obstacles obstacles)
    {
        var app = new TestApp { Adjust = obstacles.AddTo };
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Checks that the page says that nothing was saved and is not the error page, which has another heading.</summary>
    private static async Task NotSaved(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Non salvato: " })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Qualcosa è andato storto" })).ToHaveCountAsync(0);
    }
}
