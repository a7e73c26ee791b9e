using System.Globalization;
using System.Text;
using CigHub.Tests.UseCases;
using CigHub.Tests.UseCases.TenYears;
using CigHub.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CigHub.Bench;

/// <summary>
/// Measures every query, every list with each filter and order, and every page, as each person who may ask it, in offices of several
/// sizes. Writes one table in markdown, for the page about performance.
/// </summary>
internal static class TenYearsBench
{
    private const double Growth = 1.3;
    private const double MostAtLargest = 50;

    /// <summary>Measures every query, and the lists with every filter and order.</summary>
    public static Task Queries(Offices offices, params int[] sizes) => Measure("domande", offices, sizes, (office, _) => Queries(office));

    /// <summary>Measures every page of the app in offices of these sizes.</summary>
    public static Task Pages(Offices offices, params int[] sizes) => Measure("pagine", offices, sizes, PageTimes.Measure);

    private static async Task Measure(
        string name, Offices offices, int[] sizes, Func<Office, int, Task<IReadOnlyList<(string What, string Who, Turns Turns)>>> measure)
    {
        var measured = new Dictionary<(string What, string Who), Dictionary<int, Turns>>();
        foreach (var size in sizes)
        {
            foreach (var (what, who, turns) in await measure(await offices.With(size), size))
            {
                measured.TryAdd((what, who), []);
                measured[(what, who)][size] = turns;
            }
        }

        var file = Path.Combine(Offices.Radice, name + ".md");
        var table = Table(measured, sizes);
        await File.WriteAllTextAsync(file, table);
        Console.WriteLine(table);
        var lines = measured.Where(m => m.Value.Count == sizes.Length)
            .Select(m => ($"{m.Key.What} ({m.Key.Who})", m.Value[sizes[0]].P95, m.Value[sizes[^1]].P95)).OrderByDescending(m => m.Item3).ToList();
        var picture = Path.ChangeExtension(file, "svg");
        await File.WriteAllTextAsync(picture, GrowthPicture.Draw(
            string.Create(CultureInfo.InvariantCulture, $"The slowest: p95 at {sizes[0]:#,0} (light) and {sizes[^1]:#,0} Affidamenti (dark)"), lines));
        Console.WriteLine($"(written to {file} and {picture})");
    }

    private static async Task<IReadOnlyList<(string What, string Who, Turns Turns)>> Queries(Office office)
    {
        var watch = new StatementWatch();
        var questions = new TivoliAndVelletri
        {
            Folder = office.Cartella,
            Watch = services => services
                .ConfigureDbContext<CigHubDbContext>(o => o.AddInterceptors(watch))
                .AddLogging(logs => logs.ClearProviders()),
        };
        await questions.InitializeAsync();
        try
        {
            var measured = new List<(string, string, Turns)>();
            foreach (var question in TenYearsQuestions.All(questions))
            {
                measured.Add((question.Name, question.Actor.Ruolo.ToString(), await Patience.Measure(watch, async () =>
                {
                    try
                    {
                        await question.Ask();
                    }
                    catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
                    {
                        // The limit is passed: the table says so.
                    }

                    watch.Take();
                    return null;
                })));
            }

            // Of several people with the same role, the one for whom it takes longest.
            return [.. measured.GroupBy(m => (m.Item1, m.Item2)).Select(g => g.MaxBy(m => m.Item3.P95))];
        }
        finally
        {
            await questions.DisposeAsync();
        }
    }

    private static string Table(Dictionary<(string What, string Who), Dictionary<int, Turns>> measured, int[] sizes)
    {
        var text = new StringBuilder();
        text.Append("| Page or query | Role |");
        foreach (var size in sizes)
        {
            text.Append(CultureInfo.InvariantCulture, $" {size:#,0} p50 | p95 |");
        }

        text.AppendLine(" Processor | First batch | Growth |");
        text.AppendLine("|---|---|" + string.Concat(Enumerable.Repeat("---|", (sizes.Length * 2) + 3)));

        // One line for each page or query, with the role for which it takes longest.
        var worst = measured.GroupBy(m => m.Key.What).Select(g => g.MaxBy(m => m.Value.Values.Last().P95));
        foreach (var ((what, who), bySize) in worst.OrderByDescending(m => m.Value.Values.Last().P95))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {(what.StartsWith('/') ? $"`{what}`" : what)} | {who} |");
            foreach (var size in sizes)
            {
                text.Append(bySize.TryGetValue(size, out var turns) ? $" {Time(turns, turns.P50)} | {Time(turns, turns.P95)} |" : " – | – |");
            }

            var (first, last) = (bySize.Values.First(), bySize.Values.Last());
            var size1 = last.Bytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KiB") : "";
            text.AppendLine(CultureInfo.InvariantCulture, $" {last.Processor:0.0} ms | {size1} | {last.P50 / first.P50:0.0} |");
        }

        var slow = measured.Count(m => m.Value.Values.Last().P95 > MostAtLargest);
        var grown = measured.Count(m => m.Value.Values.Last().P50 > m.Value.Values.First().P50 * Growth);
        text.AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{measured.Count} lines; {slow} above {MostAtLargest} ms (p95) in the largest office; {grown} that grew by more than {Growth}.");
        return text.ToString();
    }

    private static string Time(Turns turns, double milliseconds) =>
        turns.Interrupted ? "> 10 s" : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms");
}
