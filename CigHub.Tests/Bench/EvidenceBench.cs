using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
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
/// thousand events, with pseudonyms, with 2 GB of acts as many small files and as few large ones, and of all events. For each it writes the time
/// and how far the working set and the managed memory rose while it ran. <c>CIGHUB_ACTS_MB</c> sets another size of the acts.
/// </summary>
internal static class EvidenceBench
{
    private const int Large = 100_000, Small = 12_000;
    private const int SmallAct = 200 << 10, LargeAct = 10_000 << 10;

    public static async Task Measure(Offices uffici)
    {
        var small = await uffici.With(Small);
        await DossierOf(small, "dossier", pseudonimi: false);
        await DossierOf(small, "dossier with pseudonyms", pseudonimi: true);
        var large = await uffici.With(Large);
        await Proofs(large);

        await WithActs(small, SmallAct);
        await WithActs(small, LargeAct);
        await DossierOf(large, "dossier of all", pseudonimi: false);
    }

    /// <summary>Measures the dossier of a copy of the office in which acts have files of the given size, until the size of all is reached.</summary>
    private static async Task WithActs(Office office, int bytes)
    {
        var total = long.Parse(Environment.GetEnvironmentVariable("CIGHUB_ACTS_MB") ?? "2000", CultureInfo.InvariantCulture) << 20;
        var acts = (int)Math.Max(1, total / bytes);

        // On the disk of the offices: folders for tests may be in memory.
        var folder = Directory.CreateDirectory(Path.Combine(Offices.Radice, $"acts-{Guid.NewGuid():N}")).FullName;
        try
        {
            TestBench.CopyDatabase(office.Cartella, folder);
            await using var withActs = await Office.Open(folder, Small);
            Fill(withActs.File, acts, bytes);
            await DossierOf(withActs, $"dossier with {acts} acts of {bytes >> 10} KB", pseudonimi: false, acts);
        }
        finally
        {
            TestBench.ClosePool(folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Proofs(Office office)
    {
        var auditor = await office.ActorOf("auditor");
        var store = office.Get<AttestazioniStore>();
        office.Get<Attestatore>().Make(MotivoAttestazione.Richiesta);
        var first = store.Last;
        var asked = await office.Runner.Run(new NuovaAttestazione(), auditor);
        if (!asked.IsSuccess)
        {
            throw new InvalidOperationException(string.Join("; ", asked.Errors));
        }

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

    private static async Task DossierOf(Office office, string name, bool pseudonimi, int acts = 0)
    {
        var auditor = await office.ActorOf("auditor");
        var until = office.Get<Attestatore>().Make(MotivoAttestazione.Richiesta)!;
        var path = Path.Combine(Offices.Radice, $"dossier-{Guid.NewGuid():N}.zip");
        try
        {
            await Watch($"{name}, {until.Dimensione} events", async () =>
            {
                await using var file = File.Create(path);
                var made = await office.Reader.ReadLong<ContenutoDossier, DossierSummary>(
                    auditor, q => q.Run(file, until.Numero, pseudonimi, new Progress<ConfrontoProgress>(), default), default);
                return made.IsSuccess ? $"{file.Length >> 20} MB" : throw new InvalidOperationException(string.Join("; ", made.Errors));
            });
            using var zip = ZipFile.OpenRead(path);
            var found = zip.Entries.Count(e => e.FullName.StartsWith("atti/", StringComparison.Ordinal));
            if (found < acts)
            {
                throw new InvalidOperationException($"Only {found} of {acts} acts are in the dossier.");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>
    /// Gives the first acts of an office a file each, past the app, which would need an event for each. Each file begins with another number, and
    /// random bytes follow, which do not shrink when they are packed.
    /// </summary>
    private static void Fill(string database, int acts, int bytes)
    {
        using var connection = Office.Nudo(database);
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO "ContenutiFile" VALUES ($sha, $byte);
            UPDATE "Atti" SET "File" = $file WHERE rowid = (SELECT rowid FROM "Atti" ORDER BY rowid LIMIT 1 OFFSET $row);
            """;
        var (sha, content, file, row) = (
            command.Parameters.AddWithValue("$sha", ""), command.Parameters.AddWithValue("$byte", Array.Empty<byte>()),
            command.Parameters.AddWithValue("$file", ""), command.Parameters.AddWithValue("$row", 0));
        var random = RandomNumberGenerator.GetBytes(bytes);
        const int ofOneTransaction = 64 << 20;
        foreach (var some in Enumerable.Range(0, acts).Chunk(Math.Max(1, ofOneTransaction / bytes)))
        {
            // Not all at once: the journal would be as large as the acts.
            using var transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            foreach (var i in some)
            {
                BitConverter.TryWriteBytes(random, i);
                var hash = Convert.ToHexStringLower(SHA256.HashData(random));
                (sha.Value, content.Value, row.Value) = (hash, random, i);
                file.Value = $$"""{"Nome":"atto-{{i}}.pdf","TipoContenuto":"application/pdf","Byte":{{bytes}},"Sha256":"{{hash}}"}""";
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>Runs work once, and writes its time, its result, and the highest memory while it ran, above that before.</summary>
    internal static async Task Watch(string name, Func<Task<string>> work)
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
