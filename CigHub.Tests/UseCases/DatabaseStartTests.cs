using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Checks that the app examines its database file at each start. It must not start when a trigger or a setting of SQLite that it relies on
/// is missing.
/// </summary>
public sealed class DatabaseStartTests : WithBench
{
    [Fact]
    public async Task Un_file_sano_si_riapre()
    {
        await using var app = await AppOnFile.Open(Bench.Folder, Bench.Clock);
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Senza_uno_qualsiasi_dei_trigger_l_app_non_parte_e_lo_nomina()
    {
        Assert.True(Triggers.All.Count >= 9, $"{Triggers.All.Count} triggers");
        foreach (var (nome, sql) in Triggers.All)
        {
            Bench.Run($"DROP TRIGGER \"{nome}\"");
            await NonParte(nome);

            // The app refuses to start. It does not repair the missing trigger.
            Assert.Equal(0, Bench.Ask<long>($"SELECT COUNT(*) FROM sqlite_master WHERE name = '{nome}'"));
            Bench.Run(sql);
        }

        await Un_file_sano_si_riapre();
    }

    [Fact]
    public async Task Con_un_trigger_alterato_l_app_non_parte_e_lo_nomina()
    {
        foreach (var (nome, sql) in Triggers.All)
        {
            Bench.Run($"DROP TRIGGER \"{nome}\"");
            Bench.Run(Harmless(sql));
            await NonParte(nome);
            Bench.Run($"DROP TRIGGER \"{nome}\"");
            Bench.Run(sql);
        }
    }

    [Fact]
    public async Task Una_copia_che_torna_con_un_altro_giornale_riparte_in_WAL()
    {
        TestBench.ClosePool(Bench.Folder);
        Assert.Equal("delete", Bench.Ask<string>("PRAGMA journal_mode = DELETE"));
        await using var ripartita = await AppOnFile.Open(Bench.Folder, Bench.Clock);
        Assert.Equal("wal", Bench.Ask<string>("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Le_statistiche_lasciate_da_altri_spariscono_perche_i_piani_restino_quelli_provati()
    {
        const string statistics = "SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'sqlite_stat%'";
        Bench.Run("ANALYZE");
        Assert.NotEqual(0, Bench.Ask<long>(statistics));
        await using var ripartita = await AppOnFile.Open(Bench.Folder, Bench.Clock);
        Assert.Equal(0, Bench.Ask<long>(statistics));
    }

    [Fact]
    public async Task Una_connessione_senza_sincronia_piena_o_senza_chiavi_esterne_e_rifiutata()
    {
        await Verificata("PRAGMA synchronous = FULL", null);
        await Verificata("PRAGMA synchronous = NORMAL", "synchronous");
        await Verificata("PRAGMA synchronous = OFF", "synchronous");
        await Verificata("PRAGMA foreign_keys = OFF", "foreign_keys");
    }

    [Fact]
    public async Task Le_connessioni_dell_app_sono_come_devono()
    {
        await Bench.Query(async db =>
        {
            await SqliteDatabase.Verify(db);
            return true;
        });
    }

    [Fact]
    public async Task Le_migrazioni_dicono_tutto_il_modello()
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Database.HasPendingModelChanges());
        Assert.False(scope.ServiceProvider.GetRequiredService<PreferenzeDbContext>().Database.HasPendingModelChanges());
    }

    /// <summary>
    /// Returns the SQL of a trigger with a body that does nothing, so that the trigger exists but never refuses a statement.
    /// </summary>
    private static string Harmless(string sql) => string.Concat(sql.AsSpan(0, sql.IndexOf("BEGIN", StringComparison.Ordinal)), "BEGIN SELECT 1; END");

    private async Task NonParte(string perche)
    {
        var errore = await Assert.ThrowsAsync<StartRefusedException>(() => AppOnFile.Open(Bench.Folder, Bench.Clock));
        Assert.Contains(perche, errore.Message, StringComparison.Ordinal);
    }

    private async Task Verificata(string pragma, string? rifiuto)
    {
        var opzioni = new DbContextOptionsBuilder<CigHubDbContext>().UseSqlite($"Data Source={Bench.File};Foreign Keys=True;Pooling=False").Options;
        await using var db = new CigHubDbContext(opzioni, new Ambito());
        await db.Database.OpenConnectionAsync();
        using var comando = db.Database.GetDbConnection().CreateCommand();
        comando.CommandText = pragma;
        comando.ExecuteNonQuery();
        var errore = await Record.ExceptionAsync(() => SqliteDatabase.Verify(db));
        Assert.Equal(rifiuto is null, errore is null);
        Assert.Contains(rifiuto ?? "", errore?.Message ?? "", StringComparison.Ordinal);
    }
}
