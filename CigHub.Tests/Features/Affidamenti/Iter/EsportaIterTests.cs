using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Conflitti;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.DueDiligence;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Iter;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.Features.Rilievi.Esame;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Affidamenti.Iter;

/// <summary>Checks the ZIP of the course of an Affidamento: what it holds for whom, its hashes, its event, and that it needs no memory of its size.</summary>
public sealed class EsportaIterTests : CommandContract<EsportaIter>
{
    private const string Hashes = "SHA256SUMS";

    public override async Task Fa_cio_che_dice()
    {
        var (id, check) = await WithFiles();
        await Bench.VerificatoSulLotto(TipoVerifica.Fvoe, file: SampleFiles.Scelto(SampleFiles.Pdf("fvoe"), "fvoe.pdf"));
        var events = await Events(id);
        await using var file = (await Export(id, Bench.Auditor)).Value.Content;
        var entries = Unzip(file);

        var sums = Encoding.UTF8.GetString(entries[Hashes]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  "))
            .ToDictionary(l => l[1], l => l[0]);
        Assert.Equal(entries.Keys.Except([Hashes]).Order(), sums.Keys.Order());
        Assert.All(sums, s => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(entries[s.Key])), s.Value));
        Assert.Equal(events.SelectMany(e => (byte[])[.. e, (byte)'\n']), entries["eventi.ndjson"]);

        // The act and both checks are there as they were given, and the page tells their hashes and leads to them.
        var page = Encoding.UTF8.GetString(entries["iter.html"]);
        foreach (var (name, content) in new[] { ("conferma.pdf", SampleFiles.Pdf()), ("durc.pdf", check), ("fvoe.pdf", SampleFiles.Pdf("fvoe")) })
        {
            var entry = Assert.Single(entries, e => e.Key.EndsWith(name, StringComparison.Ordinal));
            Assert.Equal(content, entry.Value);
            Assert.Contains($"href=\"{entry.Key}\"", page, StringComparison.Ordinal);
            Assert.Contains(sums[entry.Key], page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("href=\"/", page, StringComparison.Ordinal);
        Assert.Contains("ha creato l&#x27;affidamento", page, StringComparison.Ordinal);

        file.Position = 0;
        var written = await Bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        var data = JsonDocument.Parse(written.Byte).RootElement.GetProperty("dati");
        Assert.Equal((Azioni.IterEsportato, id.ToString(), Bench.Rup.EnteId), (written.Azione, written.OggettoId, written.EnteId));
        Assert.Equal(Convert.ToHexStringLower(await SHA256.HashDataAsync(file)), data.GetProperty("sha256").GetString());
        Assert.Equal(sums.Count, data.GetProperty("righe").GetInt32());
        await file.DisposeAsync();
        Assert.Empty(LeftOver());
    }

    [Fact]
    public async Task Il_Responsabile_ha_lo_ZIP_senza_i_byte_degli_eventi_e_senza_cio_che_la_pagina_gli_tace()
    {
        var (id, _) = await WithFiles();
        var conflict = await Bench.InConflitto(id, Bench.ActorOf("istruttore.tivoli"));
        var responsabile = Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);
        await Bench.Succeeds(new EscludiConflitto(id, conflict, "Il cugino non lavora più lì"), responsabile);

        await using var all = (await Export(id, Bench.Auditor)).Value.Content;
        Assert.Contains("Il cugino", Encoding.UTF8.GetString(Unzip(all)["iter.html"]), StringComparison.Ordinal);
        await using var without = (await Export(id, responsabile)).Value.Content;
        var entries = Unzip(without);
        Assert.DoesNotContain("eventi.ndjson", entries.Keys);
        Assert.All(entries, e => Assert.DoesNotContain("Il cugino", Encoding.UTF8.GetString(e.Value), StringComparison.Ordinal));
        Assert.Equal(2, entries.Keys.Count(k => k.Contains('/', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task I_file_passano_uno_alla_volta_e_lo_ZIP_e_sul_disco()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        foreach (var i in Enumerable.Range(0, 4))
        {
            byte[] large = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(2 * 1024 * 1024), .. SampleFiles.Pdf()];
            await Bench.Succeeds(new AggiungiAtto(
                id, Guid.CreateVersion7(), SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto(large, $"{i}.pdf")));
        }

        var held = (int)(await Bench.Reader.ReadLong<IterDaPortareVia, object>(
            Bench.Auditor, async q => await Held(q, id, User(Bench.Auditor)), CancellationToken.None)).Value;
        Assert.InRange(held, 1, 2);

        await using var file = (await Export(id, Bench.Auditor)).Value.Content;
        Assert.IsType<FileStream>(file);
        Assert.True(file.Length > 8 * 1024 * 1024);
    }

    [Fact]
    public async Task Con_il_disco_pieno_lo_ZIP_non_si_fa_si_dice_perche_e_poi_riesce()
    {
        var (id, _) = await WithFiles();
        Assert.Equal("esporta.disco", (await Export(id, Bench.Auditor, FullDisk.Open)).Errors[0].Code);
        Assert.DoesNotContain(await Events(id), e => Encoding.UTF8.GetString(e).Contains(Azioni.IterEsportato, StringComparison.Ordinal));
        Assert.True((await Export(id, Bench.Auditor)).IsSuccess);
    }

    [Fact]
    public async Task Chi_ha_soltanto_letto_un_affidamento_lo_puo_ancora_esaminare()
    {
        var (id, _) = await WithFiles();
        await using var file = (await Export(id, Bench.Auditor)).Value.Content;
        await Bench.Succeeds(new StampaIter(id), Bench.Auditor);
        var check = await Bench.Query(db => db.VerificheFornitori.IgnoreQueryFilters().Select(v => v.Id).SingleAsync());
        await Bench.Succeeds(new ApriFileVerifica(check), Bench.Auditor);
        await using var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenFor(Bench.Auditor);
        var part = scope.ServiceProvider.GetRequiredService<ParteAvuta>();
        Assert.False(await part.TookPart(Bench.Auditor.PersonaId, [id], CancellationToken.None));
        Assert.True(await part.TookPart(Bench.Rup.PersonaId, [id], CancellationToken.None));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var (id, _) = await WithFiles();
        Assert.Equal("accesso.negato", (await Export(id, Bench.Rup)).Errors[0].Code);
        await Bench.Refuses("accesso.negato", new EsportaIter(id, Guid.CreateVersion7()), Bench.Rup);
        var other = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        Assert.Equal("dati.non-trovato", (await Export(id, other)).Errors[0].Code);
        await Bench.Refuses("dati.non-trovato", new EsportaIter(id, Guid.CreateVersion7()), other);
        Assert.Empty(LeftOver());
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato() => await Bench.Refuses(
        "dati.non-trovato", new EsportaIter(await Bench.Affidamento(StatoAffidamento.InLavorazione), Guid.CreateVersion7()), Bench.Auditor);

    private static CurrentUser User(Actor actor) => new(actor, "chi", "Chi Porta Via", "");

    private static Dictionary<string, byte[]> Unzip(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = e.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>Reads all files and returns how many acts are still in memory when the last is there.</summary>
    private static async Task<object?> Held(IterDaPortareVia query, Guid id, CurrentUser user)
    {
        await query.Count(id, user);
        var acts = new List<WeakReference>();
        await foreach (var file in query.Each().Where(f => f.Name.StartsWith("atti/", StringComparison.Ordinal)))
        {
            acts.Add(new WeakReference(file.Bytes));
            if (acts.Count == 4)
            {
                GC.Collect();
                return acts.Count(a => a.IsAlive);
            }
        }

        return null;
    }

    private IEnumerable<string> LeftOver() =>
        Directory.EnumerateFiles(Bench.Services.GetRequiredService<DataFolder>().Root, "esportazione-*");

    /// <summary>Returns an Affidamento with the file of an act and that of a check, and the bytes of the latter.</summary>
    private async Task<(Guid Id, byte[] Check)> WithFiles()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        await Bench.Succeeds(new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto()));
        var check = SampleFiles.Pdf("durc");
        await Bench.VerificatoSu(id, TipoVerifica.Durc, "20/12/2026", SampleFiles.Scelto(check, "durc.pdf"));
        return (id, check);
    }

    private Task<List<byte[]>> Events(Guid id) => Bench.Query(
        db => db.Registro.Where(e => e.OggettoTipo == Oggetti.Affidamento && e.OggettoId == id.ToString()).OrderBy(e => e.Seq).Select(e => e.Byte)
            .ToListAsync());

    private async Task<Result<ReadyFile>> Export(Guid id, Actor actor, Func<string, Stream>? open = null)
    {
        var view = (await Bench.Reader.Read<IterAffidamento, IterView>(Bench.Auditor, q => q.Run(id, Bench.Auditor))).Value;
        await using var scope = Bench.Services.CreateAsyncScope();
        var export = scope.ServiceProvider.GetRequiredService<ListExport>();
        export.Open = open ?? export.Open;
        using var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        return await export.Run(EsportaIter.Zip(view, User(actor)), actor, work);
    }
}

/// <summary>Checks that the print of the course of an Affidamento is an event on it.</summary>
public sealed class StampaIterTests : CommandContract<StampaIter>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var version = await Bench.Version(id);
        await Bench.Succeeds(new StampaIter(id), Bench.Auditor);
        Assert.Contains("affidamento.iter-stampato", (await Bench.EventiSu(id))[^1], StringComparison.Ordinal);
        Assert.Equal(version, await Bench.Version(id));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var command = new StampaIter(await Bench.Affidamento(StatoAffidamento.InLavorazione));
        await Bench.Refuses("accesso.negato", command, Bench.Rup);
        await Bench.Refuses("dati.non-trovato", command, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));
    }

    public override Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        Bench.Refuses("dati.non-trovato", new StampaIter(Guid.CreateVersion7()), Bench.Auditor);
}
