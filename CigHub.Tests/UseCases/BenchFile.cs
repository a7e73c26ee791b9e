using System.Globalization;
using CigHub.Tests.Support;
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
    public static string Istantanea(this TestBench bench, params string[] salvo) => string.Join(
        '\n',
        bench.Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            .Select(r => (string)r[0]!)
            .Except(salvo)
            .SelectMany(tabella => bench.Rows($"SELECT * FROM \"{tabella}\"").Select(r => $"{tabella}: {string.Join(" | ", r.Select(Text))}")
                .Order(StringComparer.Ordinal)));

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
                COALESCE(SUM(CASE WHEN m."Tipo" IN (3, 5) THEN m."Importo" END), 0),
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
