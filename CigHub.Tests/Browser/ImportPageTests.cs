using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests the way of a JSON from another system: each correction is read by its path before the import, and what only the user can decide is
/// proposed in the panel of the draft.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class ImportPageTests(BrowserFixture browser)
{
    private static readonly string _ruolo = PercorsoAd4.Aggiudicazione(0, "partecipanti/0/ruoloOE");
    private static readonly string _finanziato = PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/importo");

    [Fact]
    public async Task Ogni_correzione_si_legge_prima_e_le_proposte_si_accettano_con_un_clic()
    {
        await using var app = await TestApp.Start();
        await using var rup = await browser.NewPage(app.Address);
        var page = rup.Page;
        await page.SignIn("rup.tivoli", "Rup");
        var modello = await page.NuovaScheda("Castelli");
        var bozza = await ReadyAffidamenti.Query(app.Services, db => db.Affidamenti.Where(a => a.Id == modello).Select(a => a.Bozza).SingleAsync());

        await page.Go(AppRoutes.ImportaScheda);
        await page.Locator("#json").ScegliFile(new FilePayload { Name = "scheda.json", MimeType = "application/json", Buffer = Foreign(bozza) });
        var correzioni = page.Locator("#correzioni li");
        await Expect(correzioni).ToHaveCountAsync(2);
        await Expect(correzioni.First).ToContainTextAsync("anacForm/");
        await Expect(page.Locator("#correzioni")).ToContainTextAsync("Era il solo codice");
        await Expect(page.Locator("#correzioni")).ToContainTextAsync("Il modello di ANAC non ha questo dato");
        await Screenshots.Save(page, "importa-correzioni");
        await page.Bottone("Crea la bozza").ClickAsync();

        // The ended role is an error with a proposal. The user accepts it in the panel.
        await Expect(page.Field(_ruolo)).ToHaveValueAsync("3");
        await page.Locator("[data-proposta='codice.non-valido-oggi']").ClickAsync();
        await Expect(page.Field(_ruolo)).ToHaveValueAsync("14");

        // The funding follows the whole quadro economico. Less asks for a reason, and the usual one is at hand.
        await page.MostraTutto();
        await page.Field(RupPath.ImportoServizi).FillAsync("100");
        await page.Field(PercorsoAd4.QuadroEconomico(0, "sommeADisposizione")).FillAsync("22");
        await Expect(page.Field(_finanziato)).ToHaveValueAsync("122,00");
        await page.Field(_finanziato).FillAsync("100");
        await page.Bottone("Motivo: Opzioni non ancora finanziate").ClickAsync();
        await Expect(page.Locator("[data-motivo='ad4.finanziamenti-non-tornano']")).ToHaveValueAsync("Opzioni non ancora finanziate");
        await Screenshots.Save(page, "motivo-proposto");
    }

    /// <summary>Returns the scheda as another system might write it: a bare code, a member of its own, and a role that has ended.</summary>
    private static byte[] Foreign(BozzaAd4 bozza)
    {
        var scheda = JsonNode.Parse(bozza.Scheda.Json())!;
        var adesione = scheda["anacForm"]!["aggiudicazioni"]![0]!;
        adesione["ccnl"] = adesione["ccnl"]!["codice"]!.DeepClone();
        adesione["partecipanti"]![0]!["ruoloOE"]!["codice"] = "3";
        scheda["anacForm"]!["appalto"]!["numeroInterno"] = 42;
        return Encoding.UTF8.GetBytes(scheda.ToJsonString());
    }
}
