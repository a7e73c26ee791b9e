using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.Features.Rilievi.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>The size of a dossier, for its event.</summary>
/// <param name="Eventi">The number of events that it tells.</param>
/// <param name="Attestazione">The number of the attestazione up to which it goes.</param>
/// <param name="Pseudonimi">Says whether people have numbers in it in place of their names.</param>
public sealed record DossierSummary(long Eventi, int Attestazione, bool Pseudonimi);

/// <summary>
/// Writes the dossier of the registro up to an attestazione: events in words and in their exact bytes, proofs, acts, rilievi about the
/// controls, the map of requirements, and two programs that verify it without CigHub. With pseudonyms it has hashes in place of bytes.
/// It streams: a hundred thousand events and gigabytes of acts need the same memory as a few.
/// </summary>
[Limited(LimitedUse.Export)]
public sealed class ContenutoDossier(
    CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi, RilieviReader rilievi, AttestazioniStore store, KeyRing keys, TimeProvider clock) : IQuery
{
    private const string Folder = "attestazioni/", EventsFile = "eventi.ndjson", LeavesFile = "foglie.txt", ReadMe = "LEGGIMI.md";
    private const int MaxAttestazioni = 1000;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static Permission Requires => Permission.LeggiRegistro;

    private bool AllEnti => ambito.TuttiGliEnti;

    /// <param name="target">The file, which stays open.</param>
    /// <param name="numero">The number of the attestazione up to which the dossier goes.</param>
    /// <param name="conPseudonimi">Says whether people have numbers in place of their names.</param>
    public async Task<DossierSummary?> Run(Stream target, int numero, bool conPseudonimi, IProgress<ConfrontoProgress> progress, CancellationToken ct)
    {
        if (store.Read(numero) is not { Checkpoint: not null } until)
        {
            return null;
        }

        // One moment for everything. The acts of that moment are those of now: the events after the attestazione tell what they were at it, and the
        // bytes of a removed act stay stored.
        await using var moment = await db.OpenAsync(ct);
        var acts = new AttiNelDossier(db, await AttoDiAllora.ReadAfter(db, ambito, until.Dimensione, ct), lotti: AllEnti);
        using var zip = new HashedZip(target);
        var (events, done) = (0L, 0L);
        var all = conPseudonimi ? until.Dimensione : until.Dimensione * 2;
        if (conPseudonimi)
        {
            await zip.Add(LeavesFile, stream => WriteLeaves(stream, RegistroLeaves.All(db, until.Dimensione), ct));
        }
        else
        {
            await zip.Add(EventsFile, stream => WriteEvents(stream, until.Dimensione, Advance, ct));
        }

        if (!AllEnti && !conPseudonimi)
        {
            await zip.Add(LeavesFile, stream => WriteLeaves(stream, RegistroLeaves.Hidden(db, ambito, until.Dimensione), ct));
        }

        await WriteProofs(zip, until, conPseudonimi, ct);
        if (!conPseudonimi)
        {
            await acts.WriteFiles(zip, ct);
            await db.WriteSamples(zip, until.Dimensione, ct);
        }

        var findings = new ScostamentiNelDossier(rilievi, conPseudonimi);
        await findings.WriteCsv(zip, ct);
        await zip.WriteRequirements(conPseudonimi, ct);
        await zip.Add("dossier.html", async stream => events = await WritePage(stream, until, acts, findings, conPseudonimi, Advance, ct));
        foreach (var file in (string[])["verifica.html", "verifica.py"])
        {
            await zip.Add(file, async stream => await Resource(file).CopyToAsync(stream, ct));
        }

        await zip.Add(ReadMe, async stream => await Resource(conPseudonimi ? "LEGGIMI-pseudonimi.md" : ReadMe).CopyToAsync(stream, ct));
        await zip.End(ct);
        return new DossierSummary(events, numero, conPseudonimi);

        void Advance() => progress.Report(new ConfrontoProgress(++done, all));
    }

    /// <summary>Opens a file that every dossier holds as it is.</summary>
    internal static Stream Resource(string name) => typeof(ContenutoDossier).Assembly.GetManifestResourceStream($"dossier/{name}")!;

    private async Task WriteEvents(Stream stream, long until, Action advance, CancellationToken ct)
    {
        var rows = db.EventiVisibili(ambito).Where(e => e.Seq <= until).OrderBy(e => e.Seq).Select(e => e.Byte).AsAsyncEnumerable();
        await foreach (var bytes in rows.WithCancellation(ct))
        {
            await stream.WriteAsync(bytes, ct);
            stream.WriteByte((byte)'\n');
            advance();
        }
    }

    private static async Task WriteLeaves(Stream stream, IAsyncEnumerable<(long Seq, byte[] Leaf)> leaves, CancellationToken ct)
    {
        await foreach (var (seq, leaf) in leaves.WithCancellation(ct))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seq} {Convert.ToBase64String(leaf)}\n")), ct);
        }
    }

    private async Task WriteProofs(HashedZip zip, Attestazione until, bool conPseudonimi, CancellationToken ct)
    {
        var (files, stamps) = (new JsonArray(), new JsonArray());
        foreach (var a in store.Before(until.Numero, MaxAttestazioni).Where(a => a.Dimensione <= until.Dimensione).Reverse())
        {
            await zip.Add(FileOf(a, "txt"), a.Nota, ct);
            files.Add(FileOf(a, "txt"));
            if (a.Consegne.FirstOrDefault(c => c.Prova is not null) is { Prova: { } stamp })
            {
                await zip.Add(FileOf(a, "tsr"), stamp, ct);
                stamps.Add(new JsonObject { ["attestazione"] = FileOf(a, "txt"), ["marca"] = FileOf(a, "tsr") });
            }
        }

        var chiavi = keys.Known.Select(k => (JsonNode)new JsonObject { ["chiave"] = k.Chiave, ["finoA"] = k.FinoA }).ToArray();
        var proofs = new JsonObject
        {
            ["formato"] = "cighub.dossier/1",
            ["origine"] = until.Checkpoint!.Origine,
            ["eventi"] = until.Dimensione,
            ["pseudonimi"] = conPseudonimi,
            ["attestazione"] = FileOf(until, "txt"),
            ["chiavi"] = new JsonArray(chiavi),
            ["attestazioni"] = files,
            ["marche"] = stamps,
        };
        await zip.Add("prove.json", proofs.ToJsonString(_indented), ct);
    }

    private static string FileOf(Attestazione a, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}attestazione-{a.Numero:000000}.{extension}");

    /// <summary>Writes the page, and returns the number of events that it tells.</summary>
    private async Task<long> WritePage(
        Stream stream, Attestazione until, AttiNelDossier acts, ScostamentiNelDossier findings, bool conPseudonimi, Action advance, CancellationToken ct)
    {
        await using var page = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        await page.WriteAsync(DossierPage.Head(until, RomeTime.Text(clock.GetUtcNow().UtcDateTime), AllEnti, conPseudonimi));
        var events = await new EventiNelDossier(db, ambito, nomi, conPseudonimi ? new Pseudonimi() : null).WriteRows(page, until.Dimensione, advance, ct);
        await page.WriteAsync(DossierPage.Acts);
        await acts.WriteRows(page, conPseudonimi, ct);
        await page.WriteAsync(DossierPage.Findings);
        await findings.WriteSection(page, ct);
        await page.WriteAsync(DossierPage.Requirements);
        await RequisitiNelDossier.WriteSection(page, conPseudonimi);
        await page.WriteAsync(DossierPage.End);
        return events;
    }
}
