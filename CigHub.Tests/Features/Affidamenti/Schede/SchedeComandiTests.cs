using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Schede;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Affidamenti.Schede;

public sealed class EsportaSchedeTests : VersionedCommandContract<EsportaSchede>
{
    public override async Task Fa_cio_che_dice()
    {
        var (uno, due) = (await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "1234,50"),
            await Banco.Affidamento(StatoAffidamento.InLavorazione, lotto: 1));
        var file = (await Esporta(Banco.Rup, uno)).Value;
        Assert.Equal(("AD4_CH-2026-00001.json", 1), (file.Nome, file.Quante));
        var testo = Encoding.UTF8.GetString(file.Byte);
        Assert.Contains("\"impServizi\": 1234.5", testo, StringComparison.Ordinal);
        var bozza = (await Banco.Rileggi(uno)).Bozza;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(bozza.Scheda.Json()), JsonNode.Parse(testo)));
        Assert.Equal(bozza.Scheda.Json(), BozzaAd4.DaScheda(testo).Scheda.Json());

        var tutte = (await Esporta(Banco.Auditor, uno, due)).Value;
        using var zip = new ZipArchive(new MemoryStream(tutte.Byte));
        Assert.Equal(["AD4_CH-2026-00001.json", "AD4_CH-2026-00002.json"], zip.Entries.Select(v => v.FullName));
        Assert.Equal(3, await Banco.Legge(db => db.Registro.CountAsync(e => e.Azione == Azioni.SchedaEsportata)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var scheda = await Scheda(id);
        await Banco.Rifiuta("accesso.negato", new EsportaSchede([scheda]), Banco.Come("amministratore"));
        await Banco.Rifiuta("dati.non-trovato", new EsportaSchede([scheda]), Banco.RupDiUnAltroEnte);
        Assert.Equal("esporta.vuoto", (await Esporta(Banco.RupDiUnAltroEnte, id)).Errors[0].Code);
        Assert.Equal(0, await Banco.Legge(db => db.Registro.CountAsync(e => e.Azione == Azioni.SchedaEsportata)));
        await Banco.Riesce(new EsportaSchede([scheda]), Banco.Come("responsabile"));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("esporta.vuoto", new EsportaSchede([]));
        await Banco.Rifiuta("esporta.troppi",
            new EsportaSchede([.. Enumerable.Range(0, EsportaSchede.MaxSchede + 1).Select(_ => new SchedaInUscita(Guid.CreateVersion7(), ""))]));
    }

    private protected override async Task<(EsportaSchede Command, Actor Actor)> SeenNow()
    {
        var (una, altra) = (await Banco.Affidamento(StatoAffidamento.InLavorazione), await Banco.Affidamento(StatoAffidamento.InLavorazione, lotto: 1));
        return (new EsportaSchede([await Scheda(una), await Scheda(altra)]), Banco.Rup);
    }

    /// <summary>
    /// Changes the draft of the second scheda. The command identifies a scheda by its fingerprint, so only a change of the draft counts.
    /// </summary>
    private protected override async Task<Actor> ChangedBySecondPerson(EsportaSchede command, Actor first)
    {
        var istruttore = Banco.Come("istruttore.tivoli");
        var id = command.Schede[1].Id;
        await Banco.Riesce(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Ritoccato", (await Banco.Rileggi(id)).Oggetto)]), istruttore);
        return istruttore;
    }

    private protected override async Task<EsportaSchede> WithPresentVersion(EsportaSchede command) =>
        new([await Scheda(command.Schede[0].Id), await Scheda(command.Schede[1].Id)]);

    private async Task<SchedaInUscita> Scheda(Guid id) => new(id, EsportaSchede.Impronta((await Banco.Rileggi(id)).Bozza));

    private async Task<CigHub.Domain.Common.Result<FileSchede>> Esporta(Actor attore, params Guid[] ids)
    {
        await using var scope = Banco.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EsportazioneSchede>().Esegui(ids, attore);
    }
}

public sealed class StampaSchedaTests : VersionedCommandContract<StampaScheda>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Banco.Riesce(new StampaScheda(id, await Banco.Version(id)), Banco.Auditor);
        var evento = await Banco.Legge(db => db.Registro.SingleAsync(e => e.Azione == Azioni.SchedaStampata));
        var dati = JsonDocument.Parse(evento.Byte).RootElement.GetProperty("dati");
        Assert.Equal(await Banco.Version(id), dati.GetProperty("versione").GetInt32());
        Assert.Equal(id.ToString(), evento.OggettoId);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Rifiuta("accesso.negato", new StampaScheda(id, 1), Banco.Come("amministratore"));
        await Banco.Rifiuta("dati.non-trovato", new StampaScheda(id, 1), Banco.RupDiUnAltroEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        await Banco.Rifiuta("dati.non-trovato", new StampaScheda(Guid.CreateVersion7(), 1));

    private protected override async Task<(StampaScheda Command, Actor Actor)> SeenNow()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        return (new StampaScheda(id, await Banco.Version(id)), Banco.Auditor);
    }
}

public sealed class ImportaSchedaTests : CommandContract<ImportaScheda>
{
    public override async Task Fa_cio_che_dice()
    {
        var json = Con(await Json(), o => o["anacForm"]!["nuovo2027"] = new JsonObject { ["importo"] = 12.340m, ["voci"] = new JsonArray("a", 1) });
        var esaminata = (await Esamina(json)).Value;
        Assert.Empty(esaminata.Segnalazioni);
        Assert.Equal(3, esaminata.Sconosciuti.Count);
        Assert.True(esaminata.Compilati > 30);

        var comando = Comando(json);
        await Banco.Riesce(comando);
        var importata = await Banco.Rileggi(comando.Id);
        Assert.Equal(StatoAffidamento.InLavorazione, importata.Stato);
        Assert.Equal(Banco.Rup.EnteId, importata.EnteId);
        Assert.StartsWith("CH-2026-00002 – ", importata.TitoloDocumento, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(importata.Bozza.Scheda.Json())));
        await Banco.Riesce(new SegnaPronto(comando.Id, importata.Version));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var json = await Json();
        await Banco.Rifiuta("accesso.negato", Comando(json), Banco.Auditor);
        var altrui = await Banco.Rifiuta("importa.altro-ente", Comando(json) with { RupId = Banco.RupDiUnAltroEnte.PersonaId }, Banco.RupDiUnAltroEnte);
        Assert.Contains(Banco.Catalogo.Enti[0].CodiceFiscale.Valore, altrui.Message, StringComparison.Ordinal);
        await Banco.Rifiuta("affidamento.rup-mancante", Comando(json) with { RupId = Banco.RupDiUnAltroEnte.PersonaId });
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var json = await Json();
        var sconosciuto = await Banco.Rifiuta("importa.padre-sconosciuto", Comando(Con(json, o => o["anacForm"]!["appalto"]!["cig"] = "B1234ABC7C")));
        Assert.Contains("B1234ABC7C", sconosciuto.Message, StringComparison.Ordinal);
        var rotto = await Banco.Rifiuta("ad4.json", Comando("{\n\"anacForm\": {,\n}"));
        Assert.Contains("riga 2", rotto.Message, StringComparison.Ordinal);
        await Banco.Rifiuta("ad4.bando-successivo", Comando(Con(json, o => o["anacForm"]!["appalto"]!["cig"] = Banco.Catalogo.Lotti[3].CigPadre.Valore)));
        await Banco.Rifiuta("ad4.confronto-competitivo", Comando(Con(json, o => o["anacForm"]!["appalto"]!["cig"] = Banco.Catalogo.Lotti[4].CigPadre.Valore)));
    }

    [Fact]
    public async Task Lo_stesso_comando_due_volte_e_rifiutato()
    {
        var comando = Comando(await Json());
        await Banco.Riesce(comando);
        await Banco.Rifiuta("affidamento.esiste-gia", comando);
    }

    [Fact]
    public async Task Una_Convenzione_chiusa_nel_frattempo_non_lascia_importare()
    {
        var comando = Comando(await Json());
        var convenzione = Banco.Catalogo.Convenzioni[0];
        await Banco.Riesce(new ChiudiConvenzione(convenzione.Id, convenzione.Version), Banco.Come("amministratore"));
        await Banco.Rifiuta("convenzione.chiusa", comando);
    }

    private static string Con(string json, Action<JsonObject> cambia)
    {
        var radice = JsonNode.Parse(json)!.AsObject();
        cambia(radice);
        return radice.ToJsonString();
    }

    private async Task<string> Json() => EsportazioneSchede.Testo((await Banco.Rileggi(await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale))).Bozza);

    private ImportaScheda Comando(string json) => new(Guid.CreateVersion7(), json, Banco.Rup.PersonaId, null);

    private async Task<CigHub.Domain.Common.Result<SchedaEsaminata>> Esamina(string json) =>
        (await Banco.Lettore.Leggi<EsaminaScheda, CigHub.Domain.Common.Result<SchedaEsaminata>>(Banco.Rup, q => q.Esegui(json, Banco.Rup))).Value;
}
