using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace CigHub.Tests.Features.Affidamenti.Elenco;

public sealed class EsportaAffidamentiTests : CommandContract<EsportaAffidamenti>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var primo = await Bench.ReadAgain(id);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "=HYPERLINK(\"http://x\")", primo.Oggetto)]));
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 1, importo: "1234,50");
        var file = (await Export(AffidamentiFilter.Tutti, Bench.Rup)).Value;
        var righe = file.Content.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["Registro di Sistema", "Titolo documento", "Oggetto", "Importo Appalto", "Data Invio", "Stato", "CIG Padre", "Descrizione CIG Padre",
            "CIG Derivato", "Denominazione OE", "RUP", "Stato Affidamento"], righe[0].Keys);
        Assert.Equal((1234.5, "CIG acquisito"), (righe[0]["Importo Appalto"], righe[0]["Stato Affidamento"]));
        Assert.Equal("'=HYPERLINK(\"http://x\")", righe[1]["Oggetto"]);

        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.ElencoEsportato));
        var dati = JsonDocument.Parse(evento.Byte).RootElement.GetProperty("dati");
        Assert.Equal(2, dati.GetProperty("righe").GetInt32());
        file.Content.Position = 0;
        Assert.Equal(Convert.ToHexStringLower(await SHA256.HashDataAsync(file.Content)), dati.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task Chi_vede_tutti_gli_Enti_ha_anche_la_colonna_Ente()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var file = (await Export(new(Stato: StatoAffidamento.InLavorazione), Bench.ActorOf("responsabile"))).Value;
        Assert.Equal("Comune di Tivoli", ((IDictionary<string, object?>)file.Content.Query(useHeaderRow: true).First())["Ente"]);
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.ElencoEsportato));
        Assert.Contains("\"stato\":\"InLavorazione\"", Encoding.UTF8.GetString(evento.Byte), StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        Assert.Equal("accesso.negato", (await Export(AffidamentiFilter.Tutti, Bench.ActorOf("amministratore"))).Errors[0].Code);
        await Bench.Refuses("accesso.negato", new EsportaAffidamenti(Guid.CreateVersion7()), Bench.Rup with { RuoliToken = [Ruolo.Amministratore] });

        var pronto = Pronto(Bench.Rup);
        await Bench.Refuses("dati.non-trovato", new EsportaAffidamenti(pronto.Id), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("esporta.vuoto", (await Export(AffidamentiFilter.Tutti, Bench.Rup)).Errors[0].Code);
        await Bench.Refuses("dati.non-trovato", new EsportaAffidamenti(Guid.CreateVersion7()));
        Assert.Equal(0, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.ElencoEsportato)));
    }

    private ReadyFile Pronto(Actor per)
    {
        var pronto = new ReadyFile(Guid.CreateVersion7(), per, "x.xlsx", new MemoryStream(), 1, "", AffidamentiFilter.Tutti.Json());
        Bench.Services.GetRequiredService<FilesToHandOut>().Add(pronto);
        return pronto;
    }

    private async Task<CigHub.Domain.Common.Result<ReadyFile>> Export(AffidamentiFilter filtro, Actor actor)
    {
        using var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        await using var scope = Bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ListExport>().Run(EsportaAffidamenti.Sheet(filtro, actor), actor, work);
    }
}

public sealed class StampaElencoTests : CommandContract<StampaElenco>
{
    public override async Task Fa_cio_che_dice()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 1, rup: "rup.velletri");
        await Bench.Succeeds(new StampaElenco(AffidamentiFilter.Tutti));
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.ElencoStampato));
        Assert.Equal(1, JsonDocument.Parse(evento.Byte).RootElement.GetProperty("dati").GetProperty("righe").GetInt32());
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("accesso.negato", new StampaElenco(AffidamentiFilter.Tutti), Bench.ActorOf("amministratore"));
        await Bench.Refuses("stampa.vuota", new StampaElenco(AffidamentiFilter.Tutti), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() => await Bench.Refuses("stampa.vuota", new StampaElenco(AffidamentiFilter.Tutti));

    [Fact]
    public async Task Cio_che_e_stato_eliminato_non_si_stampa()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new EliminaAffidamento(id, await Bench.Version(id)));
        await Bench.Refuses("stampa.vuota", new StampaElenco(AffidamentiFilter.Tutti));
    }
}
