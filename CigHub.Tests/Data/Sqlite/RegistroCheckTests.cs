using CigHub.Domain.Registro;
using CigHub.Tests.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace CigHub.Tests.Data.Sqlite;

/// <summary>
/// Tests that the check of a file on several threads gives the verdict of <see cref="VerificaRegistro"/> over its rows in order, also where
/// whole stretches are missing and rows have absurd numbers.
/// </summary>
public sealed class RegistroCheckTests : IDisposable
{
    private const int Quanti = (3 * TrattoRegistro.Ampiezza) + 100;

    private static readonly SampleRow[] _righe = [.. Enumerable.Range(1, Quanti).Select(n => SampleRow.Of(SampleEventi.Ordinario(n)))];

    private readonly string _folder = TestFolder.New("registro-check");
    private readonly SqliteConnection _db;

    public RegistroCheckTests()
    {
        _db = new SqliteConnection($"Data Source={Path.Combine(_folder, "registro.db")};Pooling=False");
        _db.Open();
        Run("""
            PRAGMA journal_mode = 'wal';
            CREATE TABLE "RegistroTesta" ("Id" INTEGER PRIMARY KEY, "Dimensione" INTEGER, "Radice" BLOB, "Bordo" BLOB);
            CREATE TABLE "Registro" ("Seq" INTEGER PRIMARY KEY, "Byte" BLOB, "Foglia" BLOB, "Utc" TEXT, "AttoreId" TEXT, "Ruolo" TEXT,
                "EnteId" TEXT, "Azione" TEXT, "OggettoTipo" TEXT, "OggettoId" TEXT, "Esito" TEXT);
            """);
        var testa = SampleRow.TestaDi(_righe);
        Run("""INSERT INTO "RegistroTesta" VALUES (1, $d, $r, $b)""", ("$d", testa.Dimensione), ("$r", testa.Radice), ("$b", testa.Bordo));
        Run("BEGIN");
        foreach (var r in _righe)
        {
            Run(
                """INSERT INTO "Registro" VALUES ($s, $b, $f, $u, $a, $r, $e, $z, $t, $o, $x)""",
                ("$s", r.Seq), ("$b", r.Byte), ("$f", r.Foglia), ("$u", r.Colonne.Utc), ("$a", r.Colonne.AttoreId), ("$r", r.Colonne.Ruolo),
                ("$e", r.Colonne.Ente), ("$z", r.Colonne.Azione), ("$t", r.Colonne.OggettoTipo), ("$o", r.Colonne.OggettoId), ("$x", r.Colonne.Esito));
        }

        Run("COMMIT");
    }

    public void Dispose()
    {
        _db.Dispose();
        TestFolder.Delete(_folder);
    }

    [Fact]
    public void Un_file_intatto_e_integro_e_dice_a_che_punto_e()
    {
        List<(long Fatti, long Tutti)> passi = [];
        var esito = RegistroCheck.Run(_db, progress: (fatti, tutti) =>
        {
            lock (passi)
            {
                passi.Add((fatti, tutti));
            }
        });
        Assert.True(esito.Integro, esito.Messaggio);
        Assert.Equal((Quanti, 1), (esito.Eventi, esito.Dal));
        Assert.Equal(SampleRow.TestaDi(_righe).Radice, esito.Radice);
        Assert.Equal(4, passi.Count);
        Assert.Contains((Quanti, Quanti), passi);
        Assert.All(passi, p => Assert.Equal(Quanti, p.Tutti));
    }

    [Theory]
    [InlineData("DELETE FROM Registro WHERE Seq = 1500", AnomaliaRegistro.Mancante, 1500L, 1500L)]
    [InlineData("DELETE FROM Registro WHERE Seq = 1024", AnomaliaRegistro.Mancante, 1024L, 1024L)]
    [InlineData("DELETE FROM Registro WHERE Seq BETWEEN 1000 AND 2100", AnomaliaRegistro.Mancante, 1000L, 2100L)]
    [InlineData("DELETE FROM Registro WHERE Seq BETWEEN 1025 AND 2048", AnomaliaRegistro.Mancante, 1025L, 2048L)]
    [InlineData("DELETE FROM Registro WHERE Seq > 2000", AnomaliaRegistro.Mancante, 2001L, (long)Quanti)]
    [InlineData("DELETE FROM Registro", AnomaliaRegistro.Mancante, 1L, (long)Quanti)]
    [InlineData("UPDATE Registro SET Seq = 9223372036854775807 WHERE Seq = 3172", AnomaliaRegistro.Mancante, 3172L, long.MaxValue - 1)]
    [InlineData("UPDATE Registro SET Seq = 0 WHERE Seq = 3172", AnomaliaRegistro.Ripetuto, 0L, null)]
    [InlineData("UPDATE Registro SET Seq = -9223372036854775808 WHERE Seq = 3172", AnomaliaRegistro.Ripetuto, long.MinValue, null)]
    [InlineData("UPDATE Registro SET Foglia = zeroblob(32) WHERE Seq = 2500", AnomaliaRegistro.Foglia, 2500L, null)]
    [InlineData("UPDATE Registro SET Azione = 'x' WHERE Seq IN (2500, 3000)", AnomaliaRegistro.Colonna, 2500L, null)]
    [InlineData("UPDATE Registro SET Utc = 'ieri' WHERE Seq = 2500", AnomaliaRegistro.Illeggibile, 2500L, null)]
    [InlineData("UPDATE RegistroTesta SET Radice = zeroblob(32)", AnomaliaRegistro.Testa, null, null)]
    public void Ogni_alterazione_e_nominata(string sql, AnomaliaRegistro anomalia, long? primo, long? ultimo)
    {
        Run(sql);
        var esito = RegistroCheck.Run(_db);
        Assert.Equal((anomalia, primo), (esito.Anomalia, esito.PrimoEventoErrato));
        Assert.Equal(ultimo, esito.Tra?.A);
        Assert.Null(esito.Verificato);
    }

    [Fact]
    public void Dal_punto_verificato_un_evento_vecchio_alterato_non_si_vede_e_uno_nuovo_si()
    {
        var punto = RegistroCheck.Run(_db).Verificato;
        Run("UPDATE Registro SET Azione = 'x' WHERE Seq = 5");
        var esito = RegistroCheck.Run(_db, punto);
        Assert.True(esito.Integro, esito.Messaggio);
        Assert.Equal((Quanti, Quanti + 1), (esito.Eventi, esito.Dal));
        Assert.Contains("Nessun evento nuovo", esito.Messaggio, StringComparison.Ordinal);
        Assert.False(RegistroCheck.Run(_db).Integro);

        Run("DELETE FROM RegistroTesta");
        var prima = SampleRow.TestaDi(_righe[..3000]);
        Run("""INSERT INTO "RegistroTesta" VALUES (1, $d, $r, $b)""", ("$d", prima.Dimensione), ("$r", prima.Radice), ("$b", prima.Bordo));
        Assert.Equal(AnomaliaRegistro.Mancante, RegistroCheck.Run(_db, punto).Anomalia);
    }

    [Fact]
    public void Chi_la_ferma_la_ferma()
    {
        using var fine = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => RegistroCheck.Run(_db, progress: (_, _) => fine.Cancel(), ct: fine.Token));
    }

    private void Run(string sql, params (string Nome, object? Valore)[] parametri)
    {
        using var comando = _db.CreateCommand();
        comando.CommandText = sql;
        foreach (var (nome, valore) in parametri)
        {
            comando.Parameters.AddWithValue(nome, valore ?? DBNull.Value);
        }

        comando.ExecuteNonQuery();
    }
}
