using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
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
        var (uno, due) = (await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "1234,50"),
            await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 1));
        var file = (await Export(Bench.Rup, uno)).Value;
        Assert.Equal(("AD4_CH-2026-00001.json", 1), (file.Nome, file.Quante));
        var testo = Encoding.UTF8.GetString(file.Byte);
        Assert.Contains("\"impServizi\": 1234.5", testo, StringComparison.Ordinal);
        var bozza = (await Bench.ReadAgain(uno)).Bozza;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(bozza.Scheda.Json()), JsonNode.Parse(testo)));
        Assert.Equal(bozza.Scheda.Json(), BozzaAd4.DaScheda(testo).Scheda.Json());

        var tutte = (await Export(Bench.Auditor, uno, due)).Value;
        using var zip = new ZipArchive(new MemoryStream(tutte.Byte));
        Assert.Equal(["AD4_CH-2026-00001.json", "AD4_CH-2026-00002.json"], zip.Entries.Select(v => v.FullName));
        Assert.Equal(3, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.SchedaEsportata)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var scheda = await Scheda(id);
        await Bench.Refuses("accesso.negato", new EsportaSchede([scheda]), Bench.ActorOf("amministratore"));
        await Bench.Refuses("dati.non-trovato", new EsportaSchede([scheda]), Bench.RupOfAnotherEnte);
        Assert.Equal("esporta.vuoto", (await Export(Bench.RupOfAnotherEnte, id)).Errors[0].Code);
        Assert.Equal(0, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.SchedaEsportata)));
        await Bench.Succeeds(new EsportaSchede([scheda]), Bench.ActorOf("responsabile"));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("esporta.vuoto", new EsportaSchede([]));
        await Bench.Refuses("esporta.troppi",
            new EsportaSchede([.. Enumerable.Range(0, EsportaSchede.MaxSchede + 1).Select(_ => new SchedaInUscita(Guid.CreateVersion7(), ""))]));
    }

    [Fact]
    public async Task Non_si_esporta_una_scheda_che_lo_schema_di_ANAC_rifiuterebbe()
    {
        var (buona, incompleta) = (await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale),
            await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: 1));
        await Bench.Succeeds(new SalvaBozza(incompleta, [new ModificaCampo(PercorsoAd4.DataAdesione, "", (await Bench.ReadAgain(incompleta)).Bozza
            .Testo(PercorsoAd4.DataAdesione))]));

        var sola = await Export(Bench.Rup, incompleta);
        Assert.Equal("esporta.non-conforme", sola.Errors.Single().Code);
        Assert.Contains("Compila «", sola.Errors[0].Message, StringComparison.Ordinal);

        var insieme = (await Export(Bench.Rup, buona, incompleta)).Value;
        Assert.Equal(1, insieme.Quante);
        Assert.Equal("CH-2026-00002", insieme.NonEsportate.Single().Numero.ToString());
        Assert.Contains("CH-2026-00002", insieme.Parole, StringComparison.Ordinal);
        Assert.Empty(SchemaAd4.Controlla(Encoding.UTF8.GetString(insieme.Byte)));
    }

    private protected override async Task<(EsportaSchede Command, Actor Actor)> SeenNow()
    {
        var (una, altra) = (await Bench.Affidamento(StatoAffidamento.InLavorazione), await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: 1));
        return (new EsportaSchede([await Scheda(una), await Scheda(altra)]), Bench.Rup);
    }

    /// <summary>
    /// Changes the draft of the second scheda as a second person. The command identifies a scheda by the fingerprint of its draft, so no
    /// other change counts.
    /// </summary>
    private protected override async Task<Actor> ChangedBySecondPerson(EsportaSchede command, Actor first)
    {
        var istruttore = Bench.ActorOf("istruttore.tivoli");
        var id = command.Schede[1].Id;
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Ritoccato", (await Bench.ReadAgain(id)).Oggetto)]), istruttore);
        return istruttore;
    }

    private protected override async Task<EsportaSchede> WithPresentVersion(EsportaSchede command) =>
        new([await Scheda(command.Schede[0].Id), await Scheda(command.Schede[1].Id)]);

    private async Task<SchedaInUscita> Scheda(Guid id) => new(id, EsportaSchede.Impronta((await Bench.ReadAgain(id)).Bozza));

    private async Task<CigHub.Domain.Common.Result<FileSchede>> Export(Actor actor, params Guid[] ids)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EsportazioneSchede>().Run(ids, actor, CancellationToken.None);
    }
}

public sealed class StampaSchedaTests : VersionedCommandContract<StampaScheda>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(new StampaScheda(id, await Bench.Version(id)), Bench.Auditor);
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.SchedaStampata));
        var dati = JsonDocument.Parse(evento.Byte).RootElement.GetProperty("dati");
        Assert.Equal(await Bench.Version(id), dati.GetProperty("versione").GetInt32());
        Assert.Equal(id.ToString(), evento.OggettoId);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("accesso.negato", new StampaScheda(id, 1), Bench.ActorOf("amministratore"));
        await Bench.Refuses("dati.non-trovato", new StampaScheda(id, 1), Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        await Bench.Refuses("dati.non-trovato", new StampaScheda(Guid.CreateVersion7(), 1));

    private protected override async Task<(StampaScheda Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        return (new StampaScheda(id, await Bench.Version(id)), Bench.Auditor);
    }
}

public sealed class ImportaSchedaTests : CommandContract<ImportaScheda>
{
    public override async Task Fa_cio_che_dice()
    {
        var json = With(await Json(), o => o["anacForm"]!["nuovo2027"] = new JsonObject { ["importo"] = 12.340m, ["voci"] = new JsonArray("a", 1) });
        var esaminata = (await Examine(json)).Value;
        Assert.Empty(esaminata.Segnalazioni);
        Assert.Equal(["anacForm/nuovo2027"], esaminata.Scheda.Correzioni.Select(c => c.Percorso));
        Assert.True(esaminata.Compilati > 30);

        var comando = Comando(json);
        await Bench.Succeeds(comando);
        var importata = await Bench.ReadAgain(comando.Id);
        Assert.Equal(StatoAffidamento.InLavorazione, importata.Stato);
        Assert.Equal(Bench.Rup.EnteId, importata.EnteId);
        Assert.StartsWith("CH-2026-00002 – ", importata.TitoloDocumento, StringComparison.Ordinal);

        // All of it, but a member that ANAC refuses and the codiceAppalto, which the file may have carried to ANAC already.
        Assert.Equal($"{comando.Id}", importata.CodiceAppalto);
        var atteso = With(json, o =>
        {
            o["anacForm"]!.AsObject().Remove("nuovo2027");
            o["anacForm"]!["appalto"]!["codiceAppalto"] = importata.CodiceAppalto;
        });
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(atteso), JsonNode.Parse(importata.Bozza.Json())!["documento"]));
        await Bench.Succeeds(new SegnaPronto(comando.Id, importata.Version, Dichiarazione: DichiarazioneConflitto.VersioneTesto));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var json = await Json();
        await Bench.Refuses("accesso.negato", Comando(json), Bench.Auditor);
        var altrui = await Bench.Refuses("importa.altro-ente", Comando(json) with { RupId = Bench.RupOfAnotherEnte.PersonaId }, Bench.RupOfAnotherEnte);
        Assert.Contains(Bench.Catalogo.Enti[0].CodiceFiscale.Valore, altrui.Message, StringComparison.Ordinal);
        await Bench.Refuses("affidamento.rup-mancante", Comando(json) with { RupId = Bench.RupOfAnotherEnte.PersonaId });
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var json = await Json();
        var sconosciuto = await Bench.Refuses("importa.padre-sconosciuto", Comando(With(json, o => o["anacForm"]!["appalto"]!["cig"] = "B1234ABC7C")));
        Assert.Contains("B1234ABC7C", sconosciuto.Message, StringComparison.Ordinal);
        var rotto = await Bench.Refuses("ad4.json", Comando("{\n\"anacForm\": {,\n}"));
        Assert.Contains("riga 2", rotto.Message, StringComparison.Ordinal);
        await Bench.Refuses("ad4.bando-successivo", Comando(With(json, o => o["anacForm"]!["appalto"]!["cig"] = Bench.Catalogo.Lotti[3].CigPadre.Valore)));
        await Bench.Refuses("ad4.confronto-competitivo", Comando(With(json, o => o["anacForm"]!["appalto"]!["cig"] = Bench.Catalogo.Lotti[4].CigPadre.Valore)));
    }

    [Fact]
    public async Task Lo_stesso_comando_due_volte_e_rifiutato()
    {
        var comando = Comando(await Json());
        await Bench.Succeeds(comando);
        await Bench.Refuses("affidamento.esiste-gia", comando);
    }

    [Fact]
    public async Task Una_Convenzione_chiusa_nel_frattempo_non_lascia_importare()
    {
        var comando = Comando(await Json());
        var convenzione = Bench.Catalogo.Convenzioni[0];
        await Bench.Succeeds(new ChiudiConvenzione(convenzione.Id, convenzione.Version), Bench.ActorOf("amministratore"));
        await Bench.Refuses("convenzione.chiusa", comando);
    }

    private static string With(string json, Action<JsonObject> cambia)
    {
        var radice = JsonNode.Parse(json)!.AsObject();
        cambia(radice);
        return radice.ToJsonString();
    }

    private async Task<string> Json() => EsportazioneSchede.Text((await Bench.ReadAgain(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale))).Bozza);

    private ImportaScheda Comando(string json) => new(Guid.CreateVersion7(), json, Bench.Rup.PersonaId, null);

    private async Task<CigHub.Domain.Common.Result<SchedaEsaminata>> Examine(string json) =>
        (await Bench.Reader.Read<EsaminaScheda, CigHub.Domain.Common.Result<SchedaEsaminata>>(Bench.Rup, q => q.Run(json, Bench.Rup))).Value;
}
