using CigHub.Domain.Affidamenti;
using CigHub.Tests.Palestra;
using CigHub.Tests.Persone;
using CigHub.Tests.Support;
using CigHub.Web;
using CigHub.Web.Data;
using CigHub.Web.Features.Palestra;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CigHub.Tests.Browser;

/// <summary>axe finds nothing on any page, in either theme, at either width.</summary>
[Collection(BrowserCollection.Nome)]
public sealed class AccessibilitaTests(BrowserFixture browser)
{
    /// <summary>Whose pages, and which.</summary>
    public enum Giro
    {
        Scheda,
        Catalogo,
        Anagrafe,
        Palestra,
        Altri,
    }

    // Both themes at one visit: the palette follows the system's while the page stands, and half the loading is saved. One round is one
    // case, so that none comes near the time after which a silent test counts as hung.
    [Theory]
    [InlineData(Schermo.Scrivania, Giro.Scheda)]
    [InlineData(Schermo.Scrivania, Giro.Catalogo)]
    [InlineData(Schermo.Scrivania, Giro.Anagrafe)]
    [InlineData(Schermo.Scrivania, Giro.Palestra)]
    [InlineData(Schermo.Scrivania, Giro.Altri)]
    [InlineData(Schermo.Telefono, Giro.Scheda)]
    [InlineData(Schermo.Telefono, Giro.Catalogo)]
    [InlineData(Schermo.Telefono, Giro.Anagrafe)]
    [InlineData(Schermo.Telefono, Giro.Palestra)]
    [InlineData(Schermo.Telefono, Giro.Altri)]
    public async Task Axe_non_trova_nulla(Schermo schermo, Giro giro)
    {
        await using var app = await AppInProva.Avvia();
        var errori = new List<string>();
        switch (giro)
        {
            case Giro.Scheda:
                await Controlla(app, errori, schermo, "rup.tivoli", "Rup", await PagineDelRup(app));
                break;
            case Giro.Catalogo:
                await Controlla(app, errori, schermo, "amministratore", null, await PagineDelCatalogo(app));
                break;
            case Giro.Anagrafe:
                await Controlla(app, errori, schermo, "amministratore", null, await PagineDellAnagrafe(app));
                break;
            case Giro.Palestra:
                await ControllaPalestra(app, errori, schermo);
                break;
            default:
                await Controlla(app, errori, schermo, null, null, [AppRoutes.Accedi, AppRoutes.NonAbilitato, AppRoutes.AccessoNonRiuscitoCon("0A1B2C3D"), AppRoutes.Uscita, AppRoutes.SessioneFinitaPer("RuoloTolto", AppRoutes.Spesa)]);
                await Controlla(app, errori, schermo, "rup2.tivoli", "Rup", [AppRoutes.Ruolo, AppRoutes.Sessioni]);
                await Controlla(app, errori, schermo, "responsabile", null, [AppRoutes.Cruscotto, AppRoutes.SchedaDi(await Pronti.Legge(app.Services, db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.InApprovazione).Select(a => a.Id).FirstAsync()))]);
                await Controlla(app, errori, schermo, "auditor", null, [AppRoutes.Cruscotto, AppRoutes.RegistroEventi, AppRoutes.EventoDi(8), AppRoutes.EventoDi(999)]);
                await Controlla(app, errori, schermo, "amministratore", null, [AppRoutes.Cruscotto, AppRoutes.ChiPuoFareCosa, AppRoutes.Esci]);
                break;
        }

        Assert.True(errori.Count == 0, string.Join("\n\n", errori));
    }

    private static async Task<IReadOnlyList<string>> PagineDelCatalogo(AppInProva app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var lotto = await db.Lotti.OrderBy(l => l.Id).FirstAsync();
        return
        [
            AppRoutes.Convenzioni,
            AppRoutes.NuovaConvenzione,
            AppRoutes.ConvenzioneDi(lotto.ConvenzioneId),
            AppRoutes.ConvenzioneDi(Guid.Empty),
            AppRoutes.ModificaConvenzioneDi(lotto.ConvenzioneId),
            AppRoutes.NuovoLottoDi(lotto.ConvenzioneId),
            AppRoutes.LottoDi(lotto.Id),
            AppRoutes.ModificaLottoDi(lotto.Id),
        ];
    }

    private static async Task<IReadOnlyList<string>> PagineDelRup(AppInProva app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().ApriPerIlSistema();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var tivoli = await db.Enti.Where(e => e.Denominazione == "Comune di Tivoli").Select(e => e.Id).SingleAsync();
        async Task<Guid> In(StatoAffidamento stato) => await db.Affidamenti.Where(a => a.Stato == stato && a.EnteId == tivoli).Select(a => a.Id).FirstAsync();
        var lotto = await db.Lotti.Where(l => l.Numero == 1).OrderBy(l => l.Id).Select(l => l.Id).FirstAsync();
        var conMotivo = await db.Lotti.Where(l => db.Convenzioni.Any(c => c.Id == l.ConvenzioneId && c.DataBando > Domain.Convenzioni.Convenzione.UltimoBandoDescrittoPerAd4)).Select(l => l.Id).FirstAsync();
        return
        [
            AppRoutes.Cruscotto,
            AppRoutes.Affidamenti,
            AppRoutes.AffidamentiInStato(nameof(StatoAffidamento.Eliminato)),
            $"{AppRoutes.Affidamenti}?cigPadre=A3A&ordine=Importo",
            AppRoutes.AdesioniPregresse,
            AppRoutes.Convenzioni,
            AppRoutes.LottoDi(lotto),
            AppRoutes.NuovoAffidamentoSu(lotto),
            AppRoutes.NuovoAffidamentoSu(conMotivo),
            AppRoutes.QualeScheda,
            AppRoutes.ImportaScheda,
            AppRoutes.ElencoPortale,
            AppRoutes.AffidamentiInSerieDi(await db.Lotti.Where(l => l.Id == lotto).Select(l => l.ConvenzioneId).SingleAsync()),
            AppRoutes.StampaSchedaDi(await In(StatoAffidamento.InLavorazione)),
            AppRoutes.QualeScheda + "?Adesione=si&Confronto=no&Bando=01%2F02%2F2024",
            AppRoutes.QualeScheda + "?Adesione=no&Importo=3.000,00",
            AppRoutes.SchedaDi(await In(StatoAffidamento.InLavorazione)),
            AppRoutes.SchedaDi(await In(StatoAffidamento.ProntoPerIlPortale)),
            AppRoutes.SchedaDi(await In(StatoAffidamento.CigAcquisito)),
            AppRoutes.RichiestaDi(await In(StatoAffidamento.CigInRichiesta)),
            AppRoutes.RichiestaDi(await In(StatoAffidamento.EsitoDaVerificare)),
            AppRoutes.RichiestaDi(await In(StatoAffidamento.CigAcquisito)),
            AppRoutes.PannelloDi(await In(StatoAffidamento.ProntoPerIlPortale)),
            AppRoutes.PannelloDi(await In(StatoAffidamento.CigInRichiesta)),
            AppRoutes.PannelloDi(await In(StatoAffidamento.CigAcquisito)),
            AppRoutes.RichiesteInSerie,
            AppRoutes.Malfunzionamenti,
            AppRoutes.Spesa,
            AppRoutes.Accessibilita,
            AppRoutes.LottoDi(Guid.Empty),
            AppRoutes.FascicoloDi(await In(StatoAffidamento.InLavorazione)),
            AppRoutes.FascicoloDi(await In(StatoAffidamento.CigAcquisito)),
            AppRoutes.FascicoloDi(Guid.Empty),
            AppRoutes.DopoIlCigDi(await In(StatoAffidamento.CigAcquisito), "errore"),
            AppRoutes.DopoIlCigDi(await In(StatoAffidamento.CigInRichiesta), "rup"),
            AppRoutes.DopoIlCigDi(await In(StatoAffidamento.InLavorazione)),
            AppRoutes.RegistrazionePortale,
            AppRoutes.PassaggioConsegne,
            AppRoutes.PassaggioConsegneDi(await db.Persone.Where(p => p.NomeUtente == "rup.tivoli").Select(p => p.Id).SingleAsync()),
        ];
    }

    private static async Task<IReadOnlyList<string>> PagineDellAnagrafe(AppInProva app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var ente = await db.Enti.OrderBy(e => e.Denominazione).Select(e => e.Id).FirstAsync();
        var persona = await db.Persone.Where(p => p.NomeUtente == "rup2.tivoli").Select(p => p.Id).SingleAsync();
        return
        [
            AppRoutes.CodiciEPercorsi,
            AppRoutes.PercorsoPortale,
            AppRoutes.NuovoPercorso,
            AppRoutes.ListaDi("CPV", "strade"),
            AppRoutes.ListaDi("ruoloOE", "zzz"),
            AppRoutes.PersoneEdEnti,
            AppRoutes.PersoneEdEnti + "?vista=persone",
            AppRoutes.PersoneEdEnti + "?cerca=zzz",
            AppRoutes.EnteDi(ente),
            AppRoutes.EnteDi(ente) + "?il=01%2F09%2F2026",
            AppRoutes.ModificaEnteDi(ente),
            AppRoutes.NuovoEnte,
            AppRoutes.PersonaDi(persona),
            AppRoutes.ModificaPersonaDi(persona),
            AppRoutes.NuovaPersona,
            AppRoutes.RichiesteDiAccesso,
            AppRoutes.RichiesteDiAccesso + "?vista=decise",
            AppRoutes.RichiestaDiAccessoDi(await app.Services.ChiedeDiEntrare()),
        ];
    }

    /// <summary>A foreign site by its looks: one theme, no circuit, the pages reached by their commands.</summary>
    private async Task ControllaPalestra(AppInProva app, List<string> errori, Schermo schermo)
    {
        await using var pagina = await browser.NuovaPagina(app.Indirizzo, schermo);
        var page = pagina.Page;
        pagina.ErroreAtteso("answered 404");
        await page.Accedi("rup.tivoli", "Rup");
        await page.GotoAsync(AppRoutes.Palestra);
        await Guarda("home");
        await page.EntraConSpid();
        await page.NuovoDocumento();
        await page.GestionePcp("RichiediCig");
        await page.Locator("#GestionePcp > summary").ClickAsync();
        await Guarda("errori");
        await page.Scrivi(DocumentiDiProva.Completo);
        await page.Locator("#RichiediCig").ClickAsync();
        await Assertions.Expect(page.Locator("#CigDerivato")).Not.ToHaveValueAsync("");
        await Guarda("documento");
        var id = Guid.Parse(new Uri(page.Url).Segments[^1]);
        foreach (var indirizzo in (string[])
        [
            AppRoutes.Palestra,
            AppRoutes.PalestraSenzaNegoziazione,
            AppRoutes.PalestraElenco,
            AppRoutes.PalestraStampaElenco,
            AppRoutes.PalestraComandoDi(id, "stampa"),
            AppRoutes.PalestraComandoDi(id, VoceMenu.DescrizioneOperazione.Nome),
            AppRoutes.PalestraComandoDi(id, VoceMenu.CategoriaAppalto.Nome),
            AppRoutes.PalestraComandoDi(id, VoceMenu.AnnullaAffidamento.Nome),
            AppRoutes.PalestraComandoDi(id, VoceMenu.SostituzioneRup.Nome),
            AppRoutes.PalestraAddestramento,
            AppRoutes.PalestraDocumentoDi(Guid.Empty),
        ])
        {
            await page.GotoAsync(indirizzo);
            await Guarda(indirizzo.Split('/')[^1]);
        }

        async Task Guarda(string nome)
        {
            await page.Locator("h1").WaitForAsync();
            await Schermate.Salva(page, $"palestra-{nome}");
            await Giudica(page, errori, nome);
        }
    }

    private static async Task Giudica(IPage page, List<string> errori, string dove)
    {
        try
        {
            await Axe.Controlla(page);
        }
        catch (Xunit.Sdk.XunitException e)
        {
            errori.Add($"{dove}: {e.Message}");
        }
    }

    private async Task Controlla(AppInProva app, List<string> errori, Schermo schermo, string? persona, string? ruolo, IReadOnlyList<string> pagine)
    {
        await using var pagina = await browser.NuovaPagina(app.Indirizzo, schermo);
        if (persona is not null)
        {
            await pagina.Page.Accedi(persona, ruolo);
        }

        foreach (var indirizzo in pagine)
        {
            await pagina.Page.GotoAsync(indirizzo);
            await pagina.Page.Locator("h1").First.WaitForAsync();
            await pagina.Page.Locator(".caricamento").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await Schermate.Salva(pagina.Page, $"{persona ?? "nessuno"}{indirizzo.Split('?')[0].Replace('/', '-')}");
            foreach (var tema in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await pagina.Page.EmulateMediaAsync(new() { ColorScheme = tema });
                await Assertions.Expect(pagina.Page.Locator("html.scuro")).ToHaveCountAsync(tema == ColorScheme.Dark ? 1 : 0);
                await Giudica(pagina.Page, errori, tema.ToString());
            }
        }
    }
}
