using System.Globalization;
using System.Text;
using CigHub.Domain.Common;
using CigHub.Domain.OpenData;
using CigHub.Tests.Support;
using CigHub.Web.Features.Spesa.Riconciliazione;

namespace CigHub.Bench;

/// <summary>
/// Measures the reconciliation with files of ANAC's open data of a million rows, one for each layout that CigHub compares, in which every CIG of the
/// office stands once. The rows of the first are those of ANAC's file that <c>CIGHUB_ANAC</c> names (<see cref="Source"/>), over and over.
/// </summary>
internal static class ReconciliationBench
{
    private const int Affidamenti = 12_000, Rows = 1_000_000;

    /// <summary>The path of ANAC's file below the folder that <c>CIGHUB_ANAC</c> names.</summary>
    private static string Source => Path.Combine(
        Environment.GetEnvironmentVariable("CIGHUB_ANAC") ?? throw new InvalidOperationException("CIGHUB_ANAC names no folder with ANAC's files."),
        "opendata", "20231001-cig_csv.csv");

    public static async Task Measure(Offices uffici)
    {
        var office = await uffici.With(Affidamenti);
        var folder = Directory.CreateDirectory(Path.Combine(Offices.Radice, $"opendata-{Guid.NewGuid():N}")).FullName;
        var own = Own(office);
        var path = Path.Combine(folder, "20261120-cig_csv.csv");
        await Compare(office, Source, "ANAC's own file");
        Write(path, await File.ReadAllLinesAsync(Source), own, (line, cig) => $"\"{cig}\"{line[line.IndexOf(';', StringComparison.Ordinal)..]}");
        await Compare(office, path, "CIG");
        Write(path, Lines(TracciatoOpenData.Aggiudicatari, "\"\";\"OPERATORE\";\"01234567897\";\"ALTRA SPA\";\"IMPRESA\";\"1\""), own, Replaced);
        await Compare(office, path, "aggiudicatari");
        Write(path, Lines(TracciatoOpenData.Cup, "\"\";\"H51B26000010001\""), own, Replaced);
        await Compare(office, path, "CUP");
        Directory.Delete(folder, recursive: true);

        static string Replaced(string line, string cig) => $"\"{cig}\"{line[2..]}";
    }

    private static async Task Compare(Office office, string path, string name)
    {
        var responsabile = await office.ActorOf("responsabile");
        await EvidenceBench.Watch($"{name}: {new FileInfo(path).Length >> 20} MB", async () =>
        {
            var answer = await office.Reader.ReadLong<EsaminaOpenData, Result<OpenDataEsaminato>>(
                responsabile, async q => await q.Run(new OpenDataSource(path, Path.GetFileName(path)), new Progress<int>()), default);
            var found = answer.Value.IsSuccess ? answer.Value.Value : throw new InvalidOperationException(string.Join("; ", answer.Value.Errors));
            var kinds = found.Differenze.CountBy(d => d.Tipo).OrderBy(k => k.Key).Select(k => $"{k.Key} {k.Value}");
            return $"{found.File.Righe} rows in, {found.File.Tenute} CIG kept, differences: {string.Join(", ", kinds)}";
        });
    }

    private static IReadOnlyList<string> Lines(TracciatoOpenData tracciato, string row) => [string.Join(';', IntestazioneOpenData.ColonneDi(tracciato)), row];

    /// <summary>Writes a file of a million rows: the given ones over and over, each with a CIG of its own, and the office's CIG among them.</summary>
    private static void Write(string path, IReadOnlyList<string> lines, IReadOnlyList<string> own, Func<string, string, string> withCig)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(true));
        file.WriteLine(lines[0]);
        var every = Rows / own.Count;
        for (var i = 0; i < Rows; i++)
        {
            var ours = i % every == 0 && i / every < own.Count;
            file.WriteLine(withCig(lines[1 + (i % (lines.Count - 1))], ours ? own[i / every] : string.Create(CultureInfo.InvariantCulture, $"X{i:D9}")));
        }
    }

    private static List<string> Own(Office office)
    {
        using var connection = Office.Nudo(office.File);
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "CigDerivato" FROM "Aggiudicazioni" WHERE "CigDerivato" IS NOT NULL ORDER BY "Id" """;
        using var reader = command.ExecuteReader();
        List<string> own = [];
        while (reader.Read())
        {
            own.Add(reader.GetString(0));
        }

        return own;
    }
}
