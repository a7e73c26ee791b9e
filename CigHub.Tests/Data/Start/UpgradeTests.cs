using CigHub.Tests.Support;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Checks the upgrade of an older database, which works on a copy of the file. Wherever the upgrade is interrupted, the next start must
/// finish it without losing data.
/// </summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private string _folder = "";

    public async Task InitializeAsync() => _folder = await OfficeAtRest.Copy("upgrade");

    public Task DisposeAsync()
    {
        TestFolder.Delete(_folder);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Data_from_before_the_final_format_of_the_registro_are_refused_and_not_touched()
    {
        StartUnderTest.Ask<long>(_folder, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%RegistroDefinitivo' RETURNING 1");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartUnderTest.Run(_folder));
        Assert.Contains("formato definitivo del registro", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Folder().CopiesBeforeUpgrades());
        Assert.Equal(0, StartUnderTest.Ask<long>(_folder, "SELECT COUNT(*) FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%RegistroDefinitivo'"));
    }

    [Fact]
    public async Task Un_aggiornamento_porta_tutte_e_due_le_parti_e_conserva_il_file_di_prima()
    {
        var before = StartUnderTest.Sound(_folder);
        await StartUnderTest.Run(_folder, later: true);
        Assert.Equal(before, StartUnderTest.Sound(_folder));
        Upgraded();
        var kept = Assert.Single(Folder().CopiesBeforeUpgrades());
        Assert.Equal(before, Registro(kept));
        Assert.Equal(0, StartUnderTest.Ask<long>(_folder, "SELECT COUNT(*) FROM \"__EFMigrationsLock\""));
    }

    [Fact]
    public async Task Senza_niente_da_aggiornare_non_si_copia_niente()
    {
        var steps = new StepsOfTheTest();
        await StartUnderTest.Run(_folder, steps);
        Assert.DoesNotContain(steps.Reached, s => s.Contains("VACUUM", StringComparison.Ordinal) || s.Contains("move", StringComparison.Ordinal));
        Assert.Empty(Folder().CopiesBeforeUpgrades());
        Assert.NotEmpty(steps.Reached);
    }

    [Fact]
    [LongRun(typeof(UpgradeTests), "a stop at every statement and file operation")]
    public async Task Uccisa_a_ogni_istruzione_e_a_ogni_operazione_sui_file_riparte_da_sola()
    {
        var whole = await Killed(every: 1, atLeast: 40);
        Assert.True(whole >= 3, $"{whole} starts to the end: at least from the old file, from the new one, and from the moment between");
    }

    [Fact]
    public async Task Uccisa_a_un_passo_ogni_tanti_riparte_da_sola() => Assert.True(await Killed(every: 9, atLeast: 5) >= 1);

    /// <summary>Kills an upgrade at every n-th step and starts again. Returns the number of starts that went to their end.</summary>
    private async Task<int> Killed(int every, int atLeast)
    {
        var before = StartUnderTest.Sound(_folder);
        using var images = new DiskImages(_folder, every);
        await StartUnderTest.Run(_folder, images, later: true);
        Assert.True(images.Steps > 100, $"{images.Steps} steps");
        Assert.True(images.All.Count > atLeast, $"{images.All.Count} images");
        return await images.StartAgain((folder, steps) => StartUnderTest.Run(folder, steps, later: true), image =>
        {
            Assert.Equal(before, StartUnderTest.Sound(image.Folder));
            Upgraded(image.Folder);
            Assert.Empty(Directory.GetFiles(image.Folder, "cighub.db.nuovo*").Concat(Directory.GetFiles(image.Folder, "cighub.db.pronto*")));
        });
    }

    [Fact]
    public async Task Chi_torna_alla_versione_di_prima_dopo_un_interruzione_trova_i_suoi_dati()
    {
        var before = StartUnderTest.Sound(_folder);
        var all = new StepsOfTheTest();
        await StartUnderTest.Run(await OfficeAtRest.Copy("upgrade-steps"), all, later: true);
        var end = all.Reached.ToList().FindIndex(s => s.Contains("ef_temp", StringComparison.Ordinal)) + 1;
        Assert.True(end > 0, "no table is rebuilt");
        await Assert.ThrowsAnyAsync<Exception>(() => StartUnderTest.Run(_folder, new StepsOfTheTest(end), later: true));
        await StartUnderTest.Run(_folder);
        Assert.Equal(before, StartUnderTest.Sound(_folder));
    }

    [Fact]
    public async Task Un_blocco_rimasto_da_un_processo_ucciso_non_ferma_l_avvio()
    {
        StartUnderTest.Ask<object>(_folder, "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); " +
            "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-24 09:00:00'); SELECT 1");
        await StartUnderTest.Run(_folder, later: true).WaitAsync(TimeSpan.FromMinutes(1));
        Upgraded();
    }

    [Fact]
    public async Task Senza_spazio_non_comincia_e_dice_quanto_ne_serve()
    {
        var before = StartUnderTest.Sound(_folder);
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartUnderTest.Run(_folder, later: true, adjust: f => f.FreeSpace = () => 1 << 20));
        Assert.Equal(ExitCodes.CannotWrite, refusal.ExitCode);
        Assert.Contains("ce ne sono 1 MB", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, StartUnderTest.Sound(_folder));
        Assert.Empty(Directory.GetFiles(_folder, "cighub.db.nuovo*").Concat(Folder().CopiesBeforeUpgrades()));
    }

    [Fact]
    public async Task Restano_le_ultime_tre_copie()
    {
        foreach (var day in Enumerable.Range(1, 5))
        {
            File.Copy(StartUnderTest.Database(_folder), Path.Combine(_folder, $"cighub.db.prima-2026010{day}T000000000Z"));
        }

        await StartUnderTest.Run(_folder, later: true);
        Assert.Equal(
            ["cighub.db.prima-20260104T000000000Z", "cighub.db.prima-20260105T000000000Z", "cighub.db.prima-20261124T090000000Z"],
            Folder().CopiesBeforeUpgrades().Select(f => Path.GetFileName(f)!));
    }

    private static (long Events, string Root) Registro(string file)
    {
        var check = DataCheck.Run(file);
        Assert.True(check.IsSound, string.Join(" ", check.Faults));
        return (check.Events, Convert.ToHexString(check.Root));
    }

    private static void Upgraded(string folder)
    {
        Assert.Equal(3, StartUnderTest.Ask<long>(folder, "SELECT COUNT(*) FROM \"Enti\" WHERE \"Prova\" = 'aggiornato'"));
        Assert.Equal(2, StartUnderTest.Ask<long>(folder, "SELECT COUNT(*) FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '2099%'"));
        Assert.Equal(1, StartUnderTest.Ask<long>(folder, "SELECT COUNT(*) FROM \"__PreferenzeMigrationsHistory\" WHERE \"MigrationId\" LIKE '2099%'"));
        Assert.Equal(Triggers.All.Count, StartUnderTest.Ask<int>(folder, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'"));
    }

    private void Upgraded() => Upgraded(_folder);

    private DataFolder Folder() => new(_folder, StartSteps.None);
}
