using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.Features.Attestazioni.Dossier;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Attestazioni.Dossier;

/// <summary>A test that runs <c>verifica.py</c>. Without Python on the machine it is reported as skipped, with the reason.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(d => File.Exists(Path.Combine(d, "python3")) || File.Exists(Path.Combine(d, "python3.exe")));
        Skip = found ? null : "There is no python3 on this machine, so nothing tries verifica.py here.";
    }
}

/// <summary>An office with its dossier, made once for all tests that only read it.</summary>
public sealed class SharedDossier : IAsyncLifetime
{
    internal OfficeWithDossier Office { get; private set; } = null!;

    public async Task InitializeAsync() => Office = await OfficeWithDossier.Make();

    public async Task DisposeAsync() => await Office.DisposeAsync();
}

/// <summary>Checks the dossier: what it holds, that its making is an event with its hash, and that <c>verifica.py</c> sees every alteration.</summary>
public sealed class DossierTests(SharedDossier shared) : IClassFixture<SharedDossier>
{
    [Fact]
    public async Task Il_dossier_contiene_tutto_e_averlo_fatto_e_un_evento_con_la_sua_impronta()
    {
        var office = shared.Office;
        var bench = office.Bench;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(office.Made.File))), office.Made.Sha256);
        var last = await bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal(Azioni.DossierPreparato, last.Azione);
        Assert.Contains(office.Made.Sha256, System.Text.Encoding.UTF8.GetString(last.Byte), StringComparison.Ordinal);

        using var copy = DossierCopy.Extract(office.Made.File);
        var events = await bench.Query(db => db.Registro.Where(e => e.Seq < last.Seq).OrderBy(e => e.Seq).Select(e => e.Byte).ToListAsync());
        Assert.Equal(events.SelectMany(e => (byte[])[.. e, (byte)'\n']), await File.ReadAllBytesAsync(copy.PathOf("eventi.ndjson")));
        Assert.False(File.Exists(copy.PathOf("foglie.txt")));
        Assert.Contains("ha registrato il CIG", await File.ReadAllTextAsync(copy.PathOf("dossier.html")), StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(copy.PathOf("atti")));
        Assert.Equal(2, Directory.EnumerateFiles(copy.PathOf("due-diligence")).Count());
        Assert.InRange((await File.ReadAllLinesAsync(copy.PathOf("verifica.py"))).Length, 100, 400);
        using var zip = ZipFile.OpenRead(office.Made.File);
        Assert.Equal(zip.Entries.Count - 1, (await File.ReadAllLinesAsync(copy.PathOf("SHA256SUMS"))).Length);
    }

    [Fact]
    public async Task Il_dossier_lo_prende_solo_chi_lo_ha_fatto_e_un_dossier_interrotto_non_resta()
    {
        await using var office = await OfficeWithDossier.Make();
        var files = office.Bench.Services.GetRequiredService<DossierFiles>();
        Assert.NotNull(files.Of(office.Made.Id, office.Bench.Auditor));
        Assert.Null(files.Of(office.Made.Id, office.Bench.Rup));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OfficeWithDossier.Make(office.Bench, office.Bench.Auditor, ct: stop.Token));
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(office.Made.File)!));

        // After an hour the next dossier takes its place on the disk.
        office.Bench.Clock.Advance(TimeSpan.FromMinutes(61));
        await OfficeWithDossier.Make(office.Bench, office.Bench.Auditor);
        Assert.Null(files.Of(office.Made.Id, office.Bench.Auditor));
        Assert.False(File.Exists(office.Made.File));
    }

    [PythonFact]
    public async Task Verifica_py_vede_ogni_alterazione()
    {
        var office = shared.Office;
        var outside = Path.Combine(office.Bench.Folder, "fuori.txt");
        await File.WriteAllTextAsync(outside, office.NoteOutside);
        using (var untouched = DossierCopy.Extract(office.Made.File))
        {
            var (code, said) = await untouched.Verify("--attestazione", outside, "--chiave", office.Key);
            Assert.True(code == 0, said);
            Assert.Contains("openssl ts -verify", said, StringComparison.Ordinal);
            Assert.Equal(3, said.Split("è quello che si estrae dalla sua popolazione").Length - 1);
            Assert.Equal(2, (await untouched.Verify("--no")).Code);
            var nothing = Path.Combine(office.Bench.Folder, "vuoto.ndjson");
            await File.WriteAllTextAsync(nothing, "\n");
            Assert.Equal(1, (await untouched.Verify("--evento", nothing)).Code);
            Assert.Equal(2, (await untouched.Verify("--chiave", "")).Code);

            // A file from outside may lie in the folder, when it is given to the program.
            var inside = untouched.PathOf("mia.txt");
            File.Copy(outside, inside);
            (code, said) = await untouched.Verify("--attestazione", inside);
            Assert.True(code == 0, said);
            (code, said) = await untouched.Verify();
            Assert.True(code == 1, said);
            Assert.Contains("«mia.txt» non è del dossier", said, StringComparison.Ordinal);
            File.Delete(inside);
            await File.WriteAllTextAsync(untouched.PathOf("atti/.DS_Store"), "");
            Assert.Equal(0, (await untouched.Verify()).Code);
        }

        var passed = new List<string>();
        foreach (var ((way, (_, onlyFromOutside)), i) in DossierCopy.Ways.Select((w, i) => (w, i)))
        {
            // The plain run tries a third of the alterations that the dossier itself reveals, and all others.
            if (!onlyFromOutside && !LongRun.Is && i % 3 != 0)
            {
                continue;
            }

            using var copy = DossierCopy.Extract(office.Made.File);
            copy.Alter(way);
            var (code, said) = await copy.Verify();
            if (code != (onlyFromOutside ? 0 : 1) || (code == 1 && !IsVerdict(said)))
            {
                passed.Add($"{way}: {said}");
            }

            (code, said) = await copy.Verify("--attestazione", outside, "--chiave", office.Key);
            if (code != 1 || !IsVerdict(said))
            {
                passed.Add($"{way}, from outside: {said}");
            }
        }

        Assert.Empty(passed);

        static bool IsVerdict(string said) => said.ReplaceLineEndings("\n").EndsWith("NON COERENTE\n", StringComparison.Ordinal)
            && !said.Contains("Traceback", StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Un_attestazione_retrodatata_con_una_chiave_aggiunta_al_dossier_non_prova_la_sua_data()
    {
        var office = shared.Office;
        using var copy = DossierCopy.Extract(office.Made.File);
        copy.BackDate();
        foreach (var arguments in (string[][])[[], ["--chiave", office.Key]])
        {
            var (code, said) = await copy.Verify(arguments);
            Assert.True(code == 0, said);
            Assert.Contains("è firmata con una chiave che solo il dossier nomina: la data non è provata", said, StringComparison.Ordinal);
            Assert.DoesNotContain("2020", said, StringComparison.Ordinal);
            Assert.Contains("coerente con l'attestazione n. 1 del", said, StringComparison.Ordinal);
        }
    }

    [PythonFact]
    public async Task Un_atto_tolto_dopo_l_attestazione_e_nel_dossier_e_uno_aggiunto_dopo_no()
    {
        await using var office = await OfficeWithDossier.Make();
        var bench = office.Bench;
        var (draft, atto) = (await bench.Affidamento(StatoAffidamento.InLavorazione), Guid.CreateVersion7());
        var file = SampleFiles.Scelto(SampleFiles.Pdf("tolta"), "tolta.pdf");
        await bench.Succeeds(new AggiungiAtto(draft, atto, SampleFiles.Act(), await bench.Version(draft), file));
        var until = bench.Services.GetRequiredService<Attestatore>().Make(MotivoAttestazione.Richiesta)!.Numero;
        await bench.Succeeds(new RimuoviAtto(draft, atto, await bench.Version(draft)));
        var later = SampleFiles.Scelto(SampleFiles.Pdf("dopo"), "dopo.pdf");
        await bench.Succeeds(new AggiungiAtto(draft, Guid.CreateVersion7(), SampleFiles.Act(), await bench.Version(draft), later));
        var path = Path.Combine(bench.Folder, "prima.zip");
        await using (var zip = File.Create(path))
        {
            var made = await bench.Reader.ReadLong<ContenutoDossier, DossierSummary>(
                bench.Auditor, q => q.Run(zip, until, false, new Progress<ConfrontoProgress>(), default), default);
            Assert.True(made.IsSuccess, string.Join("; ", made.Errors));
        }

        using var copy = DossierCopy.Extract(path);
        var (code, said) = await copy.Verify("--chiave", office.Key);
        Assert.True(code == 0, said);
        var names = Directory.EnumerateFiles(copy.PathOf("atti")).Select(f => Path.GetFileName(f)[17..]).ToList();
        Assert.Contains("tolta.pdf", names);
        Assert.DoesNotContain("dopo.pdf", names);
        var page = await File.ReadAllTextAsync(copy.PathOf("dossier.html"));
        Assert.Matches("<tr><td>[^<]*\\d</td><td>[^<]+</td><td><a href=\"atti/[0-9a-f]{16}-tolta.pdf\">tolta.pdf</a></td>", page);
        Assert.DoesNotContain("dopo.pdf", page, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Con_la_chiave_consegnata_non_vale_un_altra_che_il_dossier_dice_ritirata()
    {
        var office = shared.Office;
        using var copy = DossierCopy.Extract(office.Made.File);
        copy.Alter("everything rewritten, and the other key called a retired one");
        var (code, said) = await copy.Verify("--chiave", office.Key);
        Assert.True(code == 1, said);
    }

    [PythonFact]
    public async Task Con_la_chiave_consegnata_una_prova_firmata_da_una_ritirata_non_fa_continuare_il_registro()
    {
        var office = shared.Office;
        using var copy = DossierCopy.Extract(office.Made.File);
        var proof = Path.Combine(office.Bench.Folder, "prova.txt");
        await File.WriteAllTextAsync(proof, copy.ForgeConsistency());
        var (code, said) = await copy.Verify("--chiave", office.Key, "--coerenza", proof);
        Assert.True(code == 1, said);
        Assert.DoesNotContain("continua la", said, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Un_nome_scritto_nel_dossier_non_finge_un_esito_sul_terminale()
    {
        var office = shared.Office;
        using var copy = DossierCopy.Extract(office.Made.File);
        copy.HideTheVerdict();
        var (code, said) = await copy.Verify();
        Assert.True(code == 1, said);
        Assert.DoesNotContain('\u001b', said);
        Assert.DoesNotContain('\u202e', said);
        Assert.Contains("«x??COERENTE?»", said, StringComparison.Ordinal);
        Assert.Contains("«x?]0;?»", said, StringComparison.Ordinal);
        Assert.DoesNotContain("COERENTE", said.ReplaceLineEndings("\n").Split('\n'));
    }

    [PythonFact]
    public async Task Un_dossier_a_cui_manca_una_parte_non_passa_per_una_sola_prova_di_coerenza()
    {
        var office = shared.Office;
        var proof = (await office.Bench.Reader.ReadLong<ProvaDiCoerenza, ProofFile>(office.Bench.Auditor, q => q.Run(1, 2), default)).Value.Testo!;
        var (path, first) = (Path.Combine(office.Bench.Folder, "prova.txt"), Path.Combine(office.Bench.Folder, "prima.txt"));
        await File.WriteAllTextAsync(path, proof);
        await File.WriteAllTextAsync(first, office.Bench.Services.GetRequiredService<AttestazioniStore>().Read(1)!.Nota);
        using var copy = DossierCopy.Extract(office.Made.File);
        copy.Alter("one byte");
        File.Delete(copy.PathOf("prove.json"));
        var (code, said) = await copy.Verify("--chiave", office.Key, "--coerenza", path, "--attestazione", first);
        Assert.True(code == 1, said);
    }

    [Fact]
    public async Task Con_il_disco_pieno_il_dossier_non_si_fa_si_dice_perche_e_poi_riesce()
    {
        await using var office = await OfficeWithDossier.Make();
        var files = office.Bench.Services.GetRequiredService<DossierFiles>();
        var open = files.Open;
        files.Open = FullDisk.Open;
        var refused = Assert.Single((await OfficeWithDossier.Make(office.Bench, office.Bench.Auditor)).Errors);
        Assert.Equal("dossier.disco", refused.Code);
        Assert.Contains("pieno", refused.Message, StringComparison.Ordinal);

        // Nothing is left behind, nothing was recorded, and the rest of the work goes on.
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(office.Made.File)!));
        Assert.Equal(1, await office.Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.DossierPreparato)));
        await office.Bench.Affidamento(StatoAffidamento.InLavorazione);
        files.Open = open;
        Assert.True((await OfficeWithDossier.Make(office.Bench, office.Bench.Auditor)).IsSuccess);
    }

    [PythonFact]
    public async Task Verifica_py_prende_una_chiave_sostituita_per_gli_eventi_di_prima()
    {
        await using var office = await OfficeWithDossier.Make();
        var keys = office.Bench.Services.GetRequiredService<KeyRing>();
        var attestatore = office.Bench.Services.GetRequiredService<Attestatore>();
        var (old, now) = keys.Rotate(attestatore.Head().Size);
        attestatore.Make(MotivoAttestazione.CambioChiave, old);
        var made = (await OfficeWithDossier.Make(office.Bench, office.Bench.Auditor)).Value;
        using var copy = DossierCopy.Extract(made.File);
        var (code, said) = await copy.Verify("--chiave", office.Key);
        Assert.True(code == 0, said);
        Assert.Contains("la data non è provata", said, StringComparison.Ordinal);

        // Once an event names both keys, the attestazioni of the old one have their dates.
        var dati = new JsonObject { ["chiavePrecedente"] = $"{old.Key}", ["chiave"] = $"{now.Key}" };
        await office.Bench.Services.GetRequiredService<SystemWriter>().Write(
            _ => Task.FromResult(Events.Of(new EventToWrite(Azioni.ChiaveSostituita, Oggetti.Registro, Guid.Empty, null, dati))));
        using var named = DossierCopy.Extract((await OfficeWithDossier.Make(office.Bench, office.Bench.Auditor)).Value.File);
        (code, said) = await named.Verify("--chiave", office.Key);
        Assert.True(code == 0, said);
        Assert.DoesNotContain("la data non è provata", said, StringComparison.Ordinal);
        Assert.Contains("coerente con l'attestazione n. 1 del", said, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Un_Auditor_di_un_Ente_ha_le_sole_impronte_degli_altri_e_la_verifica_torna()
    {
        await using var office = await OfficeWithDossier.Make();
        var bench = office.Bench;
        var ente = bench.Catalogo.Enti.First(e => e.Id == bench.Rup.EnteId);
        var persona = await bench.RileggiPersona(bench.Auditor.PersonaId);
        await bench.Succeeds(
            new AssegnaRuolo(Guid.CreateVersion7(), persona.Id, SampleAnagrafe.Ruolo(Ruolo.Auditor, ente.Id), persona.Version), bench.Amministratore());
        var ofEnte = new Actor(bench.Auditor.PersonaId, Ruolo.Auditor, ente.Id, [Ruolo.Auditor]);
        var result = await OfficeWithDossier.Make(bench, ofEnte);
        Assert.True(result.IsSuccess, string.Join("; ", result.Errors));
        using var copy = DossierCopy.Extract(result.Value.File);
        var seen = (await File.ReadAllLinesAsync(copy.PathOf("eventi.ndjson"))).Length;
        var hidden = (await File.ReadAllLinesAsync(copy.PathOf("foglie.txt"))).Length;
        Assert.True(seen > 0 && hidden > 0, $"{seen} {hidden}");
        Assert.DoesNotContain("catalogo.caricato", await File.ReadAllTextAsync(copy.PathOf("eventi.ndjson")), StringComparison.Ordinal);
        var (code, said) = await copy.Verify("--chiave", office.Key);
        Assert.True(code == 0, said);
        await File.WriteAllLinesAsync(copy.PathOf("foglie.txt"), (await File.ReadAllLinesAsync(copy.PathOf("foglie.txt"))).Skip(1));
        Assert.Equal(1, (await copy.Verify("--chiave", office.Key)).Code);
    }
}

/// <summary>Checks that the event of a dossier needs a dossier of the same actor, and the right to read the registro.</summary>
public sealed class PreparaDossierTests : CommandContract<PreparaDossier>
{
    public override async Task Fa_cio_che_dice()
    {
        var made = (await OfficeWithDossier.Make(Bench, Bench.Auditor)).Value;
        Assert.True(made.IsRecorded);
        Assert.Equal(1, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.DossierPreparato)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", new PreparaDossier(Guid.NewGuid()), Bench.Rup);
        await Bench.Refuses("accesso.negato", new PreparaDossier(Guid.NewGuid()), Bench.Amministratore());
        Assert.Contains("accesso.negato", (await OfficeWithDossier.Make(Bench, Bench.Rup)).Errors.Select(e => e.Code));
    }

    public override Task In_uno_stato_che_non_lo_ammette_e_rifiutato() =>
        Bench.Refuses("dati.non-trovato", new PreparaDossier(Guid.NewGuid()), Bench.Auditor);
}
