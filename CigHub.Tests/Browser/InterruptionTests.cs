using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Confronto;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Kills the app with <c>kill -9</c> in the middle of work, repeatedly. Data that the browser showed as saved must be there after the
/// restart, the registro must pass its verification, and the totals must be the sums of their rows. The long run kills twice,
/// <c>CIGHUB_KILL=100</c> a hundred times.
/// </summary>
[Collection(BrowserChains.First)]
public sealed class InterruptionTests(BrowserFixture browser)
{
    private static readonly int Volte = int.Parse(Environment.GetEnvironmentVariable("CIGHUB_KILL") ?? (LongRun.Is ? "2" : "1"), CultureInfo.InvariantCulture);

    [Fact]
    public async Task Cio_che_e_stato_confermato_sopravvive_a_ogni_interruzione()
    {
        var cartella = Directory.CreateTempSubdirectory("cighub-interruzione-").FullName;
        try
        {
            await using var process = await AppProcess.OnTemplate(cartella);
            await using var rup = await browser.NewPage(process.Address);
            var page = rup.Page;
            rup.ExpectServerDown();
            await page.SignIn("rup.tivoli", "Rup");
            var id = await page.NuovaScheda("Castelli");
            var caso = new Random(1);
            for (var volta = 1; volta <= Volte; volta++)
            {
                await page.Go(AppRoutes.SchedaDi(id));
                await Expect(page.Locator("#contenuto")).ToContainTextAsync("Da sistemare");
                await page.MostraTutto();
                var confermato = $"Interruzione {volta}, confermato";
                await page.Field(PercorsoAd4.Oggetto).FillAsync(confermato);
                await Expect(page.Locator(".stato-salvataggio")).ToContainTextAsync("Salvato alle");
                await page.WaitForFunctionAsync(
                    "([id, percorso]) => !Object.entries(localStorage).some("
                    + "([chiave, testi]) => chiave.endsWith(`:scheda:${id}`) && percorso in JSON.parse(testi))",
                    new[] { id.ToString(), PercorsoAd4.Oggetto });

                // Start several saves, one after each pause in typing. The power goes at some point among them.
                for (var i = 0; i < 3; i++)
                {
                    await page.Field(PercorsoAd4.QuadroEconomico(0, "impServizi")).FillAsync($"{volta}{i}00");
                    await page.Field(PercorsoAd4.QuadroEconomico(0, "impForniture")).FillAsync($"{volta}{i}50");
                }

                await page.WaitForFunctionAsync(
                    "fine => performance.now() > fine",
                    await page.EvaluateAsync<double>("performance.now()") + caso.Next(700));
                process.Kill();
                await Check(cartella, id, confermato);
                if (volta < Volte)
                {
                    await process.Restart();
                }
            }
        }
        finally
        {
            Directory.Delete(cartella, recursive: true);
        }
    }

    /// <summary>Checks the database file after a kill. It must hold the confirmed text, and the next start must accept it.</summary>
    private static async Task Check(string cartella, Guid id, string confermato)
    {
        await using var app = await AppOnFile.Open(cartella, TimeProvider.System);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var affidamento = await db.Affidamenti.AsNoTracking().SingleAsync(a => a.Id == id);
        Assert.Equal(confermato, affidamento.Oggetto);

        // The draft keeps the values before and after a change, until an event tells it.
        var lavoro = affidamento.ConsegnaLavoro();
        Assert.Contains(lavoro!.Campi, c => c.Percorso == PercorsoAd4.Oggetto && c.Dopo == confermato && c.Prima != confermato);
        EsitoVerifica esito = (await scope.ServiceProvider.GetRequiredService<VerificaIntegrita>().Run())!;
        Assert.True(esito.Integro, esito.Messaggio);
        foreach (var capienza in await db.Capienze.AsNoTracking().ToListAsync())
        {
            var somma = await db.Movimenti.Where(m => m.LottoId == capienza.LottoId).SumAsync(m => m.Importo.Centesimi);
            Assert.Equal(capienza.Massimale.Centesimi + capienza.AltreAdesioni.Centesimi + capienza.Riservato.Centesimi + capienza.Aderito.Centesimi, somma);
        }

        TestBench.ClosePool(cartella);
    }
}
