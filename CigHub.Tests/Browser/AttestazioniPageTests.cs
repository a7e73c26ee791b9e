using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that an Auditor makes an attestazione, takes it home, compares the registro with it, and downloads the proof of an event.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class AttestazioniPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task Un_attestazione_si_fa_si_scarica_e_si_confronta()
    {
        await using var app = await TestApp.Start();
        await using var testPage = await browser.NewPage(app.Address);
        var page = testPage.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.Attestazioni);
        var store = app.Services.GetRequiredService<AttestazioniStore>();
        var n = store.Last + 1;
        await page.Bottone("Nuova attestazione").ClickAsync();
        var rows = page.GetByRole(AriaRole.Region, new() { Name = "Attestazioni", Exact = true }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(n);
        await Expect(rows.First).ToContainTextAsync("Su richiesta");
        var note = store.Read(n)!.Nota;
        var file = await Downloaded(page, page.GetByRole(AriaRole.Button, new() { Name = $"Attestazione n. {n}" }));
        Assert.Equal(($"attestazione-{n:000000}.txt", note), file);

        await page.Bottone("Confronta con un'attestazione").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Incolla il testo di un'attestazione");
        await page.Locator("#testo-attestazione").FillAsync(note);
        await page.Bottone("Confronta con un'attestazione").ClickAsync();
        await Expect(page.Locator(".esito-verifica")).ToContainTextAsync($"Coerente con l'attestazione n. {n} del");
        await page.Locator("#file-attestazione").SetInputFilesAsync(new FilePayload
        {
            Name = "altra.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(note.Replace($"attestazione {n}", "attestazione 7")),
        });
        await Expect(page.Locator("#testo-attestazione")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("attestazione 7"));
        await page.Bottone("Confronta con un'attestazione").ClickAsync();
        await Expect(page.Locator(".esito-verifica")).ToContainTextAsync("La firma non è valida");
        await Axe.Check(page);
        await Screenshots.Save(page, "attestazioni");

        var proof = await Downloaded(page, page.GetByRole(AriaRole.Button, new() { Name = $"Prova di coerenza con la n. {n}" }));
        Assert.StartsWith("old ", proof.Text, StringComparison.Ordinal);

        await page.Go(AppRoutes.EventoDi(8));
        await page.GetByText("Testo conservato e impronta").ClickAsync();
        var inclusion = await Downloaded(page, page.Bottone("Prova di inclusione"));
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nindex 7\n", inclusion.Text, StringComparison.Ordinal);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync($"è nel registro dell'attestazione n. {n}");
    }

    private static async Task<(string Name, string Text)> Downloaded(IPage page, ILocator button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync()));
    }
}
