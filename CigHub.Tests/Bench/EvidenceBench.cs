using System.Diagnostics;
using System.Security.Cryptography;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.Attestazioni.Dossier;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Dettaglio;

namespace CigHub.Bench;

/// <summary>
/// Measures what an Auditor takes home: the integrity check and one proof of each kind among 0.8 million events, dossiers of a hundred
/// thousand events, with pseudonyms, with 2 GB of acts, and of all events. For each it writes the time and how far the working set and the
/// managed memory rose while it ran.
/// </summary>
internal static class EvidenceBench
{
    private const int Large = 100_000, Small = 12_000;
    private const int Acts = 10_000, ActBytes = 200 << 10;

    public static async Task Measure(Offices uffici)
    {
        var small = await uffici.With(Small);
        await DossierOf(small, "dossier", pseudonimi: false);
        await DossierOf(small, "dossier with pseudonyms", pseudonimi: true);
        var large = await uffici.With(Large);
        await Proofs(large);

        // On the disk of the offices: folders for tests may be in memory.
        var folder = Directory.CreateDirectory(Path.Combine(Offices.Radice, $"acts-{Guid.NewGuid():N}")).FullName;
        TestBench.CopyDatabase(small.Cartella, folder);
        await using (var withActs = await Office.Open(folder, Small))
        {
            Fill(withActs.File);
            await DossierOf(withActs, $"dossier with {(long)Acts * ActBytes >> 20} MB of acts", pseudonimi: false);
        }

        Directory.Delete(folder, recursive: true);
        await DossierOf(large, "dossier of all", pseudonimi: false);
    }

    private static async Task Proofs(Office office)
    {
        var auditor = await office.ActorOf("auditor");
        var store = office.Get<AttestazioniStore>();
        office.Get<Attestatore>().Make(MotivoAttestazione.Richiesta);
        var first = store.Last;
        var asked = await office.Runner.Run(new NuovaAttestazione(), auditor);
        _ = asked.IsSuccess ? 0 : throw new InvalidOperationException(string.Join("; ", asked.Errors));
        office.Get<Attestatore>().Make(MotivoAttestazione.Richiesta);
        var size = store.Newest!.Dimensione;
        await Watch($"integrity check of {size} events", async () =>
        {
            var esito = (await office.Reader.ReadLong<VerificaIntegrita, EsitoVerifica>(auditor, q => q.Run(), default)).Value;
            return esito.Integro ? "whole" : throw new InvalidOperationException(esito.Messaggio);
        });
        await Watch("proof of inclusion, the first after a start", () => Inclusion(size / 2));
        await Watch("proof of inclusion, the next", () => Inclusion(size / 3));
        await Watch("proof of consistency", async () =>
        {
            var proof = (await office.Reader.ReadLong<ProvaDiCoerenza, ProofFile>(auditor, q => q.Run(first, store.Last), default)).Value;
            return proof.Testo is null ? throw new InvalidOperationException(proof.Messaggio) : $"{proof.Testo.Length} bytes";
        });

        async Task<string> Inclusion(long seq)
        {
            var proof = (await office.Reader.ReadLong<ProvaDiInclusione, InclusionFile>(auditor, q => q.Run(seq), default)).Value;
            return proof.Testo is null ? throw new InvalidOperationException(proof.Messaggio) : $"{proof.Testo.Length} bytes";
        }
    }

    private static async Task DossierOf(Office office, string name, bool pseudonimi)
    {
        var auditor = await office.ActorOf("auditor");
        var until = office.Get<Attestatore>().Make(MotivoAttestazione.Richiesta)!;
        var path = Path.Combine(Path.GetTempPath(), $"bench-{Guid.NewGuid():N}.zip");
        try
        {
            await Watch($"{name}, {until.Dimensione} events", async () =>
            {
                await using var file = File.Create(path);
                var made = await office.Reader.ReadLong<ContenutoDossier, DossierSummary>(
                    auditor, q => q.Run(file, until.Numero, pseudonimi, new Progress<ConfrontoProgress>(), default), default);
                return made.IsSuccess ? $"{file.Length >> 20} MB" : throw new InvalidOperationException(string.Join("; ", made.Errors));
            });
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Gives the first acts of an office a file each, past the app, which would need an event for each.</summary>
    private static void Fill(string database)
    {
        using var connection = Office.Nudo(database);
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO "ContenutiFile" VALUES ($sha, $byte);
            UPDATE "Atti" SET "File" = $file WHERE rowid = $row;
            """;
        var (sha, bytes, file) = (command.Parameters.AddWithValue("$sha", ""), command.Parameters.AddWithValue("$byte", Array.Empty<byte>()),
            command.Parameters.AddWithValue("$file", ""));
        var row = command.Parameters.AddWithValue("$row", 0);
        var content = RandomNumberGenerator.GetBytes(ActBytes);
        for (var i = 0; i < Acts; i++)
        {
            BitConverter.TryWriteBytes(content, i);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            (sha.Value, bytes.Value, row.Value) = (hash, content, i + 1);
            file.Value = $$"""{"Nome":"atto-{{i}}.pdf","TipoContenuto":"application/pdf","Byte":{{ActBytes}},"Sha256":"{{hash}}"}""";
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Runs work once, and writes its time, its result, and the highest memory while it ran, above that before.</summary>
    public static async Task Watch(string name, Func<Task<string>> work)
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        var (before, managed, top, topManaged) = (process.WorkingSet64, GC.GetTotalMemory(false), 0L, 0L);
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                process.Refresh();
                (top, topManaged) = (Math.Max(top, process.WorkingSet64), Math.Max(topManaged, GC.GetTotalMemory(false)));
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        });
        var from = Stopwatch.GetTimestamp();
        var result = await work();
        var took = Stopwatch.GetElapsedTime(from);
        await stop.CancelAsync();
        await watching;
        Console.WriteLine(
            $"{name,-55} {took.TotalSeconds,8:0.00} s, working set {before >> 20} MB +{Math.Max(0, top - before) >> 20}, " +
            $"managed {managed >> 20} MB +{Math.Max(0, topManaged - managed) >> 20} ({result})");
    }
}
