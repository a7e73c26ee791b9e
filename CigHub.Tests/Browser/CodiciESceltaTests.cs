using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Tests that pasted CUP become rows of the scheda, and that the choice among several suppliers is asked where it is made.</summary>
[Collection(BrowserChains.Second)]
public sealed class CodiciESceltaTests(BrowserFixture browser)
{
    private static readonly string Cup = PercorsoAd4.Aggiudicazione(0, "cupLotto");

    [Fact]
    public async Task I_CUP_incollati_diventano_righe()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await page.Locator($"[data-campo='{PercorsoAd4.Aggiudicazione(0, "acquisizioneCup")}'][value='true']").CheckAsync();

        await page.Field(Cup + "/0").EvaluateAsync(
            """
            (field, text) => {
              field.focus();
              field.value = text;
              field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
            }
            """,
            "f81b26000010006;F81B26000020006 F81B26000010006");

        await Expect(page.Field(Cup + "/0")).ToHaveValueAsync("F81B26000010006");
        await Expect(page.Field(Cup + "/1")).ToHaveValueAsync("F81B26000020006");
        await Expect(page.GetByText("1 CUP era già in elenco")).ToBeVisibleAsync();
        await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");
        await Screenshots.Save(page, "cup-incollati");
        await page.Go(AppRoutes.SchedaDi(id));
        await page.MostraTutto();
        await Expect(page.Field(Cup + "/1")).ToHaveValueAsync("F81B26000020006");
    }

    [Fact]
    [LongRun(typeof(CodiciESceltaTests), "a choice among suppliers")]
    public async Task La_scelta_tra_piu_fornitori_si_motiva_accanto_alle_quote()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.Go(AppRoutes.NuovoAffidamentoSu(await LottoConPiuFornitori(app)));
        await Expect(page.Locator("[data-fornitore]").First).ToContainTextAsync("€");
        await Screenshots.Save(page, "scelta-nuovo");
        await page.Locator("#fornitore").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await page.Locator("#motivo").FillAsync("Confermato con nota prot. 12.");
        await page.Bottone("Crea la scheda AD4").ClickAsync();
        await Expect(page.Locator(".pannello")).ToContainTextAsync("indica con quale criterio");

        await page.Locator("#modulo-CriterioScelta").SelectOptionAsync("Quota");
        await page.Locator("#modulo-MotivoScelta").FillAsync("Ha usato meno della propria quota.");
        await page.Bottone("Registra la scelta").ClickAsync();

        await Expect(page.GetByText("Scelta del fornitore registrata")).ToBeVisibleAsync();
        await Expect(page.Locator(".pannello")).Not.ToContainTextAsync("indica con quale criterio");
        await Screenshots.Save(page, "scelta-scheda");
    }

    private static async Task<Guid> LottoConPiuFornitori(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var lotti = await scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Lotti.AsNoTracking().ToListAsync();
        return lotti.First(l => l.HaPiuAggiudicatari).Id;
    }
}
