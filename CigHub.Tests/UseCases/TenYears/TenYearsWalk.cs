using System.Text.RegularExpressions;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace CigHub.Tests.UseCases.TenYears;

/// <summary>The steps that one question took in the small and in the large office, by the actor for whom they grow most.</summary>
internal sealed record Growth(string Name, string Role, long Small, long Large)
{
    /// <summary>Growth by fewer steps than this cannot come from reading the archive, which has thousands of rows.</summary>
    private const int Slack = 200;

    public double Ratio => Large <= Small + Slack ? 1 : (double)Large / Math.Max(Small, 1);
}

/// <summary>
/// Asks every question in an office of 300 Affidamenti, makes its archive thirty times as large, and asks again. Keeps the steps of both
/// turns and the plans of all statements.
/// </summary>
public sealed partial class TenYearsWalk : IAsyncLifetime
{
    public const int Few = 300, Many = 9_000;

    /// <summary>The tables that grow with every Affidamento. The others stay small for ever.</summary>
    internal static readonly HashSet<string> Large =
    [
        "Affidamenti", "Aggiudicazioni", "Atti", "OperazioniPortale", "Tentativi", "CigInPiu", "ContenutiFile", "MovimentiCapienza", "Registro",
        "ElenchiPortale", "DichiarazioniConflitto", "Deleghe", "AffidamentiDelegati", "RichiesteDiAccesso", "Malfunzionamenti", "Rilievi",
        "VerificheFornitori", "Solleciti",
    ];

    private readonly StatementWatch _watch = new();
    private TivoliAndVelletri _office = null!;

    internal IReadOnlyList<Growth> Growths { get; private set; } = [];

    /// <summary>The rows of each table in the small and in the large office.</summary>
    internal IReadOnlyDictionary<string, (int Small, int Large)> Rows { get; private set; } = new Dictionary<string, (int, int)>();

    /// <summary>The parts of plans that read a whole large table without an index or sort rows of one, each with its query.</summary>
    internal IReadOnlySet<string> Plans { get; private set; } = new SortedSet<string>();

    public async Task InitializeAsync()
    {
        _office = new TivoliAndVelletri
        {
            Watch = services => services
                .ConfigureDbContext<CigHubDbContext>(o => o.AddInterceptors(_watch, new LowerCap()))
                .AddLogging(logs => logs.ClearProviders())

                // A question that is stopped on a busy machine would seem not to grow.
                .AddSingleton(Options.Create(new QuerySettings { SecondiMassimi = 600 })),
        };
        await _office.InitializeAsync();
        using var growing = new GrowingOffice(_office);
        growing.GrowTo(Few);
        var questions = TenYearsQuestions.All(_office);
        foreach (var question in questions)
        {
            // What is read once and kept for the process must not count.
            await question.Ask();
        }

        var small = await Ask(questions);
        var rows = growing.Rows();
        growing.GrowTo(Many);
        Rows = growing.Rows().ToDictionary(t => t.Key, t => (rows[t.Key], t.Value));
        var large = await Ask(TenYearsQuestions.All(_office));
        Growths = [.. questions.Select((q, i) => new Growth(q.Name, q.Actor.Ruolo.ToString(), small[i].Sum(s => s.Steps), large[i].Sum(s => s.Steps)))];
        Plans = await PlansOf(questions.Zip(large, (q, run) => (q.Name, run)));
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task<IReadOnlyList<IReadOnlyList<RunStatement>>> Ask(IReadOnlyList<Question> questions)
    {
        var run = new List<IReadOnlyList<RunStatement>>();
        foreach (var question in questions)
        {
            _watch.Take();
            await question.Ask();
            run.Add(_watch.Take());
        }

        return run;
    }

    private Task<IReadOnlySet<string>> PlansOf(IEnumerable<(string Name, IReadOnlyList<RunStatement> Run)> asked) => _office.Bench.Query(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var plans = new Dictionary<string, IReadOnlyList<string>>();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, run) in asked)
        {
            foreach (var sql in run.Select(s => s.Sql).Where(s => s.StartsWith("SELECT", StringComparison.Ordinal)).Distinct())
            {
                if (!plans.TryGetValue(sql, out var plan))
                {
                    plans[sql] = plan = [.. Remarkable(sql, Explain(connection, sql))];
                }

                // The filter or order of a list is not part of the name here: its plans are those of the list.
                found.UnionWith(plan.Select(p => $"{name.Split(' ')[0]}: {p}"));
            }
        }

        return (IReadOnlySet<string>)found;
    });

    /// <summary>Returns the lines of a statement's plan, each with the id of its parent.</summary>
    private static IReadOnlyList<(int Parent, string Detail)> Explain(sqlite3 connection, string sql)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(connection, "EXPLAIN QUERY PLAN " + sql, out var statement));
        using (statement)
        {
            var lines = new List<(int, string)>();
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                lines.Add((raw.sqlite3_column_int(statement, 1), raw.sqlite3_column_text(statement, 3).utf8_to_string()));
            }

            return lines;
        }
    }

    /// <summary>Returns the scans of large tables without an index, and the sorts of rows that come from one.</summary>
    private static IEnumerable<string> Remarkable(string sql, IReadOnlyList<(int Parent, string Detail)> plan)
    {
        var names = Alias().Matches(sql).GroupBy(m => m.Groups[2].Value).ToDictionary(g => g.Key, g => g.First().Groups[1].Value);
        var read = plan.Select(p => (p.Parent, p.Detail, Table: names.GetValueOrDefault(Word(p.Detail), Word(p.Detail)))).ToList();
        foreach (var (parent, detail, table) in read)
        {
            if (detail.StartsWith("SCAN", StringComparison.Ordinal) && !detail.Contains("USING", StringComparison.Ordinal) && Large.Contains(table))
            {
                yield return $"SCAN {table}";
            }
            else if (detail.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal)
                && read.Where(r => r.Parent == parent && Large.Contains(r.Table)).Select(r => r.Table).Distinct().Order(StringComparer.Ordinal).ToList()
                    is { Count: > 0 } sorted)
            {
                yield return $"{detail} ({string.Join(", ", sorted)})";
            }
        }
    }

    private static string Word(string detail) => detail.Split(' ') is [_, var word, ..] ? word : "";

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();
}
