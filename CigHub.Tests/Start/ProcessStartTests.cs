using CigHub.Tests.Support;
using CigHub.Web.Data.Start;

namespace CigHub.Tests.Start;

/// <summary>The real program, killed or started twice at once. The walk through all steps is the bench's <c>interruzioni</c>.</summary>
public sealed class ProcessStartTests : IDisposable
{
    private readonly string _new = TestFolder.New("process-new");

    public void Dispose() => TestFolder.Delete(_new);

    [Fact]
    public async Task Un_aggiornamento_ucciso_in_mezzo_alla_sostituzione_del_file_finisce_da_solo()
    {
        var folder = await OfficeAtRest.Copy("process-upgrade");
        var before = StartInProva.Sound(folder);
        var all = new StepsOfTheTest();
        var counted = await OfficeAtRest.Copy("process-steps");
        await StartInProva.Run(counted, all, later: true);
        var end = all.Reached.ToList().FindIndex(s => s.StartsWith("after move cighub.db to", StringComparison.Ordinal)) + 1;
        Assert.True(end > 0);
        Assert.True(await ProcessStarts.KilledAt(folder, end, later: true));
        Assert.False(File.Exists(StartInProva.Database(folder)));
        await ProcessStarts.Succeeds(folder, later: true);
        Assert.Equal(before, StartInProva.Sound(folder));
        TestFolder.Delete(folder);
        TestFolder.Delete(counted);
    }

    [Fact]
    public async Task Una_prima_partenza_uccisa_finisce_alla_seconda()
    {
        Assert.True(await ProcessStarts.KilledAt(_new, 150, later: false));
        Assert.True(File.Exists(Path.Combine(_new, "installazione.in-corso")));
        await ProcessStarts.Succeeds(_new, later: false);
        Assert.Equal(8, StartInProva.Ask<long>(_new, "SELECT COUNT(*) FROM \"Affidamenti\""));
    }

    [Fact]
    public async Task Due_insieme_su_un_database_vecchio_una_lavora_e_l_altra_sa_chi_c_e()
    {
        var folder = await OfficeAtRest.Copy("process-two");
        var before = StartInProva.Sound(folder);
        var (output, code) = await ProcessStarts.SecondOf(folder, later: true);
        Assert.Equal(ExitCodes.InUse, code);
        Assert.Contains("lavora già un altro processo", output, StringComparison.Ordinal);
        Assert.Equal(before, StartInProva.Sound(folder));
        Assert.Single(Directory.GetFiles(folder, "cighub.db.prima-*"));
        TestFolder.Delete(folder);
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
}
