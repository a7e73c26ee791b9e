using CigHub.Tests.Support;
using CigHub.Web.Data.Start;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Checks that an interrupted first start is done again from the beginning. A data folder with a missing part must never count as a first
/// start, because that would hide a loss of data.
/// </summary>
public sealed class FirstStartTests : IDisposable
{
    private static readonly Dictionary<string, string?> Demonstration = new() { ["Dimostrazione:Attiva"] = "true", ["Dimostrazione:Piccola"] = "true" };

    private readonly string _folder = TestFolder.New("first-start");

    public void Dispose() => TestFolder.Delete(_folder);

    [Fact]
    [LongRun(typeof(FirstStartTests), "a stop at every point")]
    public Task Uccisa_in_ogni_punto_la_prima_partenza_finisce_alla_seconda() => Killed(every: 1, images: 60);

    [Fact]
    public Task Uccisa_in_un_punto_ogni_tanti_la_prima_partenza_finisce_alla_seconda() => Killed(every: 30, images: 5);

    private async Task Killed(int every, int images)
    {
        using var killed = new DiskImages(_folder, every);
        await StartUnderTest.Run(_folder, killed);
        var expected = StartUnderTest.Sound(_folder).Events;
        Assert.True(killed.Steps > 200, $"{killed.Steps} steps");
        Assert.True(killed.All.Count > images, $"{killed.All.Count} images");
        await killed.StartAgain((folder, steps) => StartUnderTest.Run(folder, steps), image => MadeAnew(image, expected));
    }

    [Fact]
    public async Task Una_dimostrazione_uccisa_a_meta_e_fatta_di_nuovo_per_intero()
    {
        using var images = new DiskImages(_folder, every: LongRun.Is ? 100 : 200);
        await StartUnderTest.Run(_folder, images, settings: Demonstration);
        var events = StartUnderTest.Sound(_folder).Events;
        Assert.True(images.All.Count > 2, $"{images.All.Count} images of {images.Steps} steps");
        await images.StartAgain((folder, steps) => StartUnderTest.Run(folder, steps, settings: Demonstration), image =>
        {
            MadeAnew(image, events);
            Assert.Equal(8, StartUnderTest.Ask<long>(image.Folder, "SELECT COUNT(*) FROM \"Affidamenti\""));
        });
    }

    [Fact]
    public async Task Fuori_dallo_sviluppo_un_avvio_non_crea_il_database_e_dice_con_che_comando()
    {
        var refusal = await Refused(ExitCodes.NotInitialized, environment: "Production");
        Assert.Contains("CigHub.Web init", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Un_installazione_interrotta_fuori_dallo_sviluppo_rimanda_al_comando()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => StartUnderTest.Run(_folder, new StepsOfTheTest(60)));
        Assert.Contains("interrotta", (await Refused(ExitCodes.NotInitialized, environment: "Production")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cighub.db-wal")]
    [InlineData("registro.testa")]
    [InlineData("chiavi/key-1.xml")]
    [InlineData("cighub.db.prima-20261124T090000000Z")]
    [InlineData("ripristino.da-registrare")]
    public async Task Un_database_che_manca_accanto_ad_altri_dati_non_e_una_prima_partenza(string beside)
    {
        Put(beside);
        var refusal = await Refused(ExitCodes.DataNotSound);
        Assert.Contains("manca", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(beside.Split('/')[0], refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CigHub.Web restore", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(StartUnderTest.Database(_folder)));
        Assert.True(File.Exists(Path.Combine(_folder, beside)));
    }

    [Fact]
    public async Task Un_database_vuoto_non_e_una_prima_partenza()
    {
        File.Create(StartUnderTest.Database(_folder)).Dispose();
        Assert.Contains("0 byte", (await Refused(ExitCodes.DataNotSound)).Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(StartUnderTest.Database(_folder)).Length);
    }

    private static void MadeAnew(DiskImage image, long events)
    {
        Assert.Equal(events, StartUnderTest.Sound(image.Folder).Events);
        Assert.False(File.Exists(Path.Combine(image.Folder, "installazione.in-corso")));
    }

    private void Put(string name)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "x");
    }

    private async Task<StartRefusedException> Refused(int exitCode, string environment = "Development")
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartUnderTest.Run(_folder, environment: environment));
        Assert.Equal(exitCode, refusal.ExitCode);
        return refusal;
    }
}
