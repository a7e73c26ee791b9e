using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace CigHub.Tests.UseCases;

/// <summary>Reads and changes the database file of a test bench directly, as <c>sqlite3</c> would, without the app's own code.</summary>
internal static class BenchFile
{
    public static int Run(this TestBench bench, string sql, params (string Nome, object Valore)[] parametri)
    {
        using var connessione = bench.OpenFile();
        using var comando = Comando(connessione, sql, parametri);
        return comando.ExecuteNonQuery();
    }

    public static T Ask<T>(this TestBench bench, string sql, params (string Nome, object Valore)[] parametri)
    {
        using var connessione = bench.OpenFile();
        using var comando = Comando(connessione, sql, parametri);
        return (T)Convert.ChangeType(comando.ExecuteScalar()!, typeof(T), CultureInfo.InvariantCulture);
    }

    public static IReadOnlyList<object?[]> Rows(this TestBench bench, string sql)
    {
        using var connessione = bench.OpenFile();
        return Rows(connessione, sql);
    }

    private static List<object?[]> Rows(SqliteConnection connessione, string sql)
    {
        using var comando = Comando(connessione, sql, []);
        using var lettore = comando.ExecuteReader();
        var righe = new List<object?[]>();
        while (lettore.Read())
        {
            var riga = new object[lettore.FieldCount];
            lettore.GetValues(riga);
            righe.Add(riga);
        }

        return righe;
    }

    /// <summary>
    /// Returns a watch that notices every later commit to the file. It is cheaper than the comparison of two results of
    /// <see cref="Istantanea"/> when the test only checks that nothing was written.
    /// </summary>
    public static CommitWatch WatchCommits(this TestBench bench) => new(bench.OpenFile());

    /// <summary>
    /// Returns the content of every table as one text, except the tables in <paramref name="salvo"/>. Two equal results mean that nothing
    /// was changed in between.
    /// </summary>
    public static string Istantanea(this TestBench bench, params string[] salvo)
    {
        using var connessione = bench.OpenFile();
        return string.Join(
            '\n',
            Rows(connessione, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
                .Select(r => (string)r[0]!)
                .Except(salvo)
                .SelectMany(tabella => Rows(connessione, $"SELECT * FROM \"{tabella}\"").Select(r => $"{tabella}: {string.Join(" | ", r.Select(Text))}")
                    .Order(StringComparer.Ordinal)));
    }

    /// <summary>
    /// Asserts that the Capienza of every Lotto equals the sums of its movimenti, and that the residuo is negative only where a sforamento
    /// da regolarizzare is flagged.
    /// </summary>
    public static void TotaliUgualiAlleSomme(this TestBench bench)
    {
        var lotti = bench.Rows("""
            SELECT c."Massimale", c."Aderito", c."Riservato", c."AltreAdesioni", c."SforamentoDaRegolarizzare",
                COALESCE(SUM(CASE WHEN m."Tipo" IN (1, 6) THEN m."Importo" END), 0),
                COALESCE(SUM(CASE WHEN m."Tipo" IN (4, 7, 8, 9, 10) THEN m."Importo" END), 0),
                COALESCE(SUM(CASE WHEN m."Tipo" IN (3, 5, 11, 12) THEN m."Importo" END), 0),
                COALESCE(SUM(CASE WHEN m."Tipo" = 2 THEN m."Importo" END), 0)
            FROM "Capienze" c LEFT JOIN "MovimentiCapienza" m ON m."LottoId" = c."LottoId"
            GROUP BY c."LottoId"
            """);
        Assert.NotEmpty(lotti);
        foreach (var lotto in lotti)
        {
            var c = lotto.Select(x => Convert.ToInt64(x, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal((c[5], c[6], c[7], c[8]), (c[0], c[1], c[2], c[3]));
            var residuo = c[0] - c[1] - c[2] - c[3];
            Assert.Equal(residuo < 0, c[4] == 1);
        }
    }

    /// <summary>Copies the oldest Affidamento, by SQL alone, until there are as many. The copies have the numbers that follow.</summary>
    public static void Copies(this TestBench bench, int total)
    {
        using var connessione = bench.OpenFile();
        List<string> colonne = [];
        using (var comando = Comando(connessione, "SELECT name FROM pragma_table_info('Affidamenti')", []))
        {
            using var lettore = comando.ExecuteReader();
            while (lettore.Read())
            {
                colonne.Add(lettore.GetString(0));
            }
        }

        var valori = colonne.Select(c => c switch
        {
            "Id" => "'00000000-0000-7000-8000-' || printf('%012d', n)",
            "Progressivo" => "n",
            _ => $"a.\"{c}\"",
        });
        using var copia = Comando(connessione, $"""
            WITH RECURSIVE numeri(n) AS (
                SELECT (SELECT max("Progressivo") + 1 FROM "Affidamenti") UNION ALL SELECT n + 1 FROM numeri
                WHERE n < $totale - (SELECT count(*) FROM "Affidamenti") + (SELECT max("Progressivo") FROM "Affidamenti"))
            INSERT INTO "Affidamenti" ({string.Join(", ", colonne.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", valori)} FROM numeri, (SELECT * FROM "Affidamenti" ORDER BY "Progressivo" LIMIT 1) a
            """, [("$totale", total)]);
        copia.ExecuteNonQuery();
    }

    /// <summary>
    /// Asserts that the amount that the conferma of each Affidamento holds is the sum of its ledger rows, and that its other columns say what the
    /// conferma says.
    /// </summary>
    public static void ConfermeUgualiAlleRighe(this TestBench bench)
    {
        Assert.Empty(bench.Rows($"""
            SELECT a."Id" FROM "Affidamenti" a WHERE a."Confermato" <> (
                SELECT coalesce(sum(m."Importo"), 0) FROM "MovimentiCapienza" m JOIN "Aggiudicazioni" g ON g."Id" = m."AggiudicazioneId"
                WHERE g."AffidamentoId" = a."Id" AND m."Tipo" IN ({(int)TipoMovimento.Conferma}, {(int)TipoMovimento.FineConferma}))
            """));
        foreach (var row in bench.Rows("SELECT \"Conferma\", \"Confermato\", \"ConfermaFinoAl\" FROM \"Affidamenti\" WHERE \"StatoConferma\" > 0"))
        {
            var conferma = JsonNode.Parse((string)row[0]!)!;
            Assert.Equal((long)row[1]!, (long)conferma["Tenuto"]!);
            Assert.Equal(row[2] as string, (string?)conferma["ValidaFinoAl"]);
        }
    }

    /// <summary>
    /// Asserts that the columns by which worklists filter say what the acts, the ledger and the drafts say, and that the index of words has
    /// the present texts.
    /// </summary>
    public static void CopieUgualiAiDati(this TestBench bench)
    {
        using var connessione = bench.OpenFile();
        using var transaction = connessione.BeginTransaction();
        var copie = Copies();
        Execute(WorklistFill.Sql);
        Assert.Equal(copie, Copies());
        var indice = Words();
        Execute(TextIndex.Rebuild);
        Assert.Equal(indice, Words());
        transaction.Rollback();

        List<string> Copies() => Read("""
            SELECT 'affidamento', "Id", "AcquisitoIl", "HaOrdinativo", "HaPubblicazione" FROM "Affidamenti"
            UNION ALL SELECT 'atto', "Id", "Tipo", "ValidoFinoAl", NULL FROM "Atti"
            UNION ALL SELECT 'aggiudicazione', "Id", "IdPartecipante", NULL, NULL FROM "Aggiudicazioni" ORDER BY 1, 2
            """);

        // The vocabulary has a row for each word or three letters, column and Affidamento.
        List<string> Words() => [.. new[] { TextIndex.Words, TextIndex.Letters }.SelectMany(table =>
        {
            Execute($"CREATE VIRTUAL TABLE temp.parole USING fts5vocab(main, {table}, instance)");
            var trovate = Read("SELECT doc, col, \"offset\", term FROM temp.parole ORDER BY 1, 2, 3, 4");
            Execute("DROP TABLE temp.parole");
            Assert.NotEmpty(trovate);
            return trovate;
        })];

        List<string> Read(string sql)
        {
            using var comando = Comando(connessione, sql, []);
            using var lettore = comando.ExecuteReader();
            var righe = new List<string>();
            while (lettore.Read())
            {
                righe.Add(string.Join(" | ", Enumerable.Range(0, lettore.FieldCount).Select(i => Text(lettore.GetValue(i)))));
            }

            return righe;
        }

        void Execute(string sql)
        {
            using var comando = Comando(connessione, sql, []);
            comando.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Comando(SqliteConnection connessione, string sql, (string Nome, object Valore)[] parametri)
    {
        var comando = connessione.CreateCommand();
        comando.CommandText = sql;
        foreach (var (nome, valore) in parametri)
        {
            comando.Parameters.AddWithValue(nome, valore);
        }

        return comando;
    }

    private static string Text(object? valore) => valore is byte[] b ? Convert.ToHexString(b) : Convert.ToString(valore, CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Notices when another connection has committed a change to the database file.</summary>
internal sealed class CommitWatch : IDisposable
{
    private readonly SqliteConnection _connection;
    private long _seen;

    public CommitWatch(SqliteConnection connection)
    {
        _connection = connection;
        _seen = Version();
    }

    /// <summary>Returns true when another connection has committed since the last call. At the first call, since the watch began.</summary>
    public bool Committed()
    {
        var before = _seen;
        _seen = Version();
        return _seen != before;
    }

    public void Dispose() => _connection.Dispose();

    private long Version()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
