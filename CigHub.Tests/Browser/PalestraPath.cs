using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Performs in the palestra the steps that a RUP performs on the portal. Its pages are plain HTML forms, so their inputs are found by id.
/// </summary>
internal static class PalestraPath
{
    /// <summary>
    /// Goes from the home page of the palestra to its list of documenti, as the instructions say. The user is already signed in to CigHub.
    /// </summary>
    public static async Task EntraConSpid(this IPage page)
    {
        await page.Locator("#EntraConSpid").ClickAsync();
        await page.Locator("#AffidamentoSenzaNegoziazione").ClickAsync();
        await page.Locator("#AffidamentiDirettiSuAccordoQuadro").ClickAsync();
        await page.Locator("#Elenco").WaitForAsync();
    }

    /// <summary>Goes from the palestra's list to an empty documento.</summary>
    public static async Task NuovoDocumento(this IPage page)
    {
        await page.Locator("#NuovoAffidamento").ClickAsync();
        await page.Locator("#TitoloDocumento").WaitForAsync();
    }

    public static async Task Write(this IPage page, DatiDocumento dati)
    {
        foreach (var campo in DatiDocumento.Campi.Where(c => c.Nome != nameof(DatiDocumento.TipoDiAppalto)))
        {
            await page.Locator($"#{campo.Nome}").FillAsync(campo.Valore(dati));
        }

        await page.Locator("#TipoDiAppalto").SelectOptionAsync(dati.TipoDiAppalto);
    }

    /// <summary>Presses the command with the given id in the menu «Gestione PCP» of the open documento.</summary>
    public static async Task GestionePcp(this IPage page, string comando)
    {
        await page.Locator("#GestionePcp > summary").ClickAsync();
        await page.Locator($"#{comando}").ClickAsync();
    }

    /// <summary>Waits until the open documento shows its CIG Derivato, and returns it.</summary>
    public static async Task<string> CigOttenuto(this IPage page)
    {
        await Expect(page.Locator("#CigDerivato")).Not.ToHaveValueAsync("");
        return await page.Locator("#CigDerivato").InputValueAsync();
    }

    /// <summary>Sets how often one simulated fault of the palestra happens, and sets all other faults to «Mai».</summary>
    /// <param name="ogni">The number of requests between two faults; null for one fault.</param>
    public static async Task Addestra(this IPage page, TipoGuasto guasto, int? ogni = null, string? secondi = null, string? errore = null)
    {
        await page.GotoAsync(AppRoutes.PalestraAddestramento);
        foreach (var tipo in Enum.GetValues<TipoGuasto>())
        {
            await page.Locator($"#{tipo}-Quando").SelectOptionAsync(
                (tipo != guasto ? Ricorrenza.Mai : ogni is null ? Ricorrenza.UnaVolta : Ricorrenza.OgniTante).ToString());
        }

        if (ogni is { } n)
        {
            await page.Locator($"#{guasto}-Ogni").FillAsync($"{n}");
        }

        if (secondi is not null)
        {
            await page.Locator("#Lentezza-Secondi").FillAsync(secondi);
        }

        if (errore is not null)
        {
            await page.Locator("#Rifiuto-Errore").SelectOptionAsync(errore);
        }

        await page.Locator("#Registra").ClickAsync();
        await Expect(page.Locator("#Messaggio")).ToContainTextAsync("registrati");
    }
}
