using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>Performs the steps of a RUP in the app as a user does, for all browser tests that need them.</summary>
internal static class RupPath
{
    public static readonly string ImportoServizi = PercorsoAd4.QuadroEconomico(0, "impServizi");

    /// <summary>The day of today in Rome, as text. The Convenzioni of the demonstration are open on this day.</summary>
    public static string Oggi => RomeTime.Text(TimeProvider.System.Today());

    /// <summary>Says that the portal's list was looked at now, and what was there.</summary>
    public static async Task ElencoGuardato(this IPage page, string trovato)
    {
        await page.Locator("#modulo-Ora").FillAsync(RomeTime.Time(TimeProvider.System.GetUtcNow().UtcDateTime));
        await page.Locator("#modulo-Trovato").SelectOptionAsync(trovato);
        await page.Bottone("Ho guardato: si può riprovare").ClickAsync();
    }

    private static readonly (string Percorso, string Testo)[] Risposte =
    [
        (PercorsoAd4.DataAdesione, Oggi),
        (ImportoServizi, "12500,50"),
        (PercorsoAd4.QuadroEconomico(0, "sommeADisposizione"), "0"),
    ];

    public static ILocator Field(this IPage page, string percorso) => page.Locator($"#{Web.Features.Affidamenti.Ad4.Campo.IdOf(percorso)}");

    /// <summary>Waits until the file input can be used, then chooses files as a user does.</summary>
    public static async Task ScegliFile(this ILocator casella, params FilePayload[] file)
    {
        await Expect(casella).ToBeEnabledAsync();
        await casella.SetInputFilesAsync(file);
    }

    public static ILocator Bottone(this IPage page, string nome) => page.GetByRole(AriaRole.Button, new() { Name = nome, Exact = true });

    /// <summary>
    /// Creates a new AD4 on the Lotto whose name matches, from the list of Convenzioni. Returns the id of its Affidamento.
    /// </summary>
    public static async Task<Guid> NuovaScheda(this IPage page, string lotto)
    {
        await page.Go(AppRoutes.Convenzioni);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new($"Nuovo Affidamento.*{lotto}") }).ClickAsync();
        await page.Bottone("Crea la scheda AD4").ClickAsync();
        await Expect(page.Locator("#contenuto")).ToContainTextAsync("Da sistemare");

        // A new page moves the focus to its heading, so wait before typing.
        await Expect(page.Locator("h1")).ToBeFocusedAsync();

        // The menu is the last part of the page that waits for data.
        await Expect(page.Locator("#altro-scheda button")).ToBeEnabledAsync();
        return Guid.Parse(page.Url.Split('/')[^1]);
    }

    /// <summary>Fills in the fields of the AD4 that have no default, until nothing is missing.</summary>
    public static async Task FillIn(this IPage page)
    {
        foreach (var (percorso, testo) in Risposte)
        {
            await page.Field(percorso).FillAsync(testo);
        }

        await page.Choose("afferenteInvestimentiPNRR", "No");
        await page.Choose("acquisizioneCup", "No");
        await Expect(page.Locator("#pannello-titolo")).ToHaveTextAsync("Scheda completa");
    }

    public static Task Choose(this IPage page, string campo, string parola) =>
        page.Field(PercorsoAd4.Aggiudicazione(0, campo)).GetByLabel(parola, new() { Exact = true }).CheckAsync();

    /// <summary>Shows every field of the open scheda, also those filled in from the Lotto.</summary>
    public static async Task MostraTutto(this IPage page)
    {
        await page.Locator("[data-tutti-i-campi]").CheckAsync();
        await page.Field(PercorsoAd4.Aggiudicazione(0, "datiBaseCPV/cpvPrevalente")).WaitForAsync();
    }

    /// <summary>Chooses a command of the menu «Altro» of the open scheda.</summary>
    public static async Task Altro(this IPage page, string comando)
    {
        await page.Locator("#altro-scheda button").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = comando }).ClickAsync();
    }

    /// <summary>Goes from a complete AD4 to the first step of the request of the CIG.</summary>
    public static async Task AvviaRichiesta(this IPage page)
    {
        await page.Bottone("Pronto per il portale").ClickAsync();
        await page.Bottone("Avvia richiesta CIG").ClickAsync();
        await page.Locator(".passo-attuale").WaitForAsync();
    }

    public static async Task Avanti(this IPage page, int dalPasso)
    {
        await Expect(page.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync($"{dalPasso}");
        await page.Bottone("Fatto, avanti").ClickAsync();
        await Expect(page.Locator(".passo-attuale .passo-numero")).ToHaveTextAsync($"{dalPasso + 1}");
    }

    /// <summary>
    /// Goes through the steps of the request to the last one, copies every value of step 5, and confirms the values read again before step
    /// 6.
    /// </summary>
    public static async Task FinoAllUltimoPasso(this IPage page)
    {
        for (var passo = 1; passo <= 4; passo++)
        {
            await page.Avanti(passo);
        }

        await page.CopiaTutto();
        await page.Avanti(5);
        await page.Rilegge();
    }

    /// <summary>Confirms at step 6 that the portal shows the same data, and waits for the step of the CIG.</summary>
    public static async Task Rilegge(this IPage page)
    {
        await Expect(page.Locator(".da-rileggere dd")).ToHaveCountAsync(4);
        await page.Bottone("Ho riletto: sul portale leggo gli stessi dati").ClickAsync();
        await Expect(page.GetByLabel("Incolla qui il CIG Derivato")).ToBeVisibleAsync();
    }

    /// <summary>Copies every value of the open step. Returns the text of the clipboard after each copy, in order.</summary>
    public static async Task<IReadOnlyList<string>> CopiaTutto(this IPage page)
    {
        var righe = page.Locator(".passo-attuale .valori").First.Locator(".valore-riga");
        var copiati = new List<string>();
        for (var i = 0; i < await righe.CountAsync(); i++)
        {
            await righe.Nth(i).GetByRole(AriaRole.Button).ClickAsync();
            await Expect(righe.Nth(i)).ToHaveAttributeAsync("data-copiato", "true");
            copiati.Add(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        }

        return copiati;
    }
}
