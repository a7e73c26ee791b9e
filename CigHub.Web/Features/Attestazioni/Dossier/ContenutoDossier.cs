using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>The size of a dossier, for its event.</summary>
/// <param name="Eventi">The number of events whose text it holds.</param>
/// <param name="Attestazione">The number of the attestazione up to which it goes.</param>
public sealed record DossierSummary(long Eventi, int Attestazione);

/// <summary>
/// Writes the dossier of the registro up to an attestazione: events in words and in their exact bytes, proofs, acts, and two programs that
/// verify it without CigHub. It streams: a hundred thousand events and gigabytes of acts need the same memory as a few.
/// </summary>
[Limited(LimitedUse.Export)]
public sealed class ContenutoDossier(
    CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi, AttestazioniStore store, KeyRing keys, TimeProvider clock) : IQuery
{
    private const string Folder = "attestazioni/", EventsFile = "eventi.ndjson", LeavesFile = "foglie.txt";
    private const int AtOnce = 500, MaxAttestazioni = 1000;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    public static Permission Requires => Permission.LeggiRegistro;

    private bool AllEnti => ambito.TuttiGliEnti;

    /// <param name="target">The file, which stays open.</param>
    /// <param name="numero">The number of the attestazione up to which the dossier goes.</param>
    public async Task<DossierSummary?> Run(Stream target, int numero, IProgress<ConfrontoProgress> progress, CancellationToken ct)
    {
        if (store.Read(numero) is not { Checkpoint: not null } until)
        {
            return null;
        }

        using var zip = new HashedZip(target);
        var (events, done) = (0L, 0L);
        var all = until.Dimensione * 2;
        await zip.Add(EventsFile, async stream =>
        {
            await foreach (var row in Events(until.Dimensione).WithCancellation(ct))
            {
                await stream.WriteAsync(row.Byte, ct);
                stream.WriteByte((byte)'\n');
                events++;
                progress.Report(new ConfrontoProgress(++done, all));
            }
        });
        if (!AllEnti)
        {
            await zip.Add(LeavesFile, stream => WriteLeaves(stream, until.Dimensione, ct));
        }

        await WriteProofs(zip, until, ct);
        var acts = await WriteActs(zip, ct);
        await db.WriteSamples(zip, until.Dimensione, ct);
        await zip.Add("dossier.html", stream => WritePage(stream, until, acts, () => progress.Report(new ConfrontoProgress(++done, all)), ct));
        foreach (var file in (string[])["verifica.html", "verifica.py", "LEGGIMI.md"])
        {
            await zip.Add(file, async stream => await Resource(file).CopyToAsync(stream, ct));
        }

        await zip.End(ct);
        return new DossierSummary(events, numero);
    }

    /// <summary>Opens a file that every dossier holds as it is.</summary>
    internal static Stream Resource(string name) => typeof(ContenutoDossier).Assembly.GetManifestResourceStream($"dossier/{name}")!;

    private IAsyncEnumerable<RigaRegistro> Events(long until) =>
        db.EventiVisibili(ambito).Where(e => e.Seq <= until).OrderBy(e => e.Seq).AsAsyncEnumerable();

    private async Task WriteLeaves(Stream stream, long until, CancellationToken ct)
    {
        await foreach (var (seq, leaf) in RegistroLeaves.Hidden(db, ambito, until).WithCancellation(ct))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seq} {Convert.ToBase64String(leaf)}\n")), ct);
        }
    }

    private async Task WriteProofs(HashedZip zip, Attestazione until, CancellationToken ct)
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
            ["attestazione"] = FileOf(until, "txt"),
            ["chiavi"] = new JsonArray(chiavi),
            ["attestazioni"] = files,
            ["marche"] = stamps,
        };
        await zip.Add("prove.json", proofs.ToJsonString(_indented), ct);
    }

    private static string FileOf(Attestazione a, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}attestazione-{a.Numero:000000}.{extension}");

    /// <summary>Writes the files of the acts, each once. Returns the lines about all acts for the page.</summary>
    private async Task<IReadOnlyList<string>> WriteActs(HashedZip zip, CancellationToken ct)
    {
        var acts = await (from atto in db.Atti.AsNoTracking()
                          join a in db.Affidamenti on atto.AffidamentoId equals a.Id
                          where atto.File != null
                          orderby a.Anno, a.Progressivo, atto.AggiuntoIl
                          select new { a.Anno, a.Progressivo, atto.Tipo, atto.File }).ToListAsync(ct);
        var written = new HashSet<string>();
        var lines = new List<string>();
        foreach (var act in acts)
        {
            var name = $"atti/{act.File!.Sha256[..16]}-{Safe(RiconosciAllegato.NomePerScaricare(act.File))}";
            if (written.Add(name) && await db.ContenutiFile.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == act.File.Sha256, ct) is { } content)
            {
                await zip.Add(name, content.Byte, ct);
            }

            var number = new NumeroAffidamento(act.Anno, act.Progressivo);
            lines.Add($"<tr><td>{number}</td><td>{Html(act.Tipo.Nome())}</td><td><a href=\"{Html(name)}\">{Html(act.File.Nome)}</a></td>" +
                $"<td class=\"codice\">{act.File.Sha256}</td></tr>\n");
        }

        return lines;
    }

    private async Task WritePage(Stream stream, Attestazione until, IReadOnlyList<string> acts, Action advance, CancellationToken ct)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        var made = RomeTime.Text(clock.GetUtcNow().UtcDateTime);
        await writer.WriteAsync(DossierPage.Head(until, made, AllEnti));
        await foreach (var batch in Batches(until.Dimensione, ct))
        {
            var read = batch.Select(r => Evento.Leggi(r.Byte)).Where(e => e.IsSuccess).Select(e => e.Value).ToList();
            var who = await nomi.DiChiAgisce(read, ct);
            var people = await nomi.DegliOggetti(read, ct);
            foreach (var e in read)
            {
                var subject = EventoWords.TitoloDellOggetto(e) ?? people.GetValueOrDefault(e.Seq) ?? DataWords.Oggetto(e.Oggetto.Tipo);
                await writer.WriteAsync(
                    $"<tr><td>{e.Seq}</td><td>{RomeTime.Text(e.Utc)}</td><td>{Html(who[e.Seq])}<br>{Html(EventoWords.Ruolo(e) ?? "")}</td>" +
                    $"<td>{Html(EventoWords.Sentence(e))}</td><td>{Html(subject)}</td><td>{(e.Esito == EsitoEvento.Ok ? "Riuscito" : "Negato")}</td></tr>\n");
            }

            foreach (var _ in batch)
            {
                advance();
            }
        }

        await writer.WriteAsync(DossierPage.Acts);
        foreach (var line in acts)
        {
            await writer.WriteAsync(line);
        }

        await writer.WriteAsync(DossierPage.End);
    }

    private async IAsyncEnumerable<List<RigaRegistro>> Batches(long until, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0L; ;)
        {
            var from = after;
            var batch = await db.EventiVisibili(ambito).Where(e => e.Seq > from && e.Seq <= until).OrderBy(e => e.Seq).Take(AtOnce).ToListAsync(ct);
            if (batch.Count == 0)
            {
                yield break;
            }

            yield return batch;
            after = batch[^1].Seq;
        }
    }

    private static string Safe(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
