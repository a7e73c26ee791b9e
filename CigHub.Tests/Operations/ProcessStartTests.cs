using CigHub.Tests.Data.Start;
using CigHub.Tests.Support;
using CigHub.Web.Data.Start;
using CigHub.Web.Operations;

namespace CigHub.Tests.Operations;

/// <summary>
/// Checks the real program when it is killed, or when two processes start on one folder. The bench <c>interruzioni</c> kills it at every
/// step.
/// </summary>
public sealed class ProcessStartTests : IDisposable
{
    private readonly string _new = TestFolder.New("process-new");

    public void Dispose() => TestFolder.Delete(_new);

    [Fact]
    [LongRun(typeof(UpgradeTests), "the kill of a real process")]
    public async Task Un_aggiornamento_ucciso_in_mezzo_alla_sostituzione_del_file_finisce_da_solo()
    {
        var folder = await OfficeAtRest.Copy("process-upgrade");
        var before = StartUnderTest.Sound(folder);
        var all = new StepsOfTheTest();
        var counted = await OfficeAtRest.Copy("process-steps");
        await StartUnderTest.Run(counted, all, later: true);
        var end = all.Reached.ToList().FindIndex(s => s.StartsWith("after move cighub.db to", StringComparison.Ordinal)) + 1;
        Assert.True(end > 0);
        Assert.True(await ProcessStarts.KilledAt(folder, end, later: true));
        Assert.False(File.Exists(StartUnderTest.Database(folder)));
        await ProcessStarts.Succeeds(folder, later: true);
        Assert.Equal(before, StartUnderTest.Sound(folder));
        TestFolder.Delete(folder);
        TestFolder.Delete(counted);
    }

    /// <summary>Kills the real program. <see cref="FirstStartTests"/> interrupts the same start inside the process of the tests.</summary>
    [Fact]
    [LongRun(typeof(FirstStartTests), "the kill of a real process")]
    public async Task Una_prima_partenza_uccisa_finisce_alla_seconda()
    {
        Assert.True(await ProcessStarts.KilledAt(_new, 150, later: false));
        Assert.True(File.Exists(Path.Combine(_new, "installazione.in-corso")));
        await ProcessStarts.Succeeds(_new, later: false);
        Assert.Equal(8, StartUnderTest.Ask<long>(_new, "SELECT COUNT(*) FROM \"Affidamenti\""));
    }

    [Fact]
    public async Task Due_insieme_su_un_database_vecchio_una_lavora_e_l_altra_sa_chi_c_e()
    {
        var folder = await OfficeAtRest.Copy("process-two");
        var before = StartUnderTest.Sound(folder);
        var (output, code) = await ProcessStarts.SecondOf(folder, later: true);
        Assert.Equal(ExitCodes.InUse, code);
        Assert.Contains("lavora già un altro processo", output, StringComparison.Ordinal);
        Assert.Equal(before, StartUnderTest.Sound(folder));
        Assert.Single(Directory.GetFiles(folder, "cighub.db.prima-*"));
        TestFolder.Delete(folder);
    }

    [Fact]
    public async Task Una_copia_uccisa_nel_mezzo_non_lascia_una_copia_e_la_prossima_riesce()
    {
        var (folder, copies) = (await OfficeAtRest.Copy("process-backup"), TestFolder.New("process-copies"));
        string[] backup = ["backup", "--to", copies, $"--Dati:Cartella={folder}"];
        var work = Path.Combine(copies, "copia.in-corso");
        foreach (var at in (string[])["cighub.db", "copia.parziale"])
        {
            await KilledInTheMiddle(() => Path.Exists(Path.Combine(work, at)), () => Directory.Exists(work), backup);
        }

        // Every file that has the name of a backup is complete.
        foreach (var made in Backup.Finished(copies))
        {
            Assert.Equal(ExitCodes.Ok, (await Here("verify", made)).Code);
        }

        var (code, output) = await Here([.. backup, "--keep", "1"]);
        Assert.True(code == ExitCodes.Ok, output);
        Assert.Equal(ExitCodes.Ok, (await Here("verify", Assert.Single(Backup.Finished(copies)))).Code);
        Assert.False(Directory.Exists(work));
        TestFolder.Delete(folder);
        TestFolder.Delete(copies);
    }

    /// <summary>Kills the real program. <see cref="CommandTests"/> interrupts the same work at every step inside the process of the tests.</summary>
    [Fact]
    [LongRun(typeof(CommandTests), "the kill of a real process")]
    public async Task Un_ripristino_ucciso_nel_mezzo_si_ripete_e_torna_tutto()
    {
        var (folder, copies) = (await OfficeAtRest.Copy("process-restore"), TestFolder.New("process-copies"));
        var file = new Backup(new DataFolder(folder, StartSteps.None), TimeProvider.System).Run(copies, null, null).File;
        string[] restore = ["restore", file, $"--Dati:Cartella={_new}"];
        var work = Path.Combine(_new, "ripristino.in-corso");
        await KilledInTheMiddle(() => Path.Exists(Path.Combine(work, "cighub.db")), () => !File.Exists(StartUnderTest.Database(_new)), restore);
        var (code, output) = await ProgramProcess.Run(restore);
        Assert.True(code == ExitCodes.Ok, output);
        Assert.Equal(StartUnderTest.Sound(folder), StartUnderTest.Sound(_new));
        Assert.False(Directory.Exists(work));
        TestFolder.Delete(folder);
        TestFolder.Delete(copies);
    }

    [Fact]
    public async Task Alla_prima_partenza_nel_diario_non_c_e_nessun_avviso()
    {
        using var process = ProgramProcess.Start(
            [
                "--environment=Development", "--urls=http://127.0.0.1:0", $"--Dati:Cartella={_new}", "--Dimostrazione:Piccola=true",
                "--Logging:Console:FormatterName=simple",
            ],
            null);
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(ProgramProcess.Deadline) is { } line
            && !line.Contains("CigHub è pronto", StringComparison.Ordinal))
        {
            lines.Add(line);
        }

        ProgramProcess.End(process);
        Assert.DoesNotContain(lines, l => new[] { "warn:", "fail:", "crit:" }.Any(level => l.StartsWith(level, StringComparison.Ordinal)));
        Assert.NotEmpty(lines);
    }

    /// <summary>Runs a command that nobody kills in this process. Returns its exit code and its output.</summary>
    private static async Task<(int Code, string Output)> Here(params string[] words)
    {
        using var output = new StringWriter();
        return ((await ProgramCommands.RunAsync(words, output, output))!.Value, output.ToString());
    }

    /// <summary>
    /// Runs the program and kills it as soon as it is in the middle of its work. Tries again when the program had already ended, as happens
    /// on a busy machine.
    /// </summary>
    private async Task KilledInTheMiddle(Func<bool> begun, Func<bool> middle, string[] arguments)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            if (await ProgramProcess.KilledWhen(begun, arguments) && middle())
            {
                return;
            }

            // A finished restore refuses to run again over its data.
            TestFolder.Delete(_new);
            Directory.CreateDirectory(_new);
        }

        Assert.Fail("The program always came to its end before it was killed.");
    }
}
