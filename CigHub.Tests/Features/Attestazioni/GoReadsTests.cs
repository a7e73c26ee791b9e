using System.Diagnostics;
using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Architecture;
using CigHub.Tests.Support;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.RegistroEventi.Dettaglio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Attestazioni;

/// <summary>A test that runs Go. Without Go and its package x/mod on the machine it is reported as skipped, with the reason.</summary>
internal sealed class GoFactAttribute : FactAttribute
{
    public const string Packages = "/usr/share/gocode";

    public GoFactAttribute()
    {
        var found = Directory.Exists($"{Packages}/src/golang.org/x/mod/sumdb")
            && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(d => File.Exists(Path.Combine(d, "go")));
        Skip = found ? null : "Neither Go nor its package x/mod is here (Debian: golang-go, golang-golang-x-mod-dev), so Go reads no attestazione here.";
    }
}

/// <summary>Checks that Go's own <c>sumdb/note</c> and <c>sumdb/tlog</c> read attestazioni and both proofs, by the program in <c>docs/esempi</c>.</summary>
public sealed class GoReadsTests : WithBench
{
    private string Folder => Path.Combine(Bench.Folder, "go");

    [GoFact]
    public async Task Go_legge_attestazioni_inclusione_e_coerenza_e_vede_ogni_alterazione()
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var attestatore = Bench.Services.GetRequiredService<Attestatore>();
        var first = attestatore.Make(MotivoAttestazione.Richiesta)!;
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        var second = attestatore.Make(MotivoAttestazione.Richiesta)!;
        Directory.CreateDirectory(Folder);
        File.Copy(Path.Combine(House.Root, "docs", "esempi", "attestazioni.go"), Path.Combine(Folder, "attestazioni.go"));
        await Go("build", "-o", "leggi", "attestazioni.go");
        var seq = first.Dimensione - 1;
        var evento = await Bench.Query(db => db.Registro.Where(e => e.Seq == seq).Select(e => e.Byte).SingleAsync());
        var inclusion = (await Bench.Reader.Read<ProvaDiInclusione, InclusionFile>(Bench.Auditor, q => q.Run(seq))).Value.Testo!;
        var consistency = (await Bench.Reader.ReadLong<ProvaDiCoerenza, ProofFile>(Bench.Auditor, q => q.Run(1, 2), default)).Value.Testo!;
        var right = new Dictionary<string, string>
        {
            ["key.txt"] = Bench.Services.GetRequiredService<KeyRing>().Known[^1].Chiave,
            ["old.txt"] = first.Nota,
            ["event.json"] = Encoding.UTF8.GetString(evento),
            ["inclusion.txt"] = inclusion,
            ["consistency.txt"] = consistency,
        };
        Assert.Equal((0, "ok"), await Read(right));

        // One character of each file changed: Go, too, says no.
        Assert.All(right.Keys, name =>
        {
            var (text, at) = (right[name], right[name].Length / 2);
            var changed = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
            var (code, said) = Read(new(right) { [name] = changed }).GetAwaiter().GetResult();
            Assert.True(code == 1, $"{name}: {said}");
        });
        Assert.Equal(1, (await Read(new(right) { ["old.txt"] = second.Nota })).Code);
    }

    private async Task<(int Code, string Said)> Read(Dictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, name), text, new UTF8Encoding(false));
        }

        return await Run(Path.Combine(Folder, "leggi"));
    }

    private async Task Go(params string[] arguments)
    {
        var (code, said) = await Run("go", arguments);
        Assert.True(code == 0, said);
    }

    private async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["GO111MODULE"], start.Environment["GOPATH"]) = ("off", GoFactAttribute.Packages);
        start.Environment["GOCACHE"] = Path.Combine(Path.GetTempPath(), "cighub-go-cache");
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await said + await errors).Trim());
    }
}
