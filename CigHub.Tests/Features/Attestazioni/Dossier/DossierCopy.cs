using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Web.Data.Attestazioni;

namespace CigHub.Tests.Features.Attestazioni.Dossier;

/// <summary>An extracted dossier that a test alters as a person could who knows the formats, with right hashes in <c>SHA256SUMS</c> afterwards.</summary>
internal sealed class DossierCopy : IDisposable
{
    /// <summary>
    /// Every way of altering a dossier that the verdicts are tried on. The flag says whether only something kept elsewhere reveals it: an
    /// attestazione, or the public key.
    /// </summary>
    public static IReadOnlyDictionary<string, (Action<DossierCopy> Change, bool OnlyFromOutside)> Ways { get; } =
        new Dictionary<string, (Action<DossierCopy>, bool)>
        {
            ["one byte"] = (d => d.Events(lines => lines[4] = Changed(lines[4])), false),
            ["two events swapped"] = (d => d.Events(lines => (lines[3], lines[4]) = (lines[4], lines[3])), false),
            ["first event deleted"] = (d => d.Events(lines => lines.RemoveAt(0)), false),
            ["tail cut, head left"] = (d => d.Events(lines => lines.RemoveRange(lines.Count - 3, 3)), false),
            ["tail cut, head adjusted: an old backup put back"] = (d => d.CutToTheFirst(), true),
            ["everything rewritten with right hashes and another key"] = (d => d.RewriteAll(), true),
            ["everything rewritten, and the other key called a retired one"] = (d => d.RewriteAll(besideOurs: true), true),
            ["words changed behind the leaves of a dossier with pseudonyms"] = (d => d.HideBehindLeaves(), false),
            ["registro emptied"] = (d => d.Events(lines => lines.Clear()), false),
            ["checkpoint of another office"] = (d => d.Resign(NoteSigner.Create("cighub.registro/altrove"), "cighub.registro/altrove"), false),
            ["time stamp of another hash"] = (d => d.SwapStamp(), false),
            ["forged signature"] = (d => d.Resign(NoteSigner.Create(d.Origin), d.Origin), false),
            ["rotated key"] = (d => d.Prove(p => p["chiavi"]![0]!["finoA"] = 1), false),
            ["a population with one amount changed"] = (d => d.Population(text => text.Replace(";0\n", ";1\n", StringComparison.Ordinal)), false),
            ["a population without its first row"] = (d => d.Population(text => text[(text.IndexOf('\n') + 1)..]), false),
            ["a population taken away"] = (d => File.Delete(d.PopulationPath), false),
            ["the file of an act changed"] = (d => File.AppendAllText(d.FirstIn("atti"), " "), false),
            ["the file of an act taken away"] = (d => File.Delete(d.FirstIn("atti")), false),
            ["the file of a check about a supplier changed"] = (d => File.AppendAllText(d.FirstIn("due-diligence"), " "), false),
            ["the file of a check about a supplier taken away"] = (d => File.Delete(d.FirstIn("due-diligence")), false),
            ["a file among the acts that no event names"] = (d => File.WriteAllText(Path.Combine(d.PathOf("atti"), "determina.pdf"), "altro"), false),
            ["the file of an act renamed"] = (d => File.Move(d.FirstIn("atti"), d.PathOf("atti/determina.pdf")), false),
            ["the file of an act copied"] = (d => File.Copy(d.FirstIn("atti"), d.PathOf("atti/copia.pdf")), false),
            ["the file of an act moved among the checks"] = (d => d.Move(d.FirstIn("atti"), "due-diligence"), false),
            ["the files of two checks swapped"] = (d => d.SwapChecks(), false),
            ["a file among the acts whose name begins with a dot"] = (d => File.WriteAllText(d.PathOf("atti/.determina.pdf"), "altro"), false),
            ["a module beside the program"] = (d => d.PutModule(), false),
            ["a module beside the program, one byte changed, the sums written anew"] = (d => d.PutModule(behind: true), false),
            ["a time stamp of a copy of the attestazione that nobody verifies"] = (d => d.StampCopy(), false),
            ["a population that no event names"] = (d => d.PutPopulation(), false),
            ["an event beyond the attestazione"] = (d => d.Events(lines => lines.Add(d.Next(lines[^1]))), false),
            ["the sums emptied"] = (d => File.WriteAllText(d.PathOf("SHA256SUMS"), ""), false),
            ["a file that the sums do not know"] = (d => File.WriteAllText(d.PathOf("LEGGIMI.md"), "altro"), false),
        };

    private DossierCopy(string folder) => Folder = folder;

    public string Folder { get; }

    private string Origin => JsonNode.Parse(File.ReadAllText(PathOf("prove.json")))!["origine"]!.ToString();

    private string MainNote => PathOf(JsonNode.Parse(File.ReadAllText(PathOf("prove.json")))!["attestazione"]!.ToString());

    public static DossierCopy Extract(string zip)
    {
        var copy = new DossierCopy(TestFolder.New("dossier"));
        ZipFile.ExtractToDirectory(zip, copy.Folder);
        return copy;
    }

    /// <summary>Alters the copy in one of the <see cref="Ways"/>.</summary>
    public void Alter(string way)
    {
        Ways[way].Change(this);
        if (way is not ("a file that the sums do not know" or "the sums emptied" or "a module beside the program"))
        {
            WriteSums();
        }
    }

    /// <summary>Runs <c>verifica.py</c> on the copy, and returns its exit code and what it says.</summary>
    public async Task<(int Code, string Said)> Verify(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", [PathOf("verifica.py"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await errors);
    }

    /// <summary>Writes the sums of the files anew, as somebody would who has changed one and knows the formats.</summary>
    public void Reseal() => WriteSums();

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose() => TestFolder.Delete(Folder);

    private static byte[] Changed(byte[] line)
    {
        byte[] changed = [.. line];
        changed[^3] = changed[^3] == (byte)'0' ? (byte)'1' : (byte)'0';
        return changed;
    }

    private void Events(Action<List<byte[]>> change)
    {
        var lines = File.ReadAllText(PathOf("eventi.ndjson")).Split('\n')[..^1].Select(Encoding.UTF8.GetBytes).ToList();
        change(lines);
        using var file = File.Create(PathOf("eventi.ndjson"));
        foreach (var line in lines)
        {
            file.Write([.. line, (byte)'\n']);
        }
    }

    private void Prove(Action<JsonNode> change)
    {
        var proofs = JsonNode.Parse(File.ReadAllText(PathOf("prove.json")))!;
        change(proofs);
        File.WriteAllText(PathOf("prove.json"), proofs.ToJsonString());
    }

    /// <summary>Cuts the events to those of the first attestazione, and leaves no trace of the later ones.</summary>
    private void CutToTheFirst() => Prove(p =>
    {
        var first = p["attestazioni"]![0]!.ToString();
        var size = (int)Checkpoint.Parse(SignedNote.Parse(File.ReadAllText(PathOf(first)))!.Text)!.Dimensione;
        Events(lines => lines.RemoveRange(size, lines.Count - size));

        // The forger also takes away the files that only the cut events name.
        var left = File.ReadAllText(PathOf("eventi.ndjson"));
        string[] folders = ["atti", "due-diligence", "campioni"];
        foreach (var file in folders.SelectMany(f => Directory.GetFiles(PathOf(f), "*", SearchOption.AllDirectories)))
        {
            if (!left.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), StringComparison.Ordinal))
            {
                File.Delete(file);
            }
        }

        (p["attestazione"], p["attestazioni"], p["marche"], p["eventi"]) = (first, new JsonArray(first), new JsonArray(), size);
    });

    private string PopulationPath => Directory.EnumerateFiles(PathOf("campioni"), "popolazione.csv", SearchOption.AllDirectories).Order().First();

    private void Population(Func<string, string> change)
    {
        var (before, path) = (File.ReadAllText(PopulationPath), PopulationPath);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }

    /// <summary>Changes an event and has the verifiers look at the leaves alone, as they do in a dossier with pseudonyms.</summary>
    private void HideBehindLeaves()
    {
        Events(lines =>
        {
            File.WriteAllText(
                PathOf("foglie.txt"), string.Concat(lines.Select((line, i) => $"{i + 1} {Convert.ToBase64String(MerkleTree.Leaf(line))}\n")));
            lines[4] = Changed(lines[4]);
        });
        Prove(p => p["pseudonimi"] = true);
    }

    /// <summary>
    /// Writes a key of the forger's into the dossier as a retired one, and returns a proof, signed with it, that one forged event more
    /// continues the dossier's attestazione.
    /// </summary>
    public string ForgeConsistency()
    {
        var (note, signer) = (SignedNote.Parse(File.ReadAllText(MainNote))!, NoteSigner.Create(Origin));
        Prove(p => p["chiavi"] = new JsonArray(new JsonObject { ["chiave"] = $"{signer.Key}", ["finoA"] = 1_000_000_000 }, p["chiavi"]![0]!.DeepClone()));
        WriteSums();
        List<byte[]> leaves = [.. File.ReadAllText(PathOf("eventi.ndjson")).Split('\n')[..^1].Select(l => MerkleTree.Leaf(Encoding.UTF8.GetBytes(l)))];
        var size = Checkpoint.Parse(note.Text)!.Dimensione;
        leaves.Add(MerkleTree.Leaf("inventato"u8));
        byte[] Root(long from, long to) => leaves.Skip((int)from).Take((int)(to - from)).Aggregate(TestaRegistro.Vuota, (h, l) => h.Aggiungi(l)).Radice;
        var forged = signer.Sign(new Checkpoint(Origin, size + 1, Root(0, size + 1)).Text);
        return MerkleProof.ConsistencyText(size, MerkleProof.Consistency(size, size + 1, Root), forged);
    }

    /// <summary>
    /// Writes a key of the forger's into the dossier as a retired one, and an attestazione of the true first events, signed with it, that is
    /// six years older than the registro.
    /// </summary>
    public void BackDate()
    {
        var signer = NoteSigner.Create(Origin);
        var root = File.ReadAllText(PathOf("eventi.ndjson")).Split('\n')[..5]
            .Aggregate(TestaRegistro.Vuota, (head, line) => head.Aggiungi(MerkleTree.Leaf(Encoding.UTF8.GetBytes(line)))).Radice;
        var note = signer.Sign(new Checkpoint(Origin, 5, root, "attestazione 3 2020-01-02T09:00:00Z").Text);
        File.WriteAllText(PathOf("attestazioni/attestazione-000003.txt"), note.ToString());
        Prove(p =>
        {
            p["chiavi"]!.AsArray().Insert(0, new JsonObject { ["chiave"] = $"{signer.Key}", ["finoA"] = 5 });
            p["attestazioni"]!.AsArray().Insert(0, "attestazioni/attestazione-000003.txt");
        });
        WriteSums();
    }

    /// <summary>Gives the dossier names that try to end the verdict on a terminal and to hide what follows.</summary>
    public void HideTheVerdict()
    {
        Prove(p => p["marche"]![0]!["attestazione"] = "x\r\nCOERENTE\n");
        WriteSums();
        File.AppendAllText(PathOf("SHA256SUMS"), $"{new string('0', 64)}  x\u001b]0;\u202e\n");
    }

    private void Move(string file, string folder) => File.Move(file, PathOf($"{folder}/{Path.GetFileName(file)}"));

    private void SwapChecks()
    {
        var (one, other) = (Directory.GetFiles(PathOf("due-diligence"))[0], Directory.GetFiles(PathOf("due-diligence"))[1]);
        var bytes = File.ReadAllBytes(one);
        File.Copy(other, one, overwrite: true);
        File.WriteAllBytes(other, bytes);
    }

    /// <summary>Puts a module into the root that the program would load in place of Python's own, and that ends with a verdict of its own.</summary>
    private void PutModule(bool behind = false)
    {
        File.WriteAllText(PathOf("heapq.py"), "import sys\nprint('COERENTE')\nsys.exit(0)\n");
        if (behind)
        {
            Events(lines => lines[4] = Changed(lines[4]));
        }
    }

    private void StampCopy() => Prove(p =>
    {
        File.Copy(PathOf(p["marche"]![0]!["attestazione"]!.ToString()), PathOf("attestazioni/copia.txt"));
        p["marche"]![0]!["attestazione"] = "attestazioni/copia.txt";
    });

    private string FirstIn(string folder) => Directory.EnumerateFiles(PathOf(folder)).Order().First();

    private void PutPopulation()
    {
        Directory.CreateDirectory(PathOf("campioni/inventato"));
        File.Copy(PopulationPath, PathOf("campioni/inventato/popolazione.csv"));
    }

    /// <summary>Returns a copy of an event with the next number.</summary>
    private byte[] Next(byte[] line)
    {
        var copy = JsonNode.Parse(line)!;
        copy["seq"] = copy["seq"]!.GetValue<long>() + 1;
        return Encoding.UTF8.GetBytes(copy.ToJsonString());
    }

    private void RewriteAll(bool besideOurs = false)
    {
        var head = TestaRegistro.Vuota;
        Events(lines =>
        {
            for (var i = 0; i < lines.Count; i++)
            {
                lines[i] = Changed(lines[i]);
                head = head.Aggiungi(MerkleTree.Leaf(lines[i]));
            }
        });
        var signer = NoteSigner.Create(Origin);
        File.WriteAllText(MainNote, signer.Sign(new Checkpoint(Origin, head.Dimensione, head.Radice).Text).ToString());
        Prove(p =>
        {
            var mine = new JsonObject { ["chiave"] = $"{signer.Key}", ["finoA"] = besideOurs ? (int?)1_000_000_000 : null };
            p["chiavi"] = besideOurs ? new JsonArray(p["chiavi"]![0]!.DeepClone(), mine) : new JsonArray(mine);
            (p["attestazioni"], p["marche"]) = (new JsonArray(p["attestazione"]!.ToString()), new JsonArray());
        });
    }

    private void Resign(NoteSigner signer, string origin)
    {
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(File.ReadAllText(MainNote))!.Text)!;
        File.WriteAllText(MainNote, signer.Sign(new Checkpoint(origin, checkpoint.Dimensione, checkpoint.Radice).Text).ToString());
    }

    private void SwapStamp() => Prove(p => p["marche"]![0]!["attestazione"] = p["attestazioni"]![0]!.ToString());

    private void WriteSums()
    {
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "SHA256SUMS");
        File.WriteAllText(PathOf("SHA256SUMS"), string.Concat(files.Select(f =>
            $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))}  {Path.GetRelativePath(Folder, f).Replace('\\', '/')}\n")));
    }
}
