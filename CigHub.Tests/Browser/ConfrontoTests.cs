using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that an Auditor compares the data with the registro eventi, reads the differences and explains them, on a line with a delay.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class ConfrontoTests(BrowserFixture browser)
{
    private static readonly TimeSpan _delay = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Una_differenza_si_legge_e_si_spiega()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.Zero);
        await using var testPage = await browser.NewPage(line.Address);
        var page = testPage.Page;
        await page.SignIn("auditor");
        await Change(app, 123456);
        await page.Go(AppRoutes.RegistroEventi);
        line.Delay = _delay;

        // The second click finds the first comparison under way, or its outcome.
        await page.Bottone("Confronta con i dati").DblClickAsync();
        var righe = page.GetByRole(AriaRole.Region, new() { Name = "Ciò che non concorda" }).Locator("tbody tr");
        await Expect(righe).ToHaveCountAsync(1);
        await Expect(righe).ToContainTextAsync("Convenzione «");
        await Expect(righe).ToContainTextAsync("Soglia di approvazione");
        await Expect(righe).ToContainTextAsync("1.234,56");
        await Expect(page.Locator(".esito-verifica")).ToContainTextAsync("avvisa RPCT e dirigente");
        await Axe.Check(page);
        await Screenshots.Save(page, "confronto-differenza");

        await righe.GetByRole(AriaRole.Button, new() { Name = "Spiega: Convenzione" }).ClickAsync();
        await page.Bottone("Registra la spiegazione").ClickAsync();
        await Expect(page.Locator("#modulo-Motivo-errore")).ToContainTextAsync("da quale atto risulta");
        await page.Modulo("Motivo").FillAsync("Rettifica autorizzata, verbale n. 4");
        await page.Bottone("Registra la spiegazione").ClickAsync();
        await Expect(righe).ToContainTextAsync("Spiegata: evento");
        await Expect(page.Locator(".esito-verifica")).ToContainTextAsync("salvo 1 punto già spiegato");
        await Expect(page.Locator(".guasto")).ToHaveCountAsync(0);
        await Axe.CheckState(page);
        await Screenshots.Save(page, "confronto-spiegata");

        await page.Bottone("Confronta con i dati").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("ha confrontato i dati con il registro: concordano");
        line.Delay = TimeSpan.Zero;
        await page.Go(AppRoutes.Cruscotto);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "I dati concordano con il registro" })).ToBeVisibleAsync();
        Assert.InRange(await ReadyAffidamenti.Query(app.Services, db => db.Registro.CountAsync(e => e.Azione == Azioni.RegistroConfrontato)), 2, 3);
    }

    /// <summary>Changes the approval threshold of a Convenzione directly in the database file, without the app.</summary>
    private static async Task Change(TestApp app, long centesimi)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(app.Folder, DataSetup.DatabaseFileName)};Pooling=False");
        await file.OpenAsync();
        await using var comando = file.CreateCommand();
        comando.CommandText = $"UPDATE Convenzioni SET SogliaApprovazione = {centesimi} WHERE Id = (SELECT MIN(Id) FROM Convenzioni)";
        Assert.Equal(1, await comando.ExecuteNonQueryAsync());
    }
}
