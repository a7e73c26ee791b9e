using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.Importazione;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the first day of an office: the first steps on the Cruscotto, Enti and people from two sheets with a preview, and the RUP of an
/// Ente. Every button that writes is pressed twice over a slow line, and must write once.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class PrimoGiornoTests(BrowserFixture browser)
{
    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(120);

    [Fact]
    public async Task Enti_e_persone_da_due_fogli_e_il_RUP_di_un_Ente()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.Zero);
        await using var ufficio = await browser.NewPage(app.Address);
        var page = ufficio.Page;
        await page.SignIn("amministratore");
        await page.Go(AppRoutes.Cruscotto);
        var passi = page.Locator("section[aria-labelledby=primi-passi]");
        await Expect(passi.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await passi.GetByText("8 passi fatti", new() { Exact = true }).ClickAsync();
        await Expect(passi.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(10);
        await Expect(passi).ToContainTextAsync("Sei l'unico Amministratore");
        await Screenshots.Save(page, "primi-passi");
        await Axe.CheckState(page);

        await page.Go(new Uri(line.Address, AppRoutes.ImportaAnagrafe).ToString());
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await ImportEnti(page, line);
        await ImportPeople(page, line);
        await AddRup(page, line);

        Assert.Equal(2, await Events(app, Azioni.EnteSalvato));
        Assert.Equal(2, await Events(app, Azioni.PersonaSalvata));
        Assert.Equal(2, await Events(app, Azioni.RuoloAssegnato));
    }

    private static async Task ImportEnti(IPage page, DelayProxy line)
    {
        await Choose(page, AnagrafeSheet.OfEnti, SampleRows.Ente(), SampleRows.Ente(901).With(nameof(EnteForm.Denominazione), "Comune di Nespolo")
            .With(nameof(EnteForm.Cap), "1234"));
        await Expect(page.GetByText("2 righe, 1 da correggere")).ToBeVisibleAsync();
        await Expect(page.Bottone("Importa 1 riga")).ToBeDisabledAsync();
        await Screenshots.Save(page, "importa-enti");
        await Axe.Check(page);
        await page.GetByLabel("CAP").FillAsync("02020");
        await page.GetByLabel("CAP").BlurAsync();
        await Expect(page.GetByText("2 righe, tutte pronte")).ToBeVisibleAsync();
        line.Delay = _slow;
        await page.Bottone("Importa 2 righe").DblClickAsync();
        await Expect(page.GetByText("Importate 2 righe.")).ToBeVisibleAsync();
        line.Delay = TimeSpan.Zero;

        // The same sheet again changes nothing.
        await Choose(page, AnagrafeSheet.OfEnti, SampleRows.Ente());
        await Expect(page.GetByText("non c'è niente da importare")).ToBeVisibleAsync();
        await Expect(page.Bottone("Importa 0 righe")).ToBeDisabledAsync();
        await page.Bottone("Lascia stare").ClickAsync();
    }

    private static async Task ImportPeople(IPage page, DelayProxy line)
    {
        var codice = SampleAnagrafe.Ente().CodiceFiscale!;
        await Choose(
            page, AnagrafeSheet.OfPeople,
            SampleRows.Persona(codice).With(nameof(RuoloForm.Dal), RupPath.Oggi),
            SampleRows.Persona("00000000000").With(nameof(RuoloForm.Dal), RupPath.Oggi));
        await Expect(page.GetByText("Nessun Ente ha questo codice")).ToBeVisibleAsync();
        await Screenshots.Save(page, "importa-persone");
        await Axe.CheckState(page);
        await page.Bottone("Lascia fuori 1 riga sbagliata").ClickAsync();
        await Expect(page.GetByText("1 riga pronta")).ToBeVisibleAsync();
        line.Delay = _slow;
        await page.Bottone("Importa 1 riga").DblClickAsync();
        await Expect(page.GetByText("Importata 1 riga.")).ToBeVisibleAsync();
        line.Delay = TimeSpan.Zero;
    }

    private static async Task AddRup(IPage page, DelayProxy line)
    {
        await page.Go(new Uri(line.Address, AppRoutes.PersoneEdEnti + "?cerca=nespolo").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Comune di Nespolo" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Aggiungi il RUP" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Aggiungi il RUP");
        await page.Bottone("Aggiungi il RUP").ClickAsync();
        await Expect(page.Locator("#modulo-Chi-errore")).ToContainTextAsync("Scegli la persona");
        await page.Modulo("Chi").SelectOptionAsync("nuova");
        var persona = SampleAnagrafe.Persona("nadia.forni@comune.nespolo.example", "FRNNDA");
        foreach (var (campo, testo) in new[]
        {
            (nameof(PersonaForm.Nome), "Nadia"), (nameof(PersonaForm.Cognome), "Forni"), (nameof(PersonaForm.NomeUtente), persona.NomeUtente),
            (nameof(PersonaForm.CodiceFiscale), persona.CodiceFiscale), (nameof(PersonaForm.Email), persona.Email), ("NumeroAtto", "7"),
            ("DataAtto", RupPath.Oggi), ("EmanatoDa", "Sindaco"),
        })
        {
            await page.Modulo(campo).FillAsync(testo!);
        }

        await page.Modulo("TipoAtto").SelectOptionAsync(nameof(TipoAttoDiNomina.Decreto));
        await Screenshots.Save(page, "aggiungi-rup");
        await Axe.CheckState(page);
        line.Delay = _slow;
        await page.Bottone("Aggiungi il RUP").DblClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Comune di Nespolo");
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Nadia Forni");
        line.Delay = TimeSpan.Zero;
    }

    private static async Task Choose(IPage page, AnagrafeSheet foglio, params RigaAnagrafe[] righe)
    {
        using var file = new MemoryStream();
        file.SaveAs(righe.Select(r => foglio.Columns.ToDictionary(c => c.Caption, c => (object?)r[c.Field])));
        await page.Locator($"#foglio-{foglio.Key}").ScegliFile(
            new FilePayload { Name = $"{foglio.Key}.xlsx", MimeType = "application/octet-stream", Buffer = file.ToArray() });
    }

    private static Task<int> Events(TestApp app, string azione) =>
        ReadyAffidamenti.Query(app.Services, db => db.Registro.CountAsync(e => e.Azione == azione && e.AttoreId != null));
}
