using CigHub.Tests.Features.Attestazioni.Dossier;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.Attestazioni.Dossier;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests that an Auditor makes an attestazione, takes it home, compares the registro with it, and downloads the proof of an event.
/// </summary>
[Collection(BrowserChains.Second)]
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
        await page.Locator("#modulo-Attestazione").FillAsync(note);
        await page.Bottone("Confronta con un'attestazione").ClickAsync();
        await Expect(page.Locator(".esito-verifica")).ToContainTextAsync($"Coerente con l'attestazione n. {n} del");
        await page.Locator("#file-attestazione").SetInputFilesAsync(new FilePayload
        {
            Name = "altra.txt",
            MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes(note.Replace($"attestazione {n}", "attestazione 7")),
        });
        await Expect(page.Locator("#modulo-Attestazione")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("attestazione 7"));
        await page.Bottone("Confronta con un'attestazione").ClickAsync();
        await Expect(page.Locator(".esito-verifica")).ToContainTextAsync("La firma non è valida");
        await Axe.Check(page);
        await Screenshots.Save(page, "attestazioni");

        var proof = await Downloaded(page, page.GetByRole(AriaRole.Button, new() { Name = $"Prova di coerenza con la n. {n}" }));
        Assert.StartsWith("old ", proof.Text, StringComparison.Ordinal);

        // The pasted text would ask whether to leave it.
        await page.GotoAsync(AppRoutes.EventoDi(8));
        await page.WaitUntilInteractive();
        await page.GetByText("Testo conservato e impronta").ClickAsync();
        var inclusion = await Downloaded(page, page.Bottone("Prova di inclusione"));
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nindex 7\n", inclusion.Text, StringComparison.Ordinal);
        await Expect(page.Locator("#contenuto")).ToContainTextAsync($"è nel registro dell'attestazione n. {n}");
    }

    [Fact]
    [LongRun(typeof(AttestazioniPageTests), "every altered dossier in the browser")]
    public async Task Il_dossier_si_prende_con_due_clic_e_verifica_html_vede_ogni_alterazione()
    {
        await using var app = await TestApp.Start();
        await using var testPage = await browser.NewPage(app.Address);
        var page = testPage.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.Attestazioni);
        await page.Bottone("Prepara il dossier").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Scarica il dossier" }).ClickAsync());
        Assert.StartsWith("dossier-cighub-", download.SuggestedFilename, StringComparison.Ordinal);
        using (var taken = DossierCopy.Extract(await download.PathAsync()))
        {
            Assert.Equal("COERENTE", (await Verified(page, taken, null, null)).Outcome);
        }

        await using var office = await OfficeWithDossier.Make();
        using (var untouched = DossierCopy.Extract(office.Made.File))
        {
            Assert.Equal("COERENTE", (await Verified(page, untouched, office.NoteOutside, office.Key)).Outcome);
            await Axe.CheckState(page);
            await Screenshots.Save(page, "verifica-dossier");
        }

        var passed = new List<string>();
        foreach (var (way, (_, onlyFromOutside)) in DossierCopy.Ways)
        {
            using var copy = DossierCopy.Extract(office.Made.File);
            copy.Alter(way);
            var alone = await Verified(page, copy, null, null);
            var outside = await Verified(page, copy, office.NoteOutside, office.Key);
            if (alone.Outcome != (onlyFromOutside ? "COERENTE" : "NON COERENTE") || outside.Outcome != "NON COERENTE")
            {
                passed.Add($"{way}: {alone}, from outside: {outside}");
            }
        }

        Assert.Empty(passed);
        using var backDated = DossierCopy.Extract(office.Made.File);
        backDated.BackDate();
        foreach (var key in (string?[])[null, office.Key])
        {
            var said = await Verified(page, backDated, null, key);
            Assert.Equal("COERENTE", said.Outcome);
            Assert.Contains("è firmata con una chiave che solo il dossier nomina: la data non è provata", said.Lines, StringComparison.Ordinal);
            Assert.DoesNotContain("2020", said.Lines, StringComparison.Ordinal);
            Assert.Contains("ok: coerente con l'attestazione n. 1 del", said.Lines, StringComparison.Ordinal);
        }

        using var hidden = DossierCopy.Extract(office.Made.File);
        hidden.HideTheVerdict();
        var lines = (await Verified(page, hidden, null, null)).Lines;
        Assert.Contains("«x??COERENTE?»", lines, StringComparison.Ordinal);
        Assert.Contains("«x?]0;?»", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Con_il_disco_pieno_la_pagina_dice_che_il_dossier_manca_e_il_lavoro_va_avanti()
    {
        await using var app = await TestApp.Start();
        var files = app.Services.GetRequiredService<DossierFiles>();
        var open = files.Open;
        files.Open = FullDisk.Open;
        await using var testPage = await browser.NewPage(app.Address);
        var page = testPage.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.Attestazioni);
        await page.Bottone("Prepara il dossier").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Il dossier non è stato fatto: il disco del server è pieno" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Scarica il dossier" })).ToHaveCountAsync(0);
        await Screenshots.Save(page, "dossier-disco-pieno");
        await page.Bottone("Nuova attestazione").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Fatta l'attestazione n.");
        files.Open = open;
        await page.Bottone("Prepara il dossier").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Scarica il dossier" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Un_dossier_con_pseudonimi_si_prende_e_si_verifica_anche_su_una_linea_lenta()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.FromMilliseconds(150));
        await using var testPage = await browser.NewPage(line.Address);
        var page = testPage.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.Attestazioni);
        await page.Bottone("Nuova attestazione").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Fatta l'attestazione n.");
        await page.GetByLabel("Con pseudonimi").CheckAsync();
        await page.Bottone("Prepara il dossier").DblClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Scarica il dossier" });
        await Expect(link).ToBeVisibleAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("con pseudonimi), fino all'attestazione");
        await Axe.Check(page);
        await Screenshots.Save(page, "attestazioni-pseudonimi");
        var last = app.Services.GetRequiredService<AttestazioniStore>().Last;
        await page.Modulo("Prima").FillAsync("1");
        await page.Modulo("Seconda").FillAsync($"{last}");
        var proof = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Scarica la prova").DblClickAsync());
        Assert.Equal($"coerenza-000001-{last:000000}.txt", proof.SuggestedFilename);
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.EndsWith("-pseudonimi.zip", download.SuggestedFilename, StringComparison.Ordinal);
        using var taken = DossierCopy.Extract(await download.PathAsync());
        var (outcome, lines) = await Verified(page, taken, null, null, await File.ReadAllTextAsync(await proof.PathAsync()));
        Assert.Equal("COERENTE", outcome);
        Assert.Contains("con pseudonimi: si verificano impronte e attestazioni", lines, StringComparison.Ordinal);
        Assert.Contains("continua la n. 1 del", lines, StringComparison.Ordinal);
        await page.GotoAsync(new Uri(taken.PathOf("dossier.html")).AbsoluteUri);
        await Expect(page.Locator("#requisiti")).ToBeVisibleAsync();
        await Screenshots.Save(page, "dossier-pseudonimi");
        var leaves = await File.ReadAllLinesAsync(taken.PathOf("foglie.txt"));
        await File.WriteAllLinesAsync(taken.PathOf("foglie.txt"), leaves.Skip(1));
        taken.Reseal();
        Assert.Equal("NON COERENTE", (await Verified(page, taken, null, null)).Outcome);
        await OneForgeryOfEachKindIsSeen(page);
    }

    [Fact]
    [LongRun(typeof(AttestazioniPageTests), "proofs checked by verifica.html")]
    public async Task Due_attestazioni_qualunque_hanno_la_loro_prova_che_verifica_html_controlla()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.FromMilliseconds(150));
        await using var testPage = await browser.NewPage(line.Address);
        var page = testPage.Page;
        await page.SignIn("auditor");
        await page.Go(AppRoutes.Attestazioni);
        await page.Bottone("Nuova attestazione").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Fatta l'attestazione n.");
        var last = app.Services.GetRequiredService<AttestazioniStore>().Last;
        await page.Bottone("Scarica la prova").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Scrivi i numeri delle due attestazioni");
        await page.Modulo("Prima").FillAsync($"{last}");
        await page.Modulo("Seconda").FillAsync("1");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Bottone("Scarica la prova").DblClickAsync());
        Assert.Equal($"coerenza-000001-{last:000000}.txt", download.SuggestedFilename);
        await Expect(page.Locator(".esito-coerenza")).ToContainTextAsync(last == 1 ? "È la stessa attestazione" : "continua la n. 1 del");
        await Axe.CheckState(page);
        await Screenshots.Save(page, "attestazioni-due");
        var proof = await File.ReadAllTextAsync(await download.PathAsync());

        await using var office = await OfficeWithDossier.Make();
        var mine = office.Bench.Services.GetRequiredService<AttestazioniStore>();
        Assert.Equal(2, mine.Last);
        var two = (await office.Bench.Reader.ReadLong<ProvaDiCoerenza, ProofFile>(office.Bench.Auditor, q => q.Run(1, 2), default)).Value.Testo!;
        using var copy = DossierCopy.Extract(office.Made.File);
        var right = await Verified(page, copy, null, null, two);
        Assert.Equal("COERENTE", right.Outcome);
        Assert.Contains("continua la n. 1 del", right.Lines, StringComparison.Ordinal);
        Assert.Equal("NON COERENTE", (await Verified(page, copy, null, null, WithAnotherHash(two))).Outcome);
        Assert.Equal("NON COERENTE", (await Verified(page, copy, null, null, proof)).Outcome);

        // Together with an event that the dossier has, and with one that it has not.
        var exact = await office.Bench.Query(db => db.Registro.Where(e => e.Seq == 3).Select(e => e.Byte).SingleAsync());
        var both = await Verified(page, copy, null, null, two, exact);
        Assert.Equal("COERENTE", both.Outcome);
        Assert.Contains("continua la n. 1 del", both.Lines, StringComparison.Ordinal);
        Assert.Contains("l'evento 3 di", both.Lines, StringComparison.Ordinal);
        exact[^3] ^= 1;
        Assert.Equal("NON COERENTE", (await Verified(page, copy, null, null, two, exact)).Outcome);

        // A forger's key, called a retired one, signs a registro that seems to continue ours.
        var forged = copy.ForgeConsistency();
        var outcome = await Verified(page, copy, null, office.Key, forged);
        Assert.Equal("NON COERENTE", outcome.Outcome);
        Assert.DoesNotContain("continua la", outcome.Lines, StringComparison.Ordinal);
    }

    /// <summary>
    /// Forges a dossier in ways that need what <c>verifica.html</c> knows beside the hashes: what is kept outside, signatures, proofs, and
    /// which keys may sign.
    /// </summary>
    private static async Task OneForgeryOfEachKindIsSeen(IPage page)
    {
        await using var office = await OfficeWithDossier.Make();
        using var cut = DossierCopy.Extract(office.Made.File);
        cut.Alter("tail cut, head adjusted: an old backup put back");
        Assert.Equal("NON COERENTE", (await Verified(page, cut, office.NoteOutside, office.Key)).Outcome);
        await Axe.Check(page);
        using var signed = DossierCopy.Extract(office.Made.File);
        signed.Alter("forged signature");
        Assert.Equal("NON COERENTE", (await Verified(page, signed, null, null)).Outcome);

        using var copy = DossierCopy.Extract(office.Made.File);
        var two = (await office.Bench.Reader.ReadLong<ProvaDiCoerenza, ProofFile>(office.Bench.Auditor, q => q.Run(1, 2), default)).Value.Testo!;
        Assert.Equal("NON COERENTE", (await Verified(page, copy, null, null, WithAnotherHash(two))).Outcome);
        var forged = await Verified(page, copy, null, office.Key, copy.ForgeConsistency());
        Assert.Equal("NON COERENTE", forged.Outcome);
        Assert.DoesNotContain("continua la", forged.Lines, StringComparison.Ordinal);
    }

    private static string WithAnotherHash(string proof)
    {
        var hash = proof.Split('\n')[1];
        return proof.Replace(hash, (hash[0] == 'A' ? "B" : "A") + hash[1..], StringComparison.Ordinal);
    }

    /// <summary>Opens the page of the dossier from the disk, without the app, chooses the folder, and returns what it says.</summary>
    private static async Task<(string Outcome, string Lines)> Verified(
        IPage page, DossierCopy copy, string? note, string? key, string proof = "", byte[]? events = null)
    {
        await page.GotoAsync(new Uri(copy.PathOf("verifica.html")).AbsoluteUri);
        await page.Locator("#cartella").SetInputFilesAsync(copy.Folder);
        await page.Locator("#altra").FillAsync(note ?? "");
        await page.Locator("#chiave").FillAsync(key ?? "");
        await page.Locator("#coerenza").FillAsync(proof);
        if (events is not null)
        {
            await page.Locator("#evento").SetInputFilesAsync(new FilePayload { Name = "evento.ndjson", MimeType = "application/json", Buffer = events });
        }

        await page.Locator("#verifica").ClickAsync();
        await Expect(page.Locator("#esito")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("COERENTE$"));
        return (await page.Locator("#esito").InnerTextAsync(), await page.Locator("#righe").InnerTextAsync());
    }

    private static async Task<(string Name, string Text)> Downloaded(IPage page, ILocator button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync()));
    }
}
