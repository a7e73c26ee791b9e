using System.IO.Compression;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Tests.Data.Start;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Operations;

/// <summary>
/// Checks the commands of the program. A backup made while users work must be restored whole, and no command may overwrite data.
/// </summary>
public sealed class CommandTests : IAsyncLifetime
{
    private const string Phrase = "una frase abbastanza lunga";

    private readonly string _copies = TestFolder.New("copies");
    private readonly string _other = TestFolder.New("restored");
    private string _folder = "";

    public async Task InitializeAsync() => _folder = await OfficeAtRest.Copy("commands");

    public Task DisposeAsync()
    {
        foreach (var folder in (string[])[_folder, _copies, _other])
        {
            TestFolder.Delete(folder);
        }

        return Task.CompletedTask;
    }

    [Fact]
    public async Task Una_copia_fatta_sotto_il_carico_di_venti_persone_torna_intera_altrove_con_la_stessa_radice()
    {
        await using var bench = await TestBench.Create();
        var drafts = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            drafts.Add(await bench.Affidamento(StatoAffidamento.InLavorazione));
        }

        using var stop = new CancellationTokenSource();
        var saves = 0;
        var writers = drafts.Select(id => Task.Run(async () =>
        {
            string? before = null;
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var text = $"giro {i}";
                var outcome = await bench.Run(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, text, before)]));
                before = outcome.IsSuccess ? text : before;
                Interlocked.Increment(ref saves);
            }
        })).ToList();
        var made = new List<BackupMade>();
        while (made.Count < 3 || Volatile.Read(ref saves) <= 20)
        {
            made.Add(new Backup(new DataFolder(bench.Folder, StartSteps.None), TimeProvider.System).Run(_copies, null, null));
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var last = made[^1];
        var (code, output) = await Run("restore", last.File, $"--Dati:Cartella={_other}");
        Assert.True(code == ExitCodes.Ok, output);
        Assert.Contains(last.Manifest.Root, output, StringComparison.Ordinal);
        var restored = StartUnderTest.Sound(_other);
        Assert.Equal((last.Manifest.Events, last.Manifest.Root), (restored.Events, Convert.ToBase64String(Convert.FromHexString(restored.Root))));
        Assert.True(restored.Events <= bench.Ask<long>("SELECT COUNT(*) FROM \"Registro\""));
    }

    [Fact]
    public async Task Una_copia_cifrata_torna_solo_con_la_sua_frase_e_porta_anche_le_chiavi()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "chiavi"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "chiavi", "key-1.xml"), "<key />");
        var (secret, wrong) = (Secret(Phrase), Secret("un'altra frase ancora"));
        Assert.Equal(ExitCodes.Ok, (await Run("backup", "--to", _copies, Passphrase.FileOption, secret, $"--Dati:Cartella={_folder}")).Code);
        var file = Assert.Single(Backup.Finished(_copies));
        Assert.EndsWith(BackupArchive.EncryptedExtension, file, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await Run("verify", file)).Code);
        var (code, output) = await Run("verify", file, Passphrase.FileOption, wrong);
        Assert.Equal(ExitCodes.DataNotSound, code);
        Assert.Contains("non si decifra", output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await Run("verify", file, Passphrase.FileOption, secret)).Code);
        Assert.Equal(ExitCodes.Ok, (await Run("restore", file, Passphrase.FileOption, secret, $"--Dati:Cartella={_other}")).Code);
        Assert.Equal("<key />", await File.ReadAllTextAsync(Path.Combine(_other, "chiavi", "key-1.xml")));
        Assert.Equal(StartUnderTest.Sound(_folder), StartUnderTest.Sound(_other));
    }

    [Fact]
    public async Task Una_copia_alterata_o_tagliata_non_supera_la_verifica_e_non_si_ripristina()
    {
        await Run("backup", "--to", _copies, $"--Dati:Cartella={_folder}");
        var file = Assert.Single(Backup.Finished(_copies));
        var bytes = await File.ReadAllBytesAsync(file);
        foreach (var damage in (Func<byte[], byte[]>[])[b => b[..(b.Length / 2)], b => Changed(b, b.Length / 3)])
        {
            var bad = Path.Combine(_copies, "cattiva.zip");
            await File.WriteAllBytesAsync(bad, damage([.. bytes]));
            Assert.Equal(ExitCodes.DataNotSound, (await Run("verify", bad)).Code);
            Assert.Equal(ExitCodes.DataNotSound, (await Run("restore", bad, $"--Dati:Cartella={_other}")).Code);
            Assert.False(File.Exists(StartUnderTest.Database(_other)));
        }
    }

    [Fact]
    public async Task Un_database_scambiato_dentro_una_copia_si_scopre()
    {
        await Run("backup", "--to", _copies, $"--Dati:Cartella={_folder}");
        var file = Assert.Single(Backup.Finished(_copies));
        await Run("init", $"--Dati:Cartella={_other}");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            zip.GetEntry("cighub.db")!.Delete();
            zip.CreateEntryFromFile(StartUnderTest.Database(_other), "cighub.db");
        }

        var (code, output) = await Run("verify", file);
        Assert.Equal(ExitCodes.DataNotSound, code);
        Assert.Contains("not the one that was saved", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_ripristino_non_sovrascrive_e_dice_che_cosa_sapeva_la_nota()
    {
        await Run("backup", "--to", _copies, $"--Dati:Cartella={_folder}");
        var file = Assert.Single(Backup.Finished(_copies));
        var (refused, why) = await Run("restore", file, $"--Dati:Cartella={_folder}");
        Assert.Equal(ExitCodes.InUse, refused);
        Assert.Contains("non sovrascrive", why, StringComparison.Ordinal);
        var (events, _) = StartUnderTest.Sound(_folder);
        await File.WriteAllTextAsync(Path.Combine(_other, "registro.testa"), new HeadNote(events + 7, new byte[32], DateTime.UnixEpoch).Text);
        var (code, output) = await Run("restore", file, $"--Dati:Cartella={_other}");
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Contains($"conosce 7 eventi oltre quelli della copia (dal {events + 1} al {events + 7})", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_ripristino_ucciso_in_ogni_punto_si_ripete_o_e_gia_finito()
    {
        await Run("backup", "--to", _copies, $"--Dati:Cartella={_folder}");
        var file = Assert.Single(Backup.Finished(_copies));
        var all = new StepsOfTheTest();
        new Restore(new DataFolder(_other, all)).Run(file, null);
        Assert.True(all.Reached.Count >= 6, $"{all.Reached.Count} steps");
        for (var end = 1; end <= all.Reached.Count; end++)
        {
            var folder = TestFolder.New("restore-killed");
            Assert.Throws<StartKilledException>(() => new Restore(new DataFolder(folder, new StepsOfTheTest(end))).Run(file, null));
            if (!File.Exists(StartUnderTest.Database(folder)))
            {
                // A start must not take the unfinished restore for a new installation.
                var refusal = await Record.ExceptionAsync(() => StartUnderTest.Run(folder, environment: "Production"));
                Assert.IsType<StartRefusedException>(refusal);
                new Restore(new DataFolder(folder, StartSteps.None)).Run(file, null);
            }

            await StartUnderTest.Run(folder, environment: "Production");
            Assert.Equal(StartUnderTest.Sound(_folder), StartUnderTest.Sound(folder));
            TestFolder.Delete(folder);
        }
    }

    [Fact]
    public async Task Una_copia_uccisa_a_meta_non_si_confonde_con_una_finita_e_la_prossima_riesce()
    {
        Directory.CreateDirectory(Path.Combine(_copies, "copia.in-corso"));
        await File.WriteAllTextAsync(Path.Combine(_copies, "copia.in-corso", "cighub.db"), "mezza");
        await File.WriteAllTextAsync(Path.Combine(_copies, "cighub-20260101T000000000Z.zip.cifrata.parziale"), "mezza");
        Assert.Empty(Backup.Finished(_copies));
        Assert.Equal(ExitCodes.Ok, (await Run("backup", "--to", _copies, $"--Dati:Cartella={_folder}")).Code);
        Assert.Single(Backup.Finished(_copies));
        Assert.Empty(Directory.GetFileSystemEntries(_copies, "*in-corso").Concat(Directory.GetFileSystemEntries(_copies, "*.parziale")));
    }

    [Fact]
    public async Task Restano_le_ultime_N_copie_e_una_che_fallisce_non_ne_cancella()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(ExitCodes.Ok, (await Run("backup", "--to", _copies, "--keep", "2", $"--Dati:Cartella={_folder}")).Code);
        }

        var kept = Backup.Finished(_copies);
        Assert.Equal(2, kept.Count);
        var full = new Backup(new DataFolder(_folder, StartSteps.None), TimeProvider.System) { FreeSpace = _ => 1 << 20 };
        Assert.Equal(ExitCodes.CannotWrite, Assert.Throws<StartRefusedException>(() => full.Run(_copies, 1, null)).ExitCode);
        Assert.Equal(kept, Backup.Finished(_copies));
    }

    [Fact]
    public async Task Init_crea_una_volta_e_poi_non_tocca()
    {
        Assert.Equal(ExitCodes.Ok, (await Run("init", $"--Dati:Cartella={_other}")).Code);
        var made = StartUnderTest.Sound(_other);
        var (code, output) = await Run("init", $"--Dati:Cartella={_other}");
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Contains("non è stato toccato", output, StringComparison.Ordinal);
        Assert.Equal(made, StartUnderTest.Sound(_other));
        await StartUnderTest.Run(_other, environment: "Production");
    }

    [Theory]
    [InlineData(ExitCodes.Ok, "--help")]
    [InlineData(ExitCodes.Ok, "init", "--help")]
    [InlineData(ExitCodes.Ok, "backup", "--help")]
    [InlineData(ExitCodes.Ok, "verify", "--help")]
    [InlineData(ExitCodes.Ok, "restore", "--help")]
    [InlineData(ExitCodes.Usage, "copia")]
    [InlineData(ExitCodes.Usage, "backup")]
    [InlineData(ExitCodes.Usage, "backup", "--to")]
    [InlineData(ExitCodes.Usage, "backup", "--to", "x", "--keep", "0")]
    [InlineData(ExitCodes.Usage, "backup", "--passphrase", "segreta", "--to", "x")]
    [InlineData(ExitCodes.Usage, "verify")]
    [InlineData(ExitCodes.Usage, "verify", "/non/c/e.zip")]
    [InlineData(ExitCodes.Usage, "restore", "uno", "due")]
    public async Task Ogni_comando_dice_come_si_usa_e_finisce_con_il_suo_codice(int expected, params string[] words)
    {
        var (code, output) = await Run(words);
        Assert.Equal(expected, code);
        Assert.NotEqual("", output);
    }

    [Fact]
    public async Task Senza_un_comando_il_programma_serve_le_pagine()
    {
        Assert.Null(await ProgramCommands.RunAsync([]));
        Assert.Null(await ProgramCommands.RunAsync(["--urls=http://127.0.0.1:0"]));
    }

    /// <summary>Inverts a stretch. One bit alone may leave the content as it was, where the compression says the same in another way.</summary>
    private static byte[] Changed(byte[] bytes, int at)
    {
        foreach (ref var b in bytes.AsSpan(at, 64))
        {
            b ^= 0xFF;
        }

        return bytes;
    }

    private string Secret(string phrase)
    {
        var file = Path.Combine(_copies, $"frase-{Guid.NewGuid():N}");
        File.WriteAllText(file, phrase);
        return file;
    }

    private static async Task<(int Code, string Output)> Run(params string[] words)
    {
        using var output = new StringWriter();
        var code = await ProgramCommands.RunAsync(words, output, output);
        return (code!.Value, output.ToString());
    }
}
