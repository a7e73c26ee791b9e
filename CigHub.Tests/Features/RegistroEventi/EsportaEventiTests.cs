using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.RegistroEventi.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>Tests the files of the registro's list: the sheet in words, the exact bytes, and the event that each of them leaves.</summary>
public sealed class EsportaEventiTests : CommandContract<EsportaEventi>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var filter = new EventiFilter(Oggetto: $"{id}");
        var stored = await Bench.Query(db => db.Registro.Where(e => e.OggettoId == filter.Oggetto).OrderBy(e => e.Seq).ToListAsync());
        Assert.True(stored.Count > 3);

        var bytes = (await Export(EsportaEventi.Bytes(filter, filter.Json([])))).Value;
        Assert.EndsWith(".zip", bytes.Name, StringComparison.Ordinal);
        using (var zip = new ZipArchive(bytes.Content))
        {
            using var lines = new MemoryStream();
            await using var entry = Assert.Single(zip.Entries).Open();
            await entry.CopyToAsync(lines);
            Assert.Equal(stored.SelectMany(e => e.Byte.Append((byte)'\n')), lines.ToArray());
        }

        var sheet = (await Export(EsportaEventi.Sheet(filter, filter.Json([])))).Value;
        var rows = sheet.Content.Query().Cast<IDictionary<string, object?>>().Select(r => r.Values.ToList()).ToList();
        Assert.Equal(stored.Select(e => Convert.ToHexStringLower(MerkleTree.Leaf(e.Byte))), rows.Skip(1).Select(r => r[^1]));
        Assert.Contains(rows, r => Equals(r[6], "ha creato l'affidamento"));

        var events = await Bench.Query(db => db.Registro.Where(e => e.Azione == Azioni.RegistroEsportato).OrderBy(e => e.Seq).ToListAsync());
        var data = JsonDocument.Parse(events[0].Byte).RootElement.GetProperty("dati");
        Assert.Equal((stored.Count, bytes.Sha256), (data.GetProperty("righe").GetInt32(), data.GetProperty("sha256").GetString()));
        Assert.Equal(filter.Oggetto, data.GetProperty("filtro").GetProperty("oggetto").GetString());
        Assert.Equal(2, events.Count);
    }

    [Fact]
    public async Task Il_nome_cercato_non_entra_nel_registro_e_al_suo_posto_ci_sono_gli_id()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var filter = new EventiFilter(Persona: "Ferrantini");
        await Bench.Succeeds(new StampaEventi(filter), Bench.Auditor);
        var printed = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.RegistroStampato));
        var text = Encoding.UTF8.GetString(printed.Byte);
        Assert.DoesNotContain("Ferrantini", text, StringComparison.Ordinal);
        Assert.Contains($"\"persone\":[\"{Bench.Rup.PersonaId}\"]", text, StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var ready = new ReadyFile(Guid.CreateVersion7(), Bench.Auditor, "x.zip", new MemoryStream(), 1, "", []);
        Bench.Services.GetRequiredService<FilesToHandOut>().Add(ready);
        var ofVelletri = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", new EsportaEventi(ready.Id), ofVelletri);
        await Bench.Refuses("accesso.negato", new EsportaEventi(ready.Id), Bench.Rup);
        await Bench.Refuses("accesso.negato", new StampaEventi(new EventiFilter()), Bench.Rup);

        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var filter = new EventiFilter(Oggetto: $"{id}");
        Assert.Equal("esporta.vuoto", (await Export(EsportaEventi.Bytes(filter, []), ofVelletri)).Errors[0].Code);
        await Bench.Refuses("stampa.vuota", new StampaEventi(filter), ofVelletri);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("dati.non-trovato", new EsportaEventi(Guid.CreateVersion7()), Bench.Auditor);
        Assert.Equal("esporta.vuoto", (await Export(EsportaEventi.Sheet(new EventiFilter(Azione: "nessuna"), []))).Errors[0].Code);
        await Bench.Refuses("stampa.vuota", new StampaEventi(new EventiFilter(Azione: "nessuna")), Bench.Auditor);
        Assert.Equal(0, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.RegistroEsportato)));
    }

    private async Task<Result<ReadyFile>> Export<TRow>(ListToExport<EventiDaEsportare, TRow, EsportaEventi> list, Actor? actor = null)
    {
        using var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        await using var scope = Bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ListExport>().Run(list, actor ?? Bench.Auditor, work);
    }
}

/// <summary>Tests that a print of the registro's list is refused to those who may not read it. The rest stands with the export.</summary>
public sealed class StampaEventiTests : CommandContract<StampaEventi>
{
    public override async Task Fa_cio_che_dice()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new StampaEventi(new EventiFilter(Azione: Azioni.AffidamentoCreato)), Bench.Auditor);
        var printed = await Bench.Query(db => db.Registro.SingleAsync(e => e.Azione == Azioni.RegistroStampato));
        var data = JsonDocument.Parse(printed.Byte).RootElement.GetProperty("dati");
        Assert.Equal(
            (1, Azioni.AffidamentoCreato), (data.GetProperty("righe").GetInt32(), data.GetProperty("filtro").GetProperty("azione").GetString()));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        await Bench.Refuses("accesso.negato", new StampaEventi(new EventiFilter()), Bench.ActorOf("responsabile"));

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        await Bench.Refuses("stampa.vuota", new StampaEventi(new EventiFilter(Gruppo: "nessuno")), Bench.Auditor);
}
