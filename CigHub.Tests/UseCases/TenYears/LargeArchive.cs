using System.Globalization;
using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Demo.Dimostrazione;
using Microsoft.Data.Sqlite;

namespace CigHub.Tests.UseCases.TenYears;

/// <summary>
/// Makes the archive of an office larger by copying its finished Affidamenti in SQL, with their acts, attempts, rows of the ledger and
/// events, each copy some years earlier. Open work, people, Enti and Convenzioni stay as they are.
/// </summary>
/// <remarks>
/// It is for measuring pages at sizes that the generator would need an hour for. The registro has right hashes and a right head; the totals
/// of the ledger do not agree with its rows.
/// </remarks>
internal sealed class LargeArchive : IDisposable
{
    private static readonly string[] _ids = ["Id", "AffidamentoId", "AggiudicazioneId", "TentativoId"];
    private static readonly string[] _cigs = ["CigDerivato", "CigDerivati"];
    private static readonly string[] _moments = ["Utc", "Portale_DataInvio", "SchedaDal", "DataAtto", "Giorno", "RegistratoIl"];

    private readonly SqliteConnection _file;

    private LargeArchive(string file)
    {
        _file = new SqliteConnection($"Data Source={file};Pooling=False");
        _file.Open();
        _file.CreateFunction("copied_cig", (string? cig, int copy) => Cig(cig, copy));
        _file.CreateFunction("earlier", (string? moment, int years) => Earlier(moment, years));
        _file.CreateFunction("with_seq", (byte[] bytes, long old, long seq) => WithSeq(bytes, old, seq));
        _file.CreateFunction("leaf", (byte[] bytes) => MerkleTree.Leaf(bytes));
    }

    /// <summary>Copies an office into a new folder and multiplies its archive. Tells the progress on the console.</summary>
    public static void Make(string source, string folder, int times)
    {
        Directory.CreateDirectory(folder);
        TestBench.CopyDatabase(source, folder);
        using var archive = new LargeArchive(Path.Combine(folder, DataSetup.DatabaseFileName));
        archive.Multiply(times);
    }

    public void Dispose() => _file.Dispose();

    private void Multiply(int times)
    {
        Run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -2000000; PRAGMA temp_store = MEMORY");
        foreach (var (name, _) in Triggers.All)
        {
            Run($"DROP TRIGGER \"{name}\"");
        }

        // An index is made much faster over all rows at once than row by row.
        var indexes = Read("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN "
            + "('Affidamenti', 'Aggiudicazioni', 'Atti', 'Tentativi', 'MovimentiCapienza', 'Registro')");
        Run("CREATE TEMP TABLE Copiati AS SELECT Id, lower(Id) AS Oggetto FROM Affidamenti "
            + $"WHERE Pregresso = 0 AND Stato IN ({(int)StatoAffidamento.CigAcquisito}, {(int)StatoAffidamento.Eliminato})");
        Run("CREATE INDEX temp.CopiatiPerId ON Copiati (Id)");
        Run("CREATE TEMP TABLE Eventi AS SELECT Seq FROM Registro WHERE OggettoId IN (SELECT Oggetto FROM Copiati) ORDER BY Seq");
        Run("CREATE TEMP TABLE Movimenti AS SELECT Id FROM MovimentiCapienza WHERE AggiudicazioneId IN "
            + "(SELECT Id FROM Aggiudicazioni WHERE AffidamentoId IN (SELECT Id FROM Copiati))");
        foreach (var (name, _) in indexes)
        {
            Run($"DROP INDEX \"{name}\"");
        }

        // The tables of the source's rows stand for all copies: a copy must not be copied again.
        foreach (var table in (string[])["Aggiudicazioni", "Atti", "Tentativi"])
        {
            Run($"CREATE TEMP TABLE Di{table} AS SELECT Id FROM {table} WHERE AffidamentoId IN (SELECT Id FROM Copiati)");
        }

        for (var copy = 1; copy < times; copy++)
        {
            Copy("Affidamenti", "Copiati", copy);
            Copy("Aggiudicazioni", "DiAggiudicazioni", copy);
            Copy("Atti", "DiAtti", copy);
            Copy("Tentativi", "DiTentativi", copy);
            Copy("MovimentiCapienza", "Movimenti", copy);
            CopyEvents(copy);
            Console.WriteLine($"(copy {copy} of {times - 1}, {DateTime.UtcNow:T})");
        }

        foreach (var (_, sql) in indexes)
        {
            Run(sql);
        }

        Console.WriteLine($"(indexes, {DateTime.UtcNow:T})");
        Run(TextIndex.Rebuild);
        WriteHead();
        Run($"DELETE FROM {MonthlyTotals.Table}");
        Run(MonthlyTotals.Fill);
        foreach (var (_, sql) in Triggers.All)
        {
            Run(sql);
        }

        Run("PRAGMA journal_mode = WAL");
        Console.WriteLine($"(texts and head, {DateTime.UtcNow:T})");
    }

    private void Copy(string table, string chosen, int copy)
    {
        var columns = Read($"SELECT name, '' FROM pragma_table_info('{table}')").ConvertAll(c => c.Name);
        Run($"""
            INSERT INTO {table} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(c => Value(c, copy)))} FROM temp.{chosen} c JOIN {table} t ON t.Id = c.Id
            """);
    }

    private static string Value(string column, int copy) => column switch
    {
        "Anno" => $"t.Anno - {copy}",
        "Progressivo" => $"t.Progressivo + {copy} * 500000",
        "Portale_RegistroDiSistema" or "CodiceAppalto" => $"CASE t.{column} WHEN '' THEN '' ELSE t.{column} || '-{copy}' END",
        "TestoRicerca" => $"replace(t.TestoRicerca, lower(t.CigDerivati), coalesce(lower(copied_cig(t.CigDerivati, {copy})), ''))",
        _ when _ids.Contains(column) => $"'{copy}' || substr(t.{column}, 2)",
        _ when _cigs.Contains(column) => $"copied_cig(t.{column}, {copy})",
        _ when column.EndsWith("Il", StringComparison.Ordinal) || _moments.Contains(column) => $"earlier(t.{column}, {copy})",
        _ => $"t.{column}",
    };

    private void CopyEvents(int copy)
    {
        var last = Scalar("SELECT MAX(Seq) FROM Registro");
        Run($"""
            INSERT INTO Registro (Seq, Byte, Foglia, Utc, AttoreId, Ruolo, EnteId, Azione, OggettoTipo, OggettoId, Esito)
            SELECT n, b, leaf(b), earlier(Utc, {copy}), AttoreId, Ruolo, EnteId, Azione, OggettoTipo, '{copy}' || substr(OggettoId, 2), Esito FROM (
                SELECT {last} + c.rowid AS n, with_seq(t.Byte, t.Seq, {last} + c.rowid) AS b, t.*
                FROM temp.Eventi c JOIN Registro t ON t.Seq = c.Seq)
            """);
    }

    private void WriteHead()
    {
        var head = TestaRegistro.Vuota;
        using (var command = _file.CreateCommand())
        {
            command.CommandText = "SELECT Foglia FROM Registro ORDER BY Seq";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                head = head.Aggiungi((byte[])reader[0]);
            }
        }

        Run(
            "UPDATE RegistroTesta SET Dimensione = $size, Radice = $root, Bordo = $edge",
            ("$size", head.Dimensione), ("$root", head.Radice), ("$edge", head.Bordo));
    }

    /// <summary>Returns a code with the same number and another first letter, which no code of the demonstration begins with.</summary>
    private static string? Cig(string? cig, int copy) => string.IsNullOrEmpty(cig)
        ? cig
        : InventedCodes.Cig((char)('L' + copy), int.Parse(cig.AsSpan(1, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Valore;

    private static string? Earlier(string? moment, int years) => moment is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{int.Parse(moment.AsSpan(0, 4), CultureInfo.InvariantCulture) - years:0000}{moment.AsSpan(4)}")
            .Replace("-02-29", "-02-28", StringComparison.Ordinal);

    private static byte[] WithSeq(byte[] bytes, long old, long seq) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(bytes).Replace(Number(old), Number(seq), StringComparison.Ordinal));

    private static string Number(long seq) => string.Create(CultureInfo.InvariantCulture, $"\"seq\":{seq},");

    private void Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = _file.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private List<(string Name, string Sql)> Read(string sql)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }

    private long Scalar(string sql)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
