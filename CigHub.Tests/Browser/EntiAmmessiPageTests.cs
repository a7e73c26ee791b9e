using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Convenzioni.EntiCheAderiscono;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the Enti that a Convenzione admits: an Amministratore pastes their codes or takes them from a sheet, and the RUP of another Ente sees
/// that the Convenzione is not for that Ente. Every button that writes is pressed twice over a slow line, and must write once.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class EntiAmmessiPageTests(BrowserFixture browser)
{
    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(120);

    [Fact]
    public async Task Gli_Enti_ammessi_si_incollano_o_vengono_da_un_foglio_e_gli_altri_non_aderiscono()
    {
        await using var app = await TestApp.Start();
        await using var line = DelayProxy.Before(app.Address, TimeSpan.Zero);
        var (lotto, enti) = await ReadyAffidamenti.Query(app.Services, async db => (
            await db.Lotti.OrderBy(l => l.CigPadre).FirstAsync(), await db.Enti.OrderBy(e => e.Denominazione).ToListAsync()));
        var altri = enti.Where(e => e.Denominazione != "Comune di Tivoli").ToList();
        await using (var ufficio = await browser.NewPage(app.Address))
        {
            var page = ufficio.Page;
            await page.SignIn("amministratore");
            await page.Go(new Uri(line.Address, AppRoutes.ConvenzioneDi(lotto.ConvenzioneId)).ToString());
            var parte = page.Locator("section[aria-labelledby=enti-ammessi]");
            await Expect(parte).ToContainTextAsync("Possono aderire tutti gli Enti.");
            await parte.GetByText("Aggiungi Enti all'elenco", new() { Exact = true }).ClickAsync();
            var (campo, errore) = (page.Modulo(ElencoDiEnti.Campo), page.Locator($"#modulo-{ElencoDiEnti.Campo}-errore"));
            line.Delay = _slow;
            await campo.FillAsync($"{altri[0].CodiceFiscale} {altri[0].Denominazione}\nnon si sa");
            await page.Bottone("Aggiungi all'elenco").ClickAsync();
            await Expect(errore).ToContainTextAsync("riga 2, «non»");
            await Expect(campo).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("non si sa$"));
            await Screenshots.Save(page, "enti-ammessi-errore");
            await Axe.CheckState(page);
            await campo.FillAsync($"{altri[0].CodiceFiscale} {altri[0].Denominazione}");
            await page.Bottone("Aggiungi all'elenco").DblClickAsync();
            await Expect(page.Locator(".esito-azione")).ToContainTextAsync("Aggiunto 1 Ente agli ammessi.");
            await Expect(campo).ToHaveValueAsync("");
            line.Delay = TimeSpan.Zero;

            await parte.GetByLabel("Oppure un foglio").SetInputFilesAsync(new FilePayload
            {
                Name = "enti.xlsx",
                MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Buffer = await Sheet(altri.Skip(1).Take(1).Select(e => (e.Denominazione, e.CodiceFiscale.Valore))),
            });
            await Expect(parte).ToContainTextAsync("Letta 1 riga dal foglio");
            await Expect(campo).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"{altri[1].CodiceFiscale} {altri[1].Denominazione}$"));
            await page.Bottone("Aggiungi all'elenco").ClickAsync();
            await Expect(parte).ToContainTextAsync("Possono aderire 2 Enti.");
            await parte.GetByText("Mostra l'elenco").ClickAsync();
            await Expect(parte.Locator("tbody tr")).ToHaveCountAsync(2);
            await Screenshots.Save(page, "enti-ammessi");
            await Axe.Check(page);
            line.Delay = _slow;
            await parte.GetByRole(AriaRole.Button, new() { Name = $"Togli {altri[1].Denominazione} dagli Enti ammessi" }).ClickAsync();
            await Expect(parte.Locator("tbody tr")).ToHaveCountAsync(1);
        }

        Assert.Equal(3, await ReadyAffidamenti.Query(app.Services, db => db.Registro.CountAsync(e => e.Azione == Azioni.EntiAmmessiCambiati)));

        await using var rup = await browser.NewPage(app.Address);
        await rup.Page.SignIn("rup.tivoli", "Rup");
        await rup.Page.Go(AppRoutes.Convenzioni);
        var gruppo = rup.Page.Locator($"#c-{lotto.ConvenzioneId}");
        await Expect(gruppo).ToContainTextAsync("Il tuo Ente non è tra gli ammessi");
        await Expect(gruppo.GetByRole(AriaRole.Link, new() { NameRegex = new("^Nuovo Affidamento") })).ToHaveCountAsync(0);
        await Screenshots.Save(rup.Page, "convenzioni-non-ammesso");
        await rup.Page.Go(AppRoutes.ConvenzioneDi(lotto.ConvenzioneId));
        await Expect(rup.Page.GetByText("Aggiungi Enti all'elenco")).ToHaveCountAsync(0);
        await Axe.CheckState(rup.Page);
        await rup.Page.Go(AppRoutes.NuovoAffidamentoSu(lotto.Id));
        await Expect(rup.Page.GetByText("non è tra quelli ammessi a questa Convenzione")).ToBeVisibleAsync();
        await Expect(rup.Page.Bottone("Crea la scheda AD4")).ToHaveCountAsync(0);
    }

    private static async Task<byte[]> Sheet(IEnumerable<(string Nome, string Codice)> enti)
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(enti.Select(e => new Dictionary<string, object> { [FoglioDiEnti.Nome] = e.Nome, [FoglioDiEnti.Codice] = e.Codice }));
        return file.ToArray();
    }
}
