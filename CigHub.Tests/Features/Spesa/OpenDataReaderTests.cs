using CigHub.Domain.OpenData;
using CigHub.Tests.Features.Affidamenti.Elenco;
using CigHub.Tests.Support;
using CigHub.Web.Features.Spesa.Riconciliazione;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Checks that the memory of reading a file of open data does not grow with the file.</summary>
/// <remarks>It runs while no other test does, because the memory of the whole process is measured.</remarks>
[Collection(nameof(LongExportTests))]
public sealed class OpenDataReaderTests
{
    [Fact]
    public void La_memoria_non_cresce_con_il_file()
    {
        const int Rows = 20_000;
        const long Most = 4 << 20;
        var folder = TestFolder.New("opendata");
        try
        {
            var path = Path.Combine(folder, SampleOpenData.Name);
            using (var file = new StreamWriter(path))
            {
                file.Write(SampleOpenData.Header);
                var row = SampleOpenData.Row("X000000000", "", "1.0", "80000000001", ente: new string('x', 500));
                for (var i = 0; i < Rows; i++)
                {
                    file.Write(row);
                }
            }

            var heap = new Heap();
            var confronti = Confronti();
            Assert.Equal(TracciatoOpenData.Cig, OpenDataReader.Read(path, confronti, heap, CancellationToken.None).Value);
            Assert.Equal((Rows, 0), (confronti.Cig.Righe, confronti.Cig.Tenute));
            Assert.True(heap.Sizes.Count >= 10);
            Assert.True(heap.Sizes.Max() - heap.Sizes[0] < Most, $"{heap.Sizes.Max() - heap.Sizes[0]} bytes more while reading {new FileInfo(path).Length}");
        }
        finally
        {
            TestFolder.Delete(folder);
        }
    }

    [OpenDataFact]
    public void Il_file_di_ANAC_si_legge_per_intero()
    {
        var confronti = Confronti();
        Assert.Equal(TracciatoOpenData.Cig, OpenDataReader.Read(OpenDataFactAttribute.Sample!, confronti, new Heap(), CancellationToken.None).Value);
        Assert.Equal((1_068, new DateOnly(2023, 9, 20)), (confronti.Cig.Righe, confronti.Cig.Ultimo));
        Assert.NotEmpty(confronti.Cig.Mesi);
    }

    private static RowsByLayout Confronti() => new(
        new ConfrontoOpenData(new Dictionary<string, NostroCig>(), new Dictionary<string, Guid>(), new Dictionary<string, Guid>(), tutti: true),
        new ConfrontoCodici(TipoDifferenza.Fornitore, new HashSet<string>()), new ConfrontoCodici(TipoDifferenza.Cup, new HashSet<string>()));

    /// <summary>Measures what is alive at each report of the progress.</summary>
    private sealed class Heap : IProgress<int>
    {
        public List<long> Sizes { get; } = [];

        public void Report(int value)
        {
            GC.Collect();
            Sizes.Add(GC.GetTotalMemory(forceFullCollection: false));
        }
    }
}

/// <summary>
/// A test that needs a file of ANAC's open data. It runs when the environment variable <c>CIGHUB_ANAC</c> names a folder with ANAC's sample, directly
/// or in its folder <c>opendata</c>. Otherwise it is reported as skipped, with the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenDataFactAttribute : FactAttribute
{
    private const string Name = "20231001-cig_csv.csv";

    public OpenDataFactAttribute() => Skip = Sample is null
        ? $"Not run: CIGHUB_ANAC names no folder with ANAC's open data file {Name}, which is not in the repository."
        : null;

    /// <summary>The path of ANAC's file. Null when the environment names none.</summary>
    public static string? Sample { get; } = Environment.GetEnvironmentVariable("CIGHUB_ANAC") is { Length: > 0 } named
        ? new[] { named, Path.Combine(named, "opendata") }.Select(f => Path.Combine(f, Name)).FirstOrDefault(File.Exists)
        : null;
}
