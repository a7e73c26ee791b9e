using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests wrong input that a user types, pastes or opens by mistake. The page must show a sentence at the field, keep the text, save nothing
/// in part, and go on working.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class WrongDataTests(BrowserFixture browser)
{
    private static readonly (string Percorso, string Testo, string Frase)[] Errori =
    [
        (RupPath.ImportoServizi, "-5", "non può essere negativo"),
        (RupPath.ImportoServizi, "10,123", "due decimali"),
        (RupPath.ImportoServizi, "=1+1", "Importo non leggibile"),
        (PercorsoAd4.DataAdesione, "31/02/2026", "febbraio 2026 ha 28 giorni"),
        (PercorsoAd4.CigPadre, "B61107E183", "cifra di controllo"),
        (PercorsoAd4.Aggiudicazione(0, "cupLotto/0"), "B11B22000010001,B11B2200001000", "un solo CUP"),
        ("anacForm/stazioniAppaltanti/0/codiceFiscale", "99000001001", "L'ultima cifra del codice fiscale non torna"),
    ];

    [Fact]
    public async Task Ogni_dato_sbagliato_ha_la_sua_frase_accanto_e_resta_come_scritto()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var id = await page.NuovaScheda("Castelli");
        await page.MostraTutto();
        await page.Choose("acquisizioneCup", "Sì");
        foreach (var (percorso, testo, frase) in Errori)
        {
            await page.Field(percorso).FillAsync(testo);
            await page.Field(percorso).BlurAsync();
            await Expect(page.Locator($"#{Web.Features.Affidamenti.Ad4.Campo.IdOf(percorso)}-errore")).ToContainTextAsync(frase);
            await Expect(page.Bottone("Pronto per il portale")).ToBeDisabledAsync();
        }

        // A field is saved a moment after it is judged, so wait for the last one before the page is left.
        var (ultimo, scritto, _) = Errori[^1];
        await Waits.Until(
            () => ReadyAffidamenti.Query(app.Services, async db => (await db.Affidamenti.SingleAsync(a => a.Id == id)).Bozza.Testo(ultimo) == scritto),
            "The last field was not saved.");
        await page.Go(AppRoutes.SchedaDi(id));
        await page.MostraTutto();
        foreach (var (percorso, testo, frase) in Errori.GroupBy(e => e.Percorso).Select(e => e.Last()))
        {
            await Expect(page.Field(percorso)).ToHaveValueAsync(testo);
            await Expect(page.Locator($"#{Web.Features.Affidamenti.Ad4.Campo.IdOf(percorso)}-errore")).ToContainTextAsync(frase);
        }
    }

    [Fact]
    public async Task Un_documento_intero_incollato_in_un_campo_si_rifiuta_con_una_frase_e_la_pagina_continua()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        await page.NuovaScheda("Castelli");
        var oggetto = page.Field(PercorsoAd4.Oggetto);
        await Incolla(page, oggetto, new string('à', 100_000));
        await Expect(page.Locator($"#{Web.Features.Affidamenti.Ad4.Campo.IdOf(PercorsoAd4.Oggetto)}-errore")).ToContainTextAsync("il massimo è 4000");
        Assert.Equal(100_000, (await oggetto.InputValueAsync()).Length);
        await Incolla(page, oggetto, new string('x', 300_000));
        await Expect(page.Locator(".troppo-lungo")).ToContainTextAsync("300.000 caratteri");
        Assert.Equal(100_000, (await oggetto.InputValueAsync()).Length);

        await oggetto.FillAsync("<b>Pulizia</b> =CMD()");
        await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");
        await Expect(page.Locator(".sottotitolo")).ToHaveTextAsync("<b>Pulizia</b> =CMD()");
    }

    private static Task Incolla(IPage page, ILocator campo, string testo) => campo.EvaluateAsync(
        """
        (e, testo) => {
            e.focus();
            e.select();
            const dati = new DataTransfer();
            dati.setData('text', testo);
            if (e.dispatchEvent(new ClipboardEvent('paste', { clipboardData: dati, bubbles: true, cancelable: true }))) {
                e.setRangeText(testo, e.selectionStart, e.selectionEnd, 'end');
                e.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }
        }
        """,
        testo);
}
