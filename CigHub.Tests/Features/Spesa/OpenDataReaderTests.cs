using CigHub.Domain.OpenData;
using CigHub.Tests.Support;
using CigHub.Web.Features.Spesa.Riconciliazione;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Checks that the memory of reading a file of open data does not grow with the file.</summary>
public sealed class OpenDataReaderTests
{
    [Fact]
    public void La_memoria_non_cresce_con_il_file()
    {
        const int Rows = 60_000;
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
            var confronto = new ConfrontoOpenData(
                new Dictionary<string, NostroCig>(), new Dictionary<string, Guid>(), new Dictionary<string, Guid>(), tutti: true);
            Assert.True(OpenDataReader.Read(path, confronto, heap, CancellationToken.None).IsSuccess);
            Assert.Equal((Rows, 0), (confronto.Righe, confronto.Tenute));
            Assert.True(heap.Sizes.Count >= 20);
            Assert.True(heap.Sizes.Max() - heap.Sizes[0] < Most, $"{heap.Sizes.Max() - heap.Sizes[0]} bytes more while reading {new FileInfo(path).Length}");
        }
        finally
        {
            TestFolder.Delete(folder);
        }
    }

    /// <summary>Measures what is alive at each report of the progress.</summary>
    private sealed class Heap : IProgress<int>
    {
        public List<long> Sizes { get; } = [];

        public void Report(int value) => Sizes.Add(GC.GetTotalMemory(forceFullCollection: true));
    }
}
