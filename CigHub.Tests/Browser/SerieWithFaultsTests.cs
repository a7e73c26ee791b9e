using CigHub.Domain.Affidamenti;
using CigHub.Domain.Palestra;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CigHub.Tests.Browser;

/// <summary>
/// Tests some Affidamenti in a serie di richieste, with the pannello beside the palestra. At every third request the palestra gives an error
/// although the CIG was given. The elenco del portale must then correct everything, so that CigHub and the palestra agree.
/// </summary>
[Collection(BrowserChains.Second)]
public sealed class SerieWithFaultsTests(BrowserFixture browser, ITestOutputHelper uscita)
{
    private const int OgniQuanti = 3;

    /// <summary>The id of each input on the palestra's pages, by the caption that the portal gives it.</summary>
    private static readonly Dictionary<string, string> Caselle = new()
    {
        ["Titolo documento"] = "TitoloDocumento",
        ["Oggetto"] = "Oggetto",
        ["CUP"] = "Cup",
        ["CIG Padre"] = "CigPadre",
        ["Descrizione CIG Padre"] = "DescrizioneCigPadre",
        ["Luogo ISTAT"] = "LuogoIstat",
        ["Codice identificativo corrispondente al sistema di codifica CPV"] = "Cpv",
        ["Importo Appalto"] = "ImportoAppalto",
        ["Denominazione OE"] = "DenominazioneOe",
    };

    private int _tasti;

    [Fact]
    public Task Tre_in_serie_con_un_guasto_e_alla_fine_i_due_elenchi_dicono_lo_stesso() => InSerie(OgniQuanti);

    [Fact]
    [LongRun(typeof(SerieWithFaultsTests), "six requests in place of three")]
    public Task Sei_in_serie_con_un_guasto_ogni_tre_e_alla_fine_i_due_elenchi_dicono_lo_stesso() => InSerie(2 * OgniQuanti);

    private async Task InSerie(int quanti)
    {
        await using var app = await TestApp.Start();
        var pronti = await ReadyAffidamenti.Prepare(app.Services, quanti - 1);
        await using var rup = await browser.NewPage(app.Address);
        rup.ExpectError("answered 500");
        var portale = rup.Page;
        await portale.SignIn("rup.tivoli", "Rup");
        await portale.Go(AppRoutes.RichiesteInSerie);
        await portale.Bottone("Metti in fila tutti i miei pronti").ClickAsync();
        await Expect(portale.Locator("#contenuto tbody tr")).ToHaveCountAsync(quanti);
        var pannello = await rup.Context.NewPageAsync();
        await pannello.SetViewportSizeAsync(460, 760);
        await pannello.GotoAsync((await portale.Locator("[data-indirizzo]").GetAttributeAsync("data-indirizzo"))!);
        await portale.Addestra(TipoGuasto.ErroreDopo, ogni: OgniQuanti);
        await portale.GotoAsync(AppRoutes.Palestra);
        await portale.EntraConSpid();

        var conteggi = new List<int>();
        for (var i = 1; i <= quanti; i++)
        {
            _tasti = 0;
            await One(pannello, portale, guasto: i % OgniQuanti == 0, i);
            conteggi.Add(_tasti);
        }

        var finita = pannello.GetByRole(AriaRole.Status).Filter(new() { HasText = "Serie finita:" });
        await Expect(finita).ToContainTextAsync($"{quanti - (quanti / OgniQuanti)} CIG su {quanti}");
        await Expect(finita).ToContainTextAsync($"Da verificare nell'elenco del portale: {quanti / OgniQuanti}");
        await Screenshots.Save(pannello, "serie-finita");
        uscita.WriteLine($"Tasti e clic nostri per Affidamento: {conteggi.Min()}–{conteggi.Max()}, in media {conteggi.Average():0.0}");
        Assert.All(conteggi, n => Assert.InRange(n, 1, 40));

        // The portal knows every CIG, CigHub not those after a fault. The list of the portal brings them.
        var download = await portale.RunAndWaitForDownloadAsync(() => portale.Locator("#EsportaInXls").ClickAsync());
        var file = await File.ReadAllBytesAsync(await download.PathAsync());
        var cighub = await rup.Context.NewPageAsync();
        await cighub.Go(AppRoutes.ElencoPortale);
        await cighub.Locator("input[type='file']").ScegliFile(new FilePayload { Name = "elenco.xls", MimeType = "application/vnd.ms-excel", Buffer = file });
        await cighub.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Registra {quanti / OgniQuanti} CIG") }).ClickAsync();
        await Expect(cighub.GetByRole(AriaRole.Button, new() { NameRegex = new("^Registra \\d+ CIG") })).ToHaveCountAsync(0);
        await Screenshots.Save(cighub, "elenco-portale-registrato");

        var scelti = await portale.Locator("#Elenco tbody tr").AllAsync();
        Assert.Equal(quanti, scelti.Count);
        var delPortale = new Dictionary<string, string>();
        foreach (var riga in scelti)
        {
            var celle = await riga.Locator("td").AllInnerTextsAsync();
            delPortale[celle[2].Trim()] = celle[9].Trim();
        }

        var nostri = await ReadyAffidamenti.Query(
            app.Services,
            db => db.Affidamenti.AsNoTracking().Where(a => a.Stato == StatoAffidamento.CigAcquisito && pronti.Contains(a.Id)).ToListAsync());
        Assert.Equal(quanti - 1, nostri.Count);
        Assert.All(nostri, a => Assert.Equal(delPortale[a.TitoloDocumento], a.CigDerivati));
        Assert.Equal(quanti, delPortale.Values.Distinct().Count());
    }

    private async Task One(IPage pannello, IPage portale, bool guasto, int numero)
    {
        await portale.NuovoDocumento();
        await pannello.BringToFrontAsync();
        var avvia = numero == 1 ? pannello.Bottone("Avvia richiesta CIG") : pannello.GetByRole(AriaRole.Button, new() { NameRegex = new("^Prossimo:") });
        await Expect(avvia).ToBeFocusedAsync();
        await Press(pannello);
        await Avanti(pannello, "Passi 1–4");
        var righe = pannello.Locator("[data-percorso] li");
        await Expect(righe.First.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        for (var i = 0; i < await righe.CountAsync(); i++)
        {
            await pannello.BringToFrontAsync();
            await Press(pannello);
            await Expect(righe.Nth(i)).ToHaveAttributeAsync("data-copiato", "true");
            var didascalia = await righe.Nth(i).Locator(".valore-didascalia").InnerTextAsync();
            if (didascalia == "Tipo di Appalto")
            {
                var scelto = await righe.Nth(i).Locator(".valore-testo").InnerTextAsync();
                await portale.Locator("#TipoDiAppalto").SelectOptionAsync(scelto);
                continue;
            }

            await portale.BringToFrontAsync();
            await portale.Locator($"#{Caselle[didascalia]}").FocusAsync();
            await portale.Keyboard.PressAsync("ControlOrMeta+v");
        }

        await pannello.BringToFrontAsync();
        await Avanti(pannello, "Passo 5");
        await Expect(pannello.Bottone("Ho riletto: sul portale leggo gli stessi dati")).ToBeFocusedAsync();
        await Press(pannello);
        await Expect(pannello.GetByLabel("Incolla qui il CIG Derivato")).ToBeFocusedAsync();

        await portale.BringToFrontAsync();
        await portale.GestionePcp("RichiediCig");
        if (guasto)
        {
            await Expect(portale.Locator("#Errore")).ToBeVisibleAsync();
            await pannello.BringToFrontAsync();
            await Clicca(pannello.Locator("summary", new() { HasText = "È andata diversamente?" }));
            await Clicca(pannello.Locator("summary", new() { HasText = "Il portale dà errore" }));
            await Clicca(pannello.Bottone("Segna «Esito da verificare»"));
            await Expect(pannello.GetByRole(AriaRole.Heading, new() { Name = "L'esito è da verificare" })).ToBeVisibleAsync();
            await portale.GotoAsync(AppRoutes.PalestraElenco);
            return;
        }

        var cig = await portale.CigOttenuto();
        await pannello.BringToFrontAsync();
        await pannello.EvaluateAsync("t => navigator.clipboard.writeText(t)", cig);
        await Press(pannello, "ControlOrMeta+v");
        await Expect(pannello.GetByText("CIG trovato:")).ToContainTextAsync(cig);
        await Press(pannello);
        await Expect(pannello.GetByText("CIG Derivato acquisito:")).ToContainTextAsync(cig);
        await portale.Locator("#Chiudi").ClickAsync();
    }

    private async Task Avanti(IPage pannello, string da)
    {
        await Expect(pannello.Locator(".tappa-posto")).ToContainTextAsync(da);
        await Expect(pannello.Bottone("Fatto, avanti")).ToBeFocusedAsync();
        await Press(pannello);
    }

    private async Task Press(IPage pannello, string tasto = "Enter")
    {
        _tasti++;
        await pannello.Keyboard.PressAsync(tasto);
    }

    private async Task Clicca(ILocator dove)
    {
        _tasti++;
        await dove.ClickAsync();
    }
}
