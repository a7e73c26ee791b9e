using System.Buffers.Binary;
using CigHub.Domain.Registro;
using CigHub.Tests.Operations;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CigHub.Tests.Data.Start;

/// <summary>
/// Checks starts of the app on a damaged or incomplete database file. The start must be refused with a sentence that says what is wrong,
/// change no file, and still read the data that can be read.
/// </summary>
public sealed class DamageTests : IAsyncLifetime
{
    private string _folder = "";

    private string Database => StartUnderTest.Database(_folder);

    public async Task InitializeAsync() => _folder = await OfficeAtRest.Copy("damage");

    public Task DisposeAsync()
    {
        TestFolder.Delete(_folder);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Un_wal_sparito_si_dice_e_non_si_ricomincia_da_capo()
    {
        // Every page is still in the -wal, as after a kill soon after the installation. Without the -wal the file looks new.
        TestFolder.Delete(_folder);
        Directory.CreateDirectory(_folder);
        InTheWal(_folder);
        File.Delete(Database + "-wal");
        await Refused("cighub.db-wal");
    }

    [Fact]
    public async Task Il_database_sparito_accanto_al_suo_wal_si_dice_e_il_wal_resta()
    {
        TestFolder.Delete(_folder);
        Directory.CreateDirectory(_folder);
        InTheWal(_folder);
        File.Delete(Database);
        var wal = new FileInfo(Database + "-wal").Length;
        await Refused("manca");
        Assert.Equal(wal, new FileInfo(Database + "-wal").Length);
        File.Create(Database).Dispose();
        await Refused("0 byte");
        Assert.Equal(wal, new FileInfo(Database + "-wal").Length);
    }

    [Fact]
    public async Task Un_wal_tagliato_perde_solo_l_ultima_scrittura_e_il_registro_lo_sa()
    {
        var before = StartUnderTest.Sound(_folder);
        var wal = Database + "-wal";
        using (var kept = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            kept.Open();
            Execute(kept, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", "CREATE TABLE \"Altro\" (x)");
            for (var i = 0; i < 40; i++)
            {
                Execute(kept, "INSERT INTO \"Altro\" VALUES (zeroblob(5000))");
            }

            File.Copy(wal, wal + ".90");
            File.Copy(Database, Database + ".90");
        }

        File.Move(Database + ".90", Database, overwrite: true);
        File.Move(wal + ".90", wal, overwrite: true);
        using (var stream = new FileStream(wal, FileMode.Open))
        {
            stream.SetLength(stream.Length * 9 / 10);
        }

        await StartUnderTest.Run(_folder);
        Assert.Equal(before, StartUnderTest.Sound(_folder));
        Assert.InRange(StartUnderTest.Ask<long>(_folder, "SELECT COUNT(*) FROM \"Altro\""), 30, 39);
    }

    [Fact]
    public async Task Mezzo_file_si_dice()
    {
        Cut(0.5);
        await Refused("troncato");
    }

    [Fact]
    public async Task Un_intestazione_azzerata_si_dice()
    {
        Overwrite(0, new byte[100]);
        await Refused("l'intestazione del file");
    }

    [Fact]
    public async Task Un_processo_vero_su_mezzo_file_finisce_con_una_frase_e_il_suo_codice()
    {
        Cut(0.5);
        var (code, output) = await ProgramProcess.Run("--environment=Development", $"--Dati:Cartella={_folder}");
        Assert.Equal(ExitCodes.DataNotSound, code);
        Assert.Contains("troncato", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Registro", true)]
    [InlineData("Affidamenti", false)]
    public async Task Una_pagina_guasta_non_ferma_l_avvio_e_si_sa_quale_evento_e_il_primo_illeggibile(string table, bool inTheRegistro)
    {
        Overwrite(LastPageOf(table), [.. Enumerable.Repeat((byte)0xA5, 4096)]);
        await using var app = StartUnderTest.Build(_folder, StartSteps.None);
        await app.PrepareDataAsync();
        var health = app.Services.GetRequiredService<DataHealth>();
        using (var check = new PagesCheck(app.Services.GetRequiredService<DataFolder>(), health, NullLogger<PagesCheck>.Instance))
        {
            await check.StartAsync(default);
            await check.ExecuteTask!;
        }

        var sentence = Assert.Single(health.Faults);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var verified = (await scope.ServiceProvider.GetRequiredService<VerificaIntegrita>().Run())!;
        if (inTheRegistro)
        {
            Assert.Equal(AnomaliaRegistro.Illeggibile, verified.Anomalia);
            Assert.True(verified.PrimoEventoErrato > 1, $"{verified.PrimoEventoErrato}");
            Assert.Contains($"L'evento {verified.PrimoEventoErrato} non si legge", verified.Messaggio, StringComparison.Ordinal);
            Assert.Contains($"L'evento {verified.PrimoEventoErrato} non si legge", sentence, StringComparison.Ordinal);
        }
        else
        {
            Assert.True(verified.Integro, verified.Messaggio);
            Assert.Contains($"La tabella «{table}» non si legge tutta", string.Join(" ", DataCheck.Run(Database).Faults), StringComparison.Ordinal);
        }

        StartUnderTest.LetGo(_folder);
    }

    /// <summary>
    /// Creates a database file with a table whose pages are all still in the write-ahead log (the <c>-wal</c> file), as a killed process
    /// leaves them.
    /// </summary>
    private static void InTheWal(string folder)
    {
        var database = StartUnderTest.Database(folder);
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0");
        Execute(connection, "CREATE TABLE \"__EFMigrationsHistory\" (x)", "INSERT INTO \"__EFMigrationsHistory\" VALUES (1)");
        File.Copy(database, database + ".copy");
        File.Copy(database + "-wal", database + "-wal.copy");
        connection.Close();
        File.Move(database + ".copy", database, overwrite: true);
        File.Move(database + "-wal.copy", database + "-wal", overwrite: true);
    }

    private static void Execute(SqliteConnection connection, params string[] statements)
    {
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private async Task Refused(string about)
    {
        var before = Contents();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartUnderTest.Run(_folder));
        Assert.Equal(ExitCodes.DataNotSound, refusal.ExitCode);
        Assert.Contains(about, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CigHub.Web restore", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    private string Contents() => string.Join('\n', Directory.GetFiles(_folder)
        .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(f => $"{Path.GetFileName(f)} {new FileInfo(f).Length}"));

    private void Cut(double part)
    {
        using var stream = new FileStream(Database, FileMode.Open);
        stream.SetLength((long)(stream.Length * part));
    }

    private void Overwrite(long at, byte[] bytes)
    {
        using var stream = new FileStream(Database, FileMode.Open);
        stream.Position = at;
        stream.Write(bytes);
    }

    /// <summary>
    /// Returns the offset, in bytes from the beginning of the database file, of the last leaf page of a table. Follows the right-most child
    /// from the root page (sqlite.org/fileformat2.html, 1.6).
    /// </summary>
    private long LastPageOf(string table)
    {
        const int size = 4096, interior = 5, rightmost = 8;
        var file = File.ReadAllBytes(Database);
        var page = StartUnderTest.Ask<int>(_folder, $"SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = '{table}'");
        while (file[(page - 1) * size] == interior)
        {
            page = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(((page - 1) * size) + rightmost));
        }

        return (page - 1) * size;
    }
}
