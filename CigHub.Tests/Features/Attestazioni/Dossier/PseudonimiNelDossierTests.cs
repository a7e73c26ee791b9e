using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Attestazioni.Dossier;
using CigHub.Web.Features.Rilievi.Esame;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Attestazioni.Dossier;

/// <summary>Checks that a dossier with pseudonyms names nobody in any file, and that what remains can still be verified.</summary>
public sealed class PseudonimiNelDossierTests : WithBench
{
    [Fact]
    public async Task In_nessun_file_c_e_un_nome_un_codice_fiscale_un_indirizzo_o_un_id_di_una_persona()
    {
        await NamesEverywhere();
        var (full, made) = (await Make(pseudonimi: false), await Make(pseudonimi: true));
        var people = await Bench.Query(db => db.Persone.AsNoTracking().ToListAsync());
        var identities = await Bench.Query(db => db.IdentitaPersone.AsNoTracking().ToListAsync());
        string?[] whole =
        [
            .. people.SelectMany(p => new[]
            {
                p.NomeCompleto, $"{p.Cognome} {p.Nome}", p.Email, p.Telefono, p.CodiceFiscale?.Valore, p.Id.ToString(), p.Id.ToString("N"), p.Identita,
                p.NomeUtente.Contains('.', StringComparison.Ordinal) ? p.NomeUtente : null,
            }),
            .. identities.SelectMany(i => new[] { i.NomeCompleto, i.CodiceFiscale, i.Impronta, i.PersonaId?.ToString() }),
        ];
        var told = whole.OfType<string>().Where(t => t.Length > 3).Distinct().ToList();
        var surnames = people.Select(p => p.Cognome).Where(c => c.Length > 3).Distinct().ToList();
        Assert.True(told.Count > 50 && surnames.Count > 5, $"{told.Count} {surnames.Count}");

        // The same search finds people in a dossier with names, so it can fail.
        Assert.Contains("eventi.ndjson", Found(full, told));
        Assert.Contains("dossier.html", Found(full, told));
        Assert.Contains("scostamenti.csv", Found(full, told));
        Assert.Empty(Found(made, told));
        Assert.Empty(Texts(made).Where(t => surnames.Any(s => Regex.IsMatch(t.Text, $@"\b{Regex.Escape(s)}\b"))).Select(t => t.Name));
    }

    [Fact]
    public async Task Chi_legge_sa_che_cosa_manca_e_la_stessa_persona_ha_lo_stesso_numero()
    {
        await NamesEverywhere();
        var made = await Make(pseudonimi: true);
        Assert.EndsWith("-pseudonimi.zip", made.Name, StringComparison.Ordinal);
        var files = Texts(made).ToDictionary(t => t.Name, t => t.Text);
        Assert.DoesNotContain("eventi.ndjson", files.Keys);
        Assert.DoesNotContain(files.Keys, k => k.StartsWith("atti/", StringComparison.Ordinal) || k.StartsWith("campioni/", StringComparison.Ordinal));
        Assert.Contains("Dossier con pseudonimi.", files["dossier.html"], StringComparison.Ordinal);
        Assert.Contains("# Dossier del registro eventi di CigHub, con pseudonimi", files["LEGGIMI.md"], StringComparison.Ordinal);
        Assert.Contains("\"pseudonimi\": true", files["prove.json"], StringComparison.Ordinal);
        var rows = Regex.Matches(files["dossier.html"], "<tr><td>(\\d+)</td><td>[^<]*</td><td>(P\\d{3})[^<]*<br>([^<]*)</td><td>([^<]*)</td>");
        Assert.True(rows.Select(r => r.Groups[2].Value).Distinct().Count() > 1);
        var author = rows.Where(r => r.Groups[4].Value == Azioni.Nome(Azioni.AttoAggiunto)).Select(r => r.Groups[2].Value).Distinct();
        Assert.Single(author);
        var (seq, sha256) = (await Bench.Query(db => db.Registro.MaxAsync(e => e.Seq)), made.Sha256);
        var evento = Encoding.UTF8.GetString(await Bench.Query(db => db.Registro.Where(e => e.Seq == seq).Select(e => e.Byte).SingleAsync()));
        Assert.Contains("\"pseudonimi\":true", evento, StringComparison.Ordinal);
        Assert.Contains(sha256, evento, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Impronte_inclusione_e_attestazioni_si_verificano_ancora()
    {
        await NamesEverywhere();
        var made = await Make(pseudonimi: true);
        var exact = await Bench.Query(db => db.Registro.Where(e => e.Seq == 3).Select(e => e.Byte).SingleAsync());
        var file = Path.Combine(Bench.Folder, "evento.ndjson");
        using var copy = DossierCopy.Extract(made.File);
        await File.WriteAllBytesAsync(file, [.. exact, (byte)'\n']);
        var (code, said) = await copy.Verify("--evento", file);
        Assert.True(code == 0, said);
        Assert.Contains("l'evento 3 di", said, StringComparison.Ordinal);
        Assert.Contains("Con pseudonimi", said, StringComparison.Ordinal);

        exact[^3] ^= 1;
        await File.WriteAllBytesAsync(file, exact);
        (code, said) = await copy.Verify("--evento", file);
        Assert.True(code == 1, said);
        Assert.Contains("non è tra questi", said, StringComparison.Ordinal);

        var leaves = await File.ReadAllLinesAsync(copy.PathOf("foglie.txt"));
        Assert.All(
            (string[][])[[.. leaves.Skip(1)], [.. leaves.SkipLast(1)], [leaves[0], $"2 {leaves[0].Split(' ')[1]}", .. leaves.Skip(2)]],
            wrong =>
            {
                File.WriteAllLines(copy.PathOf("foglie.txt"), wrong);
                copy.Reseal();
                Assert.Equal(1, copy.Verify().GetAwaiter().GetResult().Code);
            });
    }

    private static List<string> Found(ReadyDossier made, List<string> told) =>
        [.. Texts(made).Where(t => told.Any(p => t.Text.Contains(p, StringComparison.OrdinalIgnoreCase))).Select(t => t.Name)];

    private static List<(string Name, string Text)> Texts(ReadyDossier made)
    {
        using var zip = ZipFile.OpenRead(made.File);
        return [.. zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open(), Encoding.UTF8);
            return (e.FullName, e.FullName + "\n" + reader.ReadToEnd());
        })];
    }

    /// <summary>Has people write each other's names into free texts of every kind that a dossier tells.</summary>
    private async Task NamesEverywhere()
    {
        var auditor = Bench.Catalogo.Persone.Single(p => p.Id == Bench.Auditor.PersonaId).NomeCompleto;
        var rup = Bench.Catalogo.Persone.Single(p => p.Id == Bench.Rup.PersonaId).NomeCompleto;
        await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        var draft = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var act = SampleFiles.Act();
        (act.Numero, act.Firmatario) = ($"12 di {auditor}", auditor);
        await Bench.Succeeds(
            new AggiungiAtto(draft, Guid.CreateVersion7(), act, await Bench.Version(draft), SampleFiles.Scelto(SampleFiles.Pdf(rup), $"{rup}.pdf")));
        Bench.Clock.Advance(TimeSpan.FromDays(15));
        var rilievo = (await Bench.Calcola()).First(r => r.Famiglia == FamigliaRilievi.Controlli && r.Stato == StatoRilievo.DaEsaminare);
        await Bench.Succeeds(new ChiarisciRilievo(rilievo.Id, $"Sentito {rup}"), Bench.Auditor);
    }

    private async Task<ReadyDossier> Make(bool pseudonimi)
    {
        var made = await OfficeWithDossier.Make(Bench, Bench.Auditor, pseudonimi: pseudonimi);
        Assert.True(made.IsSuccess, string.Join("; ", made.Errors));
        return made.Value;
    }
}
