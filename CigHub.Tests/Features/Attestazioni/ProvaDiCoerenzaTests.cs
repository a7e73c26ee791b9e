using System.Diagnostics;
using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Tests.Features.Attestazioni.Dossier;
using CigHub.Tests.Support;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.Attestazioni.Dossier;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Attestazioni;

/// <summary>Checks the proof of consistency between any two attestazioni: its file, its verdict in words, and what <c>verifica.py</c> says.</summary>
public sealed class ProvaDiCoerenzaTests : WithBench
{
    /// <summary>
    /// The program that tries <c>verifica.py</c> on the eight leaves and the four proofs of RFC 6962's reference code: sizes, then hashes.
    /// It prints a word for each: right, with a wrong root, with a hash too many.
    /// </summary>
    private const string Vectors = """
        import hashlib, verifica
        dati = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
        foglie = [hashlib.sha256(b"\0" + bytes.fromhex(d)).digest() for d in dati]
        def radice(n):
            albero = verifica.Albero()
            for f in foglie[:n]:
                albero.aggiungi(f)
            return albero.radice()
        assert radice(8).hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        a, b, c = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        d, e = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
        f, g = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
        for prima, dopo, prova in [(1, 1, []), (1, 8, [d, a, b]), (6, 8, [f, c, e]), (2, 5, [a, g])]:
            prova = [bytes.fromhex(p) for p in prova]
            print(verifica.continua(prima, radice(prima), dopo, radice(dopo), prova),
                  verifica.continua(prima, radice(prima), dopo, radice(dopo - 1), prova), verifica.continua(prima, radice(prima), dopo, radice(dopo), prova + [foglie[0]]))
        """;

    private Attestatore Attestatore => Bench.Services.GetRequiredService<Attestatore>();

    private AttestazioniStore Store => Bench.Services.GetRequiredService<AttestazioniStore>();

    private string Key => Bench.Services.GetRequiredService<KeyRing>().Known[^1].Chiave;

    [Fact]
    public async Task Ogni_coppia_ha_la_sua_prova_e_il_suo_verdetto_in_qualunque_ordine_la_si_chieda()
    {
        await Three();
        for (var first = 1; first <= 3; first++)
        {
            for (var second = first; second <= 3; second++)
            {
                var proof = await Proof(second, first);
                Assert.Equal($"coerenza-{first:000000}-{second:000000}.txt", proof.Nome);
                var (old, now) = (Store.Read(first)!.Checkpoint!, Store.Read(second)!.Checkpoint!);
                var lines = proof.Testo![..proof.Testo!.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n');
                Assert.Equal($"old {old.Dimensione}", lines[0]);
                Assert.True(MerkleProof.Continues(old.Dimensione, old.Radice, now.Dimensione, now.Radice, [.. lines[1..].Select(Convert.FromBase64String)]));
                Assert.EndsWith("\n\n" + Store.Read(second)!.Nota, proof.Testo, StringComparison.Ordinal);
                Assert.Contains(first == second ? "È la stessa attestazione" : $"continua la n. {first} del", proof.Messaggio, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Cio_che_non_si_puo_provare_si_dice_senza_accusare()
    {
        await Three();
        Assert.Contains("n. 9 non c'è: i numeri vanno da 1 a 3", (await Proof(1, 9)).Messaggio, StringComparison.Ordinal);

        // The newest attestazione is signed by somebody else.
        var newest = Store.Read(3)!;
        var other = NoteSigner.Create(newest.Checkpoint!.Origine).Sign(newest.Checkpoint.Text).ToString();
        Rewrite(3, newest.Nota, other);
        var (text, message) = Parts(await Proof(1, 3));
        Assert.Null(text);
        Assert.Contains("non ha una firma valida di questa installazione", message, StringComparison.Ordinal);
        Rewrite(3, other, newest.Nota);

        RegistroTamperer.RewriteAll(Bench.File);
        Bench.Services.GetRequiredService<RegistroTree>().Forget();
        (text, message) = Parts(await Proof(2, 3));
        Assert.Null(text);
        Assert.StartsWith("Non coerente con l'attestazione n. 2", message, StringComparison.Ordinal);
        Assert.Contains("Non modificare nulla; conserva copia", message, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Verifica_py_controlla_la_prova_con_e_senza_un_dossier()
    {
        await Three();
        var made = (await OfficeWithDossier.Make(Bench, Bench.Auditor)).Value;
        using var copy = DossierCopy.Extract(made.File);
        var proof = await Save("prova.txt", (await Proof(1, 3)).Testo!);
        var (code, said) = await copy.Verify("--coerenza", proof);
        Assert.True(code == 0, said);
        Assert.Contains("continua la n. 1 del", said, StringComparison.Ordinal);

        // Together with an event that the dossier has, and with one that it has not.
        var exact = await Bench.Query(db => db.Registro.Where(e => e.Seq == 3).Select(e => e.Byte).SingleAsync());
        var here = await Save("evento.ndjson", Encoding.UTF8.GetString(exact));
        exact[^3] ^= 1;
        var changed = await Save("cambiato.ndjson", Encoding.UTF8.GetString(exact));
        (code, said) = await copy.Verify("--coerenza", proof, "--evento", here, "--chiave", Key);
        Assert.True(code == 0, said);
        Assert.Contains("continua la n. 1 del", said, StringComparison.Ordinal);
        Assert.Contains("l'evento 3 di", said, StringComparison.Ordinal);
        (code, said) = await copy.Verify("--coerenza", proof, "--evento", changed, "--chiave", Key);
        Assert.True(code == 1, said);
        Assert.Contains("non è tra questi", said, StringComparison.Ordinal);

        // Without a dossier: the two notes and the key came from elsewhere.
        using var alone = DossierCopy.Extract(made.File);
        foreach (var file in Directory.EnumerateFiles(alone.Folder).Where(f => !f.EndsWith("verifica.py", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        var first = await Save("prima.txt", Store.Read(1)!.Nota);
        (code, said) = await alone.Verify("--coerenza", proof, "--attestazione", first, "--chiave", Key);
        Assert.True(code == 0, said);
        Assert.Contains("non c'è un dossier", said, StringComparison.Ordinal);

        // The other note of the proof may be given too. One that no proof compares is not passed over, and an empty key is no key.
        var third = await Save("terza.txt", Store.Read(3)!.Nota);
        (code, said) = await alone.Verify("--coerenza", proof, "--attestazione", first, "--attestazione", third, "--chiave", Key);
        Assert.True(code == 0, said);
        var second = await Save("seconda.txt", Store.Read(2)!.Nota);
        (code, said) = await alone.Verify("--coerenza", proof, "--attestazione", first, "--attestazione", second, "--chiave", Key);
        Assert.True(code == 1, said);
        Assert.Contains("non è confrontata con nulla", said, StringComparison.Ordinal);
        Assert.Equal(2, (await alone.Verify("--coerenza", proof, "--attestazione", first, "--chiave", "")).Code);

        // Nothing here can tell whether an event is attested, so the question is not passed over.
        (code, said) = await alone.Verify("--coerenza", proof, "--attestazione", first, "--chiave", Key, "--evento", here);
        Assert.True(code == 1, said);
        (code, said) = await alone.Verify("--coerenza", proof, "--chiave", Key);
        Assert.True(code == 1, said);
        Assert.Contains("serve anche l'attestazione", said, StringComparison.Ordinal);

        // One hash of the proof changed, and a proof that is none.
        var text = await File.ReadAllTextAsync(proof);
        var hash = text.Split('\n')[1];
        var wrong = await Save("altra.txt", text.Replace(hash, (hash[0] == 'A' ? "B" : "A") + hash[1..], StringComparison.Ordinal));
        (code, said) = await alone.Verify("--coerenza", wrong, "--attestazione", first, "--chiave", Key);
        Assert.True(code == 1, said);
        Assert.Contains("non continua la n. 1", said, StringComparison.Ordinal);
        (code, said) = await alone.Verify("--coerenza", first, "--attestazione", first, "--chiave", Key);
        Assert.True(code == 1, said);
        Assert.Contains("non è una prova di coerenza", said, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Verifica_py_riconosce_le_prove_di_RFC_6962()
    {
        await using (var file = File.Create(Path.Combine(Bench.Folder, "verifica.py")))
        {
            await ContenutoDossier.Resource("verifica.py").CopyToAsync(file);
        }

        var start = new ProcessStartInfo("python3", ["-B", "-c", Vectors]) { WorkingDirectory = Bench.Folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(string.Concat(Enumerable.Repeat("True False False\n", 4)), said.ReplaceLineEndings("\n"));
    }

    private static (string? Text, string Message) Parts(ProofFile proof) => (proof.Testo, proof.Messaggio);

    private async Task Three()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        Attestatore.Make(MotivoAttestazione.Richiesta);
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Attestatore.Make(MotivoAttestazione.Richiesta);
        await Bench.Succeeds(new NuovaAttestazione(), Bench.Auditor);
        Attestatore.Make(MotivoAttestazione.Richiesta);
    }

    private async Task<ProofFile> Proof(int one, int other) =>
        (await Bench.Reader.ReadLong<ProvaDiCoerenza, ProofFile>(Bench.Auditor, q => q.Run(one, other), default)).Value;

    private async Task<string> Save(string name, string text)
    {
        var path = Path.Combine(Bench.Folder, name);
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(false));
        return path;
    }

    private void Rewrite(int number, string from, string to)
    {
        var path = Store.PathOf(number);
        string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
        var text = File.ReadAllText(path);
        Assert.Contains(Json(from), text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(Json(from), Json(to), StringComparison.Ordinal));
    }
}
