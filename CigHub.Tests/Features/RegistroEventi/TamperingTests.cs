using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Tests.Features.DueDiligence;
using CigHub.Tests.Features.Revisione;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Persone.Adempimenti;
using CigHub.Web.Features.Revisione.Programma;
using Microsoft.Data.Sqlite;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>
/// Checks changes that somebody makes to the registro with <c>sqlite3</c>. The triggers must refuse them, and without the triggers the
/// verification must find them.
/// </summary>
public sealed class TamperingTests : WithBench
{
    private const int SqliteConstraint = 19;
    private const string Colonne = "\"Byte\", \"Foglia\", \"Utc\", \"AttoreId\", \"Ruolo\", \"EnteId\", \"Azione\", \"OggettoTipo\", \"OggettoId\", \"Esito\"";

    private static readonly string[] Rifiutati =
    [
        """UPDATE "Registro" SET "Azione" = 'altro' WHERE "Seq" = 3""",
        """UPDATE OR REPLACE "Registro" SET "Seq" = 2 WHERE "Seq" = 3""",
        """DELETE FROM "Registro" WHERE "Seq" = (SELECT MAX("Seq") FROM "Registro")""",
        """DELETE FROM "Registro" """,
        $"""INSERT OR REPLACE INTO "Registro" ("Seq", {Colonne}) SELECT 2, {Colonne} FROM "Registro" WHERE "Seq" = 3""",
        $"""INSERT OR IGNORE INTO "Registro" ("Seq", {Colonne}) SELECT 2, {Colonne} FROM "Registro" WHERE "Seq" = 3""",
        $"""REPLACE INTO "Registro" ("Seq", {Colonne}) SELECT MAX("Seq"), {Colonne} FROM "Registro" """,
        $"""INSERT INTO "Registro" ("Seq", {Colonne}) SELECT 3, {Colonne} FROM "Registro" WHERE "Seq" = 3 ON CONFLICT DO UPDATE SET "Azione" = 'altro'""",
        $"""INSERT INTO "Registro" ("Seq", {Colonne}) SELECT MAX("Seq") + 2, {Colonne} FROM "Registro" """,
        $"""INSERT INTO "Registro" ({Colonne}) SELECT {Colonne} FROM "Registro" WHERE "Seq" = 3""",
        """UPDATE "MovimentiCapienza" SET "Importo" = 1""",
        """DELETE FROM "MovimentiCapienza" """,
        """INSERT OR REPLACE INTO "MovimentiCapienza" SELECT * FROM "MovimentiCapienza" LIMIT 1""",
        """UPDATE OR REPLACE "MovimentiCapienza" SET "Id" = (SELECT MAX("Id") FROM "MovimentiCapienza")""",
        """DELETE FROM "RegistroTesta" """,
        """UPDATE "RegistroTesta" SET "Dimensione" = "Dimensione" - 1""",
        """UPDATE "RegistroTesta" SET "Dimensione" = "Dimensione" + 1""",
        """UPDATE "RegistroTesta" SET "Radice" = x'00'""",
        """INSERT OR REPLACE INTO "RegistroTesta" ("Id", "Dimensione", "Radice", "Bordo") SELECT "Id", "Dimensione" - 1, "Radice", "Bordo" FROM "RegistroTesta" """,
        """INSERT OR REPLACE INTO "RegistroTesta" ("Id", "Dimensione", "Radice", "Bordo") VALUES (1, 0, x'00', x'')""",
    ];

    [Fact]
    public async Task Chi_cambia_il_registro_la_sua_testa_o_il_libro_e_rifiutato()
    {
        await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var prima = Bench.Istantanea();
        Assert.All(Rifiutati, sql =>
        {
            var errore = Assert.Throws<SqliteException>(() => Bench.Run(sql));
            Assert.Equal(SqliteConstraint, errore.SqliteErrorCode);
            Assert.Equal(prima, Bench.Istantanea());
        });
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Ogni_tabella_che_solo_cresce_rifiuta_anche_chi_sostituisce_una_riga()
    {
        await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.VerificatoSulLotto();
        await Bench.Succeeds(new RegistraProgramma(Guid.CreateVersion7(), SampleAudit.Programma()), Bench.Auditor);
        var formazione = new AdempimentoForm { Tipo = "Formazione", Giorno = "20/11/2026", Atto = "Attestato 12" };
        await Bench.Succeeds(new RegistraAdempimento(Guid.CreateVersion7(), Bench.Rup.PersonaId, formazione), Bench.ActorOf("amministratore"));

        // The triggers themselves say which tables only grow.
        const string refusesDelete = "_no_DELETE";
        List<string> tables =
            [.. from t in Triggers.All where t.Nome.EndsWith(refusesDelete, StringComparison.Ordinal) select t.Nome[..^refusesDelete.Length]];
        Assert.Contains("VerificheFornitori", tables);
        var before = Bench.Istantanea();
        foreach (var table in tables)
        {
            Assert.True(Bench.Ask<long>($"SELECT COUNT(*) FROM \"{table}\"") > 0, $"{table} has no row to try on");

            // A second unique index would be one more way to replace a row, for which the trigger needs a condition more.
            Assert.Equal(0, Bench.Ask<long>($"SELECT COUNT(*) FROM pragma_index_list('{table}') WHERE \"unique\" = 1 AND origin <> 'pk'"));
            foreach (var sql in Replacing(table))
            {
                var refused = Assert.Throws<SqliteException>(() => Bench.Run(sql));
                Assert.True(refused.SqliteErrorCode == SqliteConstraint, $"{sql}: {refused.Message}");
                Assert.True(before == Bench.Istantanea(), sql);
            }
        }
    }

    [Fact]
    public async Task Un_byte_cambiato_nel_mezzo_e_trovato_con_il_numero_dell_evento()
    {
        var seq = await SenzaTriggers();
        var byteDellEvento = (byte[])Bench.Rows($"SELECT \"Byte\" FROM \"Registro\" WHERE \"Seq\" = {seq}")[0][0]!;
        foreach (var posizione in new[] { 0, byteDellEvento.Length / 2, byteDellEvento.Length - 1 })
        {
            var alterati = (byte[])byteDellEvento.Clone();
            alterati[posizione] ^= 1;
            Bench.Run($"UPDATE \"Registro\" SET \"Byte\" = @b WHERE \"Seq\" = {seq}", ("@b", alterati));
            await Errato(seq);
        }

        Bench.Run($"UPDATE \"Registro\" SET \"Byte\" = @b WHERE \"Seq\" = {seq}", ("@b", byteDellEvento));
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Una_colonna_che_dice_altro_dai_byte_e_trovata()
    {
        var seq = await SenzaTriggers();
        var altri = new (string Colonna, object Valore)[]
        {
            ("Azione", "richiesta.cig-registrato"), ("Utc", "2020-01-01 00:00:00"), ("AttoreId", DBNull.Value), ("Ruolo", "Auditor"),
            ("EnteId", DBNull.Value), ("OggettoTipo", "Lotto"), ("OggettoId", "x"), ("Esito", "negato"),
        };
        foreach (var (colonna, valore) in altri)
        {
            var originale = Bench.Rows($"SELECT \"{colonna}\" FROM \"Registro\" WHERE \"Seq\" = {seq}")[0][0]!;
            Assert.NotEqual(valore, originale);
            Scrivi(colonna, valore);
            await Errato(seq);
            Scrivi(colonna, originale);
            await Bench.RegistroIntegro();
        }

        void Scrivi(string colonna, object valore) => Bench.Run($"UPDATE \"Registro\" SET \"{colonna}\" = @v WHERE \"Seq\" = {seq}", ("@v", valore));
    }

    [Fact]
    public async Task Un_evento_tolto_in_fondo_o_nel_mezzo_e_nominato()
    {
        var seq = await SenzaTriggers();
        var ultimo = Bench.Ask<long>("SELECT MAX(\"Seq\") FROM \"Registro\"");
        Bench.Run($"DELETE FROM \"Registro\" WHERE \"Seq\" = {ultimo}");
        await Errato(ultimo);
        Bench.Run($"DELETE FROM \"Registro\" WHERE \"Seq\" = {seq}");
        await Errato(seq);
    }

    [Fact]
    public async Task Byte_e_impronta_riscritti_insieme_non_ingannano()
    {
        var seq = await SenzaTriggers();
        var originali = (byte[])Bench.Rows($"SELECT \"Byte\" FROM \"Registro\" WHERE \"Seq\" = {seq}")[0][0]!;

        // The event stays well formed: the change is one hexadecimal digit of the correlation id, which no column repeats.
        var alterati = (byte[])originali.Clone();
        var cifra = alterati.Length - 3;
        alterati[cifra] = alterati[cifra] == (byte)'0' ? (byte)'1' : (byte)'0';
        Bench.Run($"UPDATE \"Registro\" SET \"Byte\" = @b, \"Foglia\" = @f WHERE \"Seq\" = {seq}", ("@b", alterati), ("@f", MerkleTree.Leaf(alterati)));
        var esito = await Bench.VerificaIntegrita();
        Assert.False(esito.Integro);
        Assert.NotEmpty(esito.Messaggio);
    }

    [Theory]
    [InlineData("\"Dimensione\" = \"Dimensione\" - 1")]
    [InlineData("\"Radice\" = zeroblob(32)")]
    [InlineData("\"Bordo\" = x''")]
    public async Task Una_testa_riscritta_non_inganna(string modifica)
    {
        await SenzaTriggers();
        Bench.Run($"UPDATE \"RegistroTesta\" SET {modifica}");
        Assert.False((await Bench.VerificaIntegrita()).Integro);
    }

    /// <summary>Returns every statement that takes the place of a row of a table, or removes or changes it.</summary>
    private List<string> Replacing(string table)
    {
        List<string> columns = [.. Bench.Rows($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid").Select(r => $"\"{r[0]}\"")];
        var key = $"\"{Bench.Ask<string>($"SELECT name FROM pragma_table_info('{table}') WHERE pk = 1")}\"";
        var all = string.Join(", ", columns);
        List<string> replacing =
        [
            $"DELETE FROM \"{table}\"",
            $"UPDATE \"{table}\" SET {columns[^1]} = {columns[^1]}",
            $"UPDATE OR REPLACE \"{table}\" SET {key} = (SELECT MAX({key}) FROM \"{table}\")",
            $"INSERT OR REPLACE INTO \"{table}\" SELECT * FROM \"{table}\" LIMIT 1",
            $"REPLACE INTO \"{table}\" ({all}) SELECT {all} FROM \"{table}\" LIMIT 1",
            $"INSERT INTO \"{table}\" ({all}) SELECT {all} FROM \"{table}\" WHERE true LIMIT 1 ON CONFLICT DO UPDATE SET {columns[^1]} = {columns[^1]}",
            $"INSERT INTO \"{table}\" ({all}) SELECT {all} FROM \"{table}\" WHERE true LIMIT 1 ON CONFLICT ({key}) DO UPDATE SET {key} = 'altro'",
        ];
        if (key == "\"Id\"")
        {
            // A new id in the place of another row by the number that SQLite gives each row.
            var others = string.Join(", ", columns.Where(c => c != key));
            replacing.Add($"INSERT OR REPLACE INTO \"{table}\" (rowid, {key}, {others}) SELECT rowid, '{Guid.NewGuid()}', {others} FROM \"{table}\" LIMIT 1");
        }

        return replacing;
    }

    private async Task Errato(long seq)
    {
        var esito = await Bench.VerificaIntegrita();
        Assert.False(esito.Integro);
        Assert.Equal(seq, esito.PrimoEventoErrato);
        Assert.Contains($"{seq}", esito.Messaggio, StringComparison.Ordinal);
    }

    /// <summary>
    /// Creates a registro with several events and drops its triggers. Returns the number of an event in the middle that a person at an Ente
    /// wrote.
    /// </summary>
    private async Task<long> SenzaTriggers()
    {
        await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.RegistroIntegro();
        foreach (var (nome, _) in Triggers.All)
        {
            Bench.Run($"DROP TRIGGER \"{nome}\"");
        }

        return Bench.Ask<long>("SELECT MAX(\"Seq\") / 2 + 1 FROM \"Registro\"");
    }
}
